// Stones on two axes: the mean place of every stone, larger the more often it was placed; of the chosen one every dot, with quarters and
// lines drawn by hand that open the stories.
import { useRef, type KeyboardEvent } from 'react'
import type { Outline } from '../../shared/signifier/outline.ts'
import { QUADRANTS, type Quadrant } from '../../shared/signifier/stones.ts'
import { useWords } from '../ui/words.ts'
import { Dots } from './dots.tsx'
import { pressByKey } from './histogram.tsx'
import { keptApart } from './kept-apart.ts'
import { outlinePath, useLasso } from './lasso.ts'
import { useNumbers } from './numbers.ts'
import { SpreadRing } from './spread-ring.tsx'
import { chartWords } from './words.ts'
import './charts.css'

export interface MeanStone { id: string, name: string, placed: number, x: number | null, y: number | null }

export interface StonesFieldProps {
  label: string
  /** [x left, x right, y bottom, y top]. */
  anchors: readonly string[]
  stones: readonly MeanStone[]
  /** The stone whose dots are drawn; its quarters can be pressed. */
  chosen: string | null
  dots: readonly number[]
  /** Stories of the chosen stone, by quarter. */
  counts: Partial<Record<Quadrant, number>>
  /** One standard deviation of the chosen stone, from thirty times on. */
  showEllipse?: boolean | undefined
  lasso?: Outline | null
  selected?: ReadonlySet<Quadrant>
  onStone?: (id: string) => void
  onQuadrant?: (quadrant: Quadrant) => void
  onLasso?: (outline: [number, number][]) => void
}

export function StonesField({ label, anchors, stones, chosen, dots, counts, showEllipse = false, lasso = null, selected, onStone, onQuadrant, onLasso }: StonesFieldProps) {
  const words = useWords(chartWords)
  const { number } = useNumbers()
  const drawn = useRef<SVGPathElement>(null)
  const handlers = useLasso(1, drawn, chosen === null ? undefined : onLasso)
  const most = Math.max(1, ...stones.map(({ placed }) => placed))
  const [left = '', right = '', bottom = '', top = ''] = anchors
  const nameOf = (quadrant: Quadrant) => `${/Right/.test(quadrant) ? right : left}, ${quadrant.startsWith('top') ? top : bottom}`
  const sentenceOf = (quadrant: Quadrant) => `${nameOf(quadrant)}: ${number(counts[quadrant] ?? 0)} ${counts[quadrant] === 1 ? words.story : words.stories}`
  const cornerOf = (quadrant: Quadrant) => ({ x: /Right/.test(quadrant) ? 50 : 0, y: quadrant.startsWith('top') ? 0 : 50 })
  // With one chosen the others only say where it lies among them: they stay where they are.
  const placed = stones.flatMap(({ placed: times, x, y }, at) => (x === null ? [] : [{ at, x, y: 100 - (y ?? 50), r: 1.6 + 1.5 * Math.sqrt(times / most) }]))
  const seats = new Map(keptApart(placed).map((seat, nth) => [placed[nth]!.at, { ...placed[nth]!, seat: chosen === null ? seat : placed[nth]! }]))
  const aside = Math.max(0, ...[...seats.values()].map(({ x, y, seat }) => Math.hypot(seat.x - x, seat.y - y)))
  const told = (stone: MeanStone) => `${stone.name}: ${number(stone.placed)} ${words.timesPlaced}${stone.x === null ? '' : `, ${number(stone.x)} ${words.right}, ${number(stone.y ?? 50)} ${words.up}`}`
  return (
    <figure className="chart-figure chart-field">
      <span className="chart-anchor is-up" aria-hidden>↑ {top}</span>
      <svg viewBox="-5 -5 110 110" role="group" aria-label={label} {...handlers}>
        <rect className="chart-outline" width={100} height={100} />
        {chosen !== null && onQuadrant && QUADRANTS.map(quadrant => (
          <rect
            key={quadrant} {...cornerOf(quadrant)} width={50} height={50} className="chart-zone" data-selected={selected?.has(quadrant) || undefined}
            role="button" tabIndex={0} aria-label={sentenceOf(quadrant)} aria-pressed={selected?.has(quadrant) ?? false}
            onClick={() => onQuadrant(quadrant)} onKeyDown={(event: KeyboardEvent) => pressByKey(event, () => onQuadrant(quadrant))}
          />
        ))}
        <path className="chart-faint chart-untouched" d="M50 0 V100 M0 50 H100" />
        {chosen !== null && <Dots dots={dots} tall={1} lasso={lasso} />}
        {chosen !== null && showEllipse && <SpreadRing dots={dots} tall={1} />}
        {chosen !== null && QUADRANTS.map(quadrant => {
          const { x, y } = cornerOf(quadrant)
          return <text key={quadrant} className="chart-zone-count chart-untouched" x={x === 0 ? 3 : 97} y={y === 0 ? -1.6 : 104.4}>{number(counts[quadrant] ?? 0)}</text>
        })}
        {stones.map((stone, at) => stone.x !== null && (
          <g
            key={stone.id} transform={`translate(${seats.get(at)!.seat.x} ${seats.get(at)!.seat.y})`} className="chart-stone" data-selected={stone.id === chosen || undefined} data-quiet={(chosen !== null && stone.id !== chosen) || undefined}
            {...(onStone ? { role: 'button', tabIndex: 0, 'aria-label': told(stone), 'aria-pressed': stone.id === chosen, onClick: () => onStone(stone.id), onKeyDown: (event: KeyboardEvent) => pressByKey(event, () => onStone(stone.id)) } : {})}
          >
            <circle r={seats.get(at)!.r} />
            <text className="chart-on-dot is-stone" dy="0.35em">{at + 1}</text>
          </g>
        ))}
        {lasso && <path className="chart-lasso chart-untouched" d={outlinePath(lasso, 1)} />}
        <path ref={drawn} className="chart-lasso chart-untouched" />
      </svg>
      <span className="chart-anchor is-down" aria-hidden>↓ {bottom}</span>
      <span className="chart-anchor is-left" aria-hidden>← {left}</span>
      <span className="chart-anchor is-right" aria-hidden>{right} →</span>
      {aside >= 0.5 && <figcaption className="chart-key">{words.beside.replace('{most}', number(Math.ceil(aside)))}</figcaption>}
    </figure>
  )
}
