// Where the margin's stripes and names stand: a stripe beside the lines of every strand, names stacked without overlap,
// one name for coders who said the same, folded to initials where names would drift too far. Pixels from the top of the text.
import { assignLanes } from '../../shared/anchoring/lanes.ts'

/** Where a coding stands; `strand` is shared by codings of one code that lie over each other. */
export interface MarginMark {
  id: string
  strand: string
  top: number
  bottom: number
}

export interface MarginStripe {
  /** The codings it stands for, in order of reading. */
  ids: string[]
  top: number
  bottom: number
  lane: number
}

/** One line of the margin: a code's name with the initials of its coders, or, folded, initials alone. */
export interface MarginRow {
  ids: string[]
  top: number
  left: number
  folded: boolean
}

export interface MarginLayout {
  stripes: MarginStripe[]
  /** In order of reading. */
  rows: MarginRow[]
}

export const LABEL_HEIGHT = 22
export const CHIP_WIDTH = 44
/** Coders named on one line; a fourth begins another. */
export const CODERS_IN_ROW = 3
/** Stripes beside each other; deeper ones share the last place. */
export const STRIPE_LANES = 5
/** A name may stand at most this far below its fragment's first line; then its crowd folds. */
export const MAX_DRIFT = LABEL_HEIGHT * 4
/** Narrower than this there is no room for names at all. */
const NAMES_FROM_WIDTH = 96

interface Group {
  ids: string[]
  strand: string
  top: number
}

/** `width`: of the column for names. `marks` in any order. */
export function layOutMargin(marks: readonly MarginMark[], width: number): MarginLayout {
  const inOrder = marks.toSorted((one, other) => one.top - other.top || other.bottom - one.bottom || (one.id < other.id ? -1 : 1))
  return { stripes: stripesOf(inOrder), rows: stack(groupsOf(inOrder), width) }
}

function stripesOf(inOrder: readonly MarginMark[]): MarginStripe[] {
  const strands = new Map<string, MarginStripe>()
  for (const { id, strand, top, bottom } of inOrder) {
    const stripe = strands.get(strand)
    if (!stripe) strands.set(strand, { ids: [id], top, bottom, lane: 0 })
    else {
      stripe.ids.push(id)
      stripe.bottom = Math.max(stripe.bottom, bottom)
    }
  }
  const spans = [...strands].map(([id, { top, bottom }]) => ({ id, start: Math.round(top), end: Math.max(Math.round(bottom), Math.round(top) + 1) }))
  const lanes = assignLanes(spans)
  return [...strands].map(([strand, stripe]) => ({ ...stripe, lane: Math.min(lanes.get(strand)!, STRIPE_LANES - 1) }))
}

/** Codings of one strand that begin on the same line share a name. */
function groupsOf(inOrder: readonly MarginMark[]): Group[] {
  const groups: Group[] = []
  const open = new Map<string, Group>()
  for (const { id, strand, top } of inOrder) {
    const group = open.get(strand)
    if (group && top - group.top < LABEL_HEIGHT && group.ids.length < CODERS_IN_ROW) group.ids.push(id)
    else {
      const begun = { ids: [id], strand, top }
      groups.push(begun)
      open.set(strand, begun)
    }
  }
  return groups
}

function stack(groups: readonly Group[], width: number): MarginRow[] {
  const rows: MarginRow[] = []
  let floor = -Infinity
  for (let at = 0; at < groups.length;) {
    const crowd = crowdFrom(groups, at, floor)
    const isFolded = width < NAMES_FROM_WIDTH || crowd.drift > MAX_DRIFT
    const placed = isFolded
      ? inChips(crowd.groups, floor, Math.max(1, Math.floor(width / CHIP_WIDTH)))
      : crowd.groups.map(({ ids }, index) => ({ ids, top: crowd.tops[index]!, left: 0, folded: false }))
    rows.push(...placed)
    floor = placed.at(-1)!.top + LABEL_HEIGHT
    at += crowd.groups.length
  }
  return rows
}

/** The groups from one on that push each other down when written in full. */
function crowdFrom(groups: readonly Group[], from: number, floor: number) {
  const tops: number[] = []
  let next = floor
  let drift = 0
  for (let at = from; at < groups.length; at++) {
    const { top } = groups[at]!
    if (at > from && top >= next) break
    const place = Math.max(top, next)
    drift = Math.max(drift, place - top)
    tops.push(place)
    next = place + LABEL_HEIGHT
  }
  return { groups: groups.slice(from, from + tops.length), tops, drift }
}

/** Initials beside each other: a row opens at its first fragment and takes those that start near it. */
function inChips(groups: readonly Group[], floor: number, perRow: number): MarginRow[] {
  const chips: MarginRow[] = []
  let row = { top: -Infinity, count: perRow }
  for (const { ids, top } of groups) {
    for (const id of ids) {
      const isNear = top < row.top + LABEL_HEIGHT
      if (row.count >= perRow || !isNear) row = { top: Math.max(top, row.top + LABEL_HEIGHT, floor), count: 0 }
      chips.push({ ids: [id], top: row.top, left: row.count * CHIP_WIDTH, folded: true })
      row.count++
    }
  }
  return chips
}
