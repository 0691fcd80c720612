// Where the answers with a code lie closer together than those without it, and the other way round: two smoothed clouds, taken apart.
import { useId, useMemo } from 'react'
import { outlineOfZone, placeOfShares, TRIAD_HEIGHT, TRIAD_ZONES, type TriadShares } from '../../shared/signifier/triad.ts'
import { useWords } from '../ui/words.ts'
import { differenceOf } from './density.ts'
import { TriadFrame, drawnAt } from './triad-frame.tsx'
import { starAt } from './star.ts'
import { zonePath } from './triad-field.tsx'
import { chartWords } from './words.ts'
import './charts.css'

export interface TriadDifferenceProps {
  label: string
  /** [top, left, right]. */
  anchors: readonly string[]
  /** x, y, x, y, … as placeOfShares gives them; what stands first is drawn in teal, the second hatched. */
  first: { name: string, dots: readonly number[], mean: TriadShares | null }
  second: { name: string, dots: readonly number[], mean: TriadShares | null }
  /** Instead of the picture, where either side is too small for it. */
  tooFew: string
}

export function TriadDifference({ label, anchors, first, second, tooFew }: TriadDifferenceProps) {
  const words = useWords(chartWords)
  const [clip, hatch] = [useId(), useId()]
  const difference = useMemo(() => differenceOf(first.dots, second.dots, 'triangle'), [first.dots, second.dots])
  if (!difference) return <p className="chart-quiet">{tooFew}</p>
  const marks = [first, second].map(({ mean }) => mean && drawnAt(placeOfShares(mean)))
  return (
    <figure className="chart-figure">
      <TriadFrame anchors={anchors} says={`${label}. ${first.name}: ${words.closerTeal}; ${second.name}: ${words.closerHatched}`} big>
        <clipPath id={clip}><path d={`M50 0 L100 ${TRIAD_HEIGHT * 100} L0 ${TRIAD_HEIGHT * 100} Z`} /></clipPath>
        <pattern id={hatch} width={2.4} height={2.4} patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><path className="chart-hatch" d="M0 0 V2.4" /></pattern>
        {TRIAD_ZONES.map(zone => <path key={zone} className="chart-zone" d={zonePath(outlineOfZone(zone))} />)}
        <g clipPath={`url(#${clip})`}>
          {difference.more.map(({ share, path }) => <path key={share} className="chart-more" d={path} />)}
          {difference.less.map(({ share, path }) => <path key={share} className="chart-less" fill={`url(#${hatch})`} d={path} />)}
        </g>
        {marks[0] && <path className="chart-star" d={starAt(marks[0].x, marks[0].y)} />}
        {marks[1] && <path className="chart-star is-open" d={starAt(marks[1].x, marks[1].y)} />}
      </TriadFrame>
      <figcaption className="chart-quiet chart-difference-legend">
        <span><i className="chart-more-key" aria-hidden /> {first.name}: {words.closer} ★</span> <span><svg className="chart-less-key" viewBox="0 0 12 9" aria-hidden><rect className="chart-less" width={12} height={9} fill={`url(#${hatch})`} /></svg> {second.name}: {words.closer} ☆</span>
      </figcaption>
    </figure>
  )
}
