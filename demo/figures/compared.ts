// The planted differences between coders, as the product compares their readings; and agreement on three codes.
import { differing, type SpotCounts } from '../../shared/agreement/spots.ts'
import type { AgreementRow } from '../../shared/contract/compare.ts'
import { round, type Figures, type Study } from './study.ts'

/**
 * Per story that two coders finished: codings both made (same code, same place), those of the first only, those of the second only.
 * Over all of them: places read alike, over other words, by one of them, with another code.
 */
export async function twiceCoded(study: Study): Promise<Figures> {
  const people = (await study.call('coder.list', {})).filter(({ role }) => role !== 'consensus')
  const coders = people.map(({ id }) => id)
  const { rows, spots } = await study.call('compare.stories', { coders, limit: 500 })
  const found: Figures = { 'M44 plekken': { ...spots } }
  for (const { id, readers, spots: counted } of rows) {
    const [story, compared] = [await study.call('story.read', { story: id }), await study.call('compare.story', { story: id, coders })]
    const codings = new Map(story.codings.map((coding) => [coding.id, coding]))
    const [first, second] = readers.map((reader) => new Set(compared.spots.flatMap((spot) => spot.codes.flatMap((code) => code.codings)).flatMap((coding) => {
      const { coder, text, start, end, code } = codings.get(coding)!
      return coder === reader ? [[text, start, end, code].join(' ')] : []
    })))
    const same = [...first!].filter((one) => second!.has(one)).length
    const initials = readers.map((reader) => people.find((person) => person.id === reader)!.initials)
    found[`M44 ${story.sourceId} ${initials.join(' ')}`] = [same, first!.size - same, second!.size - same]
    mustAgree(story.sourceId, counted, compared.spots.length)
  }
  return { ...found, ...await agreement(study, people) }
}

/** The list and the story itself must tell of the same places. */
function mustAgree(story: string, counted: SpotCounts, places: number): void {
  if (counted.same + differing(counted) !== places) throw new Error(`${story}: the list counts ${counted.same + differing(counted)} places, the story has ${places}`)
}

/** Of the two who read most together: does the story have the code (percent, AC1, κ, α), and is it on the same words (percent, Jaccard, F1, κ, α, |uα). */
async function agreement(study: Study, people: { id: string; name: string }[]): Promise<Figures> {
  const pair = ['Anna de Boer', 'Ruben Smeets'].map((name) => people.find((person) => person.name === name)!.id)
  const { rows, stories } = await study.call('compare.figures', { coders: pair })
  const figures = ({ story, text }: AgreementRow): number[] =>
    [story!.percent, story!.ac1, story!.kappa, story!.alpha, text!.percent, text!.jaccard, text!.f1, text!.kappa, text!.alpha, text!.uAlpha].map((figure) => round(figure ?? NaN, 4))
  return {
    'M44 samen gelezen AB RS': stories,
    ...Object.fromEntries(['Klik', 'Expertise', 'Opvoeding'].map((name) => [`M44 overeenstemming ${name}`, figures(rows.find((row) => row.name === name)!)]))
  }
}
