// A coder as initials in a ring: told apart by letters, never by hue. What the team agreed on has a sign in a box: it is nobody.
import { SHARED_LAYER } from '../../shared/domain/names.ts'
import { classNames } from './class-names.ts'

export interface CoderRingProps {
  initials: string
  /** The full name, read aloud and shown on hover. */
  name?: string
  /** Drawn filled: this is you. */
  mine?: boolean
  small?: boolean
}

export function CoderRing({ initials, name, mine = false, small = false }: CoderRingProps) {
  const heard = name ? { role: 'img', 'aria-label': name, title: name } : {}
  return <span {...heard} className={classNames('ui-ring', mine && 'is-mine', small && 'is-small', initials === SHARED_LAYER.sign && 'is-layer')}>{initials}</span>
}
