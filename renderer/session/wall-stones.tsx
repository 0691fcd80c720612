// Stones on the wall: where each lies on average; a press on one brings its dots, and a press on a part of those the stories.
import { useState } from 'react'
import type { Signifier } from '../../shared/contract/signifier.ts'
import type { Id } from '../../shared/domain/ids.ts'
import type { StoryFilter } from '../../shared/domain/layer.ts'
import { columnRule } from '../../shared/domain/column-rule.ts'
import { QUADRANTS } from '../../shared/signifier/stones.ts'
import { useRead } from '../api/hooks.ts'
import { Bars } from '../charts/bars.tsx'
import { StonesField } from '../charts/stones-field.tsx'
import { StonesLine } from '../charts/stones-line.tsx'
import { useSay } from '../i18n/say.ts'
import { Skeleton } from '../ui/skeleton.tsx'

export function WallStones({ signifier, onRule }: { signifier: Signifier, onRule: (rule: StoryFilter | null) => void }) {
  const say = useSay('session')
  const [stone, setStone] = useState<Id | null>(null)
  const pattern = useRead('pattern.chart', { signifier: signifier.id, ...(stone ? { stone } : {}) }).data
  if (!pattern) return <Skeleton label={signifier.title} lines={8} />
  const part = pattern.parts[0]!
  const name = signifier.stones.find(({ id }) => id === stone)?.name
  const rows = signifier.stones.map(({ id, name: called }, at) => ({ id, name: called, placed: part.stones[at]?.placed ?? 0, x: part.stones[at]?.x ?? null, y: part.stones[at]?.y ?? null }))
  const open = (at: number) => { const face = pattern.columns[at]?.face; onRule(face && stone ? columnRule(face, { signifier: signifier.id, kind: 'stones', stone }) : null) }
  const columnOf = (key: string) => pattern.columns.findIndex(each => each.key === key)
  const hint = <p className="ui-hint">{name ? `${name}.` : say('wall.stones')}</p>
  if (signifier.anchors.length > 2) {
    return (
      <>
        {hint}
        <div className="session-wall-stones">
          <StonesField
            label={signifier.title} anchors={signifier.anchors} stones={rows.map(({ x, y, ...row }) => ({ ...row, x: x?.mean ?? null, y: y?.mean ?? null }))} chosen={stone} dots={stone ? part.dots : []}
            counts={Object.fromEntries(QUADRANTS.map(quadrant => [quadrant, part.counts[columnOf(quadrant)] ?? 0]))} onStone={id => setStone(id === stone ? null : id)} onQuadrant={quadrant => open(columnOf(quadrant))}
            onLasso={points => onRule({ answers: [{ is: 'lasso', signifier: signifier.id, stone, points }] })}
          />
          <ol className="session-wall-list">{rows.map(row => <li key={row.id} data-chosen={row.id === stone || undefined}>{row.name}</li>)}</ol>
        </div>
      </>
    )
  }
  const halves = pattern.columns.flatMap(({ key, face }, at) => (stone && face.is === 'quadrant' ? [{ id: key, name: signifier.anchors[face.quadrant === 'left' ? 0 : 1] ?? '', count: part.counts[at]!, percent: part.valid > 0 ? part.counts[at]! / part.valid * 100 : null }] : []))
  return (
    <>
      {hint}
      <StonesLine label={signifier.title} anchors={signifier.anchors} stones={rows.map(({ x, ...row }) => ({ ...row, mean: x?.mean ?? null, sd: x?.sd ?? null }))} chosen={stone} onStone={id => setStone(id === stone ? null : id)} />
      {halves.length > 0 && <Bars label={name ?? ''} rows={halves} selected={new Set()} onSelect={key => open(columnOf(key))} />}
    </>
  )
}
