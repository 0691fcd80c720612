// Sessions that were held, latest first, and a place to write down a new one; with all that came of them as a file.
import { useState } from 'react'
import { Download, Plus } from 'lucide-react'
import type { Pack } from '../../shared/contract/pack.ts'
import type { Session } from '../../shared/contract/session.ts'
import { newId, type Id } from '../../shared/domain/ids.ts'
import { useWrite } from '../api/hooks.ts'
import { formatRoute, go } from '../app/route.ts'
import { useFormats } from '../i18n/format.ts'
import { useSay } from '../i18n/say.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { Select } from '../ui/select.tsx'
import { TextField } from '../ui/text-field.tsx'
import { useHarvestFile } from './harvest-file.ts'
import { HarvestByTheme } from './harvest-by-theme.tsx'

export function SessionList({ sessions, packs }: { sessions: readonly Session[], packs: readonly Pack[] }) {
  const say = useSay('session')
  const format = useFormats()
  const [adding, setAdding] = useState(false)
  const saveFile = useHarvestFile()
  return (
    <div className="session-stack">
      <div className="session-acts">
        <Button icon={<Plus aria-hidden />} onPress={() => setAdding(true)}>{say('session.add')}</Button>
        {sessions.length > 0 && <Button look="quiet" icon={<Download aria-hidden />} onPress={() => void saveFile()}>{say('harvest.file')}</Button>}
      </div>
      {sessions.length === 0 ? <EmptyState says={say('sessions.none')} /> : (
        <ul className="session-list">
          {sessions.map(({ id, name, heldOn, pack, harvests, at }) => (
            <li key={id}>
              <a href={formatRoute({ place: 'sessie', rest: ['sessie', id] })}><strong>{name}</strong></a>
              <p>{format.date(heldOn ? Date.parse(heldOn) : at)} · {say('harvests', { count: harvests })}{pack && ` · ${packs.find(each => each.id === pack)?.name ?? '…'}`}</p>
            </li>
          ))}
        </ul>
      )}
      <HarvestByTheme sessions={sessions} />
      {adding && <NewSession packs={packs} onClose={() => setAdding(false)} />}
    </div>
  )
}

/** `pack`: the one it was held with, where that is known. */
export function NewSession({ packs, pack: first, onClose }: { packs: readonly Pack[], pack?: Id, onClose: () => void }) {
  const say = useSay('session')
  const hold = useWrite('session.hold')
  const [name, setName] = useState('')
  const [heldOn, setHeldOn] = useState(() => new Date().toLocaleDateString('sv'))
  const [pack, setPack] = useState<string>(first ?? packs[0]?.id ?? 'none')
  const save = async () => {
    const id = newId()
    const { ok } = await hold.write({ id, pack: pack === 'none' ? null : pack, name: name.trim() || say('session.first'), heldOn: /^\d{4}-\d{2}-\d{2}$/.test(heldOn) ? heldOn : null })
    if (ok) { onClose(); go(formatRoute({ place: 'sessie', rest: ['sessie', id] })) }
  }
  return (
    <Dialog title={say('session.add')} isOpen onClose={onClose} foot={<><Button onPress={onClose}>{say('cancel')}</Button><Button look="primary" onPress={() => void save()}>{say('session.do')}</Button></>}>
      <TextField label={say('session.name')} value={name} onChange={setName} placeholder={say('session.first')} maxLength={120} autoFocus />
      <TextField label={say('session.on')} type="date" value={heldOn} onChange={setHeldOn} />
      <Select label={say('session.pack')} value={pack} onChange={setPack} choices={[{ id: 'none', name: say('session.noPack') }, ...packs.map(each => ({ id: each.id, name: each.name }))]} />
    </Dialog>
  )
}
