// One row of the table: the code, its number in every column with shade and mark, its total, what is unread, and its p.
import { memo } from 'react'
import { Pin } from 'lucide-react'
import type { Crosstab, CrosstabRow, Unit } from '../../shared/contract/crosstab.ts'
import { useFormats } from '../i18n/format.ts'
import { useSay } from '../i18n/say.ts'
import { CodeSwatch } from '../ui/code-swatch.tsx'
import type { Show } from './choices.ts'
import { cellFigure, chanceWords, LEAST_BASE, residualMark, rowBase, rowWords } from './column-words.ts'
import { chanceOf } from './ordered-rows.ts'

export interface GridRowProps {
  table: Crosstab
  row: CrosstabRow
  /** Its line in the grid; the headings are line 0. */
  line: number
  unit: Unit
  show: Show
  isPinned: boolean
  /** The largest share of a row in the table: the dark end of the ramp. */
  mostShare: number
  /** The columns that have the focus and that are open; −1: not in this row. */
  here: number
  opened: number
}

export const GridRow = memo(function GridRow({ table, row, line, unit, show, isPinned, mostShare, here, opened }: GridRowProps) {
  const say = useSay('crosstab')
  const format = useFormats()
  const name = rowWords(row, say)
  const base = rowBase(table, row, unit)
  const best = chanceOf(row)
  const last = table.columns.length
  const cell = (column: number) => ({
    'data-line': line, 'data-column': column, tabIndex: here === column ? 0 : -1, 'data-here': here === column ? '' : undefined, 'data-open': opened === column ? '' : undefined
  })
  return (
    <tr data-pinned={isPinned ? '' : undefined}>
      <th scope="row" className="crosstab-row-head" {...cell(0)}>
        <span className="crosstab-code" style={{ paddingInlineStart: `${Math.min(row.depth, 4) * 12}px` }}>
          <CodeSwatch colour={row.colour} asBar /><span className="crosstab-code-name">{name}</span>
          {isPinned && <Pin aria-label={say('pinned')} className="crosstab-pin" />}
        </span>
      </th>
      {table.columns.map((column, at) => {
        const mark = residualMark(row.residuals[at] ?? null)
        const expected = row.expected[at] ?? null
        return (
          <td
            key={column.key} {...cell(at + 1)} data-state={column.value ? undefined : ''} data-zero={row.counts[at] === 0 ? '' : undefined}
            data-small={expected !== null && expected < 5 ? '' : undefined} data-marked={mark.strong && best && best.adjusted < 0.05 ? '' : undefined}
            style={{ '--share': column.value && base >= LEAST_BASE ? (row.counts[at]! / base / mostShare).toFixed(3) : '0' } as React.CSSProperties}
          >
            <span className="crosstab-figure">{cellFigure(table, row, at, unit, show, { say, format })}</span>
            <span className="crosstab-mark" data-strong={mark.strong ? '' : undefined}>{mark.sign}</span>
          </td>
        )
      })}
      <td className="crosstab-total" {...cell(last + 1)}>{format.number(row.total.count)}</td>
      <td data-state="" {...cell(last + 2)}>{format.number(row.total.unread)}</td>
      <td className="crosstab-chance" {...cell(last + 3)}>{best ? chanceWords(best.adjusted, format) : '–'}</td>
    </tr>
  )
})
