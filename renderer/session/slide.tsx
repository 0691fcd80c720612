// One question on the wall: its picture, and behind each part of it the stories it counts.
import { useState } from 'react'
import type { Signifier } from '../../shared/contract/signifier.ts'
import { columnRule } from '../../shared/domain/column-rule.ts'
import type { StoryFilter } from '../../shared/domain/layer.ts'
import { LEAST } from '../../shared/sharing/small-counts.ts'
import { TRIAD_ZONES, type TriadZone } from '../../shared/signifier/triad.ts'
import { useRead } from '../api/hooks.ts'
import { Bars } from '../charts/bars.tsx'
import { Histogram } from '../charts/histogram.tsx'
import { TriadField } from '../charts/triad-field.tsx'
import { StoriesDrawer } from '../filter/stories-drawer.tsx'
import { useSay } from '../i18n/say.ts'
import { Skeleton } from '../ui/skeleton.tsx'
import { countsOf } from './print/pattern-drawn.ts'
import { wallBars } from './wall-bars.ts'
import { WallStones } from './wall-stones.tsx'

const BARS = new Set<Signifier['kind']>(['choice', 'likert', 'multi'])

/** `hides`: what few stories share is not told, as on paper. */
export function Slide({ signifier, hides }: { signifier: Signifier, hides: boolean }) {
  const say = useSay('session')
  const print = useSay('print')
  const pattern = useRead('pattern.chart', { signifier: signifier.id }).data
  const hasBars = BARS.has(signifier.kind)
  const paper = useRead('pattern.paper', { signifier: signifier.id, split: null, mode: hides ? 'sharing' : 'analysis' }, { when: hasBars }).data
  const [rule, setRule] = useState<StoryFilter | null>(null)
  if (!pattern || (hasBars && !paper)) return <Skeleton label={signifier.title} lines={8} />
  const part = pattern.parts[0]!
  const bars = paper && wallBars(paper)
  const open = (at: number) => { const face = pattern.columns[at]?.face; setRule(face ? columnRule(face, { signifier: signifier.id, kind: signifier.kind }) : null) }
  const values = pattern.columns.flatMap(({ value, face }, at) => (value && face.is !== 'none' ? [{ at, face }] : []))
  return (
    <>
      <h1>{signifier.title}</h1>
      <p>{paper ? countsOf(paper.parts[0]!, print) : print('n', { n: part.valid, of: part.stories })}</p>
      {signifier.kind === 'triad' && (
        <TriadField
          label={signifier.title} anchors={signifier.anchors} dots={part.dots} counts={Object.fromEntries(TRIAD_ZONES.map(zone => [zone, part.counts[columnOf(pattern.columns, zone)] ?? 0])) as Record<TriadZone, number>}
          mean={null} showZones={false} showDensity lasso={null} selected={new Set()} onZone={zone => open(columnOf(pattern.columns, zone))}
          onLasso={points => setRule({ answers: [{ is: 'lasso', signifier: signifier.id, stone: null, points }] })}
        />
      )}
      {signifier.kind === 'stones' && <WallStones signifier={signifier} onRule={setRule} />}
      {signifier.kind === 'slider' && (
        <Histogram
          label={signifier.title} anchors={signifier.anchors} base={part.valid} mean={null} selected={new Set()} counts={values.map(({ at }) => part.counts[at]!)} onSelect={bin => open(values[bin]!.at)} onRange={from => open(values[from]!.at)}
          bins={values.map(({ face }) => (face.is === 'bar' ? { from: Math.max(0, face.at - 5), to: Math.min(100, face.at + 5), isClosed: face.at === 100, centre: face.at } : face.is === 'range' ? { from: face.from, to: face.to, isClosed: face.closed, centre: null } : { from: 0, to: 0, isClosed: false, centre: null }))}
        />
      )}
      {bars && <Bars label={signifier.title} selected={new Set()} onSelect={key => open(pattern.columns.findIndex(each => each.key === key))} rows={bars.rows} />}
      {bars && bars.hidden.length > 0 && <p className="ui-hint">{[...bars.hidden.map(name => `${name} *`), print('n.note', { least: LEAST })].join(' · ')}</p>}
      {rule && <StoriesDrawer title={say('wall.behind')} rule={rule} onClose={() => setRule(null)} />}
    </>
  )
}

const columnOf = (columns: readonly { key: string }[], zone: TriadZone): number => columns.findIndex(({ key }) => key === zone)
