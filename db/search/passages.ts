// Passages to compare: the words of fragments one starts from, and the passages of other texts that share the most telling of them.
import type { Id } from '../../shared/domain/ids.ts'
import { likelihoodRatio } from '../../shared/statistics/likelihood-ratio.ts'
import { numsOf, visibleCodings } from '../scope.ts'
import type { Store } from '../store.ts'
import type { SearchIndex } from './index-file.ts'
import { findText, piecesWith, readTokens, storiesInScope, type Found } from './pieces.ts'
import type { Tokens } from './tokens.ts'

/** A place in a searched text, by the number the index has for it. */
export type PlaceIn = { num: number; start: number; end: number }
/** `stems`: numbers of the stems of its words. */
export type PassageIn = PlaceIn & { text: Found; stems: number[] }

/** Fragments of a code looked at, the newest first; texts that may hold something alike; the stems that are compared, and those by which texts are found. */
const FRAGMENTS = 300
const TEXTS = 150
const [TELLING, LOOKED_FOR] = [40, 16]
/** Words of a passage: shorter ones are joined with the next, longer ones cut. */
const [FEWEST, MOST] = [8, 60]

/** Fragments of a code that this viewer may see, as they stand in the newest words. */
export function fragmentsOfCode(store: Store, code: Id, viewer: Id | null): PlaceIn[] {
  const visible = visibleCodings(store, viewer)
  return store.all<{ text: number; start: number; end: number }>(
    `SELECT c.text, c.at_start AS start, c.at_end AS "end" FROM coding c WHERE c.code = @code AND c.at_start < c.at_end AND ${visible.sql} ORDER BY c.num DESC LIMIT ${FRAGMENTS}`,
    { ...visible.parameters, code: numsOf(store, 'code', [code])[0] ?? -1 }).map(({ text, start, end }) => ({ num: text * 2, start, end }))
}

/** The words of a place; null when the index does not have them (yet). */
export function readPassage(store: Store, index: SearchIndex, place: PlaceIn): PassageIn | null {
  const text = findText(store, index, place.num)
  return text && { ...place, text, stems: stemsBetween(index, readTokens(index, place.num), place) }
}

/** Of the texts that share most with these telling stems: passages of one or a few sentences that lie apart from `taken`. */
export function passagesNear(store: Store, index: SearchIndex, telling: readonly number[], taken: readonly PlaceIn[], viewer: Id | null): PassageIn[] {
  if (telling.length === 0) return []
  const found = piecesWith(index, { terms: [], match: telling.slice(0, LOOKED_FOR).join(' OR ') }, storiesInScope(store, {}, viewer), true).slice(0, TEXTS)
  return found.flatMap((num) => {
    const text = findText(store, index, num)
    const tokens = readTokens(index, num)
    const own = taken.filter((place) => place.num === num)
    const overlaps = ({ start, end }: { start: number; end: number }): boolean => own.some((place) => place.start < end && start < place.end)
    return text === null ? [] : passagesOf(text.body, tokens).filter((place) => !overlaps(place)).map((place) => ({ ...place, num, text, stems: stemsBetween(index, tokens, place) }))
  })
}

/** Of these stems those that stand here more often than in all texts together, the most telling first (G² of Dunning). */
export function tellingOf(index: SearchIndex, stems: readonly number[]): number[] {
  const times = new Map<number, number>()
  for (const stem of stems) times.set(stem, (times.get(stem) ?? 0) + 1)
  const words = index.sql('SELECT sum(count) FROM tokens', 'firsts').get() as number
  return [...times].flatMap(([stem, here]) => {
    const all = (index.sql('SELECT cnt FROM stem_texts WHERE term = ?', 'firsts').get(String(stem)) as number | undefined) ?? here
    const [there, rest] = [Math.max(0, all - here), Math.max(1, words - stems.length)]
    return here / stems.length > there / rest ? [{ stem, strength: likelihoodRatio(here, stems.length, there, rest) }] : []
  }).toSorted((a, b) => b.strength - a.strength).slice(0, TELLING).map(({ stem }) => stem)
}

const sentences = new Intl.Segmenter('nl', { granularity: 'sentence' })

function passagesOf(body: string, { starts }: Tokens): { start: number; end: number }[] {
  const passages: { start: number; end: number }[] = []
  let word = 0
  let open: { start: number; words: number } | null = null
  for (const { segment, index } of sentences.segment(body)) {
    const end = index + segment.length
    const before = word
    while (word < starts.length && starts[word]! < end) word++
    open ??= { start: index, words: 0 }
    open.words += word - before
    if (open.words < FEWEST && end < body.length) continue
    if (open.words > 0) passages.push(trimmed(body, open.start, Math.min(end, open.words > MOST ? starts[word - open.words + MOST]! : end)))
    open = null
  }
  return passages
}

function trimmed(body: string, start: number, end: number): { start: number; end: number } {
  const words = body.slice(start, end)
  return { start: start + words.length - words.trimStart().length, end: start + words.trimEnd().length }
}

function stemsBetween(index: SearchIndex, { forms, starts, ends }: Tokens, { start, end }: { start: number; end: number }): number[] {
  const stemOf = index.sql('SELECT stem FROM form WHERE num = ?', 'firsts')
  const stems: number[] = []
  for (let at = 0; at < forms.length; at++) if (starts[at]! >= start && ends[at]! <= end) stems.push(stemOf.get(forms[at]!) as number)
  return stems
}

/** A word for a stem: its shortest form. */
export const wordOfStem = (index: SearchIndex, stem: number): string =>
  index.sql('SELECT form FROM form WHERE stem = ? ORDER BY length(form), form LIMIT 1', 'firsts').get(stem) as string
