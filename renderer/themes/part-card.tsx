// What lies on a theme, as a card: a code, the words of a fragment, a memo or a whole story; and what can be done with it.
import { ArrowLeftRight, BookOpen, CircleOff, Ellipsis, NotebookPen, Star } from 'lucide-react'
import type { Side, Theme, ThemePart } from '../../shared/contract/theme.ts'
import { useSay } from '../i18n/say.ts'
import { CodeSwatch } from '../ui/code-swatch.tsx'
import { IconButton } from '../ui/icon-button.tsx'
import { Menu, type MenuAct } from '../ui/menu.tsx'
import { openPart } from './open-part.ts'
import { cardOf, codesBelow, nameOfPart, targetOf } from './parts.ts'
import type { ThemeDesk } from './use-themes.ts'

export interface PartCardProps {
  part: ThemePart
  theme: Theme
  themes: readonly Theme[]
  desk: ThemeDesk
  onNote: () => void
}

const SIDES: readonly Side[] = ['supports', 'contradicts', 'apart']

export function PartCard({ part, theme, themes, desk, onNote }: PartCardProps) {
  const say = useSay('themes')
  const name = nameOfPart(part, desk.codeById, say)
  const others = themes.filter(({ id }) => id !== theme.id)
  const below = part.is === 'code' ? codesBelow(part.code, desk.codes, theme) : []
  const acts: MenuAct[] = [
    ...(below.length > 0 ? [{ id: 'below', name: say('act.below', { count: below.length }), onAct: () => void desk.place(theme, below.map(code => ({ code })), { side: part.side }) }] : []),
    ...SIDES.filter(side => side !== part.side).map((side): MenuAct => ({ id: side, name: say(`act.${side}`), onAct: () => void desk.turn(part, { side }) })),
    { id: 'telling', name: say(part.telling ? 'act.notTelling' : 'act.telling'), onAct: () => void desk.turn(part, { telling: !part.telling }) },
    { id: 'note', name: say(part.note ? 'act.note.change' : 'act.note'), onAct: onNote }
  ]
  return (
    <div className="theme-part" data-side={part.side}>
      <Face part={part} desk={desk} />
      <Marks part={part} />
      {part.note && <p className="theme-part-note">{part.note}</p>}
      <Menu
        label={say('act.menu', { what: name })} placement="bottom end" trigger={<IconButton small className="theme-part-menu" name={say('act.menu', { what: name })} icon={<Ellipsis aria-hidden />} />}
        parts={[
          { acts: [{ id: 'open', name: say(`act.open.${part.is}`), onAct: () => openPart(part) }] }, ...(desk.mayChange ? [{ acts }] : []),
          ...(desk.mayChange && others.length > 0 ? [{
            heading: say('act.to'), acts: others.map((other): MenuAct => ({ id: other.id, name: other.name, onAct: () => void desk.place(other, [targetOf(cardOf(part))], { side: part.side, from: theme.id }) }))
          }] : []),
          ...(desk.mayChange ? [{ acts: [{ id: 'take', name: say('act.take'), danger: true, onAct: () => void desk.take(theme, [part]) }] }] : [])
        ]}
      />
    </div>
  )
}

function Face({ part, desk }: { part: ThemePart, desk: ThemeDesk }) {
  const say = useSay('themes')
  switch (part.is) {
    case 'code': {
      const code = desk.codeById.get(part.code)
      return <span className="theme-code"><CodeSwatch colour={code?.colour ?? 1} /><span className="theme-code-name">{code?.name ?? '…'}</span></span>
    }
    case 'coding': {
      const code = desk.codeById.get(part.code)
      return (
        <>
          <blockquote className="theme-quote">{part.quote}</blockquote>
          <p className="theme-part-from">{say('story', { number: part.number })}{code && ` · ${code.name}`}</p>
        </>
      )
    }
    case 'memo': return <p className="theme-part-words"><NotebookPen aria-hidden />{part.opening}</p>
    case 'story': return <><p className="theme-part-words"><BookOpen aria-hidden />{say('story', { number: part.number })}</p><p className="theme-part-from">{part.opening}</p></>
  }
}

function Marks({ part }: { part: ThemePart }) {
  const say = useSay('themes')
  if (part.side === 'supports' && !part.telling) return null
  return (
    <p className="theme-marks">
      {part.side === 'contradicts' && <span className="theme-mark is-against"><ArrowLeftRight aria-hidden />{say('side.contradicts')}</span>}
      {part.side === 'apart' && <span className="theme-mark"><CircleOff aria-hidden />{say('side.apart')}</span>}
      {part.telling && <span className="theme-mark"><Star aria-hidden />{say('telling')}</span>}
    </p>
  )
}
