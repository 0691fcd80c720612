// What the stories with a code scored, beside those without it: n, mean, median and spread; codes as rows.
import type { Crosstab, CrosstabRow, RowBy } from '../../shared/contract/crosstab.ts'
import { useFormats } from '../i18n/format.ts'
import { useSay } from '../i18n/say.ts'
import { Button } from '../ui/button.tsx'
import { CodeSwatch } from '../ui/code-swatch.tsx'
import { Select } from '../ui/select.tsx'
import { rowKey } from './choices.ts'
import { rowWords } from './column-words.ts'

export interface MeansTableProps { table: Crosstab, rows: readonly CrosstabRow[], measure: string, onMeasure: (key: string) => void, onOpen: (row: RowBy) => void }

export function MeansTable({ table, rows, measure, onMeasure, onOpen }: MeansTableProps) {
  const say = useSay('crosstab')
  const format = useFormats()
  const at = Math.max(0, table.measures.findIndex(({ key }) => key === measure))
  const chosen = table.measures[at]
  if (!chosen) return null
  const name = ({ is, name: words }: typeof chosen): string => (is === 'share' || is === 'x' || is === 'y' ? say(`means.${is}`, { name: words }) : words)
  const figure = (value: number | null, decimals: number): string => (value === null ? say('means.nothing') : format.number(value, decimals))
  const decimals = chosen.is === 'likert' ? 2 : 1
  return (
    <>
      {table.measures.length > 1 && (
        <Select label={say('means.measure')} choices={table.measures.map(one => ({ id: one.key, name: name(one) }))} value={chosen.key} onChange={onMeasure} className="crosstab-measure" />
      )}
      {chosen.is === 'likert' && <p className="ui-hint">{say('means.likert', { most: table.columns.filter(({ face }) => face.is === 'option').length })}</p>}
      <div className="crosstab-scroll">
        <table className="crosstab-grid crosstab-means" aria-label={name(chosen)}>
          <thead>
            <tr>
              <th rowSpan={2} scope="col" className="crosstab-row-head">{say('col.code')}</th>
              <th colSpan={4} scope="colgroup">{say('means.with')}</th>
              <th colSpan={4} scope="colgroup">{say('means.without')}</th>
            </tr>
            <tr>{['with', 'without'].flatMap(side => (['n', 'mean', 'median', 'sd'] as const).map(part => <th key={side + part} scope="col">{say(`means.${part}`)}</th>))}</tr>
          </thead>
          <tbody>
            {rows.map(row => (
              <tr key={rowKey(row.by)}>
                <th scope="row" className="crosstab-row-head">
                  <Button small look="quiet" icon={<CodeSwatch colour={row.colour} asBar />} onPress={() => onOpen(row.by)}>{rowWords(row, say)}</Button>
                </th>
                {([row.scores[at]!.with, row.scores[at]!.without] as const).flatMap((spread, side) => [
                  <td key={`n${side}`} data-state="">{format.number(spread.n)}</td>, <td key={`m${side}`} className="crosstab-total">{figure(spread.mean, decimals)}</td>,
                  <td key={`d${side}`}>{figure(spread.median, decimals)}</td>, <td key={`s${side}`}>{figure(spread.sd, decimals)}</td>
                ])}
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row" className="crosstab-row-head">{say('means.all')}</th>
              <td data-state="">{format.number(chosen.all.n)}</td><td className="crosstab-total">{figure(chosen.all.mean, decimals)}</td>
              <td>{figure(chosen.all.median, decimals)}</td><td>{figure(chosen.all.sd, decimals)}</td>
              {['n', 'mean', 'median', 'sd'].map(part => <td key={part}>{say('means.nothing')}</td>)}
            </tr>
          </tfoot>
        </table>
      </div>
    </>
  )
}
