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
/** Room round the picture for a dot on its edge, and points of the canvas for one unit: as sharp as a large screen needs. */
const [ROOM, SHARP] = [4, 8]

export const Dots = memo(function Dots({ dots, tall, lasso = null }: DotsProps) {
  const inside = useMemo(() => (lasso ? dotsInside(dots, lasso) : null), [dots, lasso])
  const Layer = dots.length / 2 > MOST_DRAWN ? PaintedDots : DrawnDots
  return (
    <g className="chart-untouched">
      <Layer dots={dots} tall={tall} of={dots.length / 2} />
      {inside && <Layer dots={inside} tall={tall} of={dots.length / 2} isInside />}
    </g>
  )
})

function dotsInside(dots: readonly number[], lasso: Outline): number[] {
  const inside: number[] = []
  for (let i = 0; i < dots.length; i += 2) if (isInside(lasso, dots[i]!, dots[i + 1]!)) inside.push(dots[i]!, dots[i + 1]!)
  return inside
}

/** `of`: all dots of the picture. The more there are, the smaller and the lighter each: 100 are told apart, 20,000 make a cloud. */
interface LayerProps { dots: readonly number[], tall: number, of: number, isInside?: boolean }

const DrawnDots = memo(function DrawnDots({ dots, tall, of, isInside: within = false }: LayerProps) {
  let path = ''
  for (let i = 0; i < dots.length; i += 2) path += `M${dots[i]} ${((100 - dots[i + 1]!) * tall).toFixed(2)}h0`
  return <path className={within ? 'chart-dots is-inside' : 'chart-dots'} d={path} strokeWidth={of <= 200 ? 9 : 6} strokeOpacity={within ? 1 : of <= 200 ? 0.72 : 0.5} />
})

const PaintedDots = memo(function PaintedDots({ dots, tall, isInside: within = false }: LayerProps) {
  const canvas = useRef<HTMLCanvasElement>(null)
  const [width, height] = [100 + 2 * ROOM, 100 * tall + 2 * ROOM]
  useEffect(() => { if (canvas.current) paint(canvas.current, dots, tall, within ? 0.8 : 0.3) }, [dots, tall, within])
  return (
    <foreignObject x={-ROOM} y={-ROOM} width={width} height={height}>
      <canvas ref={canvas} className={within ? 'chart-painted is-inside' : 'chart-painted'} width={width * SHARP} height={Math.ceil(height * SHARP)} style={{ width: `${width}px`, height: `${height}px` }} data-dots={dots.length / 2} />
    </foreignObject>
  )
})

/** One dot is drawn and then stamped: twenty thousand stamps take a few milliseconds, as many circles a hundred. */
function paint(canvas: HTMLCanvasElement, dots: readonly number[], tall: number, opacity: number): void {
  const context = canvas.getContext('2d')!
  const stamp = Object.assign(document.createElement('canvas'), { width: 10, height: 10 })
  const pen = stamp.getContext('2d')!
  pen.fillStyle = getComputedStyle(canvas).color
  pen.arc(5, 5, 4, 0, 2 * Math.PI)
  pen.fill()
  context.clearRect(0, 0, canvas.width, canvas.height)
  context.globalAlpha = opacity
  for (let i = 0; i < dots.length; i += 2) context.drawImage(stamp, (dots[i]! + ROOM) * SHARP - 5, ((100 - dots[i + 1]!) * tall + ROOM) * SHARP - 5)
}
