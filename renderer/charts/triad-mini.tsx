// One answer to a triad: a dot in its triangle.
import { placeOfShares, type TriadShares } from '../../shared/signifier/triad.ts'
import { useNumbers } from './numbers.ts'
import { TriadFrame, drawnAt } from './triad-frame.tsx'

export interface TriadMiniProps {
  /** [top, left, right]. */
  anchors: readonly string[]
  shares: TriadShares
}

export function TriadMini({ anchors, shares }: TriadMiniProps) {
  const { percent } = useNumbers()
  const dot = drawnAt(placeOfShares(shares))
  const says = shares.map((share, at) => `${anchors[at] ?? at + 1} ${percent(share, 1)}`).join(', ')
  return (
    <TriadFrame anchors={anchors} says={says}>
      <circle className="chart-dot" cx={dot.x} cy={dot.y} r={4.5} />
    </TriadFrame>
  )
}
