// The materials of a session, each as pages: what stands on them and in which order it is read.
import type { Card, Pack } from '../../../shared/contract/pack.ts'
import type { PaperPattern } from '../../../shared/contract/pattern.ts'
import type { Signifier } from '../../../shared/contract/signifier.ts'
import type { PaperEvidence, Theme, ThemeFragment } from '../../../shared/contract/theme.ts'
import { LEAST } from '../../../shared/sharing/small-counts.ts'
import { cardPieces, editsWithin, REDACTED, wordsOfPieces } from '../../../shared/session/edits.ts'
import type { Say } from '../../i18n/say.ts'
import { triangleDrawn } from './answer-drawn.ts'
import { groupOf, paragraphs, wordsOfCard } from './card-sheets.ts'
import { make } from './paper.ts'
import { blocksOf, heading, layOnePage, layPages, line, space, whole } from './pages.ts'
import { countsOf, patternDrawn } from './pattern-drawn.ts'
import type { Block } from './pour.ts'

export interface MaterialContext {
  doc: Document
  say: Say<'print'>
  language: 'nl' | 'en'
  pack: Pack
  /** Those that may be printed. */
  cards: readonly Card[]
  foot: string
  /** How the pack was put together, in a sentence. */
  method: string
  /** Words of this material that a person wrote or left as they were. */
  words: string
  signifier: Signifier | null
  /** Of that question, for all stories or by group. */
  pattern: PaperPattern | null
  theme: { theme: Theme, evidence: PaperEvidence, fragments: readonly ThemeFragment[] } | null
}

/** Card and group under a quote, and whether its words are as they were told. */
export const sourceOf = ({ doc, say, pack }: MaterialContext, card: Card, before: readonly string[] = []): Block =>
  line(doc, [...before, say('card', { number: card.number }), ...groupOf(card, pack.look), card.edits.length > 0 ? say('adapted') : say('verbatim')].join(' · '), 'source')

/** A pack to read from, for one table: what it is, and every story of it in full. */
export function layReader(context: MaterialContext, table: number): void {
  const { doc, say, pack, cards, foot, method } = context
  const own = cards.filter(({ tables }) => tables.length === 0 || tables.includes(table))
  layPages({ doc, say, foot: `${foot} · ${say('table', { table })}` }, [
    heading(doc, 1, pack.name), ...(pack.question ? [line(doc, pack.question, 'quote')] : []), line(doc, say('reader.lead', { count: own.length, table })), line(doc, method, 'hint'), line(doc, say('reader.care'), 'hint'),
    ...own.flatMap(card => [
      heading(doc, 2, [say('card', { number: card.number }), ...(pack.look.title && card.title ? [card.title] : [])].join(' · ')),
      ...(pack.look.triggers && card.triggers.length > 0 ? [{ ...line(doc, say('trigger', { what: card.triggers.map(trigger => say(`trigger.${trigger}`)).join(', ') }), 'hint'), keeps: true }] : []),
      ...paragraphs(doc, wordsOfCard(card, context.language))
    ])
  ])
}

/** A quote of this many characters stays whole, with its source; a longer one may be broken over pages. */
const KEPT_WHOLE = 600
/** Of a whole story stands so much on the quote sheet: the story itself is on its card and in the pack to read from. */
const QUOTED = { clear: 260, large: 190 } as const

function quote(doc: Document, words: string, isContrary: boolean, source?: Block): Block[] {
  const blocks = [...paragraphs(doc, `“${words}”`, `quote${isContrary ? ' contrary' : ''}`), ...(source ? [source] : [])]
  return words.length > KEPT_WHOLE ? blocks : [whole(make(doc, 'div', 'said', ...blocks.map(({ element }) => element)))]
}

function quotes(context: MaterialContext, cards: readonly Card[], isContrary: boolean): Block[] {
  return cards.flatMap(card => {
    const words = wordsOfCard(card, context.language).trim()
    if (words === '') return []
    return quote(context.doc, card.whole ? excerpt(words, QUOTED[context.pack.look.type]) : words, isContrary, sourceOf(context, card))
  })
}

/** Quotes with at least one that says otherwise behind them. */
export function layQuotes(context: MaterialContext): void {
  const { doc, say, pack, cards, foot } = context
  const contrary = cards.filter(({ side }) => side === 'contrary')
  layPages({ doc, say, foot }, [
    heading(doc, 1, pack.name), ...(pack.question ? [line(doc, pack.question)] : []), ...quotes(context, cards.filter(({ side }) => side === ''), false),
    ...(contrary.length > 0 ? [heading(doc, 2, say('contrary')), ...quotes(context, contrary, true)] : []), line(doc, say('quotes.note'), 'hint')
  ])
}

/** Under a figure: who was counted, and what a reader must know about what is not to be seen. */
export const underFigure = ({ doc, say }: Pick<MaterialContext, 'doc' | 'say'>, pattern: PaperPattern, counts = countsOf(pattern.parts[0]!, say)): Block => line(doc, [
  counts, ...(pattern.hides ? [say('n.note', { least: LEAST })] : []), ...(pattern.about.mode === 'sharing' && pattern.parts.some(({ dots }) => dots.length > 0) ? [say('n.moved')] : [])
].join(' · '), 'hint')

/** What a figure and the empty boxes beside it take of the room they have under a short question: less under a long one. */
const ROOMS = [1, 0.86, 0.72, 0.58] as const
const inRoom = (room: number, element: HTMLElement): Block => {
  element.style.setProperty('--room', String(room))
  return whole(element)
}

/** A3: one figure and room to write; what it means is left to who reads it. */
export function layPoster({ doc, say, foot, signifier, pattern }: MaterialContext): void {
  if (!signifier || !pattern) return
  const part = pattern.parts[0]!
  const figure = patternDrawn(doc, signifier, pattern, part, say)
  layOnePage({ doc, say, foot }, ROOMS, room => [
    heading(doc, 1, signifier.title), underFigure({ doc, say }, pattern),
    inRoom(room, make(doc, 'div', 'columns wide', make(doc, 'figure', 'wall', figure, signifier.kind === 'triad' && make(doc, 'figcaption', 'hint', say('poster.each'))), make(doc, 'div', 'stack', space(doc, say('poster.see')), space(doc, say('poster.mean')), space(doc, say('poster.other')))))
  ])
}

/** An empty triangle to guess in first, then the dots, then the groups beside each other. */
export function layTriad({ doc, say, foot, signifier, pattern }: MaterialContext): void {
  if (signifier?.kind !== 'triad' || !pattern) return
  const page = (name: Block, ...figures: (Element | null)[]) => layOnePage({ doc, say, foot }, ROOMS, room => [heading(doc, 1, signifier.title), name, inRoom(room, make(doc, 'div', figures.length > 1 ? 'columns pair' : 'sheetwide', ...figures))])
  page(line(doc, say('triad.guess'), 'hint'), triangleDrawn(doc, signifier.anchors, 7, say('triad.blank', { anchors: signifier.anchors.join(', ') })))
  const [all, ...groups] = pattern.parts
  if (groups.length === 0) page(underFigure({ doc, say }, pattern), patternDrawn(doc, signifier, pattern, all!, say))
  else page(underFigure({ doc, say }, pattern, say('triad.groups')), ...pattern.parts.map(part => make(doc, 'figure', '', make(doc, 'h2', '', part.face.is === 'group' ? part.face.name : ''), make(doc, 'p', 'hint', countsOf(part, say)), patternDrawn(doc, signifier, pattern, part, say, 10))))
}

/** The beginning of words, whole sentences where that leaves enough, with dots where there is more, never alone on a line. Line ends become spaces. */
export function excerpt(words: string, most: number): string {
  const flat = words.replace(/\s+/g, ' ').trim()
  if (flat.length <= most) return flat
  const some = flat.slice(0, most)
  const sentence = Math.max(some.lastIndexOf('. '), some.lastIndexOf('! '), some.lastIndexOf('? '))
  const cut = sentence > most / 3 ? sentence + 1 : Math.max(some.lastIndexOf(' '), 1)
  return `${some.slice(0, cut).replace(/[\uD800-\uDBFF]$/, '').trimEnd()}\u00a0…`
}

/** How high the figure is in millimetres, how many voices there are and how much of each: less until it is one page, but never too small to read. */
const TALK_ROOM = [[66, 4, 170], [66, 4, 120], [66, 3, 120], [62, 3, 80], [62, 2, 80]] as const

/** One page to talk over: the question, a few voices, a figure, open questions, and no conclusion. */
export function layTalkPicture(context: MaterialContext): void {
  const { doc, say, pack, cards, foot, words, signifier, pattern, language } = context
  const contrary = cards.filter(({ side }) => side === 'contrary').slice(0, 1) // speaks however few there is room for
  const others = cards.filter(({ side }) => side === '').toSorted((a, b) => a.told.length - b.told.length)
  const blocks = ([high, most, long]: (typeof TALK_ROOM)[number]): Block[] => {
    const figure = signifier && pattern ? patternDrawn(doc, signifier, pattern, pattern.parts[0]!, say, 11) : null
    if (!figure?.classList.contains('list')) figure?.style.setProperty('height', `${high}mm`)
    return [
      heading(doc, 1, pack.question || pack.name),
      whole(make(doc, 'div', 'columns voices', ...[...others.slice(0, most - contrary.length), ...contrary].map(card => {
        const quote = make(doc, 'p', `quote bubble${card.side === 'contrary' ? ' contrary' : ''}`, excerpt(wordsOfCard(card, language), pack.look.type === 'large' ? long * 0.65 : long))
        quote.dir = 'auto'
        return quote
      }))),
      ...(figure ? [heading(doc, 3, signifier!.title), whole(make(doc, 'figure', 'small', figure)), underFigure(context, pattern!)] : []), ...blocksOf(doc, words)
    ]
  }
  layOnePage({ doc, say, foot }, TALK_ROOM, blocks) // words of one's own can be more than a page holds
}

/** The counts a theme rests on, as far as they are told. */
function restsOn({ about, supports: { stories, fragments, coders }, contradicts }: PaperEvidence, say: Say<'print'>): string {
  const pro = stories === null ? say('theme.rests.few', { least: LEAST, of: about.n }) : say('theme.rests', { stories, count: fragments ?? 0, of: about.n })
  return `${pro} ${say('theme.read', { count: coders })} ${contradicts === null ? say('theme.against.few', { least: LEAST }) : say('theme.against', { count: contradicts })}`
}

/** A fragment's words, with what was done on the cards of this pack to the same words. */
export function wordsOfFragment({ text, start, end, quote: told }: Pick<ThemeFragment, 'text' | 'start' | 'end' | 'quote'>, cards: readonly Pick<Card, 'text' | 'edits'>[], language: 'nl' | 'en'): string {
  const edits = editsWithin(cards.filter(card => card.text === text).flatMap(card => card.edits), { start, end })
  return wordsOfPieces(cardPieces(' '.repeat(start) + told, { start, end }, edits, REDACTED[language])).trim()
}

/** What a theme is, what speaks for it and what against, with the counts it rests on. */
export function layTheme({ doc, say, foot, theme: found, cards, language }: MaterialContext): void {
  if (!found) return
  const { theme, evidence, fragments } = found
  const said = (name: Parameters<typeof say>[0], words: string): Block[] => (words.trim() === '' ? [] : [heading(doc, 3, say(name)), ...blocksOf(doc, words)])
  const quoted = (side: ThemeFragment['side'], most: number) => fragments.filter(each => each.side === side).toSorted((a, b) => Number(b.telling) - Number(a.telling)).slice(0, most).flatMap(each => quote(doc, wordsOfFragment(each, cards, language), side === 'contradicts'))
  const against = quoted('contradicts', 3)
  layPages({ doc, say, foot }, [
    heading(doc, 1, theme.name), ...(theme.concept ? [line(doc, theme.concept, 'quote')] : []),
    line(doc, restsOn(evidence, say), 'hint'),
    ...said('theme.inside', theme.inside), ...said('theme.outside', theme.outside), ...said('theme.tensions', theme.tensions), heading(doc, 2, say('theme.for')), ...quoted('supports', 5),
    heading(doc, 2, say('contrary')), ...(against.length > 0 || theme.counter.trim() ? [...against, ...blocksOf(doc, theme.counter)] : [line(doc, say('theme.noCounter'), 'hint')]), heading(doc, 3, say('theme.reflect')), whole(make(doc, 'div', 'lines')), whole(make(doc, 'div', 'lines'))
  ])
}

/** Who does what and when; the feedback page to the tellers. Both are words that people change. */
export function layWords({ doc, say, foot, words, pack }: MaterialContext, title: string): void {
  layPages({ doc, say, foot }, [heading(doc, 1, title), ...(pack.question ? [line(doc, pack.question)] : []), ...blocksOf(doc, words)])
}

/** For one table: works on paper, and asks what the entry screen asks. */
export function layHarvest({ doc, say, foot, pack }: MaterialContext, table: number): void {
  layPages({ doc, say, foot: `${foot} · ${say('table', { table })}` }, [
    heading(doc, 1, say('harvest.title')), line(doc, `${pack.question || pack.name} · ${say('table', { table })}`), whole(space(doc, say('harvest.observation'))), whole(space(doc, say('harvest.cards'))),
    whole(make(doc, 'div', 'columns', space(doc, say('harvest.reading', { number: 1 })), space(doc, say('harvest.reading', { number: 2 })))), line(doc, say('harvest.dots'), 'hint'),
    whole(space(doc, say('harvest.action'))), whole(make(doc, 'div', 'columns', space(doc, say('harvest.owner')), space(doc, say('harvest.signal'))))
  ])
}

/** Which card is which story: for who leads, and for nobody else. */
export function layLead({ doc, say, foot, pack, cards, method }: MaterialContext): void {
  const rows = cards.map(card => make(doc, 'tr', '', ...[card.number, card.storyNumber, card.group ?? '–', card.tables.join(', ') || '–', card.edits.length > 0 ? say('adapted') : say('verbatim')].map(cell => make(doc, 'td', '', String(cell)))))
  const head = make(doc, 'tr', '', ...(['lead.card', 'lead.story', 'lead.group', 'lead.tables', 'lead.words'] as const).map(name => make(doc, 'th', '', say(name))))
  const list = make(doc, 'table', '', make(doc, 'thead', '', head), make(doc, 'tbody', '', ...rows))
  layPages({ doc, say, foot }, [heading(doc, 1, say('lead.title', { name: pack.name })), line(doc, say('lead.secret')), line(doc, method, 'hint'), { element: list, splits: true }])
}
