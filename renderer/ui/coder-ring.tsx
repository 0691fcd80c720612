// A coder as initials in a ring: told apart by letters, never by hue. A sign without letters is nobody's, such as the shared layer's, and stands in a box.
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
  return <span {...heard} className={classNames('ui-ring', mine && 'is-mine', small && 'is-small', initials !== '' && !/[\p{L}\p{N}]/u.test(initials) && 'is-layer')}>{initials}</span>
}
