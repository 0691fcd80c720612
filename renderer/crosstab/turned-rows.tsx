// The table on its side: one line for every column, codes beside each other; the same cells at the same logical places.
import type { Crosstab, CrosstabRow } from '../../shared/contract/crosstab.ts'
import { useFormats } from '../i18n/format.ts'
import { useSay } from '../i18n/say.ts'
import { poleWords } from './cell-rule.ts'
import { rowKey } from './choices.ts'
import { columnWords, type Signifier } from './column-words.ts'
import { Cell, Chance, RowName, type CellProps } from './grid-row.tsx'
import type { ExpectedRows } from './use-expected.ts'

export interface TurnedProps extends Pick<CellProps, 'unit' | 'show' | 'mostShare' | 'rule' | 'wholeP'> {
  table: Crosstab
  rows: readonly CrosstabRow[]
  signifier: Signifier | null
  pinned: ReadonlySet<string>
  expected: ExpectedRows
  /** Of a row (0 is the heading) and a column of the unturned table. */
  placeOf: (row: number, column: number) => object
}

export function TurnedHead({ rows, pinned, placeOf }: Pick<TurnedProps, 'rows' | 'pinned' | 'placeOf'>) {
  const say = useSay('crosstab')
  return (
    <tr>
      <th scope="col" className="crosstab-row-head" {...placeOf(0, 0)}>{say('columns')}</th>
      {rows.map((row, at) => <th key={rowKey(row.by)} scope="col" {...placeOf(at + 1, 0)}><RowName row={{ ...row, depth: 0 }} isPinned={pinned.has(rowKey(row.by))} /></th>)}
    </tr>
  )
}

export function TurnedRows({ rows, signifier, expected, placeOf, ...shared }: Omit<TurnedProps, 'pinned'>) {
  const { table } = shared
  const say = useSay('crosstab')
  const format = useFormats()
  const last = table.columns.length
  const poles = poleWords(table, signifier)
  return (
    <>
      {table.columns.map((column, at) => (
        <tr key={column.key}>
          <th scope="row" className="crosstab-row-head" data-state={column.value ? undefined : ''} {...placeOf(0, at + 1)}>
            {columnWords(column, { say, format, signifier })} {poles[at] && <span className="crosstab-beside-n">{poles[at]} · </span>}<span className="crosstab-beside-n">{format.number(column.stories)}</span>
          </th>
          {rows.map((row, line) => <Cell key={rowKey(row.by)} {...shared} row={row} at={at} place={placeOf(line + 1, at + 1)} />)}
        </tr>
      ))}
      <tr><th scope="row" className="crosstab-row-head" {...placeOf(0, last + 1)}>{say('col.total')}</th>{rows.map((row, line) => <td key={rowKey(row.by)} className="crosstab-total" {...placeOf(line + 1, last + 1)}>{format.number(row.total.count)}</td>)}</tr>
      <tr><th scope="row" className="crosstab-row-head" data-state="" {...placeOf(0, last + 2)}>{say('col.unread')}</th>{rows.map((row, line) => <td key={rowKey(row.by)} data-state="" {...placeOf(line + 1, last + 2)}>{format.number(row.total.unread)}</td>)}</tr>
      <tr>
        <th scope="row" className="crosstab-row-head" {...placeOf(0, last + 3)}><abbr title={say('col.chance.more')}>{say('col.chance')}</abbr></th>
        {rows.map((row, line) => <td key={rowKey(row.by)} className="crosstab-chance" {...placeOf(line + 1, last + 3)}><Chance row={row} expected={expected} /></td>)}
      </tr>
    </>
  )
}
