// The desk: every theme a column, at the left the codes that lie with no theme yet. Cards move by dragging, by keys and by menu.
import { useEffect, useRef, useState } from 'react'
import type { Code } from '../../shared/contract/code.ts'
import type { Theme } from '../../shared/contract/theme.ts'
import type { Id } from '../../shared/domain/ids.ts'
import { folded } from '../../shared/text/folded.ts'
import { useRead } from '../api/hooks.ts'
import { useFormats } from '../i18n/format.ts'
import { useSay } from '../i18n/say.ts'
import { CardList, type CardDrop, type CardShift } from '../ui/card-list.tsx'
import { Checkbox } from '../ui/checkbox.tsx'
import { CodeSwatch } from '../ui/code-swatch.tsx'
import { SearchField } from '../ui/search-field.tsx'
import { looseCodes, partAt, stepBefore, targetOf, TRAY } from './parts.ts'
import { ThemeColumn } from './theme-column.tsx'
import type { ThemeDesk } from './use-themes.ts'

export interface ThemeBoardProps {
  desk: ThemeDesk
  themes: readonly Theme[]
  /** Cards of the tray that a new theme is made from. */
  chosen: ReadonlySet<string>
  onChoose: (cards: ReadonlySet<string>) => void
}

export function ThemeBoard({ desk, themes, chosen, onChoose }: ThemeBoardProps) {
  const say = useSay('themes')
  const board = useRef<HTMLDivElement>(null)
  const follow = useFollow(board, themes)
  useNewInSight(board, themes)

  const drop = (theme: Theme, { ids, from, before }: CardDrop) => {
    const source = themes.find(({ id }) => id === from)
    const former = source && ids.length === 1 ? partAt(source, ids[0]!) : undefined
    void desk.place(theme, ids.map(targetOf), { side: former?.side, from: source?.id, before: before === null ? null : partAt(theme, before)?.id ?? null })
    if (from === TRAY) onChoose(new Set())
  }
  const shift = (theme: Theme, card: string, way: CardShift) => {
    const part = partAt(theme, card)
    if (!part) return
    if (way === 'up' || way === 'down') {
      const before = stepBefore(theme, card, way)
      if (before !== undefined) void desk.place(theme, [targetOf(card)], { side: part.side, from: theme.id, before })
      return
    }
    const at = themes.indexOf(theme) + (way === 'left' ? -1 : 1)
    const next = themes[at]
    if (next) {
      follow(next.id, card)
      void desk.place(next, [targetOf(card)], { side: part.side, from: theme.id })
    } else if (at < 0 && part.is === 'code') {
      follow(TRAY, card)
      void desk.take(theme, [part])
    }
  }
  const takeBack = ({ ids, from }: CardDrop) => {
    const source = themes.find(({ id }) => id === from)
    const parts = source ? ids.flatMap(card => partAt(source, card) ?? []) : []
    if (source && parts.length > 0) void desk.take(source, parts)
  }
  const toFirst = (cards: string[]) => {
    const [first] = themes
    if (!first) return
    follow(first.id, cards[0]!)
    drop(first, { ids: cards, from: TRAY, before: null })
  }
  return (
    <div ref={board} className="theme-board">
      <Tray desk={desk} themes={themes} chosen={chosen} onChoose={onChoose} onDrop={takeBack} onShift={(card, way) => { if (way === 'right') toFirst(chosen.has(card) ? [...chosen] : [card]) }} />
      <div className="theme-columns">
        {themes.length === 0 && (
          <div className="theme-none">
            <h2>{say('empty.title')}</h2>
            <p>{say('empty')}</p>
            <p className="ui-hint">{say('empty.how')}</p>
          </div>
        )}
        {themes.map(theme => <ThemeColumn key={theme.id} theme={theme} themes={themes} desk={desk} onDrop={desk.mayChange ? dropped => drop(theme, dropped) : undefined} onShift={desk.mayChange ? (card, way) => shift(theme, card, way) : undefined} />)}
      </div>
    </div>
  )
}

interface TrayProps extends ThemeBoardProps {
  onDrop: (drop: CardDrop) => void
  onShift: (card: string, way: CardShift) => void
}

function Tray({ desk, themes, chosen, onChoose, onDrop, onShift }: TrayProps) {
  const say = useSay('themes')
  const format = useFormats()
  const [words, setWords] = useState('')
  const [withLaid, setWithLaid] = useState(false)
  const counts = useRead('code.counts', {}).data
  const fragments = new Map((counts ?? []).map(({ code, fragments: n }) => [code, n]))
  const loose = looseCodes(desk.codes, themes)
  const shown = (withLaid ? desk.codes.filter(({ retired }) => !retired) : loose).filter(({ name }) => folded(name).includes(folded(words.trim())))
  const above = (code: Code): string => { const parent = code.parent && desk.codeById.get(code.parent); return parent ? `${parent.name} › ` : '' }
  return (
    <section className="theme-tray" aria-labelledby="theme-tray">
      <header><h2 id="theme-tray">{say('tray')}</h2><span className="ui-count">{loose.length}</span></header>
      <SearchField label={say('tray.search')} value={words} onChange={setWords} />
      <CardList
        label={say('tray')} list={TRAY} kind="theme-card" className="theme-tray-cards" selected={chosen} onSelect={desk.mayChange ? onChoose : undefined} onDrop={desk.mayChange ? onDrop : undefined} onShift={desk.mayChange ? onShift : undefined}
        cards={shown.map(code => ({ id: `code:${code.id}`, name: code.name, code }))}
        renderCard={({ code }) => (
          <span className="theme-code">
            <CodeSwatch colour={code.colour} />
            <span className="theme-code-name"><span className="theme-code-path">{above(code)}</span>{code.name}</span>
            {counts && <span className="theme-code-count" title={say('fragments', { count: fragments.get(code.id) ?? 0 })}>{format.number(fragments.get(code.id) ?? 0)}</span>}
          </span>
        )}
        emptyState={<p className="ui-hint">{say(words.trim() ? 'tray.nothing' : 'tray.none')}</p>}
      />
      <footer>
        <Checkbox isSelected={withLaid} onChange={setWithLaid}>{say('tray.all')}</Checkbox>
        {desk.mayChange && <p className="ui-hint">{say('tray.how')}</p>}
      </footer>
    </section>
  )
}

/** The focus goes along with a card that keys moved. Lists draw their cards a moment after the news of them, so it looks for some frames. */
function useFollow(board: React.RefObject<HTMLDivElement | null>, themes: readonly Theme[]): (list: Id, card: string) => void {
  const wanted = useRef<{ list: Id, card: string } | null>(null)
  useEffect(() => {
    if (!wanted.current) return
    const { list, card } = wanted.current
    let frame = 0
    const look = (left: number) => {
      const found = board.current?.querySelector<HTMLElement>(`${list === TRAY ? '.theme-tray' : `[data-theme-id="${list}"]`} [data-card="${card}"]`)
      if (!found) {
        if (left > 0) frame = requestAnimationFrame(() => look(left - 1))
        return
      }
      wanted.current = null
      found.focus()
    }
    frame = requestAnimationFrame(() => look(FRAMES))
    return () => cancelAnimationFrame(frame)
  }, [board, themes])
  return (list, card) => { wanted.current = { list, card } }
}

const FRAMES = 60

/** A theme that was just made stands at the end, often outside the window: the desk slides to it. */
function useNewInSight(board: React.RefObject<HTMLDivElement | null>, themes: readonly Theme[]): void {
  const known = useRef(themes)
  useEffect(() => {
    const last = themes.at(-1)
    if (last && themes.length > known.current.length && known.current.every(({ id }) => id !== last.id)) board.current?.querySelector(`[data-theme-id="${last.id}"]`)?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
    known.current = themes
  }, [board, themes])
}
