// Lanes: which line under the words each coding gets, so that two that overlap never share one.
import { byPlace, overlaps, type Span } from './span.ts'

export interface Laned extends Span {
  id: string
}

/**
 * A lane (0, 1, 2 …) for every span; spans that overlap differ. A span keeps the lane it had in `before` where it can,
 * so that nothing jumps when a colleague adds one; the others get the lowest free lane in order of reading, long before short.
 */
export function assignLanes(spans: readonly Laned[], before: ReadonlyMap<string, number> = new Map()): Map<string, number> {
  const inOrder = spans.toSorted((one, other) => byPlace(one, other) || (one.id < other.id ? -1 : 1))
  const lanes = new Map<string, number>()
  const open: { span: Laned, lane: number }[] = []
  const close = (start: number) => {
    let kept = 0
    for (const each of open) if (each.span.end > start) open[kept++] = each
    open.length = kept
  }
  const kept = keptLanes(inOrder, before)
  const waiting: Laned[] = []
  for (const span of inOrder) {
    const lane = kept.get(span.id)
    if (lane === undefined) waiting.push(span)
    else lanes.set(span.id, lane)
  }
  const standing = inOrder.filter(span => lanes.has(span.id))
  let next = 0
  for (const span of waiting) {
    // Those that keep their lane and start before this one ends also count, even where they start later.
    while (next < standing.length && standing[next]!.start < span.end) open.push({ span: standing[next]!, lane: lanes.get(standing[next++]!.id)! })
    close(span.start)
    const taken = new Set(open.filter(each => overlaps(each.span, span)).map(each => each.lane))
    let lane = 0
    while (taken.has(lane)) lane++
    lanes.set(span.id, lane)
    open.push({ span, lane })
  }
  return lanes
}

/** The lanes of `before` that still hold: where two that now overlap claim the same lane, the one that reads first keeps it. */
function keptLanes(inOrder: readonly Laned[], before: ReadonlyMap<string, number>): Map<string, number> {
  const kept = new Map<string, number>()
  const lastInLane = new Map<number, number>()
  for (const span of inOrder) {
    const lane = before.get(span.id)
    if (lane === undefined || (lastInLane.get(lane) ?? 0) > span.start) continue
    kept.set(span.id, lane)
    lastInLane.set(lane, span.end)
  }
  return kept
}
