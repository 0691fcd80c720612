// Dots, however many. Up to two thousand are one path with round ends, sharp at any size; more are painted once on a canvas, so that
// drawing a line round them repaints nothing but the line. A second layer of the same shows those inside the line.
import { memo, useEffect, useMemo, useRef } from 'react'
import { isInside, type Outline } from '../../shared/signifier/outline.ts'

export interface DotsProps {
  /** x, y, x, y, … 0–100 from the left and from below. */
  dots: readonly number[]
  /** Height of the drawing by its base. */
  tall: number
  lasso?: Outline | null
}

const MOST_DRAWN = 2000
/** Milliseconds of one frame that painting takes. */
const SLICE = 8
/** Room round the picture for a dot on its edge, and points of the canvas for one unit: as sharp as a large screen needs. */
const [ROOM, SHARP] = [4, 8]

export const Dots = memo(function Dots({ dots, tall, lasso = null }: DotsProps) {
  const isMany = dots.length / 2 > MOST_DRAWN
  const inside = useMemo(() => (lasso && !isMany ? dots.filter((_, i) => isInside(lasso, dots[i - i % 2]!, dots[i - i % 2 + 1]!)) : null), [dots, lasso, isMany])
  return (
    <g className="chart-untouched">
      {isMany ? <PaintedDots dots={dots} tall={tall} /> : <DrawnDots dots={dots} tall={tall} of={dots.length / 2} />}
      {isMany && lasso && <PaintedDots dots={dots} tall={tall} lasso={lasso} />}
      {inside && <DrawnDots dots={inside} tall={tall} of={dots.length / 2} isInside />}
    </g>
  )
})

/** `of`: all dots of the picture. The more there are, the smaller and the lighter each: 100 are told apart, 20,000 make a cloud. */
interface LayerProps { dots: readonly number[], tall: number, of: number, isInside?: boolean }

const DrawnDots = memo(function DrawnDots({ dots, tall, of, isInside: within = false }: LayerProps) {
  let path = ''
  for (let i = 0; i < dots.length; i += 2) path += `M${dots[i]} ${((100 - dots[i + 1]!) * tall).toFixed(2)}h0`
  return <path className={within ? 'chart-dots is-inside' : 'chart-dots'} d={path} strokeWidth={of <= 200 ? 9 : 6} strokeOpacity={within ? 1 : of <= 200 ? 0.72 : 0.5} />
})

const PaintedDots = memo(function PaintedDots({ dots, tall, lasso = null }: DotsProps) {
  const canvas = useRef<HTMLCanvasElement>(null)
  const [width, height] = [100 + 2 * ROOM, 100 * tall + 2 * ROOM]
  useEffect(() => (canvas.current ? paint(canvas.current, { dots, tall, lasso }) : undefined), [dots, tall, lasso])
  return (
    <foreignObject x={-ROOM} y={-ROOM} width={width} height={height}>
      <canvas ref={canvas} className={lasso ? 'chart-painted is-inside' : 'chart-painted'} width={width * SHARP} height={Math.ceil(height * SHARP)} style={{ width: `${width}px`, height: `${height}px` }} />
    </foreignObject>
  )
})

/**
 * One dot is drawn and then stamped: twenty thousand stamps take a few milliseconds, as many circles a hundred. Which dots lie inside a
 * line is worked out meanwhile, a slice in each frame, so that keys and pointer are never kept waiting. When all stand the canvas says
 * how many (data-dots). Gives a way to stop.
 */
function paint(canvas: HTMLCanvasElement, { dots, tall, lasso }: DotsProps): () => void {
  const context = canvas.getContext('2d')!
  const stamp = Object.assign(document.createElement('canvas'), { width: 10, height: 10 })
  const pen = stamp.getContext('2d')!
  pen.fillStyle = getComputedStyle(canvas).color
  pen.arc(5, 5, 4, 0, 2 * Math.PI)
  pen.fill()
  context.clearRect(0, 0, canvas.width, canvas.height)
  context.globalAlpha = lasso ? 0.8 : 0.3
  delete canvas.dataset.dots
  let [at, count, frame] = [0, 0, 0]
  const slice = (): void => {
    const until = performance.now() + SLICE
    for (let step = 1; at < dots.length && (step % 100 !== 0 || performance.now() < until); step++) {
      const [x, y] = [dots[at++]!, dots[at++]!]
      if (lasso && !isInside(lasso, x, y)) continue
      context.drawImage(stamp, (x + ROOM) * SHARP - 5, ((100 - y) * tall + ROOM) * SHARP - 5)
      count++
    }
    if (at < dots.length) frame = requestAnimationFrame(slice)
    else canvas.dataset.dots = String(count)
  }
  slice()
  return () => cancelAnimationFrame(frame)
}
