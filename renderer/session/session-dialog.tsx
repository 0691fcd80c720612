// A session that was held: what it is called, when it was, and with which pack.
import { useState } from 'react'
import type { Pack } from '../../shared/contract/pack.ts'
import type { Session } from '../../shared/contract/session.ts'
import { newId, type Id } from '../../shared/domain/ids.ts'
import { useWrite } from '../api/hooks.ts'
import { formatRoute, go } from '../app/route.ts'
import { useSay } from '../i18n/say.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { Select } from '../ui/select.tsx'
import { DateField } from '../ui/date-field.tsx'
import { TextField } from '../ui/text-field.tsx'

/** A new session, or one that is put right. `pack`: the one it was held with, where that is known. */
export function SessionDialog({ packs, session, pack: first, onClose }: { packs: readonly Pack[], session?: Session, pack?: Id, onClose: () => void }) {
  const say = useSay('session')
  const hold = useWrite('session.hold')
  const change = useWrite('session.change')
  const [name, setName] = useState(session?.name ?? '')
  const [heldOn, setHeldOn] = useState(() => (session ? session.heldOn ?? '' : new Date().toLocaleDateString('sv')))
  const [pack, setPack] = useState<string>(session ? session.pack ?? 'none' : first ?? packs[0]?.id ?? 'none')
  const save = async () => {
    const told = { pack: pack === 'none' ? null : pack, name: name.trim() || say('session.first'), heldOn: /^\d{4}-\d{2}-\d{2}$/.test(heldOn) ? heldOn : null }
    const id = session?.id ?? newId()
    const { ok } = session ? await change.write({ session: id, ...told }) : await hold.write({ id, ...told })
    if (!ok) return
    onClose()
    if (!session) go(formatRoute({ place: 'sessie', rest: ['sessie', id] }))
  }
  return (
    <Dialog title={say(session ? 'session.edit' : 'session.add')} isOpen onClose={onClose} foot={<><Button onPress={onClose}>{say('cancel')}</Button><Button look="primary" onPress={() => void save()}>{say(session ? 'save' : 'session.do')}</Button></>}>
      <TextField label={say('session.name')} value={name} onChange={setName} placeholder={say('session.first')} maxLength={120} autoFocus />
      <DateField label={say('session.on')} value={heldOn} onChange={setHeldOn} />
      <Select label={say('session.pack')} value={pack} onChange={setPack} choices={[{ id: 'none', name: say('session.noPack') }, ...packs.map(each => ({ id: each.id, name: each.name }))]} />
    </Dialog>
  )
}
