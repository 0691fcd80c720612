// Views of the cross-table that the team keeps by name: questions, rows, filter, layer and how it is shown; the numbers are counted anew.
import { useState } from 'react'
import { Bookmark } from 'lucide-react'
import type { View } from '../../shared/contract/view.ts'
import { newId } from '../../shared/domain/ids.ts'
import { useRead, useWrite } from '../api/hooks.ts'
import { failureWords } from '../i18n/failure-words.ts'
import { useSay } from '../i18n/say.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { Menu } from '../ui/menu.tsx'
import { TextField } from '../ui/text-field.tsx'
import { sayInPassing } from '../ui/toast.tsx'
import { Choices } from './choices.ts'
import { readKept } from './read-kept.ts'

export function KeptViews({ choices, onChange }: { choices: Choices, onChange: (part: Partial<Choices>) => void }) {
  const say = useSay('analysis')
  const views = useRead('view.list', { kind: 'crosstab' }).data ?? []
  const [asking, setAsking] = useState<'name' | 'manage' | null>(null)
  const open = (view: View) => {
    const found = readKept(Choices, view.body)
    if (found) onChange(found)
    else sayInPassing({ says: say('views.newer') })
  }
  return (
    <>
      <Menu
        label={say('views')} placement="bottom end" trigger={<Button icon={<Bookmark aria-hidden />}>{say('views')}</Button>}
        parts={[
          ...(views.length > 0 ? [{ acts: views.map(view => ({ id: view.id, name: view.name, onAct: () => open(view) })) }] : []),
          { acts: [{ id: 'keep', name: say('views.keep'), onAct: () => setAsking('name') }, ...(views.length > 0 ? [{ id: 'manage', name: say('views.manage'), onAct: () => setAsking('manage') }] : [])] }
        ]}
      />
      {asking === 'name' && <NameDialog choices={choices} onClose={() => setAsking(null)} />}
      {asking === 'manage' && <ManageDialog views={views} onClose={() => setAsking(null)} />}
    </>
  )
}

function NameDialog({ choices, onClose }: { choices: Choices, onClose: () => void }) {
  const say = useSay('analysis')
  const [name, setName] = useState('')
  const { write, pending, failure } = useWrite('view.keep', { quiet: true })
  const keep = async () => { if (name.trim() && (await write({ id: newId(), kind: 'crosstab', name, body: JSON.stringify(choices) })).ok) onClose() }
  return (
    <Dialog
      title={say('views.keep.title')} isOpen size="small" onClose={onClose}
      foot={<><Button onPress={onClose}>{say('views.cancel')}</Button><Button look="primary" isDisabled={!name.trim() || pending} onPress={() => void keep()}>{say('views.keep.act')}</Button></>}
    >
      <form onSubmit={event => { event.preventDefault(); void keep() }}>
        <TextField label={say('views.name')} value={name} onChange={setName} maxLength={120} autoFocus error={failure ? failureWords(failure) : undefined} />
      </form>
      <p className="ui-hint">{say('views.hint')}</p>
    </Dialog>
  )
}

function ManageDialog({ views, onClose }: { views: readonly View[], onClose: () => void }) {
  const say = useSay('analysis')
  const { write } = useWrite('view.remove')
  return (
    <Dialog title={say('views.manage')} isOpen size="small" onClose={onClose} foot={<Button look="primary" onPress={onClose}>{say('views.close')}</Button>}>
      {views.length === 0 ? <p className="ui-hint">{say('views.none')}</p> : (
        <ul className="crosstab-views">
          {views.map(({ id, name }) => <li key={id}><span>{name}</span><Button small look="quiet" aria-label={say('views.remove.of', { name })} onPress={() => void write({ view: id })}>{say('views.remove')}</Button></li>)}
        </ul>
      )}
    </Dialog>
  )
}
