// The percentages and sums that the study prints, out of the product's own pictures and frequencies: half up, of those who answered.
import type { Output } from '../../shared/contract/index.ts'
import { inGroup, question, type Figures, type Study } from './study.ts'

type Pattern = Output<'pattern.chart'>
type Part = Pattern['parts'][number]
/** A question as it was answered in a group: its columns, and that group's counts. */
type Answered = { pattern: Pattern; part: Part }

export async function publishedFigures(study: Study): Promise<Figures> {
  const [families, staff] = [...study.groups.keys()] as [string, string]
  const answered = async (key: string, group: string): Promise<Answered> => {
    const pattern = await study.call('pattern.chart', { signifier: question(study, key).id, filter: inGroup(study, group) })
    return { pattern, part: pattern.parts[0]! }
  }
  const shares = async (key: string, group: string) => percents(await answered(key, group), 'valid')
  return {
    'M5 stadsdeel in procenten Gezinnen': await shares('stadsdeel', families), 'M5 stadsdeel in procenten Medewerkers': await shares('stadsdeel', staff), 'M6 rol in procenten': await shares('rol', staff),
    'M11 tevredenheid in procenten Gezinnen': await shares('tevredenheid', families), 'M13 gezinsleven beter in procenten Gezinnen': await shares('effect-gezin', families),
    'M19 tevredenheid in procenten Medewerkers': await shares('tevredenheid', staff), 'M20 effect op ouders in procenten Medewerkers': await shares('effect-gezin', staff),
    'M21 effect op jeugd in procenten Medewerkers': await shares('effect-jeugd', staff), 'M22 verder in procenten Medewerkers': await shares('verder', staff),
    'M23 steun in procenten van wat is aangekruist Medewerkers': percents(await answered('steun', staff), 'mentions'),
    ...scales(await answered('invloed', families), 'M26 invloed Gezinnen: procent op 70 en hoger, op 20 en lager', [[70, 100], [0, 20]]),
    ...scales(await answered('oordeelloos', families), 'M26 oordeelloos Gezinnen: procent op 100, onder 50', [[100, 100], [0, 40]]),
    ...scales(await answered('luisteren', families), 'M26 luisteren Gezinnen: procent op 100, op 20 en lager', [[100, 100], [0, 20]]),
    ...scales(await answered('invloed', staff), 'M26 invloed Medewerkers: procent op 90, op 20 en lager', [[90, 90], [0, 20]]),
    ...scales(await answered('oordeelloos', staff), 'M26 oordeelloos Medewerkers: procent op 50, op 0', [[50, 50], [0, 0]]),
    ...scales(await answered('luisteren', staff), 'M26 luisteren Medewerkers: procent op 90, op 0', [[90, 90], [0, 0]]),
    ...scales(await answered('duidelijk', staff), 'M26 duidelijk Medewerkers: procent op 70, op 80, op 0', [[70, 70], [80, 80], [0, 0]]),
    ...await sums(study, families, staff)
  }
}

/** Half up, as the study rounds. */
const percent = (count: number, of: number): number => Math.floor(count / of * 100 + 0.5)

const percents = ({ pattern, part }: Answered, base: 'valid' | 'mentions'): Record<string, number> =>
  Object.fromEntries(pattern.columns.flatMap(({ face }, at) => (face.is === 'option' ? [[face.name, percent(part.counts[at]!, part[base])]] : [])))

/** Bars from … to, by what they are rounded to. */
function scales({ pattern, part }: Answered, item: string, ranges: readonly [number, number][]): Figures {
  const between = ([from, to]: readonly [number, number]): number => pattern.columns.reduce((sum, { face }, at) => (face.is === 'bar' && face.at >= from && face.at <= to ? sum + part.counts[at]! : sum), 0)
  return { [item]: ranges.map((range) => percent(between(range), part.valid)) }
}

/** The sums under the tables of codes, and the row that takes the small ones together. */
async function sums(study: Study, families: string, staff: string): Promise<Figures> {
  const table = async (group: string, lump = 0) => (await study.call('frequency.table', { layer: { is: 'consensus' }, filter: inGroup(study, group), lump })).rows
  const isIn = (branch: string) => (code: string | null): boolean => code !== null && study.branches.get(code) === branch
  const total = (rows: Awaited<ReturnType<typeof table>>, which: (code: string | null) => boolean): number => rows.reduce((sum, { code, all }) => (which(code) ? sum + (all.fragments ?? 0) : sum), 0)
  const [ofFamilies, ofStaff] = [await table(families), await table(staff)]
  const small = (await table(staff, 4)).at(-1)!.lumped.filter(isIn('Hulpvraag'))
  return {
    'M38-39 som van de hulpvragen Gezinnen, Medewerkers; van de interventies': [total(ofFamilies, isIn('Hulpvraag')), total(ofStaff, isIn('Hulpvraag')), total(ofFamilies, isIn('Interventie'))],
    'M38 kleine hulpvragen Medewerkers: codes, fragmenten': [small.length, total(ofStaff, (code) => code !== null && small.includes(code))],
    'M45 verhouding klik en expertise': Math.round(total(ofFamilies, (code) => code === study.codes.get('Klik')) / total(ofFamilies, (code) => code === study.codes.get('Expertise')) * 100) / 100
  }
}
