// What both groups were asked in the same way: household, ages, district, support, and when a story came in.
import { randomFor } from '../random.ts'
import { deal, dealTicks, fact, listFact, setOptions, type Slot } from './deal.ts'
import type { Counts } from './targets.ts'

type Household = { huis: Counts; ouders: Counts; samengesteld: Counts; kinderen: Counts; huisdieren: Counts }

/** Facts of a story file in short ("ouders: 1", "kinderen: 3") as the option they mean. */
const MEANINGS: Record<string, Record<string, string>> = {
  huis: { een: 'een-huis', meerdere: 'meer-huizen' },
  ouders: { 1: 'een-ouder', 2: 'twee-ouders' },
  samengesteld: { ja: 'samengesteld' },
  kinderen: { 1: 'kind-1', 2: 'kind-2', 3: 'kind-3', '4+': 'kind-4' },
  huisdieren: { ja: 'huisdieren', nee: '-' }
}

export function setHousehold(slots: Slot[], group: string, targets: Household): void {
  const ticks: string[][] = slots.map(() => [])
  for (const part of ['huis', 'ouders', 'samengesteld', 'kinderen', 'huisdieren'] as const) {
    const meant = (slot: Slot) => slot.facts[part] === undefined ? undefined : MEANINGS[part]![slot.facts[part]] ?? `${slot.facts[part]}?`
    deal(slots, `${group}/${part}`, targets[part], meant).forEach((option, at) => { if (option !== '-') ticks[at]!.push(option) })
  }
  slots.forEach((slot, at) => { if (ticks[at]!.length > 0) slot.answers['gezinssituatie'] = { is: 'options', options: ticks[at]! } })
}

/** `codes`: the code by which a story speaks of an option. */
export function setTicks(slots: Slot[], group: string, key: string, counts: Counts, codes: Record<string, string> = {}): void {
  const leans = (slot: Slot, option: string) => slot.story?.marks.some((mark) => mark.agreed && mark.code === codes[option]) ?? false
  dealTicks(slots, `${group}/${key}`, counts, listFact(key), leans).forEach((options, at) => { slots[at]!.answers[key] = { is: 'options', options } })
}

/** `round`: which deal to take. The study found no relation with satisfaction, and not every deal is that even. */
export function setDistrict(slots: Slot[], group: string, counts: Counts, round: number): void {
  setOptions(slots, 'stadsdeel', deal(slots, `${group}/stadsdeel/${round}`, counts, fact('stadsdeel')))
}

/** One answer at most, to a question that would have allowed several; the words of "anders" are in the story's facts. */
export function setOnwards(slots: Slot[], group: string, counts: Counts): void {
  const spoken = (slot: Slot) => slot.facts['verder-anders'] ? 'anders' : slot.facts['verder']
  deal(slots, `${group}/verder`, counts, spoken, needs(`${group}/verder`)).forEach((option, at) => {
    if (option !== '-') slots[at]!.answers['verder'] = { is: 'options', options: [option] }
  })
  setWords(slots, 'verder-anders')
}

const ILLNESS = ['psychiatrie', 'ass', 'medisch', 'angst']
const PEOPLE = ['eigennetwerk', 'informeel', 'net-steunend', 'net-gemengd', 'net-opbouw']

/** Who is ill goes on with a specialist more often, who has people around goes on with them: the order of the options. */
function needs(name: string): (slot: Slot) => number {
  const random = randomFor(`${name}/noise`)
  const speaksOf = (slot: Slot, codes: string[]) => slot.story?.marks.some((mark) => mark.agreed && codes.includes(mark.code)) ?? false
  return (slot) => (speaksOf(slot, ILLNESS) ? 0.7 : 0) + (speaksOf(slot, PEOPLE) ? 0.9 : 0) + 0.6 * random.normal()
}

export function setWords(slots: Slot[], key: string): void {
  for (const slot of slots) if (slot.facts[key]) slot.answers[key] = { is: 'text', text: slot.facts[key] }
}

/** A working day between two days (ISO), by chance: the order of ids says nothing about the order of collection. */
export function daysBetween(slots: Slot[], name: string, first: string, last: string): string[] {
  const random = randomFor(name)
  const start = Date.parse(first)
  const span = (Date.parse(last) - start) / 86_400_000
  return slots.map((slot) => {
    const day = new Date(start + 86_400_000 * random.below(span + 1))
    const weekend = [2, 0, 0, 0, 0, 0, 1][day.getUTCDay()]!
    return slot.facts['datum'] ?? new Date(Math.min(Date.parse(last), day.getTime() + 86_400_000 * (weekend === 2 ? 1 : weekend === 1 ? 2
      : 0))).toISOString().slice(0, 10)
  })
}
