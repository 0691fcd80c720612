// The numbers of a picture as a table.
import type { Sheet } from '../../shared/contract/table.ts'
import { useFormats } from '../i18n/format.ts'

export function NumbersTable({ sheet: { headings, rows }, caption }: { sheet: Sheet, caption: string }) {
  const format = useFormats()
  const write = (value: string | number | null) => (typeof value === 'number' ? format.number(value, Number.isInteger(value) ? 0 : 1) : value ?? '')
  return (
    <div className="patterns-scroll">
      <table className="patterns-table">
        <caption className="only-read-aloud">{caption}</caption>
        <thead><tr>{headings.map(heading => <th key={heading} scope="col">{heading}</th>)}</tr></thead>
        <tbody>
          {rows.map(([name, ...figures], at) => (
            // oxlint-disable-next-line react/no-array-index-key -- rows and figures have no other name than their place, and never move
            <tr key={at}><th scope="row">{write(name ?? '')}</th>{figures.map((figure, place) => <td key={place}>{write(figure)}</td>)}</tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
