// What was done to the words on a card: parts left out, made unrecognisable, or put in other words. The story itself keeps its words;
// a card holds the places, so that every change can be shown beside what was told.
import { z } from 'zod'
import { diffTexts } from '../anchoring/differences.ts'
import { trimSpan, type Span } from '../anchoring/span.ts'

const Place = { start: z.number().int().min(0), end: z.number().int().min(0) }
export const Redaction = z.enum(['name', 'place', 'organisation', 'other'])
export type Redaction = z.infer<typeof Redaction>

/** A log keeps what an editor wrote; one correction holds so much of it (UTF-16 units), and what is longer is several in a row. */
const MOST = 300

/**
 * start, end: UTF-16 units of the card's text in the revision of the card, end exclusive. `words` of a correction are the editor's own;
 * start = end adds them. An ellipsis shows as […], so that nobody takes the words round it for neighbours.
 */
export const CardEdit = z.discriminatedUnion('is', [
  z.strictObject({ is: z.literal('ellipsis'), ...Place }),
  z.strictObject({ is: z.literal('redaction'), ...Place, what: Redaction }),
  z.strictObject({ is: z.literal('correction'), ...Place, words: z.string().min(1).max(MOST) })
])
export type CardEdit = z.infer<typeof CardEdit>

export const ELLIPSIS = '[…]'
/** What stands for what was made unrecognisable, in the language of the stories' project. */
export type RedactionWords = Record<Redaction, string>
export const REDACTED: Record<'nl' | 'en', RedactionWords> = {
  nl: { name: '[naam]', place: '[plaats]', organisation: '[organisatie]', other: '[weggelaten]' },
  en: { name: '[name]', place: '[place]', organisation: '[organisation]', other: '[left out]' }
}

/** A stretch of a card: words as told, or what stands in the place of some; `told`: the words that stood there. */
export type Piece = { is: 'told', words: string } | { is: CardEdit['is'], words: string, told: string }

/** Are they in order, inside the card, none over another? */
export function editsFit(edits: readonly CardEdit[], { start, end }: Span): boolean {
  return edits.every((edit, at) => edit.start <= edit.end && edit.start >= (edits[at - 1]?.end ?? start) && edit.end <= end && (edit.is === 'correction' || edit.start < edit.end))
}

/** The words of a card in stretches. `body`: the whole text; `edits` as editsFit wants them. */
export function cardPieces(body: string, { start, end }: Span, edits: readonly CardEdit[], redacted: RedactionWords): Piece[] {
  const pieces: Piece[] = []
  let at = start
  for (const edit of edits) {
    if (edit.start > at) pieces.push({ is: 'told', words: body.slice(at, edit.start) })
    pieces.push({ is: edit.is, words: edit.is === 'ellipsis' ? ELLIPSIS : edit.is === 'redaction' ? redacted[edit.what] : edit.words, told: body.slice(edit.start, edit.end) })
    at = edit.end
  }
  if (end > at) pieces.push({ is: 'told', words: body.slice(at, end) })
  return pieces
}

export const wordsOfPieces = (pieces: readonly Piece[]): string => pieces.map(({ words }) => words).join('')

/**
 * What was done on cards to the words of a passage of the same text, for where that passage is quoted beside them: what was made
 * unrecognisable on the one must not stand on the other. An edit that goes over an end of the passage is a part left out there.
 */
export function editsWithin(edits: readonly CardEdit[], passage: Span): CardEdit[] {
  const within = edits.filter(({ start, end }) => (start === end ? start > passage.start && start < passage.end : start < passage.end && end > passage.start))
    .map((edit): CardEdit => (edit.start >= passage.start && edit.end <= passage.end ? edit : { is: 'ellipsis', start: Math.max(edit.start, passage.start), end: Math.min(edit.end, passage.end) }))
    .toSorted((a, b) => a.start - b.start || a.end - b.end)
  let at = passage.start
  return within.flatMap((edit): CardEdit[] => {
    const start = Math.max(at, edit.start)
    if (edit.end < start || (start === edit.end && edit.start < edit.end)) return []
    at = edit.end
    return [start === edit.start ? edit : { is: 'ellipsis', start, end: edit.end }]
  })
}

/**
 * The edits that make `written` of the words in a card's place. What was simply taken away becomes an ellipsis, for nothing goes
 * without a sign; a mark of this module stands for what it says. White space alone that went or came is let be.
 */
export function editsOf(body: string, { start, end }: Span, written: string): CardEdit[] {
  const told = body.slice(start, end)
  let shift = 0
  return joined(body, diffTexts(told, written).flatMap((edit): CardEdit[] => {
    const place = { start: start + edit.at, end: start + edit.at + edit.removed }
    const from = edit.at + shift
    const words = written.slice(from, from + edit.inserted)
    shift += edit.inserted - edit.removed
    if (edit.inserted === 0 && told.slice(edit.at, edit.at + edit.removed).trim() === '') return []
    return madeOf(place, words)
  }))
}

/** Two parts left out with nothing but white space between them are one. */
function joined(body: string, edits: readonly CardEdit[]): CardEdit[] {
  return edits.reduce<CardEdit[]>((list, edit) => {
    const last = list.at(-1)
    if (last?.is !== 'ellipsis' || edit.is !== 'ellipsis' || body.slice(last.end, edit.start).trim() !== '') return [...list, edit]
    return [...list.slice(0, -1), { ...last, end: edit.end }]
  }, []).map((edit) => (edit.is === 'ellipsis' ? { ...edit, ...trimSpan(body, edit) } : edit)) // the sign keeps its distance from the words beside it
}

function madeOf(place: Span, words: string): CardEdit[] {
  const bare = words.trim()
  const what = Redaction.options.find((each) => REDACTED.nl[each] === bare || REDACTED.en[each] === bare)
  if (what && place.start < place.end) return [{ is: 'redaction', ...place, what }]
  if ((bare === '' || /^\[?(…|\.\.\.)\]?$/.test(bare)) && place.start < place.end) return [{ is: 'ellipsis', ...place }]
  if (bare === '') return []
  const [first, ...more] = stretches(words)
  return [{ is: 'correction', ...place, words: first! }, ...more.map((each): CardEdit => ({ is: 'correction', start: place.end, end: place.end, words: each }))]
}

/** Words in stretches of at most MOST units, none ending within a character. */
function stretches(words: string): string[] {
  const list: string[] = []
  for (let at = 0; at < words.length;) {
    const end = at + MOST - Number(at + MOST < words.length && /[\uD800-\uDBFF]/.test(words.charAt(at + MOST - 1)))
    list.push(words.slice(at, end))
    at = end
  }
  return list
}
