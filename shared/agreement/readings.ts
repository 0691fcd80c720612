// What can be agreed on at one place: each reading of it, one that takes them together, or both codes.
import type { Span } from '../anchoring/span.ts'
import type { Key, PlacedCoding, Spot } from './spots.ts'

/** A code over some words. */
export interface AgreedPart<K extends Key = string> extends Span { text: K, code: K }

/**
 * one: as these coders have it. merged: one code over all the words that anyone gave it. both: every code that was put there, each over
 * all its words. `coders`: whose reading it is; empty for merged and both.
 */
export interface Reading<K extends Key = string> { is: 'one' | 'merged' | 'both', coders: K[], parts: AgreedPart<K>[] }

/** At most as many as there are differing readings, and two more; the same parts are offered once. `codings`: at least those of the spot. */
export function readingsOf<K extends Key>(spot: Spot<K>, codings: ReadonlyMap<K, PlacedCoding<K>>): Reading<K>[] {
  const byCode = spot.codes.map(({ code, codings: ids }) => variantsOf(ids.flatMap(id => codings.get(id) ?? []), code))
  const whole = byCode.map(variants => merged(variants.flatMap(({ parts }) => parts)))
  return [
    ...byCode.flatMap((variants, at) => [...variants, ...(variants.some(({ parts }) => isSame(parts, whole[at]!)) ? [] : [{ is: 'merged' as const, coders: [], parts: whole[at]! }])]),
    ...(byCode.length > 1 ? [{ is: 'both' as const, coders: [], parts: whole.flat() }] : [])
  ].filter(({ parts }) => parts.length > 0)
}

/** The ways in which coders marked one code, each once, in order of the coders of the codings. */
function variantsOf<K extends Key>(codings: readonly PlacedCoding<K>[], code: K): Reading<K>[] {
  const variants: Reading<K>[] = []
  for (const [coder, own] of Map.groupBy(codings, coding => coding.coder)) {
    const parts = own.toSorted((a, b) => a.start - b.start || a.end - b.end).map(({ text, start, end }) => ({ text, code, start, end })).filter((part, at, all) => at === 0 || !isSame([part], [all[at - 1]!]))
    const known = variants.find(variant => isSame(variant.parts, parts))
    if (known) known.coders.push(coder)
    else variants.push({ is: 'one', coders: [coder], parts })
  }
  return variants
}

/** Parts of one code that overlap or touch made one. */
function merged<K extends Key>(parts: readonly AgreedPart<K>[]): AgreedPart<K>[] {
  const joined: AgreedPart<K>[] = []
  for (const part of parts.toSorted((a, b) => a.start - b.start)) {
    const last = joined.at(-1)
    if (last && part.start <= last.end) last.end = Math.max(last.end, part.end)
    else joined.push({ ...part })
  }
  return joined
}

const isSame = <K extends Key>(a: readonly AgreedPart<K>[], b: readonly AgreedPart<K>[]): boolean =>
  a.length === b.length && a.every(({ start, end, code }, at) => start === b[at]!.start && end === b[at]!.end && code === b[at]!.code)
