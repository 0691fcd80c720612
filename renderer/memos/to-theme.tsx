// Laying something on a theme from where one meets it: a coding in its story, or a memo.
import type { ReactElement } from 'react'
import type { Side, Target } from '../../shared/contract/theme.ts'
import { useRead, useWrite } from '../api/hooks.ts'
import { formatRoute, go } from '../app/route.ts'
import { sayDone } from '../app/say-done.ts'
import { useSay } from '../i18n/say.ts'
import { Menu, type MenuAct, type MenuProps } from '../ui/menu.tsx'

export interface ToThemeProps {
  target: Target
  /** The control that opens it. */
  trigger: ReactElement
  placement?: MenuProps['placement']
}

export function ToTheme({ target, trigger, placement = 'top start' }: ToThemeProps) {
  const say = useSay('themes')
  const themes = useRead('theme.list', {}).data ?? []
  const { write: place } = useWrite('theme.place')
  const lay = async (theme: string, name: string, side: Side) => {
    const done = await place({ theme, targets: [target], side })
    if (done.ok) sayDone(say(side === 'contradicts' ? 'placed.against' : 'placed', { theme: name, count: 1 }))
  }
  const acts = (side: Side): MenuAct[] => themes.map(({ id, name }) => ({ id: `${side} ${id}`, name, onAct: () => void lay(id, name, side) }))
  const none: MenuAct = { id: 'none', name: say('to.none'), onAct: () => go(formatRoute({ place: 'themas' })) }
  return <Menu label={say('to')} placement={placement} trigger={trigger} parts={themes.length === 0 ? [{ acts: [none] }] : [{ heading: say('side.supports'), acts: acts('supports') }, { heading: say('side.contradicts'), acts: acts('contradicts') }]} />
}
