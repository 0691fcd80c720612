// The stones of one answer: numbered dots on one axis or two, and what each number stands for.
import { useWords } from '../ui/words.ts'
import { useNumbers } from './numbers.ts'
import { chartWords } from './words.ts'

export interface PlacedStone {
  id: string
  name: string
  /** 0–100 from the left. */
  x: number
  /** 0–100 from below; null on one axis. */
  y: number | null
}

export interface StonesMiniProps {
  /** [x left, x right] or with [y bottom, y top] behind. */
  anchors: readonly string[]
  stones: readonly PlacedStone[]
  /** Names of stones that were left in the bag. */
  unplaced?: readonly string[]
}

export function StonesMini({ anchors, stones, unplaced = [] }: StonesMiniProps) {
  const words = useWords(chartWords)
  const { number } = useNumbers()
  const isFlat = stones.every(stone => stone.y === null) && anchors.length <= 2
  const wide = isFlat ? 2.2 : 1
  const height = isFlat ? 12 : 100
  const says = [
    ...stones.map(({ name, x, y }) => `${name}: ${number(x, 1)} ${words.right}${y === null ? '' : `, ${number(y, 1)} ${words.up}`}`),
    ...unplaced.map(name => `${name}: ${words.notPlaced}`)
  ].join('; ')
  return (
    <div className={isFlat ? 'chart-stones is-flat' : 'chart-stones'}>
      {!isFlat && <span className="chart-anchor is-up" aria-hidden>{anchors[3]}</span>}
      <svg viewBox={`-8 -8 ${100 * wide + 16} ${height + 16}`} role="img" aria-label={says}>
        {isFlat
          ? <line className="chart-axis" x1={0} x2={100 * wide} y1={6} y2={6} />
          : <><rect className="chart-outline" width={100} height={100} /><path className="chart-faint" d="M50 0 V100 M0 50 H100" /></>}
        {stones.map(({ id, x, y }, at) => (
          <g key={id} transform={`translate(${x * wide} ${isFlat ? 6 : 100 - (y ?? 50)})`}>
            <circle className="chart-dot" r={6} />
            <text className="chart-on-dot" dy="0.35em">{at + 1}</text>
          </g>
        ))}
      </svg>
      {!isFlat && <span className="chart-anchor is-down" aria-hidden>{anchors[2]}</span>}
      <span className="chart-anchor is-left" aria-hidden>{anchors[0]}</span>
      <span className="chart-anchor is-right" aria-hidden>{anchors[1]}</span>
      <ol className="chart-legend" aria-hidden>
        {stones.map(({ id, name }) => <li key={id}>{name}</li>)}
        {unplaced.map(name => <li key={name} className="is-unplaced">{name} · {words.notPlaced}</li>)}
      </ol>
    </div>
  )
}
