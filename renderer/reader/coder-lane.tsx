// One coder's lane beside a text that is compared: a stripe for every coding, with the code's name where there is room.
import type { CSSProperties } from 'react'
import { patternOf } from '../ui/code-pattern.ts'
import { CoderRing } from '../ui/coder-ring.tsx'
import type { ReaderLane } from './comparing-reader.tsx'
import { LABEL_HEIGHT } from './margin-layout.ts'
import type { TextMap } from './text-map.ts'
import { useMarginLayout } from './use-margin-layout.ts'

export interface CoderLaneProps {
  lane: ReaderLane
  map: TextMap | null
  /** Changes whenever lines may have moved. */
  layout: number
  isNamed: boolean
  active: string | null
  spotOf: (coding: string) => string | null
  onActivate: (spot: string | null) => void
}

/** Stripes beside each other in one lane; deeper ones share the last place. */
const DEEPEST = 2
/** Wide enough for names to be written in full; their drift is borne here, for there is no other place to read them. */
const NAME_ROOM = 1000

export function CoderLane({ lane, map, layout, isNamed, active, spotOf, onActivate }: CoderLaneProps) {
  const { stripes, rows } = useMarginLayout(map, lane.codings, layout, NAME_ROOM)
  const byId = new Map(lane.codings.map(coding => [coding.id, coding]))
  const isLit = (ids: readonly string[]) => active !== null && ids.some(id => spotOf(id) === active)
  const choose = (id: string) => { const spot = spotOf(id); onActivate(spot === active ? null : spot) }
  return (
    <div className="reader-lane">
      <div className="reader-lane-head"><CoderRing small initials={lane.initials} mine={lane.mine} />{isNamed && <span>{lane.name.split(' ')[0]}</span>}</div>
      <div className="reader-lane-body">
        {stripes.map(({ ids, top, bottom, lane: place }) => {
          const coding = byId.get(ids[0]!)
          return coding && (
            <button
              key={ids[0]} type="button" tabIndex={-1} className="reader-stripe is-in-lane" data-code={coding.colour} data-pattern={coding.pattern ?? patternOf(coding.colour)}
              data-lit={isLit(ids) || undefined} title={coding.codeName} aria-label={coding.codeName} style={{ top, height: bottom - top, '--lane': Math.min(place, DEEPEST) } as CSSProperties} onClick={() => choose(ids[0]!)}
            />
          )
        })}
        {isNamed && named(rows).map(({ ids, top }) => {
          const coding = byId.get(ids[0]!)
          return coding && (
            <button key={ids[0]} type="button" tabIndex={-1} className="reader-lane-name" data-lit={isLit(ids) || undefined} style={{ top }} title={coding.codeName} onClick={() => choose(ids[0]!)}>
              {coding.codeName}
            </button>
          )
        })}
      </div>
    </div>
  )
}

/** Names that folded to chips in a crowd are written below each other all the same. */
function named(rows: readonly { ids: string[], top: number }[]): { ids: string[], top: number }[] {
  let floor = -Infinity
  return rows.toSorted((one, other) => one.top - other.top).map(({ ids, top }) => {
    const place = Math.max(top, floor)
    floor = place + LABEL_HEIGHT
    return { ids, top: place }
  })
}
