// Deals answers over the stories of one group so that the totals come out exactly.
// What a story says about itself stands in its facts and is never dealt over; only the rest is.
import { randomFor } from '../random.ts'
import type { AnswerValue } from '../../shared/domain/signifier.ts'
import type { StorySource } from '../marks.ts'
import type { Counts } from './targets.ts'

/** One place in the study. A story that is not written yet still takes its share of the answers. */
export type Slot = {
  story: StorySource | null
  facts: Record<string, string>
  answers: Record<string, AnswerValue>
  /** How the story sounds: rises with satisfaction. Answers that go together are dealt in this order. */
  tone: number
}

export function makeSlots(stories: StorySource[], size: number): Slot[] {
  if (stories.length > size) throw new Error(`${stories.length} stories for ${size} places`)
  return Array.from({ length: size }, (_, at) => ({ story: stories[at] ?? null, facts: stories[at]?.facts ?? {}, answers: {}, tone: 0 }))
}

/** A value per slot, counts kept. `order` ranks the slots to which the later options go; without it chance decides. */
export function deal(slots: Slot[], name: string, counts: Counts, fact: (slot: Slot) => string | undefined,
  order?: (slot: Slot) => number): string[] {
  const random = randomFor(name)
  const fixed = slots.map(fact)
  const rest: string[] = Object.entries(counts).flatMap(([option, count]) => {
    const taken = fixed.filter((value) => value === option).length
    if (taken > count) throw new Error(`${name}: ${taken} stories say ${option}, there is room for ${count}`)
    return Array<string>(count - taken).fill(option)
  })
  const open = slots.map((_, at) => at).filter((at) => fixed[at] === undefined)
  const stranger = fixed.find((value) => value !== undefined && !(value in counts))
  if (stranger !== undefined) throw new Error(`${name}: no answer is called ${stranger}`)
  if (open.length !== rest.length) throw new Error(`${name}: ${rest.length} answers for ${open.length} stories`)
  const dealt = fixed.map((value) => value ?? '-')
  const ranked = silentFirst(random.shuffle(open), rest, order && ((at) => order(slots[at]!)))
  ranked.forEach((at, place) => { dealt[at] = rest[place]! })
  return dealt
}

/** Sorts `rest` in place with blank and n.v.t. in front, which go by chance, since they say nothing about tone; the others go by rank. */
function silentFirst(open: number[], rest: string[], rank?: (at: number) => number): number[] {
  const silent = rest.filter((option) => option === '-' || option === 'na')
  rest.splice(0, rest.length, ...silent, ...rest.filter((option) => option !== '-' && option !== 'na'))
  const others = open.slice(silent.length)
  return [...open.slice(0, silent.length), ...rank ? byRank(others, rank) : others]
}

function byRank(list: number[], rank: (at: number) => number): number[] {
  const ranks = new Map(list.map((at) => [at, rank(at)]))
  return [...list].sort((a, b) => ranks.get(a)! - ranks.get(b)! || a - b)
}

/**
 * Ticks per slot, counts kept, spread as evenly as they go; a fact is a story's whole list.
 * `leans`: does the story speak of this option? Those come first.
 */
export function dealTicks(slots: Slot[], name: string, counts: Counts, fact: (slot: Slot) => string[] | undefined,
  leans: (slot: Slot, option: string) => boolean = () => false): string[][] {
  const random = randomFor(name)
  const ticks: string[][] = slots.map((slot) => [...fact(slot) ?? []])
  const open = slots.map((_, at) => at).filter((at) => fact(slots[at]!) === undefined)
  const left = Object.entries(counts).map(([option, count]) => ({ option, count: count - ticks.filter((list) => list.includes(option)).length }))
  const short = left.find(({ count }) => count < 0 || count > open.length)
  if (short) throw new Error(`${name}: ${short.count} ticks of ${short.option} left for ${open.length} stories`)
  // The most frequent option goes first, always to the emptiest slots: so nobody is left without while another has three.
  for (const { option, count } of left.sort((a, b) => b.count - a.count)) {
    const emptiest = byRank(random.shuffle(open), (at) => ticks[at]!.length - (leans(slots[at]!, option) ? 10 : 0) + random.next())
    for (const at of emptiest.slice(0, count)) ticks[at]!.push(option)
  }
  const order = Object.keys(counts)
  return ticks.map((list) => list.sort((a, b) => order.indexOf(a) - order.indexOf(b)))
}

/** "a, b" -> ['a', 'b']. */
export const listFact = (key: string) => (slot: Slot): string[] | undefined => slot.facts[key]?.split(',').map((part) => part.trim())

export const fact = (key: string) => (slot: Slot): string | undefined => slot.facts[key]

/** Tone with some noise of its own, so that answers go together without being copies. */
export function toneWithNoise(name: string, noise: number): (slot: Slot) => number {
  const random = randomFor(`${name}/noise`)
  return (slot) => slot.tone + noise * random.normal()
}

/** Writes dealt options as answers: '-' stays blank, 'na' is n.v.t. */
export function setOptions(slots: Slot[], key: string, dealt: string[]): void {
  slots.forEach((slot, at) => {
    const option = dealt[at]!
    if (option !== '-') slot.answers[key] = option === 'na' ? { is: 'na' } : { is: 'option', option }
  })
}
