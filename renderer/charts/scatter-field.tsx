// Two scales against each other: classes shaded by how many stories lie in them, every story a dot. A cell, or a rectangle that is
// dragged (or taken with Shift and the arrows), opens its stories.
import { useRef, useState, type KeyboardEvent } from 'react'
import { cellAt, countBlock, SCATTER_BINS, type CellBlock } from '../../shared/domain/cell-rule.ts'
import { Dots } from './dots.tsx'
import { heatShade } from './heat-shade.ts'
import { useNumbers } from './numbers.ts'
import { useWords } from '../ui/words.ts'
import { chartWords } from './words.ts'
import './charts.css'

export interface ScatterScale { title: string, /** [low, high]. */ anchors: readonly string[] }
export interface ScatterFieldProps {
  label: string
  across: ScatterScale
  up: ScatterScale
  /** Row by row from below, each from the left. */
  counts: readonly number[]
  dots: readonly number[]
  selected: CellBlock | null
  onBlock: (block: CellBlock) => void
}

type Cell = readonly [x: number, y: number]
const SIZE = SCATTER_BINS.length
const CELLS = SCATTER_BINS.flatMap((_, y) => SCATTER_BINS.map((_bin, x): Cell => [x, y]))
const between = (a: Cell, b: Cell): CellBlock => ({ x: [Math.min(a[0], b[0]), Math.max(a[0], b[0])], y: [Math.min(a[1], b[1]), Math.max(a[1], b[1])] })
const holds = (block: CellBlock | null, [x, y]: Cell): boolean => block !== null && x >= block.x[0] && x <= block.x[1] && y >= block.y[0] && y <= block.y[1]
const STEPS: Record<string, Cell> = { ArrowRight: [1, 0], ArrowLeft: [-1, 0], ArrowUp: [0, 1], ArrowDown: [0, -1] }
const inside = (at: number): number => Math.max(0, Math.min(SIZE - 1, at))

export function ScatterField({ label, across, up, counts, dots, selected, onBlock }: ScatterFieldProps) {
  const words = useWords(chartWords)
  const { number } = useNumbers()
  const svg = useRef<SVGSVGElement>(null)
  /** One stop for Tab; the arrows go on from there. `from` is where a rectangle began. */
  const [at, setAt] = useState<Cell>([0, 0])
  const [from, setFrom] = useState<Cell | null>(null)
  const shown = from ? between(from, at) : selected
  const most = Math.max(1, ...counts)
  const bounds = (place: number) => `${number(SCATTER_BINS[place]!.from)}–${number(SCATTER_BINS[place]!.to)}`
  const sentenceOf = ([x, y]: Cell) => `${across.title} ${bounds(x)}, ${up.title} ${bounds(y)}: ${number(counts[cellAt(x, y)]!)} ${counts[cellAt(x, y)] === 1 ? words.story : words.stories}`
  const take = (block: CellBlock) => {
    setFrom(null)
    if (countBlock(counts, block) > 0) onBlock(block)
  }
  const byKey = (event: KeyboardEvent, cell: Cell) => {
    const step = STEPS[event.key]
    if (step) {
      event.preventDefault()
      const next: Cell = [inside(cell[0] + step[0]), inside(cell[1] + step[1])]
      setFrom(event.shiftKey ? from ?? cell : null)
      setAt(next)
      svg.current?.querySelector<SVGElement>(`[data-cell="${cellAt(...next)}"]`)?.focus()
    } else if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault()
      take(between(from ?? cell, cell))
    } else if (event.key === 'Escape' && from) {
      event.stopPropagation()
      setFrom(null)
    }
  }
  return (
    <figure className="chart-figure chart-scatter">
      <p className="chart-scatter-up"><strong>↑ {up.title}</strong></p>
      <div className="chart-scatter-ends" aria-hidden><span>{up.anchors[1]}</span><span>{up.anchors[0]}</span></div>
      <svg ref={svg} viewBox="-8 -2 110 110" role="group" aria-label={label} onPointerLeave={() => setFrom(null)}>
        {CELLS.map(cell => {
          const [x, y] = cell
          const count = counts[cellAt(x, y)]!
          return (
            <rect
              key={cellAt(x, y)} data-cell={cellAt(x, y)} className="chart-cell" x={x * 10} y={90 - y * 10} width={10} height={10} style={{ fill: heatShade(count / most) }}
              role="button" tabIndex={at[0] === x && at[1] === y ? 0 : -1} aria-label={sentenceOf(cell)} aria-pressed={holds(selected, cell)}
              onFocus={() => setAt(cell)} onKeyDown={event => byKey(event, cell)}
              onPointerDown={event => { if (event.button === 0) { setFrom(cell); setAt(cell) } }}
              onPointerEnter={() => { if (from) setAt(cell) }} onPointerUp={() => { if (from) take(between(from, cell)) }}
              onClick={event => { if (event.detail === 0) take(between(cell, cell)) }}
            ><title>{sentenceOf(cell)}</title></rect>
          )
        })}
        <g className="chart-untouched" aria-hidden>
          <rect className="chart-outline" width={100} height={100} />
          <Dots dots={dots} tall={1} />
          {shown && <rect className="chart-lasso" x={shown.x[0] * 10} y={90 - shown.y[1] * 10} width={(shown.x[1] - shown.x[0] + 1) * 10} height={(shown.y[1] - shown.y[0] + 1) * 10} />}
          {[0, 50, 100].map(tick => <text key={tick} className="chart-scatter-tick" x={tick} y={105} textAnchor="middle">{number(tick)}</text>)}
          {[0, 50, 100].map(tick => <text key={`up${tick}`} className="chart-scatter-tick" x={-2} y={100 - tick} dy="0.35em" textAnchor="end">{number(tick)}</text>)}
        </g>
      </svg>
      <div className="chart-ends" aria-hidden><span>{across.anchors[0]}</span><span>{across.anchors[1]}</span></div>
      <p className="chart-scatter-across"><strong>{across.title} →</strong></p>
    </figure>
  )
}
