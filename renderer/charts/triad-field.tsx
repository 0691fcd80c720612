// All answers to a triad: dots, lines round the densest parts, the middle, zones with their counts; zones and lines drawn by hand open
// the stories.
import { useId, useMemo, useRef, type KeyboardEvent } from 'react'
import type { Outline } from '../../shared/signifier/outline.ts'
import { TRIAD_HEIGHT, TRIAD_ZONES, outlineOfZone, placeOfShares, type TriadPlace, type TriadShares, type TriadZone } from '../../shared/signifier/triad.ts'
import { useWords } from '../ui/words.ts'
import { densityOf, type Density } from './density.ts'
import { Dots } from './dots.tsx'
import { pressByKey } from './histogram.tsx'
import { outlinePath, useLasso } from './lasso.ts'
import { SpreadRing } from './spread-ring.tsx'
import { starAt } from './star.ts'
import { TriadFrame, drawnAt } from './triad-frame.tsx'
import { nameOfZone, zoneWords } from './triad.tsx'
import { LEAST_FOR_PERCENT, useNumbers } from './numbers.ts'
import { chartWords } from './words.ts'
import './charts.css'

export interface TriadFieldProps {
  label: string
  /** [top, left, right]. */
  anchors: readonly string[]
  /** x, y, x, y, … as placeOfShares gives them. */
  dots: readonly number[]
  /** Stories by zone. */
  counts: Record<TriadZone, number>
  mean?: TriadShares | null
  showZones?: boolean
  showDensity?: boolean
  /** One standard deviation, from thirty answers on. */
  showEllipse?: boolean | undefined
  lasso?: Outline | null
  selected?: ReadonlySet<TriadZone>
  onZone?: (zone: TriadZone) => void
  onLasso?: (outline: [number, number][]) => void
}

export function TriadField({ label, anchors, dots, counts, mean = null, showZones = true, showDensity = false, showEllipse = false, lasso = null, selected, onZone, onLasso }: TriadFieldProps) {
  const words = useWords(chartWords)
  const zones = useWords(zoneWords)
  const { number } = useNumbers()
  const drawn = useRef<SVGPathElement>(null)
  const clip = useId()
  const handlers = useLasso(TRIAD_HEIGHT, drawn, onLasso)
  const density = useMemo(() => (showDensity ? densityOf(dots, 'triangle') : null), [dots, showDensity])
  const valid = TRIAD_ZONES.reduce((sum, zone) => sum + counts[zone], 0)
  const sentenceOf = (zone: TriadZone) =>
    `${nameOfZone(zones[zone], anchors)}: ${number(counts[zone])} ${counts[zone] === 1 ? words.story : words.stories}${valid >= LEAST_FOR_PERCENT ? `, ${number(counts[zone] / valid * 100)}%` : ''}`
  const star = mean && drawnAt(placeOfShares(mean))
  return (
    <figure className="chart-figure">
      <TriadFrame anchors={anchors} says={onZone ? label : `${label}. ${TRIAD_ZONES.map(sentenceOf).join('; ')}`} isGroup={Boolean(onZone)} big handlers={handlers}>
        {(density || showEllipse) && <clipPath id={clip}><path d={`M50 0 L100 ${TRIAD_HEIGHT * 100} L0 ${TRIAD_HEIGHT * 100} Z`} /></clipPath>}
        {density && (
          <g className="chart-untouched" clipPath={`url(#${clip})`}>
            {density.lines.toReversed().map(({ share, path }) => <path key={share} className="chart-density" d={path} />)}
          </g>
        )}
        {showZones && TRIAD_ZONES.map(zone => (
          <path
            key={zone} className="chart-zone" data-selected={selected?.has(zone) || undefined} d={zonePath(outlineOfZone(zone))}
            {...(onZone ? {
              role: 'button', tabIndex: 0, 'aria-label': sentenceOf(zone), 'aria-pressed': selected?.has(zone) ?? false,
              onClick: () => onZone(zone), onKeyDown: (event: KeyboardEvent) => pressByKey(event, () => onZone(zone))
            } : {})}
          />
        ))}
        <Dots dots={dots} tall={TRIAD_HEIGHT} lasso={lasso} />
        {showEllipse && <g clipPath={`url(#${clip})`}><SpreadRing dots={dots} tall={TRIAD_HEIGHT} /></g>}
        <g className="chart-untouched">
          {showZones && TRIAD_ZONES.map(zone => {
            const { x, y } = besideStar(drawnAt(middleOf(outlineOfZone(zone))), star)
            return counts[zone] > 0 && <text key={zone} className="chart-zone-count" x={x} y={y} dy="0.35em">{number(counts[zone])}</text>
          })}
          {star && <path className="chart-star" d={starAt(star.x, star.y)} />}
          {lasso && <path className="chart-lasso" d={outlinePath(lasso, TRIAD_HEIGHT)} />}
          <path ref={drawn} className="chart-lasso" />
        </g>
      </TriadFrame>
      {density && mean && isDeserted(density, placeOfShares(mean)) && <figcaption className="chart-quiet">{words.deserted}</figcaption>}
    </figure>
  )
}

/** Reach of the star and half a figure, in units of the picture. */
const STAR_ROOM = 7

/** The number of a zone gives way to the star, upwards or down, which keeps it in its zone. */
function besideStar(at: { x: number, y: number }, star: { x: number, y: number } | null): { x: number, y: number } {
  if (!star || Math.hypot(at.x - star.x, at.y - star.y) >= STAR_ROOM) return at
  return { x: at.x, y: star.y + (at.y < star.y ? -STAR_ROOM : STAR_ROOM) }
}

/** Under a quarter of the peak: the mean lies between crowds. */
const isDeserted = (density: Density, { x, y }: TriadPlace): boolean => density.at(x, y) < 0.25

export const zonePath = (outline: readonly TriadPlace[]): string => `M${outline.map(drawnAt).map(({ x, y }) => `${x.toFixed(2)} ${y.toFixed(2)}`).join(' L')} Z`

function middleOf(outline: readonly TriadPlace[]): TriadPlace {
  return { x: outline.reduce((sum, each) => sum + each.x, 0) / outline.length, y: outline.reduce((sum, each) => sum + each.y, 0) / outline.length }
}
