// Dots, however many: one path with round ends draws them all, a second one those inside a line drawn by hand.
import { memo, useMemo } from 'react'
import { isInside, type Outline } from '../../shared/signifier/outline.ts'

export interface DotsProps {
  /** x, y, x, y, … 0–100 from the left and from below. */
  dots: readonly number[]
  /** Height of the drawing by its base. */
  tall: number
  lasso?: Outline | null
}

export const Dots = memo(function Dots({ dots, tall, lasso = null }: DotsProps) {
  const all = useMemo(() => dotsPath(dots, tall), [dots, tall])
  const inside = useMemo(() => (lasso ? dotsPath(dots, tall, (x, y) => isInside(lasso, x, y)) : ''), [dots, tall, lasso])
  // The more dots, the smaller and the lighter each: 100 are told apart, 20,000 make a cloud.
  const count = dots.length / 2
  const size = count <= 200 ? 9 : count <= 2000 ? 6 : 4
  return (
    <g className="chart-untouched">
      <path className="chart-dots" d={all} strokeWidth={size} strokeOpacity={count <= 200 ? 0.72 : count <= 2000 ? 0.5 : 0.35} />
      {inside && <path className="chart-dots is-inside" d={inside} strokeWidth={size} />}
    </g>
  )
})

function dotsPath(dots: readonly number[], tall: number, isWanted: (x: number, y: number) => boolean = () => true): string {
  let path = ''
  for (let i = 0; i < dots.length; i += 2) {
    const [x, y] = [dots[i]!, dots[i + 1]!]
    if (isWanted(x, y)) path += `M${x} ${((100 - y) * tall).toFixed(2)}h0`
  }
  return path
}
