// Signifiers: the questions by which tellers give meaning to their own story, and the answers to them.
import { z } from 'zod'

/** choice, multi and likert have options; slider, triad and stones have anchors (the words at their ends). */
export const SignifierKind = z.enum(['choice', 'multi', 'likert', 'slider', 'triad', 'stones', 'number', 'date', 'text'])
export type SignifierKind = z.infer<typeof SignifierKind>

/**
 * The answer of one story to one signifier. Scores and places are 0–100.
 * - option: choice and likert; `option` is the option's key.
 * - options: multi; an empty list means "asked and nothing ticked", which differs from blank.
 * - number: slider (0–100) and number.
 * - triad: shares of the anchors [top, left, right]; they sum to 100.
 * - stones: places from the bottom left; a stone that was not placed is absent; `y` is null on one axis.
 * - date: ISO day, yyyy-mm-dd.
 * - text: words as given (line ends LF).
 * - na: "n.v.t." was ticked. A blank answer has no value at all.
 */
export const AnswerValue = z.discriminatedUnion('is', [
  z.strictObject({ is: z.literal('option'), option: z.string() }),
  z.strictObject({ is: z.literal('options'), options: z.array(z.string()) }),
  z.strictObject({ is: z.literal('number'), value: z.number() }),
  z.strictObject({ is: z.literal('triad'), shares: z.tuple([z.number(), z.number(), z.number()]) }),
  z.strictObject({ is: z.literal('stones'), places: z.array(z.strictObject({ stone: z.string(), x: z.number(), y: z.number().nullable() })) }),
  z.strictObject({ is: z.literal('date'), day: z.string().regex(/^\d{4}-\d{2}-\d{2}$/) }),
  z.strictObject({ is: z.literal('text'), text: z.string() }),
  z.strictObject({ is: z.literal('na') })
])
export type AnswerValue = z.infer<typeof AnswerValue>

/** A question as an import or a screen describes it; `key` is its column heading or its id in the definition. */
export const SignifierShape = z.strictObject({
  key: z.string().min(1),
  kind: SignifierKind,
  /** The question as asked. */
  title: z.string(),
  /** choice, multi, likert: in the order of the questionnaire. */
  options: z.array(z.strictObject({ key: z.string(), label: z.string() })).default([]),
  /** likert: is the last option the high end (true) or the first? Null elsewhere. */
  highLast: z.boolean().nullable().default(null),
  /** slider: [left, right]; triad: [top, left, right]; stones: [x left, x right] or with [y bottom, y top] behind. */
  anchors: z.array(z.string()).default([]),
  stones: z.array(z.strictObject({ key: z.string(), label: z.string() })).default([]),
  /** text: the key of the question whose "anders, namelijk" this is. */
  linkedTo: z.string().nullable().default(null)
})
export type SignifierShape = z.infer<typeof SignifierShape>
