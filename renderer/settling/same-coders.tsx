// People who bear one name after copies came together: joined when somebody who leads says that they are one person.
import { useState } from 'react'
import type { ConflictList } from '../../shared/contract/conflict.ts'
import { useWrite } from '../api/hooks.ts'
import { useMyRole } from '../api/use-me.ts'
import { sayDone } from '../app/say-done.ts'
import { failureWords } from '../i18n/failure-words.ts'
import { useFormats } from '../i18n/format.ts'
import { useSay } from '../i18n/say.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { Notice } from '../ui/notice.tsx'
import { Part, ToLook } from './part.tsx'

type Group = ConflictList['sameCoder'][number]

export function SameCoders({ groups }: { groups: readonly Group[] }) {
  const say = useSay('merging')
  const format = useFormats()
  const role = useMyRole()
  const [asked, setAsked] = useState<Group | null>(null)
  const steers = role === 'lead' || role === 'researcher'
  return (
    <>
      <Part title={say('sameCoder')} id="sameCoder" rows={groups} lead={say('sameCoder.lead')}>
        {group => (
          <ToLook key={group[0]!.id} act={steers && <Button small aria-label={say('sameCoder.do.one', { name: group[0]!.name })} onPress={() => setAsked(group)}>{say('sameCoder.do')}</Button>}>
            {say('sameCoder.one', { name: group[0]!.name, count: group.length, codings: format.list(group.map(({ codings }) => format.number(codings))) })}
          </ToLook>
        )}
      </Part>
      {asked && <Join group={asked} onClose={() => setAsked(null)} />}
    </>
  )
}

function Join({ group, onClose }: { group: Group, onClose: () => void }) {
  const say = useSay('merging')
  const frame = useSay('frame')
  const { write: merge, pending, failure } = useWrite('coder.merge', { quiet: true })
  const [into, ...others] = group
  const yes = async (): Promise<void> => {
    if (pending) return
    for (const other of others) if (!(await merge({ coder: other.id, into: into!.id })).ok) return
    onClose()
    sayDone(say('sameCoder.done', { name: into!.name }))
  }
  return (
    <Dialog
      title={say('sameCoder.title', { name: into!.name })} isOpen isFirm onClose={onClose}
      foot={<><Button onPress={onClose}>{frame('cancel')}</Button><Button look="primary" onPress={() => void yes()}>{say('sameCoder.yes')}</Button></>}
    >
      <p>{say('sameCoder.what')}</p>
      <p>{say('sameCoder.window')}</p>
      {failure && <Notice kind="error">{failureWords(failure)}</Notice>}
    </Dialog>
  )
}
