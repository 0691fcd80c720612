// What differs between two states of a text, by whole words: the smallest set of differences where there are few, and
// between the words that occur once in both where there are many.
import { longestCommon } from './longest-common.ts'
import { lonePairs } from './lone-pairs.ts'

/** One difference: `removed` units at `at` in the old text gave way to `inserted` units. */
export interface Edit {
  at: number
  removed: number
  inserted: number
}

/** How deep a passage may be divided before it is taken as one difference: each division is by words, so this is never met in practice. */
const DEEPEST = 12

type Pair = readonly [number, number]

/**
 * The differences that turn `before` into `after`, in order, none touching another; found by whole words and white space,
 * so that a corrected word is one difference. The same two texts always give the same differences.
 */
export function diffTexts(before: string, after: string): Edit[] {
  if (before === after) return []
  const [old, fresh] = [tokens(before), tokens(after)]
  return editsBetween(old, fresh, keptPairs(old, fresh, 0))
}

/** Placeholders such as `<naam>`, runs of white space, words, and runs of other marks. */
function tokens(text: string): string[] {
  return text.match(/<[^<>\n]{1,40}>|\s+|[\p{L}\p{M}\p{N}]+|[^\s\p{L}\p{M}\p{N}<]+|</gu) ?? []
}

/** Positions that stay, in order: equal heads and tails, then the fewest differences, then what lies between lone words. */
function keptPairs(old: readonly string[], fresh: readonly string[], depth: number): Pair[] {
  let head = 0
  while (head < old.length && head < fresh.length && old[head] === fresh[head]) head++
  let tail = 0
  while (tail < old.length - head && tail < fresh.length - head && old[old.length - 1 - tail] === fresh[fresh.length - 1 - tail]) tail++
  const [from, freshFrom] = [old.slice(head, old.length - tail), fresh.slice(head, fresh.length - tail)]
  const pairs: Pair[] = Array.from({ length: head }, (_, at) => [at, at])
  for (const [i, j] of keptInside(from, freshFrom, depth)) pairs.push([i + head, j + head])
  for (let at = tail; at > 0; at--) pairs.push([old.length - at, fresh.length - at])
  return pairs
}

function keptInside(old: readonly string[], fresh: readonly string[], depth: number): readonly Pair[] {
  if (old.length === 0 || fresh.length === 0) return []
  const few = longestCommon(old, fresh)
  if (few) return few
  const lone = depth < DEEPEST ? lonePairs(old, fresh) : []
  return lone.length === 0 ? [] : betweenPairs(old, fresh, lone, depth)
}

function betweenPairs(old: readonly string[], fresh: readonly string[], lone: readonly Pair[], depth: number): Pair[] {
  const pairs: Pair[] = []
  let [i, j] = [0, 0]
  for (const [nextI, nextJ] of [...lone, [old.length, fresh.length] as const]) {
    for (const [a, b] of keptPairs(old.slice(i, nextI), fresh.slice(j, nextJ), depth + 1)) pairs.push([a + i, b + j])
    if (nextI < old.length) pairs.push([nextI, nextJ])
    i = nextI + 1
    j = nextJ + 1
  }
  return pairs
}

function editsBetween(old: readonly string[], fresh: readonly string[], kept: readonly Pair[]): Edit[] {
  const edits: Edit[] = []
  let [at, i, j] = [0, 0, 0]
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

function size(list: readonly string[], from: number, to: number): number {
  let sum = 0
  for (let at = from; at < to; at++) sum += list[at]!.length
  return sum
}
