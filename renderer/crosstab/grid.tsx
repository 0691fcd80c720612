// The table itself: a grid one walks through with the arrows. Codes are rows; every number opens what lies behind it.
import { useEffect, useMemo, useRef, useState, type KeyboardEvent, type SyntheticEvent } from 'react'
import type { Crosstab, CrosstabRow, RowBy, Unit } from '../../shared/contract/crosstab.ts'
import { useFormats } from '../i18n/format.ts'
import { useSay } from '../i18n/say.ts'
import { rowKey, type Show } from './choices.ts'
import { cellSentence, columnWords, largestShare, rowWords, type Signifier } from './column-words.ts'
import { GridRow } from './grid-row.tsx'

/** What one opens: a cell, a row (column null), a column (row null); of a row also why its difference may be luck. */
export interface Spot { row: RowBy | null, column: string | null, side: 'with' | 'unread', explain: boolean }

export interface GridProps {
  table: Crosstab
  rows: readonly CrosstabRow[]
  question: string
  signifier: Signifier | null
  unit: Unit
  show: Show
  pinned: ReadonlySet<string>
  open: Spot | null
  onOpen: (spot: Spot) => void
  onSort: (column: string) => void
  onPin: (row: RowBy) => void
}

interface Place { line: number, column: number }

export function Grid(props: GridProps) {
  const { table, rows, question, signifier, unit, show, pinned, open } = props
  const say = useSay('crosstab')
  const format = useFormats()
  const words = { say, format, signifier }
  const element = useRef<HTMLTableElement>(null)
  const told = useRef<HTMLParagraphElement>(null)
  const [place, setPlace] = useState<Place>({ line: 1, column: 1 })
  const [width, height] = [table.columns.length + 4, rows.length + 1]
  const mostShare = useMemo(() => largestShare(table, unit), [table, unit])
  const here = { line: Math.min(place.line, height - 1), column: Math.min(place.column, width - 1) }
  const moved = useRef(false)
  useEffect(() => {
    if (!moved.current) return
    moved.current = false
    element.current?.querySelector<HTMLElement>('[data-here]')?.focus()
  }, [place])

  const spotAt = ({ line, column }: Place): Spot => {
    const row = line === 0 ? null : { code: rows[line - 1]!.code, branch: rows[line - 1]!.branch }
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
    if (head) return cellSentence(table, row, column - 1, unit, words)
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
    const steps: Record<string, () => void> = {
      ArrowDown: () => go(line + 1, column), ArrowUp: () => go(line - 1, column), ArrowRight: () => go(line, column + 1), ArrowLeft: () => go(line, column - 1),
      Home: () => go(far ? 0 : line, 0), End: () => go(far ? height - 1 : line, width - 1), PageDown: () => go(line + 10, column), PageUp: () => go(line - 10, column),
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
  const heading = (column: number) => ({
    role: 'columnheader', scope: 'col', 'data-line': 0, 'data-column': column, tabIndex: here.line === 0 && here.column === column ? 0 : -1,
    'data-here': here.line === 0 && here.column === column ? '' : undefined, 'data-open': open && open.row === null && open.column === table.columns[column - 1]?.key ? '' : undefined
  })
  const openedIn = (row: CrosstabRow): number => {
    if (!open?.row || rowKey(open.row) !== rowKey(row)) return -1
    return open.explain ? width - 1 : open.column !== null ? table.columns.findIndex(({ key }) => key === open.column) + 1 : open.side === 'unread' ? width - 2 : 0
  }

  return (
    <>
      <div className="crosstab-scroll">
        <table
          // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-to-interactive-role -- the grid pattern of the ARIA practices: a table walked by arrows
          role="grid" ref={element} aria-label={say('grid', { question })} aria-rowcount={height} aria-colcount={width} className="crosstab-grid"
          onKeyDown={onKeyDown} onFocus={onFocus} onMouseOver={tell} onClick={event => { const at = placeOf(event.target); if (at) { setPlace(at); openAt(at) } }}
        >
          <thead>
            <tr>
              <th className="crosstab-row-head" {...heading(0)}>{say('col.code')}</th>
              {table.columns.map((column, at) => (
                <th key={column.key} data-state={column.value ? undefined : ''} {...heading(at + 1)}>
                  <span className="crosstab-column-name">{columnWords(column, words)}</span>
                  <span className="crosstab-column-n">{format.number(column.stories)}</span>
                </th>
              ))}
              <th {...heading(width - 3)}>{say('col.total')}</th>
              <th data-state="" {...heading(width - 2)}>{say('col.unread')}</th>
              <th {...heading(width - 1)}><abbr title={say('col.chance.more')}>{say('col.chance')}</abbr></th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row, at) => (
              <GridRow
                key={rowKey(row)} table={table} row={row} line={at + 1} unit={unit} show={show} isPinned={pinned.has(rowKey(row))} mostShare={mostShare}
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
