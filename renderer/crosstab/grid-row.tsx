// One row of the table: the code, its number in every column with shade and mark, its total, what is unread, and its p.
import { memo } from 'react'
import { Layers, Pin } from 'lucide-react'
import type { Crosstab, CrosstabRow, Unit } from '../../shared/contract/crosstab.ts'
import { chanceWords } from '../i18n/chance-words.ts'
import { useFormats } from '../i18n/format.ts'
import { useSay } from '../i18n/say.ts'
import { CodeSwatch } from '../ui/code-swatch.tsx'
import { isStriking, type StudyRule } from '../../shared/crosstab/study-test.ts'
import type { Show } from './choices.ts'
import { cellFigure, LEAST_BASE, residualMark, rowBase, rowWords } from './column-words.ts'
import { chanceOf } from './ordered-rows.ts'
import { expectedChance, type ExpectedRows } from './use-expected.ts'
import { rowKey } from './choices.ts'

export interface CellProps {
  table: Crosstab
  row: CrosstabRow
  at: number
  unit: Unit
  show: Show
  mostShare: number
  rule: StudyRule
  /** The p of the whole table, in study mode; null: each row has its own. */
  wholeP: number | null
  /** Where it stands in the grid, has the focus, and is open. */
  place: object
}

/** A number with its shade and its mark. */
export function Cell({ table, row, at, unit, show, mostShare, rule, wholeP, place }: CellProps) {
  const say = useSay('crosstab')
  const format = useFormats()
  const column = table.columns[at]!
  const base = rowBase(table, row, unit)
  const residual = row.residuals[at] ?? null
  const expected = row.expected[at] ?? null
  const mark = residualMark(residual)
  const p = wholeP ?? chanceOf(row)?.adjusted ?? 1
  /** How dark: the part of the row, or how far the residual strays, up to 4. */
  function shareOf(): number {
    if (show === 'residual') return Math.min(4, Math.abs(residual ?? 0)) / 4
    return column.value && base >= LEAST_BASE ? row.counts[at]! / base / mostShare : 0
  }
  return (
    <td
      {...place} data-state={column.value ? undefined : ''} data-zero={row.counts[at] === 0 ? '' : undefined} data-small={expected !== null && expected < 5 ? '' : undefined}
      data-marked={isStriking(residual, p, rule) ? '' : undefined} data-stray={show === 'residual' && residual !== null ? (residual > 0 ? 'more' : 'less') : undefined} style={{ '--share': shareOf().toFixed(3) } as React.CSSProperties}
    >
      <span className="crosstab-figure">{cellFigure(table, row, at, unit, show, { say, format })}</span>
      <span className="crosstab-mark" data-strong={mark.strong ? '' : undefined}>{mark.sign}</span>
    </td>
  )
}

export function RowName({ row, isPinned }: { row: CrosstabRow, isPinned: boolean }) {
  const say = useSay('crosstab')
  return (
    <span className="crosstab-code" style={{ paddingInlineStart: `${Math.min(row.depth, 4) * 12}px` }}>
      <CodeSwatch colour={row.colour} asBar />{'theme' in row.by && <Layers aria-hidden className="crosstab-pin" />}<span className="crosstab-code-name">{rowWords(row, say)}</span>
      {isPinned && <Pin aria-label={say('pinned')} className="crosstab-pin" />}
    </span>
  )
}

/** The p of a row; where something was expected of it beforehand that one's, with its sign. */
export function Chance({ row, expected }: { row: CrosstabRow, expected: ExpectedRows }) {
  const say = useSay('crosstab')
  const format = useFormats()
  const own = expected.byRow.get(rowKey(row.by))
  const best = chanceOf(row)
  if (!own) return best ? chanceWords(best.adjusted, format) : '–'
  const p = expectedChance(own)
  const words = p === null ? say('expect.mark.none') : say('expect.mark', { p: chanceWords(p, format) })
  return <span title={words}><span aria-hidden>◆ {p === null ? '–' : chanceWords(p, format)}</span><span className="only-read-aloud">{words}</span></span>
}

export interface GridRowProps extends Pick<CellProps, 'table' | 'row' | 'unit' | 'show' | 'mostShare' | 'rule' | 'wholeP'> {
  /** Its line in the grid; the headings are line 0. */
  line: number
  isPinned: boolean
  expected: ExpectedRows
  /** The columns that have the focus and that are open; −1: not in this row. */
  here: number
  opened: number
}

export const GridRow = memo(function GridRow({ line, isPinned, expected, here, opened, ...shared }: GridRowProps) {
  const { table, row } = shared
  const format = useFormats()
  const last = table.columns.length
  const place = (column: number) => ({
    'data-line': line, 'data-column': column, tabIndex: here === column ? 0 : -1, 'data-here': here === column ? '' : undefined, 'data-open': opened === column ? '' : undefined
  })
  return (
    <tr data-pinned={isPinned ? '' : undefined}>
      <th scope="row" className="crosstab-row-head" {...place(0)}><RowName row={row} isPinned={isPinned} /></th>
      {table.columns.map((column, at) => <Cell key={column.key} {...shared} at={at} place={place(at + 1)} />)}
      <td className="crosstab-total" {...place(last + 1)}>{format.number(row.total.count)}</td>
      <td data-state="" {...place(last + 2)}>{format.number(row.total.unread)}</td>
      <td className="crosstab-chance" {...place(last + 3)}><Chance row={row} expected={expected} /></td>
    </tr>
  )
})
