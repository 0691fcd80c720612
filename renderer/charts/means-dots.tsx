// A mean for each row with the interval in which it would probably lie in another such group; the rows open what they stand for.
import { Button } from 'react-aria-components'
import { scaleLinear } from 'd3-scale'
import { useWords } from '../ui/words.ts'
import { useNumbers } from './numbers.ts'
import { chartWords } from './words.ts'
import './charts.css'

export interface MeanRow { id: string, name: string, colour?: number, n: number, mean: number | null, low: number | null, high: number | null }

export interface MeansDotsProps {
  label: string
  rows: readonly MeanRow[]
  from: number
  to: number
  /** The mean of all. */
  reference: number | null
  decimals?: number
  /** The figures are differences: a sign before each. */
  isDifference?: boolean
  onSelect?: (id: string) => void
}

export function MeansDots({ label, rows, from, to, reference, decimals = 1, isDifference = false, onSelect }: MeansDotsProps) {
  const words = useWords(chartWords)
  const { number, exact } = useNumbers()
  const figure = (value: number) => exact(value, decimals, isDifference)
  const place = scaleLinear().domain([from, to]).range([0, 100]).clamp(true)
  const ticks = place.ticks(5)
  return (
    <div className="chart-ranked" role="group" aria-label={label}>
      <ul>
        {rows.map(({ id, name, n, mean, low, high, colour }) => (
          <li key={id}>
            <Button className="chart-ranked-row" isDisabled={!onSelect} onPress={() => onSelect?.(id)}>
              <span className="chart-bars-name">{colour !== undefined && <i className="chart-code" data-code={colour} aria-hidden />}{name}</span>
              <svg className="chart-ranked-line" aria-hidden>
                {ticks.map(tick => <line key={tick} className="chart-faint" x1={`${place(tick)}%`} x2={`${place(tick)}%`} y1={0} y2={24} />)}
                {reference !== null && <line className="chart-reference" x1={`${place(reference)}%`} x2={`${place(reference)}%`} y1={0} y2={24} />}
                {low !== null && high !== null && <line className="chart-spread" x1={`${place(low)}%`} x2={`${place(high)}%`} y1={12} y2={12} />}
                {mean !== null && <circle className="chart-dot" cx={`${place(mean)}%`} cy={12} r={5} />}
              </svg>
              {' '}
              <span className="chart-bars-count"><span className="only-read-aloud">{mean === null ? words.noMean : words.mean} </span>{mean === null ? '–' : figure(mean)}</span>
              {' '}
              <span className="chart-bars-percent">n {number(n)}{low !== null && high !== null && <span className="only-read-aloud">, {words.interval} {figure(low)} – {figure(high)}</span>}</span>
            </Button>
          </li>
        ))}
      </ul>
      <div className="chart-ranked-axis" aria-hidden><span />{<span className="chart-ranked-ticks">{ticks.map(tick => <b key={tick} style={{ insetInlineStart: `${place(tick)}%` }}>{number(tick, 1)}</b>)}</span>}<span /><span /></div>
    </div>
  )
}
