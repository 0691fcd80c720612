// The table itself: a grid one walks through with the arrows. Codes are rows; every number opens what lies behind it.
import { useEffect, useMemo, useRef, useState, type KeyboardEvent, type SyntheticEvent } from 'react'
import type { Crosstab, CrosstabRow, RowBy, Unit } from '../../shared/contract/crosstab.ts'
import type { StudyRule } from '../../shared/crosstab/study-test.ts'
import { useFormats } from '../i18n/format.ts'
import { useSay } from '../i18n/say.ts'
import { poleWords } from './cell-rule.ts'
import { rowKey, type Show } from './choices.ts'
import { cellSentence, columnWords, largestShare, rowWords, type Signifier } from './column-words.ts'
import { GridRow } from './grid-row.tsx'
import type { ExpectedRows } from './use-expected.ts'
import { TurnedHead, TurnedRows } from './turned-rows.tsx'

/** What one opens: a cell, a row (column null), a column (row null); of a row also why its difference may be luck. */
export interface Spot { row: RowBy | null, column: string | null, side: 'with' | 'unread', explain: boolean }

export interface GridProps {
  table: Crosstab
  rows: readonly CrosstabRow[]
  question: string
  signifier: Signifier | null
  unit: Unit
  show: Show
  /** Codes beside each other. */
  turned: boolean
  rule: StudyRule
  /** In study mode the p of the whole table, over fragments; else null. */
  wholeP: number | null
  pinned: ReadonlySet<string>
  /** What was written down beforehand about rows of this table. */
  expected: ExpectedRows
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
  const mostShare = useMemo(() => largestShare(table, unit), [table, unit])
  const poles = poleWords(table, signifier)
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
  const openLine = open?.row ? rows.findIndex(row => rowKey(row.by) === rowKey(open.row!)) + 1 : 0
  /** Of a place in the table as it stands when it is not turned. */
  const marksOf = (line: number, column: number) => {
    const isHere = here.line === line && here.column === column
    const isOpen = open !== null && openLine === line && (line === 0 ? open.column !== null && open.column === table.columns[column - 1]?.key : openedIn(rows[line - 1]!) === column)
    return { 'data-line': line, 'data-column': column, tabIndex: isHere ? 0 : -1, 'data-here': isHere ? '' : undefined, 'data-open': isOpen ? '' : undefined }
  }
  const heading = (column: number) => ({ role: 'columnheader', scope: 'col', ...marksOf(0, column) })
  const openedIn = (row: CrosstabRow): number => {
    if (!open?.row || rowKey(open.row) !== rowKey(row.by)) return -1
    return open.explain && open.column === null ? width - 1 : open.column !== null ? table.columns.findIndex(({ key }) => key === open.column) + 1 : open.side === 'unread' ? width - 2 : 0
  }

  return (
    <>
      <div className="crosstab-scroll">
        <table
          // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-to-interactive-role -- the grid pattern of the ARIA practices: a table walked by arrows
          role="grid" ref={element} aria-label={say('grid', { question })} aria-rowcount={turned ? width : height} aria-colcount={turned ? height : width} className="crosstab-grid"
          onKeyDown={onKeyDown} onFocus={onFocus} onMouseOver={tell} onClick={event => { const at = placeOf(event.target); if (at) { setPlace(at); openAt(at) } }}
        >
          <thead>
            {turned ? <TurnedHead rows={rows} pinned={pinned} placeOf={marksOf} /> : (
              <tr>
                <th className="crosstab-row-head" {...heading(0)}>{say('col.code')}</th>
                {table.columns.map((column, at) => (
                  <th key={column.key} data-state={column.value ? undefined : ''} {...heading(at + 1)}>
                    {poles[at] && <span className="crosstab-column-pole">{poles[at]}</span>}
                    <span className="crosstab-column-name">{columnWords(column, words)}</span>
                    <span className="crosstab-column-n">{format.number(column.stories)}</span>
                  </th>
                ))}
                <th {...heading(width - 3)}>{say('col.total')}</th>
                <th data-state="" {...heading(width - 2)}>{say('col.unread')}</th>
                <th {...heading(width - 1)}><abbr title={say('col.chance.more')}>{say('col.chance')}</abbr></th>
              </tr>
            )}
          </thead>
          <tbody>
            {turned ? <TurnedRows table={table} rows={rows} signifier={signifier} unit={unit} show={show} mostShare={mostShare} rule={rule} wholeP={wholeP} expected={expected} placeOf={marksOf} /> : rows.map((row, at) => (
              <GridRow
                key={rowKey(row.by)} table={table} row={row} line={at + 1} unit={unit} show={show} isPinned={pinned.has(rowKey(row.by))} expected={expected} mostShare={mostShare} rule={rule} wholeP={wholeP}
                here={here.line === at + 1 ? here.column : -1} opened={openedIn(row)}
              />
            ))}
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
