// One theme on the desk: its name, the sentence it is about, and what lies on it.
import { useState } from 'react'
import { Ellipsis } from 'lucide-react'
import type { Theme, ThemePart } from '../../shared/contract/theme.ts'
import { useRead } from '../api/hooks.ts'
import { go } from '../app/route.ts'
import { useSay } from '../i18n/say.ts'
import { CardList, type CardDrop, type CardShift } from '../ui/card-list.tsx'
import { CodeSwatch } from '../ui/code-swatch.tsx'
import { IconButton } from '../ui/icon-button.tsx'
import { Menu } from '../ui/menu.tsx'
import { NoteDialog } from './note-dialog.tsx'
import { remarksOn } from './notices.ts'
import { openPart } from './open-part.ts'
import { PartCard } from './part-card.tsx'
import { cardOf, nameOfPart } from './parts.ts'
import { themeRoute } from './theme-route.ts'
import { useLayer } from './use-layer.ts'
import type { ThemeDesk } from './use-themes.ts'

export interface ThemeColumnProps {
  theme: Theme
  themes: readonly Theme[]
  desk: ThemeDesk
  onDrop?: (drop: CardDrop) => void
  onShift?: (card: string, way: CardShift) => void
}

export function ThemeColumn({ theme, themes, desk, onDrop, onShift }: ThemeColumnProps) {
  const say = useSay('themes')
  const layer = useLayer()
  const evidence = useRead('theme.evidence', { theme: theme.id, layer }, { when: layer !== undefined }).data
  const [noting, setNoting] = useState<ThemePart | null>(null)
  const [remark] = remarksOn(theme, evidence)
  const at = themes.indexOf(theme)
  const find = (card: string) => theme.parts.find(part => cardOf(part) === card)
  const heading = `theme-${theme.id}`
  return (
    <section className="theme-column" aria-labelledby={heading} data-theme-id={theme.id} data-code={theme.colour}>
      <header>
        <h2 id={heading}><CodeSwatch colour={theme.colour} /><a href={themeRoute(theme.id)}>{theme.name}</a></h2>
        <Menu
          label={say('column.menu', { theme: theme.name })} trigger={<IconButton small name={say('column.menu', { theme: theme.name })} icon={<Ellipsis aria-hidden />} />}
          parts={[
            { acts: [{ id: 'open', name: say('open'), onAct: () => go(themeRoute(theme.id)) }] },
            ...(!desk.mayChange ? [] : [{ acts: [
              { id: 'left', name: say('column.left'), isDisabled: at === 0, onAct: () => desk.shift(theme, 'left') },
              { id: 'right', name: say('column.right'), isDisabled: at === themes.length - 1, onAct: () => desk.shift(theme, 'right') }
            ] },
            { acts: [{ id: 'remove', name: say('remove'), danger: true, onAct: () => void desk.remove(theme) }] }])
          ]}
        />
      </header>
      {theme.concept && <p className="theme-concept">{theme.concept}</p>}
      <p className="theme-column-sum">
        {say(`phase.${theme.phase}`)}
        {evidence && ` · ${say('column.sum', { fragments: say('fragments', { count: evidence.supports.fragments }), stories: say('stories', { count: evidence.supports.stories }) })}`}
        {evidence && evidence.contradicts.stories > 0 && ` · ${say('column.against', { count: evidence.contradicts.stories })}`}
      </p>
      {remark && <p className="theme-remark">{say(`remark.${remark}`)}</p>}
      <CardList
        label={say('column.parts', { theme: theme.name })} list={theme.id} kind="theme-card" className="theme-column-cards" onDrop={onDrop} onShift={onShift}
        cards={theme.parts.map(part => ({ id: cardOf(part), name: nameOfPart(part, desk.codeById, say), part }))}
        onAct={card => { const part = find(card); if (part) openPart(part) }} onRemove={desk.mayChange ? card => { const part = find(card); if (part) void desk.take(theme, [part]) } : undefined}
        renderCard={({ part }) => <PartCard part={part} theme={theme} themes={themes} desk={desk} onNote={() => setNoting(part)} />}
        emptyState={<p className="ui-hint">{say('column.empty')}</p>}
      />
      {noting && (
        <NoteDialog note={noting.note} what={nameOfPart(noting, desk.codeById, say)} onClose={() => setNoting(null)} onKeep={note => desk.turn(noting, { note })} />
      )}
    </section>
  )
}
