// Tables to hold the study against: who lives in Demostad, and how the staff wrote down their conversations.
import { randomFor } from '../random.ts'
import { delimited } from './delimited.ts'

/** Per cent of the families that were entitled to support, by district and by age of the child. The districts sum to 99, as published tables do. */
export const POPULATION: { trait: string; shares: Record<string, number> }[] = [
  { trait: 'stadsdeel', shares: { Centrum: 1, Oost: 29, 'Oude wijken': 15, West: 33, Zuid: 18, Overig: 3 } },
  { trait: 'leeftijd', shares: { 'Jonger dan 12': 64, '12 tot en met 15': 22, '16 tot en met 18': 13, '19 tot en met 23': 1 } }
]

export const populationCsv = (): string => delimited([['kenmerk', 'klasse', 'procent'],
  ...POPULATION.flatMap(({ trait, shares }) => Object.entries(shares).map(([name, share]) => [trait, name, String(share)]))], ';')

/** How long a conversation took, as the form offered it, and the minutes each answer counts for. */
export const TIME_BANDS: Record<string, number> = { '5 tot 15 minuten': 10, '15 tot 30 minuten': 22.5, '30 tot 60 minuten': 45,
  'meer dan 60 minuten': 75, 'meer dan 90 minuten': 100 }

/** `duration`: a time band, or minutes as typed. One worker kept no count: one row a case, without a conversation number. */
export type Registration = { worker: string; caseId: string; conversation: number | null; duration: string }

/** 58 cases of ten workers: two long ones of 27 and 21 conversations, 45 of a few each, 11 without a count. */
export function registrations(): Registration[] {
  const random = randomFor('registratie')
  const counts = [27, 21, ...random.shuffle(Array.from({ length: 45 }, (_, at) => 1 + at % 5)).map((count, at) =>
    (at < 8 ? Math.max(1, count - 1) : count))]
  // The dealt numbers are brought to 127 in all, one conversation at a time.
  for (let at = 2, left = 127 - counts.slice(2).reduce((sum, count) => sum + count, 0); left !== 0; at = at === 46 ? 2 : at + 1) {
    if (left < 0 && (counts[at] ?? 1) < 2) continue
    counts[at] = counts[at]! + Math.sign(left)
    left -= Math.sign(left)
  }
  const cases = counts.map((count, at) => ({ worker: `medewerker ${1 + at % 9}`, caseId: `C${String(at + 1).padStart(2, '0')}`, count }))
  const long = cases.slice(0, 2).flatMap(rowsOf)
  const few = cases.slice(2).flatMap(rowsOf)
  const uncounted = Array.from({ length: 11 }, (_, at): Omit<Registration,
    'duration'> => ({ worker: 'medewerker 10', caseId: `C${48 + at}`, conversation: null }))
  return [...timed(long, 3223), ...timed(few, 7909), ...uncounted.map((row, at) =>
    ({ ...row, duration: String(at < 10 ? 180 + 2 * (at % 4) : 2020 - 10 * 180 - 2 * 13) }))]
}

const rowsOf = ({ worker, caseId, count }: { worker: string; caseId: string; count: number }) =>
  Array.from({ length: count }, (_, at) => ({ worker, caseId, conversation: at + 1 }))

/** Time bands that keep close to the mean, and minutes typed in the last row, so that the total comes out. */
function timed(rows: Omit<Registration, 'duration'>[], total: number): Registration[] {
  const random = randomFor(`registratie/${total}`)
  const bands = Object.entries(TIME_BANDS)
  let left = total
  return rows.map((row, at) => {
    const aim = left / (rows.length - at)
    const nearest = [...bands].sort(([, a], [, b]) => Math.abs(a - aim) - Math.abs(b - aim))
    // Mostly near the mean, now and then a short or a long one; the last ten rows stay near, so that the remainder is a time too.
    const chance = at < rows.length - 10 ? random.next() : 0
    const [words, minutes] = nearest[chance < 0.5 ? 0 : chance < 0.75 ? 1 : chance < 0.9 ? 2 : 3]!
    const last = at === rows.length - 1
    left -= last ? left : minutes
    return { ...row, duration: last ? String(aim) : words }
  })
}

/** One sheet a worker, as they came in: to be merged by whoever counts. */
export function registrationSheets(): { name: string; headings: string[]; rows: (string | number)[][] }[] {
  const all = registrations()
  return [...new Set(all.map(({ worker }) => worker))].map((worker) => ({
    name: worker, headings: ['casus', 'gesprek', 'duur'],
    rows: all.filter((row) => row.worker === worker).map(({ caseId, conversation, duration }) =>
      [caseId, conversation ?? '', /^[\d.]+$/.test(duration) ? Number(duration) : duration])
  }))
}
