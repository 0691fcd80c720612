// The numbers of a picture as a table.
import type { Sheet } from '../../shared/contract/table.ts'
import { useFormats } from '../i18n/format.ts'

export function NumbersTable({ sheet: { headings, rows }, caption, hasPercents = false }: { sheet: Sheet, caption: string, hasPercents?: boolean }) {
  const format = useFormats()
  // In pairs a count and its per cent: the counts of a row share their decimals, all per cents have one.
  const write = (figures: (string | number | null)[], at: number) => {
    const value = figures[at]!
    const isWhole = hasPercents && at % 2 === 1 ? false : figures.every((other, place) => typeof other !== 'number' || (hasPercents && place % 2 === 1) || Number.isInteger(other))
    return typeof value === 'number' ? format.number(value, isWhole ? 0 : 1) : value ?? ''
  }
  return (
    <div className="patterns-scroll">
      <table className="patterns-table">
        <caption className="only-read-aloud">{caption}</caption>
        <thead><tr>{headings.map(heading => <th key={heading} scope="col" data-short={heading.length < 10 || undefined}>{heading}</th>)}</tr></thead>
        <tbody>
          {rows.map(([name, ...figures], at) => (
            // oxlint-disable-next-line react/no-array-index-key -- rows and figures have no other name than their place, and never move
            <tr key={at}><th scope="row">{name}</th>{figures.map((_, place) => <td key={place}>{write(figures, place)}</td>)}</tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
