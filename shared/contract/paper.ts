// A document as a file for a word processor: what stands on the sheets, in reading order, under real styles. Its numbers passed the gate
// when the screen asked for them.
import { z } from 'zod'
import { read } from './call.ts'

const Words = z.string().max(3_000_000)

/** term: what the paragraphs under it are about; byline: whose and when, above them. rich: a paragraph, or a point of a list, with bold and slanted words. space: a named box to write in; lines: one line to write on; break: a new page. */
export const PaperBlock = z.discriminatedUnion('is', [
  z.strictObject({ is: z.enum(['title', 'heading', 'subheading', 'paragraph', 'quote', 'contrary', 'source', 'hint', 'term', 'byline', 'point', 'space']), words: Words }),
  z.strictObject({ is: z.literal('rich'), point: z.boolean(), runs: z.array(z.strictObject({ words: Words, bold: z.boolean(), italic: z.boolean() })).max(10_000) }),
  z.strictObject({ is: z.literal('table'), headings: z.array(Words).max(20), rows: z.array(z.array(Words).max(20)).max(2000) }),
  /** width, height: millimetres on paper. `words` say what is to be seen. svg: a whole drawing; png: the same in base64, for programs that draw no SVG. */
  z.strictObject({ is: z.literal('picture'), words: Words, svg: Words, png: z.base64().max(4_000_000), width: z.number().positive().max(400), height: z.number().positive().max(400) }),
  z.strictObject({ is: z.enum(['lines', 'break']) })
])
export type PaperBlock = z.infer<typeof PaperBlock>

export const paper = {
  /** `points`: size of the type; headings follow from it. The file (DOCX) as base64. */
  'paper.write': read({
    input: z.strictObject({ title: z.string().max(300), language: z.enum(['nl', 'en']), points: z.number().int().min(10).max(24), foot: z.string().max(300), blocks: z.array(PaperBlock).min(1).max(20_000) }),
    output: z.strictObject({ bytes: z.string() }), reads: [], long: true
  })
}
