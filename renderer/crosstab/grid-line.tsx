// One line of the table as it stands on the screen, and the line nobody sees that gives the columns of a large table their width.
import { memo, useMemo } from 'react'
import { columnWords, rowWords } from './column-words.ts'
import { gridCell, plainWords, rowName, type GridFacts } from './grid-cell.tsx'
import { withGaps } from './in-sight.ts'
import { rowKey } from './choices.ts'

export interface GridLineProps {
  facts: GridFacts
  /** From the top; 0 is the head. */
  down: number
  /** How many cells a line has, and which of them are drawn; null: all. */
  across: number
  columns: readonly number[] | null
  /** The cells that have the focus and that are open, from the left; −1: none here. */
  here: number
  opened: number
}

export const GridLine = memo(function GridLine({ facts, down, across, columns, here, opened }: GridLineProps) {
  const { turned, rows, pinned } = facts
  const cellAt = (right: number) => {
    const [line, column] = turned ? [right, down] : [down, right]
    return gridCell(facts, line, column, right, {
      'aria-colindex': right + 1, 'data-line': line, 'data-column': column, tabIndex: here === right ? 0 : -1,
      'data-here': here === right ? '' : undefined, 'data-open': opened === right ? '' : undefined
    })
  }
  const isPinned = (at: number) => !turned && at > 0 && at <= rows.length && pinned.has(rowKey(rows[at - 1]!.by))
  return (
    <tr aria-rowindex={down + 1} data-pinned={!isPinned(down) ? undefined : isPinned(down + 1) ? '' : 'last'}>
      {columns === null ? Array.from({ length: across }, (_, right) => cellAt(right)) : (
        <>
          {cellAt(0)}
          {withGaps(columns, across).map(place => ('at' in place ? cellAt(place.at) : <td key={`gap ${place.before}`} aria-hidden className="crosstab-gap" colSpan={place.gap} />))}
        </>
      )}
    </tr>
  )
})

/** Lines that are not drawn: so many, so high. */
export const GridGap = ({ lines, height, across }: { lines: number, height: number, across: number }) =>
  <tr aria-hidden style={{ height: lines * height }}><td aria-hidden className="crosstab-gap" colSpan={across} /></tr>

/** The widest words of every column: else columns would grow and shrink while one scrolls. */
export const GridWidths = memo(function GridWidths({ facts, down, across }: Pick<GridLineProps, 'facts' | 'down' | 'across'>) {
  const widest = useMemo(() => Array.from({ length: across }, (_, right) => widestIn(facts, down, right)), [facts, down, across])
  return <tr aria-hidden className="crosstab-widths">{widest.map((words, right) => <td key={right}><div>{words}{right > 0 && <span className="crosstab-mark" />}</div></td>)}</tr>
})

function widestIn(facts: GridFacts, down: number, right: number) {
  const { rows, turned, pinned, say } = facts
  if (right > 0) {
    const words = turned ? Array.from({ length: down - 1 }, (_, at) => plainWords(facts, rows[right - 1]!, at + 1)) : rows.map(row => plainWords(facts, row, right))
    return longest(words, one => one.length)
  }
  if (!turned) return rowName(longest(rows, row => rowWords(row, say).length + 2 * row.depth), pinned, say)
  const { table: { columns }, format, signifier, poles } = facts
  return longest(columns.map((column, at) => `${columnWords(column, { say, format, signifier })} ${poles[at] ?? ''} ${format.number(column.stories)}`), one => one.length)
}

const longest = <T,>(all: readonly T[], size: (one: T) => number): T => all.reduce((most, one) => (size(one) > size(most) ? one : most))
