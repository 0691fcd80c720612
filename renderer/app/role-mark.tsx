// For who does not code here: what their role lets them do, and who can change that. The rest of the window offers nothing else.
import { Eye } from 'lucide-react'
import { Button as AriaButton } from 'react-aria-components'
import { hasRight } from '../../shared/domain/rights.ts'
import { useMyRole } from '../api/use-me.ts'
import { useSay } from '../i18n/say.ts'
import { Popover } from '../ui/popover.tsx'

export function RoleMark() {
  const say = useSay('frame')
  const role = useMyRole()
  if (!role || hasRight(role, 'code')) return null
  const kind = hasRight(role, 'prepare') ? 'facilitator' : 'reader'
  return (
    <Popover label={say('role.title')} placement="bottom end" trigger={<AriaButton className="frame-save"><Eye aria-hidden size={14} />{say(`role.${kind}`)}</AriaButton>}>
      <div className="frame-save-more">
        <h2>{say('role.title')}</h2>
        <p>{say(`role.${kind}.more`)}</p>
        <p>{say('role.change')}</p>
      </div>
    </Popover>
  )
}
