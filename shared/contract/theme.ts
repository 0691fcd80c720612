// Themes: patterns of shared meaning with a central organising concept. Objects of their own, built from codes, fragments, memos and
// stories; never ordered by how often.
import { z } from 'zod'
import { Id } from '../domain/ids.ts'
import { Layer } from '../domain/layer.ts'
import { ThemePhase } from '../domain/phase.ts'
import { About, Mode } from '../domain/release.ts'
import { read, write } from './call.ts'

/** apart: it came along with its code and was laid outside the theme; it counts for nothing. */
export const Side = z.enum(['supports', 'contradicts', 'apart'])
export type Side = z.infer<typeof Side>

/** Of a fragment: fits, doubt, out (no longer belongs). Of a story: fits, doubt, out (does not play here), against (speaks against it). */
export const Verdict = z.enum(['fits', 'doubt', 'out', 'against'])
export type Verdict = z.infer<typeof Verdict>

const ByCoder = z.strictObject({ coder: Id, verdict: Verdict })

/** What a part is: exactly one of the four. */
const Target = z.union([z.strictObject({ code: Id }), z.strictObject({ coding: Id }), z.strictObject({ memo: Id }), z.strictObject({ story: Id })])
export type Target = z.infer<typeof Target>

const Shared = { id: Id, side: Side, position: z.number(), note: z.string(), /** Rare but telling, whatever the count. */ telling: z.boolean(), /** Who laid it there. */ coder: Id }
export const ThemePart = z.discriminatedUnion('is', [
  /** With the code come its own codings, not those of codes below it. */
  z.strictObject({ is: z.literal('code'), ...Shared, code: Id }),
  /** start, end: UTF-16 units of the newest revision, end exclusive. */
  z.strictObject({
    is: z.literal('coding'), ...Shared, coding: Id, code: Id, by: Id, story: Id, number: z.number().int(), group: Id.nullable(), text: Id,
    start: z.number().int(), end: z.number().int(), quote: z.string()
  }),
  z.strictObject({ is: z.literal('memo'), ...Shared, memo: Id, by: Id, opening: z.string() }),
  z.strictObject({ is: z.literal('story'), ...Shared, story: Id, number: z.number().int(), group: Id.nullable(), opening: z.string() })
])
export type ThemePart = z.infer<typeof ThemePart>

export const Theme = z.strictObject({
  id: Id, name: z.string(),
  /** The central organising concept, as a sentence; '' while nobody wrote it. */
  concept: z.string(),
  inside: z.string(), outside: z.string(), tensions: z.string(),
  /** Counter-examples, in words; those in stories are parts that contradict. */
  counter: z.string(),
  phase: ThemePhase, colour: z.number().int(), position: z.number(),
  /** In order; those the viewer may see. */
  parts: z.array(ThemePart)
})
export type Theme = z.infer<typeof Theme>

/** A passage under a theme: a distinct place, with every coding of the layer that brought it. */
export const ThemeFragment = z.strictObject({
  story: Id, number: z.number().int(), group: Id.nullable(), text: Id, start: z.number().int(), end: z.number().int(),
  before: z.string(), quote: z.string(), after: z.string(), side: Side,
  /** placed: laid on the theme itself; else it came with its code. The first one stands for the passage in calls. */
  codings: z.array(z.strictObject({ coding: Id, code: Id, coder: Id, placed: z.boolean() })).min(1),
  telling: z.boolean(), note: z.string(), mine: Verdict.nullable(), others: z.array(ByCoder)
})
export type ThemeFragment = z.infer<typeof ThemeFragment>

const Count = z.number().int().min(0)

/** What a theme rests on. Stories count once; so does a place, whoever coded it. */
export const Evidence = z.strictObject({
  about: About,
  /** Stories in scope that a coder of the layer marked done: only of these can be said that a theme is not in them. */
  read: Count,
  supports: z.strictObject({ fragments: Count, codings: Count, stories: Count, coders: Count }),
  /** Stories: with a passage that contradicts, laid there as a whole, or judged so by a coder. */
  contradicts: z.strictObject({ fragments: Count, stories: Count }),
  apart: Count, telling: Count,
  /** Passages that a coder doubts, or finds no longer to belong. */
  doubted: Count,
  groups: z.array(z.strictObject({ group: Id.nullable(), supports: Count, contradicts: Count, /** Stories of the group in scope. */ of: Count })),
  coders: z.array(z.strictObject({ coder: Id, fragments: Count, stories: Count })),
  /** The story with most of the fragments that support it: whether one story carries it all. */
  fullest: z.strictObject({ story: Id, number: z.number().int(), fragments: Count }).nullable()
})
export type Evidence = z.infer<typeof Evidence>

/** What of it stands on paper. Null: hidden, because so few stories bear it. */
export const PaperEvidence = z.strictObject({
  about: About, supports: z.strictObject({ fragments: Count.nullable(), stories: Count.nullable(), coders: Count }), contradicts: Count.nullable()
})
export type PaperEvidence = z.infer<typeof PaperEvidence>

/** A story held against a theme, coded or not. */
export const ThemeStory = z.strictObject({
  story: Id, number: z.number().int(), group: Id.nullable(), length: z.number().int(), opening: z.string(),
  /** Codings the viewer may see, and whether the viewer marked the story done. */
  codings: Count, done: z.boolean(),
  /** Passages of the theme in it, and the part that lays the whole story on it. */
  supports: Count, contradicts: Count, part: z.strictObject({ id: Id, side: Side }).nullable(),
  mine: Verdict.nullable(), others: z.array(ByCoder)
})
export type ThemeStory = z.infer<typeof ThemeStory>

const Name = z.string().trim().min(1).max(200)
const Words = z.string().max(20_000)
const Colour = z.number().int().min(1).max(12)
const Page = { offset: z.number().int().min(0).default(0), limit: z.number().int().min(1).max(500).default(100) }
const AllCoders = Layer.default({ is: 'all' })
/** Noun by noun what counts of themes are made of. */
const MADE_OF = ['theme', 'theme_part', 'theme_verdict', 'coding', 'code', 'story', 'text', 'revision', 'reading', 'project', 'import', 'memo', 'coder', 'story_group'] as const

export const theme = {
  /** In the order people put them. */
  'theme.list': read({ input: z.strictObject({}), output: z.array(Theme), reads: [...MADE_OF], longInLarge: () => true }),
  /** The same order, for whoever only names them. */
  'theme.names': read({ input: z.strictObject({}), output: z.array(Theme.pick({ id: true, name: true, colour: true })), reads: ['theme'] }),
  /** Passages under a theme in reading order, a page at a time. group null: stories without a group. `telling`, `doubted`: only those.
   * `judged`: how many of the total the viewer judged. */
  'theme.fragments': read({
    input: z.strictObject({
      theme: Id, layer: AllCoders, side: Side.optional(), group: Id.nullable().optional(), coder: Id.optional(), story: Id.optional(),
      telling: z.boolean().default(false), doubted: z.boolean().default(false), ...Page
    }),
    output: z.strictObject({ total: Count, judged: Count, rows: z.array(ThemeFragment) }), reads: [...MADE_OF], long: true
  }),
  'theme.evidence': read({ input: z.strictObject({ theme: Id, layer: AllCoders, mode: Mode.default('analysis') }), output: Evidence, reads: [...MADE_OF], long: true }),
  'theme.paper': read({ input: z.strictObject({ theme: Id, mode: Mode }), output: PaperEvidence, reads: [...MADE_OF], long: true }),
  /**
   * Every story the viewer may see, held against the theme, in the order of the numbers. only: 'silent' those in which
   * nothing of the theme lies and that nobody judged; 'open' those the viewer did not judge yet;
   * 'uncoded' those without any coding the viewer may see; 'supports', 'contradicts' those behind the counts of the evidence, 'judged' those
   * somebody judged. `judged`: how many of all the viewer judged.
   */
  'theme.stories': read({
    input: z.strictObject({ theme: Id, layer: AllCoders, only: z.enum(['all', 'silent', 'open', 'uncoded', 'supports', 'contradicts', 'judged']).default('all'), group: Id.nullable().optional(), ...Page }),
    output: z.strictObject({ total: Count, all: Count, judged: Count, rows: z.array(ThemeStory) }), reads: [...MADE_OF], long: true
  }),
  /** Refused (conflict, 'theme.same_name') when a theme bears that name, letter case aside. `codes`: laid on it in the same gesture. */
  'theme.create': write({
    input: z.strictObject({ id: Id, name: Name, concept: Words.default(''), colour: Colour.optional(), codes: z.array(Id).max(500).default([]) }), output: z.null()
  }),
  'theme.change': write({
    input: z.strictObject({
      theme: Id, name: Name.optional(), concept: Words.optional(), inside: Words.optional(), outside: Words.optional(), tensions: Words.optional(), counter: Words.optional(),
      phase: ThemePhase.optional(), colour: Colour.optional()
    }),
    output: z.null()
  }),
  /** Before another theme; null: last. */
  'theme.move': write({ input: z.strictObject({ theme: Id, before: Id.nullable() }), output: z.null() }),
  /** What lay on it is free again; undo brings all back. */
  'theme.remove': write({ input: z.strictObject({ theme: Id }), output: z.null() }),
  /**
   * Lays things on a theme, before one of its parts (null: last). What lies there already takes the new side and place. `from`: the theme
   * they are taken from in the same gesture.
   */
  'theme.place': write({
    input: z.strictObject({ theme: Id, targets: z.array(Target).min(1).max(500), side: Side.default('supports'), from: Id.optional(), before: Id.nullable().default(null) }),
    output: z.null()
  }),
  'theme.turn': write({
    input: z.strictObject({ part: Id, side: Side.optional(), note: Words.optional(), telling: z.boolean().optional() }), output: z.null()
  }),
  'theme.take': write({ input: z.strictObject({ parts: z.array(Id).min(1).max(500) }), output: z.null() }),
  /** The viewer's own verdict on a coding or a story; null takes it back. 'against' is for stories. */
  'theme.judge': write({
    input: z.strictObject({ theme: Id, on: z.union([z.strictObject({ coding: Id }), z.strictObject({ story: Id })]), verdict: Verdict.nullable() }), output: z.null()
  })
}
