// All answers to a triad: dots, their mean, and the zones with their counts, which may open the stories behind them.
import type { KeyboardEvent } from 'react'
import { TRIAD_ZONES, outlineOfZone, placeOfShares, zoneOfShares, type TriadPlace, type TriadShares, type TriadZone } from '../../shared/signifier/triad.ts'
import { useWords, type WordTable } from '../ui/words.ts'
import { pressByKey } from './histogram.tsx'
import { useNumbers } from './numbers.ts'
import { starAt } from './star.ts'
import { TriadFrame, drawnAt } from './triad-frame.tsx'
import { chartWords } from './words.ts'
import './charts.css'

export interface TriadProps {
  /** Names the picture: the question as asked. */
  label: string
  /** [top, left, right]. */
  anchors: readonly string[]
  answers: readonly { id: string, shares: TriadShares }[]
  mean?: TriadShares | null
  /** Draws the lines between the zones and writes their counts. */
  showZones?: boolean
  selected?: ReadonlySet<TriadZone>
  onSelect?: (zone: TriadZone) => void
}

export const zoneWords = {
  nl: { top: 'vooral {top}', left: 'vooral {left}', right: 'vooral {right}', topLeft: 'tussen {top} en {left}', topRight: 'tussen {top} en {right}', leftRight: 'tussen {left} en {right}', centre: 'in het midden' },
  en: { top: 'mostly {top}', left: 'mostly {left}', right: 'mostly {right}', topLeft: 'between {top} and {left}', topRight: 'between {top} and {right}', leftRight: 'between {left} and {right}', centre: 'in the middle' }
} satisfies WordTable<TriadZone>

/** The words of a zone with the anchors' own words in it; `pattern` from zoneWords. */
export function nameOfZone(pattern: string, [top, left, right]: readonly string[]): string {
  return pattern.replace('{top}', top ?? '').replace('{left}', left ?? '').replace('{right}', right ?? '')
}

export function Triad({ label, anchors, answers, mean = null, showZones = false, selected, onSelect }: TriadProps) {
  const words = useWords(chartWords)
  const zones = useWords(zoneWords)
  const { number } = useNumbers()
  const counts = countZones(answers)
  const sentenceOf = (zone: TriadZone) => `${nameOfZone(zones[zone], anchors)}: ${number(counts[zone])} ${counts[zone] === 1 ? words.story : words.stories}`
  const star = mean && drawnAt(placeOfShares(mean))
  return (
    <figure className="chart-figure">
      <TriadFrame anchors={anchors} says={onSelect ? label : `${label}. ${TRIAD_ZONES.map(sentenceOf).join('; ')}`} isGroup={Boolean(onSelect)} big>
        {(showZones || onSelect) && TRIAD_ZONES.map(zone => (
          <path
            key={zone} className="chart-zone" data-selected={selected?.has(zone) || undefined} d={path(outlineOfZone(zone))}
            {...(onSelect ? {
              role: 'button', tabIndex: 0, 'aria-label': sentenceOf(zone), 'aria-pressed': selected?.has(zone) ?? false,
              onClick: () => onSelect(zone), onKeyDown: (event: KeyboardEvent) => pressByKey(event, () => onSelect(zone))
            } : {})}
          />
        ))}
        <g className="chart-untouched">
          {answers.map(({ id, shares }) => {
            const dot = drawnAt(placeOfShares(shares))
            return <circle key={id} className="chart-dot is-many" cx={dot.x} cy={dot.y} r={1.4} />
          })}
          {showZones && TRIAD_ZONES.map(zone => {
            const { x, y } = drawnAt(middle(outlineOfZone(zone)))
            return <text key={zone} className="chart-zone-count" x={x} y={y} dy="0.35em">{number(counts[zone])}</text>
          })}
          {star && <path className="chart-star" d={starAt(star.x, star.y)} />}
        </g>
      </TriadFrame>
    </figure>
  )
}

function countZones(answers: TriadProps['answers']): Record<TriadZone, number> {
  const counts = Object.fromEntries(TRIAD_ZONES.map(zone => [zone, 0])) as Record<TriadZone, number>
  for (const { shares } of answers) counts[zoneOfShares(shares)]++
  return counts
}

function path(outline: readonly TriadPlace[]): string {
  return `M${outline.map(drawnAt).map(({ x, y }) => `${x.toFixed(3)} ${y.toFixed(3)}`).join(' L')} Z`
}

function middle(outline: readonly TriadPlace[]): TriadPlace {
  return { x: outline.reduce((sum, each) => sum + each.x, 0) / outline.length, y: outline.reduce((sum, each) => sum + each.y, 0) / outline.length }
}
