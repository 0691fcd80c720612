// Stones on one axis, ranked by their mean: a mark for the mean, a bar as wide as one standard deviation to both sides, times placed.
import { Button } from 'react-aria-components'
import { useNumbers } from './numbers.ts'
import { useWords } from '../ui/words.ts'
import { chartWords } from './words.ts'
import './charts.css'

export interface LineStone { id: string, name: string, placed: number, mean: number | null, sd: number | null }

export function StonesLine({ label, anchors, stones, chosen, onStone }: { label: string, anchors: readonly string[], stones: readonly LineStone[], chosen: string | null, onStone: (id: string) => void }) {
  const words = useWords(chartWords)
  const { number } = useNumbers()
  const ranked = stones.toSorted((a, b) => (b.mean ?? -1) - (a.mean ?? -1))
  return (
    <div className="chart-ranked">
      <ul aria-label={label}>
        {ranked.map(({ id, name, placed, mean, sd }) => (
          <li key={id} data-selected={id === chosen || undefined}>
            <Button className="chart-ranked-row" onPress={() => onStone(id)} aria-label={`${name}: ${mean === null ? '' : `${words.mean} ${number(mean, 1)}, `}${number(placed)} ${words.timesPlaced}`}>
              <span className="chart-bars-name">{name}</span>
              <svg className="chart-ranked-line" aria-hidden>
                <line className="chart-axis" x1="0%" x2="100%" y1={12} y2={12} />
                {mean !== null && sd !== null && <line className="chart-spread" x1={`${Math.max(0, mean - sd)}%`} x2={`${Math.min(100, mean + sd)}%`} y1={12} y2={12} />}
                {mean !== null && <circle className="chart-dot" cx={`${mean}%`} cy={12} r={6} />}
              </svg>
              <span className="chart-bars-count">{mean === null ? '–' : number(mean)}</span>
              <span className="chart-bars-percent">{number(placed)}×</span>
            </Button>
          </li>
        ))}
      </ul>
      <div className="chart-ranked-axis" aria-hidden><span /><div className="chart-ends"><span>{anchors[0]}</span><span>{anchors[1]}</span></div><span /><span /></div>
      <p className="chart-key">{words.spread}</p>
    </div>
  )
}
