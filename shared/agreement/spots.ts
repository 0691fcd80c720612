// Where readings of one story meet and where they differ: codings of several coders gathered into the places one would talk about.
import { byPlace, type Span } from '../anchoring/span.ts'

/** An id, or a local number where many stories are gone through. */
export type Key = string | number

/** A coding at its place in the newest words of a text (UTF-16 units, end exclusive). */
export interface PlacedCoding<K extends Key = string> extends Span { id: K, text: K, code: K, coder: K }

/**
 * same: all who read it put this code at exactly this place. edges: all put it here, over other words. some: part of them put a code
 * here. other: at about the same place one chose another code than the other.
 */
export type SpotKind = 'same' | 'edges' | 'some' | 'other'
export const SPOT_KINDS: readonly SpotKind[] = ['same', 'edges', 'some', 'other']

/** One place to talk about; `codes` by name of code, each with the codings it is made of. More than one code only for `other`. */
export interface Spot<K extends Key = string> extends Span {
  text: K
  kind: SpotKind
  codes: { code: K, coders: K[], codings: K[] }[]
}

/** Codings of one code that lie over each other. */
interface Strand<K extends Key> extends Span { text: K, code: K, parts: PlacedCoding<K>[], coders: K[] }

/**
 * Every place that one of the readers coded, in order of reading within each text; texts in the order in which they first occur.
 * `readers`: those who read the story to its end, two or more; codings of others are left out, and so is one without words.
 */
export function spotsOf<K extends Key>(codings: readonly PlacedCoding<K>[], readers: readonly K[]): Spot<K>[] {
  const known = new Set(readers)
  const byText = Map.groupBy(codings.filter(({ coder, start, end }) => known.has(coder) && start < end), ({ text }) => text)
  return [...byText.values()].flatMap(list => spotsOfText(list, readers.length))
}

function spotsOfText<K extends Key>(codings: readonly PlacedCoding<K>[], readers: number): Spot<K>[] {
  const strands = [...Map.groupBy(codings, ({ code }) => code).values()].flatMap(strandsOf)
  const whole = strands.filter(({ coders }) => coders.length === readers)
  const partly = gathered(strands.filter(({ coders }) => coders.length < readers))
  return [
    ...whole.map(strand => spotOf([strand], isSame(strand) ? 'same' : 'edges')),
    ...partly.map(group => spotOf(group, group.length > 1 ? 'other' : 'some'))
  ].toSorted((one, other) => byPlace(one, other) || (one.codes[0]!.code < other.codes[0]!.code ? -1 : 1))
}

function strandsOf<K extends Key>(codings: readonly PlacedCoding<K>[]): Strand<K>[] {
  const strands: Strand<K>[] = []
  for (const coding of codings.toSorted(byPlace)) {
    const open = strands.at(-1)
    if (open && coding.start < open.end) {
      open.end = Math.max(open.end, coding.end)
      open.parts.push(coding)
      if (!open.coders.includes(coding.coder)) open.coders.push(coding.coder)
    } else strands.push({ text: coding.text, code: coding.code, start: coding.start, end: coding.end, parts: [coding], coders: [coding.coder] })
  }
  return strands
}

/** Did every coder mark the very same words? */
function isSame<K extends Key>({ parts }: Strand<K>): boolean {
  const places = [...Map.groupBy(parts, ({ coder }) => coder).values()].map(own => [...new Set(own.map(({ start, end }) => `${start}-${end}`))].join())
  return new Set(places).size === 1
}

/** Strands of different codes that stand for one place read differently, together; the others each for itself. */
function gathered<K extends Key>(strands: readonly Strand<K>[]): Strand<K>[][] {
  const groups: Strand<K>[][] = []
  for (const strand of strands.toSorted(byPlace)) {
    const [first, ...others] = groups.filter(group => group.some(each => isRival(each, strand)))
    if (!first) {
      groups.push([strand])
      continue
    }
    first.push(strand, ...others.flat())
    for (const other of others) groups.splice(groups.indexOf(other), 1)
  }
  return groups
}

/** About the same place (half of the longer one at least), and each has a coder whom the other lacks. */
function isRival<K extends Key>(one: Strand<K>, other: Strand<K>): boolean {
  const shared = Math.min(one.end, other.end) - Math.max(one.start, other.start)
  const longest = Math.max(one.end - one.start, other.end - other.start)
  const lacks = (a: Strand<K>, b: Strand<K>): boolean => a.coders.some(coder => !b.coders.includes(coder))
  return one.code !== other.code && shared * 2 >= longest && lacks(one, other) && lacks(other, one)
}

function spotOf<K extends Key>(strands: readonly Strand<K>[], kind: SpotKind): Spot<K> {
  const codes = [...Map.groupBy(strands, ({ code }) => code)].map(([code, list]) => ({
    code, coders: [...new Set(list.flatMap(({ coders }) => coders))], codings: list.flatMap(({ parts }) => parts.map(({ id }) => id))
  }))
  return {
    text: strands[0]!.text, start: Math.min(...strands.map(({ start }) => start)), end: Math.max(...strands.map(({ end }) => end)), kind,
    codes: codes.toSorted((a, b) => (a.code < b.code ? -1 : 1))
  }
}

export type SpotCounts = Record<SpotKind, number>

export function countKinds(spots: readonly { kind: SpotKind }[]): SpotCounts {
  const counts: SpotCounts = { same: 0, edges: 0, some: 0, other: 0 }
  for (const { kind } of spots) counts[kind]++
  return counts
}

/** How many places there are to talk about; the same code over somewhat other words weighs as one, like the rest. */
export const differing = ({ edges, some, other }: SpotCounts): number => edges + some + other
