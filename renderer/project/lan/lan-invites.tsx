// Inviting: a code for somebody of the project, or for somebody new with a role; and the codes that were not used yet.
import { useState } from 'react'
import type { Output } from '../../../shared/contract/index.ts'
import { GuestRole, type Invite, type LanOpen } from '../../../shared/contract/lan.ts'
import { invitation, useLanAct } from '../../api/lan.ts'
import { useMe } from '../../api/use-me.ts'
import { useSay } from '../../i18n/say.ts'
import { Button } from '../../ui/button.tsx'
import { Select } from '../../ui/select.tsx'
import { sayInPassing } from '../../ui/toast.tsx'

type Role = (typeof GuestRole)['options'][number]
const NEW = 'new'

export function LanInvites({ open, project, coders }: { open: LanOpen, project: Output<'project.read'>, coders: Output<'coder.list'> }) {
  const say = useSay('lan')
  const roles = useSay('project')
  const me = useMe()
  const [who, setWho] = useState<string>(NEW)
  const [role, setRole] = useState<Role>('coder')
  const { write: invite, pending } = useLanAct('lan.invite')
  const people = coders.filter(({ id, role: their }) => id !== me && their !== 'consensus')
  const nameOf = ({ coder, role: their }: Invite) => coders.find(({ id }) => id === coder)?.name ?? say('invite.someone', { role: roles(`role.${their}`) })
  return (
    <section>
      <h3>{say('invite')}</h3>
      <p className="ui-hint">{say('invite.hint')}</p>
      <div className="lan-invite">
        <Select label={say('invite.who')} value={who} onChange={setWho} choices={[{ id: NEW, name: say('invite.new') }, ...people.map(({ id, name }) => ({ id, name }))]} />
        {who === NEW && <Select label={say('invite.role')} value={role} onChange={setRole} choices={GuestRole.options.map(id => ({ id, name: roles(`role.${id}`) }))} />}
        <Button isDisabled={pending} onPress={() => void invite(who === NEW ? { role } : { coder: who })}>{say('invite.make')}</Button>
      </div>
      {open.invites.length > 0 && (
        <ul className="lan-list">
          {open.invites.map(one => <Line key={one.invite} invite={one} name={nameOf(one)} link={open.links[0] && invitation(open.links[0].url, one.code, open.fingerprint)} open={open} title={project.title} />)}
        </ul>
      )}
    </section>
  )
}

function Line({ invite, name, link, open, title }: { invite: Invite, name: string, link: string | undefined, open: LanOpen, title: string }) {
  const say = useSay('lan')
  const { write: withdraw } = useLanAct('lan.withdraw')
  const copy = async (): Promise<void> => {
    await navigator.clipboard.writeText(say('invite.message', { title, link: link ?? '', code: invite.code, fingerprint: open.fingerprint }))
    sayInPassing({ says: say('invite.copied'), about: 'invite' })
  }
  return (
    <li>
      <code className="lan-code">{invite.code}</code>
      <span className="lan-name">{name}</span>
      {link && <Button small onPress={() => void copy()}>{say('invite.copy')}</Button>}
      <Button small look="quiet" aria-label={say('invite.withdrawFor', { name })} onPress={() => void withdraw({ invite: invite.invite })}>{say('invite.withdraw')}</Button>
    </li>
  )
}
