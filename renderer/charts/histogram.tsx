// How scores of 0–100 are spread over classes; the bar that holds the mean is the teal one. Bars may open the stories behind them.
import { useRef, useState, type KeyboardEvent, type MouseEvent } from 'react'
import { NEAREST_TENS, binOf, type Bin } from '../../shared/signifier/bins.ts'
import { useElementWidth } from '../ui/use-element-width.ts'
import { useWords } from '../ui/words.ts'
import { LEAST_FOR_PERCENT, useNumbers } from './numbers.ts'
import { starAt } from './star.ts'
import { chartWords } from './words.ts'
import './charts.css'

export interface HistogramProps {
  /** Names the picture: the question as asked. */
  label: string
  bins?: readonly Bin[]
  counts: readonly number[]
  /** [left, right]. */
  anchors: readonly string[]
  /** 0–100; its bar stands out, is starred, and the mean is told under the picture. */
  mean?: number | null
  isGeometric?: boolean
  selected?: ReadonlySet<number>
  onSelect?: (bin: number) => void
  /** Dragging over bars, or Shift and the arrows, takes several beside each other: first and last. */
  onRange?: (from: number, to: number) => void
  /** Stories with an answer: the base of the per cents in the names of the bars. */
  base?: number
  /** Bars are this high for this many stories; pictures beside each other then compare. Left out: the highest bar fills the picture. */
  tallest?: number
}

const [HEIGHT, HEAD, FOOT] = [170, 20, 24]
const GAP = 2

export function Histogram({ label, bins = NEAREST_TENS, counts, anchors, mean = null, isGeometric = false, selected, onSelect, onRange, base, tallest }: HistogramProps) {
  const words = useWords(chartWords)
  const { number, exact } = useNumbers()
  const figure = useRef<HTMLElement>(null)
  const wide = useElementWidth(figure) ?? 440
  const most = Math.max(1, tallest ?? 0, ...counts)
  const [brush, setBrush] = useState<{ from: number, to: number } | null>(null)
  const isBrushed = (at: number) => brush !== null && at >= Math.min(brush.from, brush.to) && at <= Math.max(brush.from, brush.to)
  const takeBrush = () => {
    if (!brush) return
    setBrush(null)
    const [from, to] = [Math.min(brush.from, brush.to), Math.max(brush.from, brush.to)]
    if (from === to || !onRange) onSelect?.(brush.from)
    else onRange(from, to)
  }
  const byKey = (event: KeyboardEvent, at: number) => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key]
    if (step !== undefined && onRange && event.shiftKey) {
      event.preventDefault()
      const from = brush?.from ?? at
      setBrush({ from, to: Math.max(0, Math.min(bins.length - 1, (brush?.to ?? at) + step)) })
    } else if (event.key === 'Escape' && brush) setBrush(null)
    else pressByKey(event, () => (brush ? takeBrush() : onSelect?.(at)))
  }
  const barAt = bins.map((bin, at) => {
    // The eleven tens are drawn equally wide, as readers know them; true classes to scale.
    const [from, to] = bin.centre === null ? [bin.from / 100, bin.to / 100] : [at / bins.length, (at + 1) / bins.length]
    return { x: from * wide + GAP / 2, width: Math.max(1, (to - from) * wide - GAP) }
  })
  const nameOf = (bin: Bin) => bin.centre === null
    ? `${words.from} ${number(bin.from, 1)} ${bin.isClosed ? words.upToAndWith : words.upTo} ${number(bin.to, 1)}`
    : number(bin.centre)
  const sentenceOf = (at: number) => `${nameOf(bins[at]!)}: ${number(counts[at]!)} ${counts[at] === 1 ? words.story : words.stories}${base && base >= LEAST_FOR_PERCENT ? `, ${number(counts[at]! / base * 100)}%` : ''}`
  const meanWords = isGeometric ? words.geometric : words.mean
  const meanBin = mean === null ? null : binOf(bins, mean)
  const tall = (count: number) => count / most * (HEIGHT - HEAD)
  const says = `${label}. ${bins.map((_, at) => sentenceOf(at)).join('; ')}${mean === null ? '' : `; ${meanWords} ${exact(mean, 1)}`}`
  return (
    <figure ref={figure} className="chart-figure">
      <svg className="chart-histogram" height={HEIGHT + FOOT} onPointerLeave={() => setBrush(null)} {...(onSelect ? { role: 'group', 'aria-label': label } : { role: 'img', 'aria-label': says })}>
        {bins.map((bin, at) => (
          <g
            key={bin.from} className="chart-bar" data-mean={at === meanBin || undefined} data-selected={selected?.has(at) || isBrushed(at) || undefined}
            {...(onSelect ? {
              role: 'button', tabIndex: 0, 'aria-label': sentenceOf(at), 'aria-pressed': selected?.has(at) ?? false, onKeyDown: (event: KeyboardEvent) => byKey(event, at),
              onClick: (event: MouseEvent) => { if (event.detail === 0) onSelect(at) }, onPointerDown: () => setBrush({ from: at, to: at }), onPointerEnter: () => setBrush(now => now && { ...now, to: at }), onPointerUp: takeBrush
            } : {})}
          >
            <rect className="chart-hit" x={barAt[at]!.x} y={0} width={barAt[at]!.width} height={HEIGHT + FOOT} />
            <rect className="chart-fill" x={barAt[at]!.x} y={HEIGHT - tall(counts[at]!)} width={barAt[at]!.width} height={tall(counts[at]!)} />
          </g>
        ))}
        <g className="chart-numbers" aria-hidden>
          {bins.map((bin, at) => {
            const { x, width } = barAt[at]!
            return (
              <g key={bin.from}>
                {counts[at]! > 0 && <text className="chart-count" x={x + width / 2} y={HEIGHT - tall(counts[at]!) - 5}>{number(counts[at]!)}</text>}
                {bin.centre === null
                  ? <text className="chart-tick" x={x} y={HEIGHT + 17} data-end={at === 0 || undefined}>{number(bin.from, 1)}</text>
                  : <text className="chart-tick" x={x + width / 2} y={HEIGHT + 17}>{number(bin.centre)}</text>}
                {at === meanBin && <path className="chart-mean-star" d={starAt(x + width / 2, tall(counts[at]!) > 18 ? HEIGHT - 9 : HEIGHT - tall(counts[at]!) - 24, 1.6)} data-over={tall(counts[at]!) > 18 || undefined} />}
              </g>
            )
          })}
          {bins[0]!.centre === null && <text className="chart-tick" x={wide} y={HEIGHT + 17} data-end="last">{number(100)}</text>}
          <line className="chart-axis" x1={0} x2={wide} y1={HEIGHT} y2={HEIGHT} />
          {mean !== null && bins[0]!.centre === null && <path className="chart-mean" d={`M${mean / 100 * wide} ${HEIGHT} v-${HEIGHT - 6}`} />}
        </g>
      </svg>
      <div className="chart-ends" aria-hidden><span>{anchors[0]}</span><span>{anchors[1]}</span></div>
      {mean !== null && <figcaption className="chart-key" aria-hidden>★ {words.meanHere.replace('{mean}', meanWords).replace('{value}', exact(mean, 1))}</figcaption>}
    </figure>
  )
}

/** Enter and the space bar press what is no button by birth. */
export function pressByKey(event: KeyboardEvent, press: () => void): void {
  if (event.key !== 'Enter' && event.key !== ' ') return
  event.preventDefault()
  press()
}
