// The ellipse of one standard deviation round the mean of the dots; nothing where there are too few.
import { useMemo } from 'react'
import { spreadEllipse } from '../../shared/signifier/ellipse.ts'

export interface SpreadRingProps { dots: readonly number[], /** Height of the drawing by its base. */ tall: number }

export function SpreadRing({ dots, tall }: SpreadRingProps) {
  const ellipse = useMemo(() => spreadEllipse(dots, tall), [dots, tall])
  if (!ellipse) return null
  const { x, y, long, short, angle } = ellipse
  return <ellipse className="chart-ellipse chart-untouched" rx={long.toFixed(2)} ry={short.toFixed(2)} transform={`translate(${x.toFixed(2)} ${(100 * tall - y).toFixed(2)}) rotate(${(-angle).toFixed(2)})`} />
}
