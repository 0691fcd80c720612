// One answer on a scale of 0–100 between two anchors.
import { useWords } from '../ui/words.ts'
import { useNumbers } from './numbers.ts'
import { chartWords } from './words.ts'

export interface SliderMiniProps {
  /** [left, right]. */
  anchors: readonly string[]
  /** 0–100. */
  value: number
}

export function SliderMini({ anchors, value }: SliderMiniProps) {
  const words = useWords(chartWords)
  const { number } = useNumbers()
  const between = anchors.length === 2 ? `, ${anchors[0]} – ${anchors[1]}` : ''
  return (
    <div className="chart-slider">
      <svg role="img" aria-label={`${number(value, 1)} ${words.of100}${between}`}>
        <line className="chart-axis" x1="0%" x2="100%" y1={7} y2={7} />
        {[0, 50, 100].map(tick => <line key={tick} className="chart-axis" x1={`${tick}%`} x2={`${tick}%`} y1={4} y2={10} />)}
        <circle className="chart-dot" cx={`${value}%`} cy={7} r={5.5} />
      </svg>
      <output className="chart-value" aria-hidden>{number(value, 1)}</output>
      <span className="chart-anchor is-left" aria-hidden>{anchors[0]}</span>
      <span className="chart-anchor is-right" aria-hidden>{anchors[1]}</span>
    </div>
  )
}
