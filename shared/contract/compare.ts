// Comparing the readings of two to eight coders, and the layer that comes of talking about them.
import { z } from 'zod'
import { SPOT_KINDS } from '../agreement/spots.ts'
import { Id } from '../domain/ids.ts'
import { StoryFilter } from '../domain/layer.ts'
import { About, Mode } from '../domain/release.ts'
import { OF_FILTER, read, write } from './call.ts'
import { Fragment } from './coding.ts'

const Count = z.number().int().min(0)
const Coders = z.array(Id).min(2).max(8)

export const SpotCounts = z.strictObject({ same: Count, edges: Count, some: Count, other: Count })

/** A place that was coded by one who read the story to its end; see shared/agreement/spots.ts. UTF-16 units of the newest revision. */
export const Spot = z.strictObject({
  text: Id, start: Count, end: Count, kind: z.enum(SPOT_KINDS),
  codes: z.array(z.strictObject({ code: Id, coders: z.array(Id), codings: z.array(Id) }))
})
export type Spot = z.infer<typeof Spot>

export const ComparedStory = z.strictObject({
  id: Id, number: z.number().int(), group: Id.nullable(), opening: z.string(),
  /** Of those asked for, who marked it done. */
  readers: z.array(Id), spots: SpotCounts,
  /** Talk that is still open. */
  talks: Count,
  /** Marked as talked over. */
  agreed: z.boolean()
})
export type ComparedStory = z.infer<typeof ComparedStory>

const Share = z.number().nullable()
const Interval = z.tuple([z.number(), z.number()]).nullable()

/** Figures of one code; null where there is none (too little, see `why`, or nothing to compare with). Percents are shares, 0–1. */
export const AgreementRow = z.strictObject({
  code: Id, name: z.string(), colour: z.number().int(),
  /** Codings by those compared, and stories in which one of them used it, in the stories compared. */
  uses: Count, stories: Count,
  /** Under the least at which a figure says anything (shared/agreement/minimum.ts). */
  why: z.enum(['fewStories', 'fewUses']).nullable(),
  /** A story has the code or not. */
  story: z.strictObject({ percent: Share, ac1: Share, kappa: Share, fleiss: Share, alpha: Share }).nullable(),
  /** Character by character of the main text; uAlpha: |uα, of stretches as a whole. */
  text: z.strictObject({ percent: Share, jaccard: Share, f1: Share, kappa: Share, alpha: Share, uAlpha: Share }).nullable()
})
export type AgreementRow = z.infer<typeof AgreementRow>

export const compare = {
  /** Stories that two or more of these coders marked done, in the order of the numbers or those with most differences first. */
  'compare.stories': read({
    input: z.strictObject({
      coders: Coders, /** Only places where one of these codes was put. */ codes: z.array(Id).optional(), filter: StoryFilter.default({}), order: z.enum(['different', 'number']).default('different'),
      offset: Count.default(0), limit: z.number().int().min(1).max(500).default(100), mode: Mode.default('analysis')
    }),
    output: z.strictObject({
      about: About, total: Count,
      /** Stories that two of them read and the viewer did not finish: blind coding keeps them shut. */
      waiting: Count,
      /** Over all of them. */
      spots: SpotCounts, rows: z.array(ComparedStory)
    }),
    reads: ['story', 'text', 'revision', 'coding', 'code', 'coder', 'reading', 'talk', 'project', ...OF_FILTER, 'signifier', 'import'], long: true
  }),
  /** The places of one story, in order of reading. `readers` empty: fewer than two of them finished it, or blind coding keeps it shut. */
  'compare.story': read({
    input: z.strictObject({ story: Id, coders: Coders, codes: z.array(Id).optional() }),
    output: z.strictObject({ readers: z.array(Id), /** The viewer must finish it first. */ isShut: z.boolean(), spots: z.array(Spot), /** Of the shared layer. */ agreed: z.array(Id), isDiscussed: z.boolean() }),
    reads: ['story', 'text', 'revision', 'coding', 'code', 'coder', 'reading', 'project']
  }),
  /** Agreement by code, over the stories that two or more of these coders marked done. */
  'compare.figures': read({
    input: z.strictObject({ coders: Coders, filter: StoryFilter.default({}), mode: Mode.default('analysis') }),
    output: z.strictObject({
      about: About, /** Compared. */ stories: Count, waiting: Count,
      /** How many of these coders read a story, where that is the same for all; null where it differs. */
      raters: Count.nullable(),
      /** Codes that one of them used there, in the order of the codebook. */
      rows: z.array(AgreementRow)
    }),
    reads: ['story', 'text', 'revision', 'coding', 'code', 'coder', 'reading', 'project', ...OF_FILTER, 'signifier', 'import'], long: true
  }),
  /** How sure the figures of one code are: the middle 95 % when stories are drawn anew; null where there is none. */
  'compare.figure': read({
    input: z.strictObject({ coders: Coders, code: Id, filter: StoryFilter.default({}), mode: Mode.default('analysis') }),
    output: z.strictObject({
      about: About, stories: Count, uses: Count, why: AgreementRow.shape.why,
      intervals: z.strictObject({
        story: z.strictObject({ percent: Interval, ac1: Interval, kappa: Interval, fleiss: Interval, alpha: Interval }),
        text: z.strictObject({ percent: Interval, jaccard: Interval, f1: Interval, kappa: Interval, alpha: Interval, uAlpha: Interval })
      }).nullable()
    }),
    reads: ['story', 'text', 'revision', 'coding', 'code', 'coder', 'reading', 'project', ...OF_FILTER, 'signifier', 'import'], long: true
  }),
  /** How often each coder used each code, in the stories that coder finished. Codes in the order of the codebook; the lumped row last. */
  'compare.often': read({
    input: z.strictObject({
      coders: Coders, /** background: coders who filled in the same one are counted together. */ by: z.enum(['coder', 'background']).default('coder'), filter: StoryFilter.default({}),
      /** Codes with this many codings or fewer go into one row; 0 lumps none. */
      lump: Count.default(0), mode: Mode.default('analysis')
    }),
    output: z.strictObject({
      about: About,
      /** `name`: of the coder, or the background ('' where none is filled in). `stories`: that one of them finished. */
      parts: z.array(z.strictObject({ coders: z.array(Id), name: z.string(), stories: Count })),
      /** Codes somebody used. `cells` by part; code null: the small ones together. */
      rows: z.array(z.strictObject({
        code: Id.nullable(), name: z.string(), colour: z.number().int().nullable(), lumped: z.array(Id), cells: z.array(z.strictObject({ stories: Count, codings: Count }))
      }))
    }),
    reads: ['code', 'coding', 'coder', 'reading', 'story', 'project', ...OF_FILTER, 'signifier', 'text', 'revision', 'import'], long: true
  }),
  /**
   * Puts fragments in the shared layer and takes others (`gone`) out, as one gesture; what coders made themselves stays as it is. Makes
   * the layer when there is none. Refused: forbidden ('compare.not_yet') for a story that blind coding keeps shut to the caller.
   */
  'consensus.accept': write({
    input: z.strictObject({
      story: Id, agreed: z.array(z.strictObject({ coding: Id, code: Id, fragment: Fragment })).max(300), gone: z.array(Id).max(300).default([]),
      /** Marks the story as talked over as well. */
      discussed: z.boolean().default(false)
    }),
    output: z.strictObject({ codings: z.array(Id) })
  }),
  /** The story was talked over to its end, or not after all: only then can it be without a code in the shared layer. */
  'consensus.mark': write({ input: z.strictObject({ story: Id, discussed: z.boolean() }), output: z.null() })
}
