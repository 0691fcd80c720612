// A name for a rule, so that it can be used again: the rule itself is shown, and how many stories it picks now.
import { useState } from 'react'
import { newId, type Id } from '../../shared/domain/ids.ts'
import type { StoryFilter } from '../../shared/domain/layer.ts'
import { useRead, useWrite } from '../api/hooks.ts'
import { failureWords } from '../i18n/failure-words.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { TextField } from '../ui/text-field.tsx'
import { sayInPassing } from '../ui/toast.tsx'
import { filterSentence, useKnown } from './rule-words.ts'

export function KeepDialog({ rule, onKept, onClose }: { rule: StoryFilter, onKept?: (id: Id) => void, onClose: () => void }) {
  const known = useKnown()
  const { say } = known
  const [name, setName] = useState('')
  const { write, pending, failure } = useWrite('selection.keep', { quiet: true })
  const total = useRead('story.list', { filter: rule, limit: 1 }).data?.total
  const keep = async () => {
    const id = newId()
    if (!(await write({ id, name, rule })).ok) return
    sayInPassing({ about: 'selection', says: say('keep.kept', { name: name.trim() }) })
    onKept?.(id)
    onClose()
  }
  return (
    <Dialog
      title={say('keep.title')} isOpen onClose={onClose} size="small"
      foot={<><Button onPress={onClose}>{say('answer.cancel')}</Button><Button look="primary" isDisabled={!name.trim() || pending} onPress={() => void keep()}>{say('keep.act')}</Button></>}
    >
      <p className="filter-sentence">{filterSentence(rule, known)}{total !== undefined && ` · ${say('filter.stories', { count: total })}`}</p>
      <form onSubmit={event => { event.preventDefault(); if (name.trim()) void keep() }}>
        <TextField label={say('keep.name')} value={name} onChange={setName} maxLength={120} autoFocus error={failure ? failureWords(failure) : undefined} />
      </form>
      <p className="ui-hint">{say('keep.hint')}</p>
    </Dialog>
  )
}
