// Where the margin's stripes and names stand: stripes beside their lines, names stacked without overlap,
// folded to initials where they would drift too far from their fragment. Pixels from the top of the text.
import { assignLanes } from '../../shared/anchoring/lanes.ts'

export interface MarginMark {
  id: string
  top: number
  bottom: number
}

export interface MarginPlace {
  id: string
  stripe: { top: number, bottom: number, lane: number }
  label: { top: number, left: number, folded: boolean }
}

export const LABEL_HEIGHT = 22
export const CHIP_WIDTH = 44
/** Stripes beside each other; deeper ones share the last place. */
export const STRIPE_LANES = 5
/** A name may stand at most this far below its fragment's first line; then its crowd folds. */
export const MAX_DRIFT = LABEL_HEIGHT * 2
/** Narrower than this there is no room for names at all. */
export const NAMES_FROM_WIDTH = 96

/** `width`: of the column for names. `marks` in any order; the result is in order of reading. */
export function layOutMargin(marks: readonly MarginMark[], width: number): MarginPlace[] {
  const inOrder = marks.toSorted((one, other) => one.top - other.top || other.bottom - one.bottom || (one.id < other.id ? -1 : 1))
  const lanes = assignLanes(inOrder.map(({ id, top, bottom }) => ({ id, start: Math.round(top), end: Math.max(Math.round(bottom), Math.round(top) + 1) })))
  const places: MarginPlace[] = []
  let floor = -Infinity
  for (let at = 0; at < inOrder.length;) {
    const crowd = crowdFrom(inOrder, at, floor)
    const folded = width < NAMES_FROM_WIDTH || crowd.drift > MAX_DRIFT
    const labels = folded ? inRows(crowd.marks, floor, Math.max(1, Math.floor(width / CHIP_WIDTH))) : crowd.tops.map(top => ({ top, left: 0 }))
    crowd.marks.forEach((mark, index) => {
      const stripe = { top: mark.top, bottom: mark.bottom, lane: Math.min(lanes.get(mark.id)!, STRIPE_LANES - 1) }
      places.push({ id: mark.id, stripe, label: { ...labels[index]!, folded } })
    })
    floor = labels.at(-1)!.top + LABEL_HEIGHT
    at += crowd.marks.length
  }
  return places
}

/** The marks from one on that push each other down when written in full. */
function crowdFrom(inOrder: readonly MarginMark[], from: number, floor: number) {
  const tops: number[] = []
  let next = floor
  let drift = 0
  for (let at = from; at < inOrder.length; at++) {
    const { top } = inOrder[at]!
    if (at > from && top >= next) break
    const place = Math.max(top, next)
    drift = Math.max(drift, place - top)
    tops.push(place)
    next = place + LABEL_HEIGHT
  }
  return { marks: inOrder.slice(from, from + tops.length), tops, drift }
}

/** Initials beside each other: a row opens at its first fragment and takes those that start near it. */
function inRows(marks: readonly MarginMark[], floor: number, perRow: number): { top: number, left: number }[] {
  const places: { top: number, left: number }[] = []
  let row = { top: -Infinity, count: perRow }
  for (const { top } of marks) {
    const isNear = top < row.top + LABEL_HEIGHT
    if (row.count >= perRow || !isNear) row = { top: Math.max(top, row.top + LABEL_HEIGHT, floor), count: 0 }
    places.push({ top: row.top, left: row.count * CHIP_WIDTH })
    row.count++
  }
  return places
}
