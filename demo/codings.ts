// Turns the marks of the stories into the codings of each coder and the layer the team agreed on.
import { buildCodes } from './codebook/build-codes.ts'
import { readersOf, type Mark, type StorySource } from './marks.ts'
import type { SampleAgreedCoding, SampleCoding } from './sample.ts'

/** Throws on a mark with an unknown code or by a coder who does not read the story. */
export function buildCodings(sources: StorySource[]): { codings: SampleCoding[]; agreed: SampleAgreedCoding[] } {
  const codes = new Set(buildCodes().filter((code) => code.parent !== null).map((code) => code.key))
  const codings: SampleCoding[] = []
  const agreed: SampleAgreedCoding[] = []
  for (const source of sources) {
    source.marks.forEach((mark, at) => {
      if (!codes.has(mark.code)) throw new Error(`${source.id}: no code is called ${mark.code}`)
      const place = { story: source.id, start: mark.start, end: mark.end, quote: source.text.slice(mark.start, mark.end), code: mark.code }
      for (const coder of codersOf(source, mark)) codings.push({ key: `${source.id}/${at + 1}/${coder}`, ...place, coder })
      if (mark.agreed) agreed.push({ key: `${source.id}/${at + 1}`, ...place })
    })
  }
  return { codings, agreed }
}

/** A bare mark was made by all who finished the story; a coder who has not finished made only the marks that name them. */
function codersOf(source: StorySource, mark: Mark): string[] {
  const readers = readersOf(source)
  if (mark.coders === null) return readers.filter((reader) => reader.done).map((reader) => reader.coder)
  const stranger = mark.coders.find((coder) => !readers.some((reader) => reader.coder === coder))
  if (stranger !== undefined) throw new Error(`${source.id}: ${stranger} coded ${mark.code} but does not read this story`)
  return mark.coders
}
