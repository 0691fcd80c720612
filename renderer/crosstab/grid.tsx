// The table itself: a grid one walks through with the arrows. Codes are rows; every number opens what lies behind it.
import { useEffect, useMemo, useRef, useState, type KeyboardEvent, type SyntheticEvent } from 'react'
import type { RowBy } from '../../shared/contract/crosstab.ts'
import { useFormats } from '../i18n/format.ts'
import { useSay } from '../i18n/say.ts'
import { poleWords } from './cell-rule.ts'
import { rowKey } from './choices.ts'
import { cellSentence, columnWords, largestShare, rowBase, rowWords } from './column-words.ts'
import type { GridFacts } from './grid-cell.tsx'
import { GridGap, GridLine, GridWidths } from './grid-line.tsx'
import { useInSight, withGaps } from './in-sight.ts'

/** What one opens: a cell, a row (column null), a column (row null); of a row also why its difference may be luck. */
export interface Spot { row: RowBy | null, column: string | null, side: 'with' | 'unread', explain: boolean }

export interface GridProps extends Pick<GridFacts, 'table' | 'rows' | 'signifier' | 'unit' | 'show' | 'turned' | 'rule' | 'wholeP' | 'pinned' | 'expected'> {
  question: string
  open: Spot | null
  onOpen: (spot: Spot) => void
  onSort: (column: string) => void
  onPin: (row: RowBy) => void
}

interface Place { line: number, column: number }

export function Grid(props: GridProps) {
  const { table, rows, question, signifier, unit, show, turned, rule, wholeP, pinned, expected, open } = props
  const say = useSay('crosstab')
  const format = useFormats()
  const words = { say, format, signifier }
  const element = useRef<HTMLTableElement>(null)
  const told = useRef<HTMLParagraphElement>(null)
  const [place, setPlace] = useState<Place>({ line: 1, column: 1 })
  const [width, height] = [table.columns.length + 4, rows.length + 1]
  const facts = useMemo((): GridFacts => ({
    table, rows, signifier, unit, show, turned, rule, wholeP, pinned, expected, say, format,
    mostShare: largestShare(table, unit), bases: new Map(rows.map(row => [row, rowBase(table, row, unit)])), poles: poleWords(table, signifier)
  }), [table, rows, signifier, unit, show, turned, rule, wholeP, pinned, expected, say, format])
  const here = { line: Math.min(place.line, height - 1), column: Math.min(place.column, width - 1) }
  const moved = useRef(false)
  useEffect(() => {
    if (!moved.current) return
    moved.current = false
    element.current?.querySelector<HTMLElement>('[data-here]')?.focus()
  }, [place])

  const spotAt = ({ line, column }: Place): Spot => {
    const row = line === 0 ? null : rows[line - 1]!.by
    return { row, column: table.columns[column - 1]?.key ?? null, side: column === width - 2 ? 'unread' : 'with', explain: row !== null && column === width - 1 }
  }
  const openAt = (at: Place) => {
    const spot = spotAt(at)
    if (spot.row || spot.column) props.onOpen(spot)
  }
  const sentenceAt = ({ line, column }: Place): string => {
    const head = table.columns[column - 1]
    const row = rows[line - 1]
    if (!row) return head ? say('cell.column', { column: columnWords(head, words), count: head.stories, done: head.done }) : say('cell.hint')
    if (head) return cellSentence(table, row, column - 1, unit, words, wholeP !== null)
    const code = rowWords(row, say)
    if (column === width - 2) return say('cell.unread', { code, count: row.total.unread })
    return column === width - 1 ? say('explain.title', { code }) : say('cell.total', { code, count: say({ story: 'stories', fragment: 'fragments', coding: 'codings' }[unit] as 'stories', { count: row.total.count }) })
  }
  /** Written past React: a table of thousands of cells is not drawn anew because the pointer moves. */
  const tell = (event: SyntheticEvent) => {
    const at = placeOf(event.target)
    if (at && told.current) told.current.textContent = sentenceAt(at)
  }
  const onFocus = (event: SyntheticEvent) => {
    const at = placeOf(event.target)
    if (at && (at.line !== here.line || at.column !== here.column)) setPlace(at)
    tell(event)
  }
  const go = (line: number, column: number) => {
    moved.current = true
    setPlace({ line: Math.max(0, Math.min(height - 1, line)), column: Math.max(0, Math.min(width - 1, column)) })
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const { line, column } = here
    const far = event.ctrlKey || event.metaKey
    // Turned, what stands below is the next column.
    const step1 = (down: number, right: number) => (turned ? go(line + right, column + down) : go(line + down, column + right))
    const end = (at: 0 | 1) => (turned ? go(at * (height - 1), far ? at * (width - 1) : column) : go(far ? at * (height - 1) : line, at * (width - 1)))
    const steps: Record<string, () => void> = {
      ArrowDown: () => step1(1, 0), ArrowUp: () => step1(-1, 0), ArrowRight: () => step1(0, 1), ArrowLeft: () => step1(0, -1),
      Home: () => end(0), End: () => end(1), PageDown: () => step1(10, 0), PageUp: () => step1(-10, 0),
      Enter: () => openAt(here), ' ': () => openAt(here),
      s: () => { const { column: key } = spotAt(here); if (key !== null) props.onSort(key) },
      p: () => { const { row } = spotAt(here); if (row) props.onPin(row) }
    }
    const step = far && event.key.length === 1 ? undefined : steps[event.key]
    if (!step) return
    event.preventDefault()
    event.stopPropagation() // "s" and "p" mean this table here, not an action of the frame
    step()
  }
  const isOpen = open && placeOpened(open)
  function placeOpened({ row, column, side, explain }: Spot): Place {
    const found = column === null ? -1 : table.columns.findIndex(({ key }) => key === column)
    if (!row) return { line: 0, column: found + 1 }
    const line = rows.findIndex(one => rowKey(one.by) === rowKey(row)) + 1
    return { line: line || -1, column: explain && column === null ? width - 1 : column !== null ? found + 1 : side === 'unread' ? width - 2 : 0 }
  }
  const [down, across] = turned ? [width, height] : [height, width]
  const onScreen = (at: Place) => (turned ? { down: at.column, across: at.line } : { down: at.line, across: at.column })
  const [focus, opened] = [onScreen(here), isOpen && onScreen(isOpen)]
  const { lines, columns, lineHeight, scrollPadding } = useInSight(element, facts, down, across, focus)
  const lineAt = (at: number) => (
    <GridLine
      key={at === 0 ? 'head' : turned ? at : rowKey(rows[at - 1]!.by)} facts={facts} down={at} across={across} columns={at === 0 ? null : columns}
      here={focus.down === at ? focus.across : -1} opened={opened?.down === at ? opened.across : -1}
    />
  )
  return (
    <>
      <div className="crosstab-scroll" style={scrollPadding}>
        <table
          // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-to-interactive-role -- the grid pattern of the ARIA practices: a table walked by arrows
          role="grid" ref={element} aria-label={say('grid', { question })} aria-rowcount={down} aria-colcount={across} className="crosstab-grid"
          onKeyDown={onKeyDown} onFocus={onFocus} onMouseOver={tell} onClick={event => { const at = placeOf(event.target); if (at) { setPlace(at); openAt(at) } }}
        >
          <thead>{lineAt(0)}</thead>
          <tbody>
            {lines === null ? Array.from({ length: down - 1 }, (_, at) => lineAt(at + 1))
              : withGaps(lines, down).map(one => ('at' in one ? lineAt(one.at) : <GridGap key={`gap ${one.before}`} lines={one.gap} height={lineHeight} across={across} />))}
            {lines && <GridWidths facts={facts} down={down} across={across} />}
          </tbody>
        </table>
      </div>
      <p ref={told} className="crosstab-told" aria-live="polite">{say('cell.hint')}</p>
    </>
  )
}

/** The cell an event happened in. */
function placeOf(target: EventTarget): Place | null {
  const cell = target instanceof Element ? target.closest<HTMLElement>('[data-line]') : null
  return cell ? { line: Number(cell.dataset.line), column: Number(cell.dataset.column) } : null
}
