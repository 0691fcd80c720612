// Counts per option as bars to the right, with room for long words; rows may open the stories behind them.
import { Button } from 'react-aria-components'
import { useNumbers } from './numbers.ts'
import './charts.css'

export interface BarRow {
  id: string
  name: string
  count: number
  /** 0–100, of what the caption above the picture names; null where a percentage would say nothing. */
  percent: number | null
}

export interface BarsProps {
  /** Names the picture: the question as asked. */
  label: string
  rows: readonly BarRow[]
  selected?: ReadonlySet<string>
  onSelect?: (id: string) => void
}

export function Bars({ label, rows, selected, onSelect }: BarsProps) {
  const { number, percent } = useNumbers()
  const most = Math.max(1, ...rows.map(row => row.count))
  const face = (row: BarRow) => (
    <>
      <span className="chart-bars-name">{row.name}</span>{' '}
      <span className="chart-bars-track" aria-hidden><span className="chart-bars-fill" style={{ width: `${row.count / most * 100}%` }} /></span>
      <span className="chart-bars-count">{number(row.count)}</span>{' '}
      <span className="chart-bars-percent">{row.percent === null ? '' : percent(row.percent)}</span>
    </>
  )
  return (
    <ul className="chart-bars" aria-label={label}>
      {rows.map(row => (
        <li key={row.id} data-selected={selected?.has(row.id) || undefined}>
          {onSelect
            ? <Button className="chart-bars-row" onPress={() => onSelect(row.id)}>{face(row)}</Button>
            : <div className="chart-bars-row">{face(row)}</div>}
        </li>
      ))}
    </ul>
  )
}
