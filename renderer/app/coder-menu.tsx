// Who you are in this project, and what goes with that: switching, and how the window looks to you.
import { Button as AriaButton } from 'react-aria-components'
import type { Id } from '../../shared/domain/ids.ts'
import { useRead } from '../api/hooks.ts'
import { useGuest } from '../api/lan.ts'
import { useSwitchCoder } from '../api/switch-coder.ts'
import { useSay } from '../i18n/say.ts'
import { CoderRing } from '../ui/coder-ring.tsx'
import { Menu } from '../ui/menu.tsx'
import { useMenuActs } from './menu-acts.ts'

export function CoderMenu({ coder }: { coder: Id }) {
  const say = useSay('frame')
  const me = useRead('coder.list', {}).data?.find(({ id }) => id === coder)
  const switchCoder = useSwitchCoder()
  const isGuest = useGuest() !== null
  const name = say('coder.menu', { name: me?.name ?? '…' })
  return (
    <Menu
      label={name} placement="bottom end"
      trigger={<AriaButton className="frame-coder"><CoderRing initials={me?.initials ?? ''} mine /> <span className="only-read-aloud">{name}</span></AriaButton>}
      parts={[
        { heading: name, acts: isGuest ? [] : [{ id: 'switch', name: say('coder.switch'), onAct: switchCoder }] },
        { acts: useMenuActs('coder') }
      ]}
    />
  )
}
