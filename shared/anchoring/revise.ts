// Where a fragment stands after a text was corrected: the differences between two revisions, and places carried across them.
import type { Span } from './span.ts'

/** One difference: `removed` units at `at` in the old text gave way to `inserted` units. */
export interface Edit {
  at: number
  removed: number
  inserted: number
}

/** Differences in more than this many words are taken as one: a rewritten passage has no true pairs left to find. */
const MAX_DISTANCE = 1500

/**
 * The differences that turn `before` into `after`, in order, none touching another; found by whole words and white space
 * (Myers 1986), so that a corrected word is one difference.
 */
export function diffTexts(before: string, after: string): Edit[] {
  const [old, fresh] = [tokens(before), tokens(after)]
  let head = 0
  while (head < old.length && head < fresh.length && old[head] === fresh[head]) head++
  let tail = 0
  while (tail < old.length - head && tail < fresh.length - head && old[old.length - 1 - tail] === fresh[fresh.length - 1 - tail]) tail++
  const offset = old.slice(0, head).reduce((sum, token) => sum + token.length, 0)
  return editsBetween(old.slice(head, old.length - tail), fresh.slice(head, fresh.length - tail), offset)
}

export interface Carried extends Span {
  /** False when words inside the span, or at its edge, changed: worth a look. */
  intact: boolean
}

/**
 * The place of a span after `edits`. An end that stood inside a difference goes to the outside of it.
 * Null when none of its units are left.
 */
export function carrySpan(edits: readonly Edit[], span: Span): Carried | null {
  let shiftStart = 0
  let shiftEnd = 0
  let [start, end] = [span.start, span.end]
  let left = span.end - span.start
  let intact = true
  for (const edit of edits) {
    const editEnd = edit.at + edit.removed
    const grown = edit.inserted - edit.removed
    if (editEnd <= span.start) { shiftStart += grown; shiftEnd += grown; continue }
    if (edit.at >= span.end) break
    intact = false
    left -= Math.min(editEnd, span.end) - Math.max(edit.at, span.start)
    if (edit.at < span.start) start = edit.at
    if (editEnd >= span.end) { end = edit.at + edit.inserted; break }
    shiftEnd += grown
  }
  return left > 0 ? { start: start + shiftStart, end: end + shiftEnd, intact } : null
}

/** Words (with what sticks to them) and runs of white space. */
function tokens(text: string): string[] {
  return text.match(/\s+|[\p{L}\p{M}\p{N}]+|[^\s\p{L}\p{M}\p{N}]+/gu) ?? []
}

function editsBetween(old: string[], fresh: string[], offset: number): Edit[] {
  if (old.length === 0 && fresh.length === 0) return []
  const kept = longestCommon(old, fresh)
  const edits: Edit[] = []
  let [at, i, j] = [offset, 0, 0]
  for (const [keptOld, keptFresh] of [...kept, [old.length, fresh.length] as const]) {
    const removed = size(old, i, keptOld)
    const inserted = size(fresh, j, keptFresh)
    if (removed > 0 || inserted > 0) edits.push({ at, removed, inserted })
    at += removed + (old[keptOld]?.length ?? 0)
    i = keptOld + 1
    j = keptFresh + 1
  }
  return edits
}

/** Pairs of positions that stay, in order (Myers' greedy search); none when the lists differ too much. */
function longestCommon(old: string[], fresh: string[]): (readonly [number, number])[] {
  const trails: Int32Array[] = []
  const limit = Math.min(MAX_DISTANCE, old.length + fresh.length)
  const reach = new Int32Array(2 * limit + 3)
  for (let distance = 0; distance <= limit; distance++) {
    trails.push(reach.slice())
    for (let diagonal = -distance; diagonal <= distance; diagonal += 2) {
      const at = limit + 1 + diagonal
      const down = diagonal === -distance || (diagonal !== distance && reach[at - 1]! < reach[at + 1]!)
      let i = down ? reach[at + 1]! : reach[at - 1]! + 1
      let j = i - diagonal
      while (i < old.length && j < fresh.length && old[i] === fresh[j]) { i++; j++ }
      reach[at] = i
      if (i >= old.length && j >= fresh.length) return walkBack(trails, limit, old, fresh)
    }
  }
  return []
}

function walkBack(trails: Int32Array[], limit: number, old: string[], fresh: string[]): (readonly [number, number])[] {
  const kept: [number, number][] = []
  let [i, j] = [old.length, fresh.length]
  for (let distance = trails.length - 1; distance >= 0; distance--) {
    const reach = trails[distance]!
    const diagonal = i - j
    const at = limit + 1 + diagonal
    const down = diagonal === -distance || (diagonal !== distance && reach[at - 1]! < reach[at + 1]!)
    const fromDiagonal = down ? diagonal + 1 : diagonal - 1
    const fromI = distance === 0 ? 0 : reach[limit + 1 + fromDiagonal]!
    const fromJ = distance === 0 ? 0 : fromI - fromDiagonal
    while (i > fromI && j > fromJ && old[i - 1] === fresh[j - 1] && kept.length < old.length) { kept.push([--i, --j]) }
    i = fromI
    j = fromJ
  }
  return kept.reverse()
}

function size(list: string[], from: number, to: number): number {
  let sum = 0
  for (let at = from; at < to; at++) sum += list[at]!.length
  return sum
}
