// Scores on sliders: eleven bars of a fixed size, and inside its bar each score lies somewhere.
import { randomFor } from '../random.ts'
import { deal, type Slot } from './deal.ts'

/** The bar of a score, 0–10: the score rounded to the nearest ten, halves up. */
export const barOf = (score: number): number => Math.floor(score / 10 + 0.5)

/**
 * Scores 0–100 with two decimals, or null for n.v.t., so that each bar holds as many as asked.
 * Bars named in `inner` keep to the side of their ten that readable rules use: '90–100', '0–20', 'under 60'.
 */
export function dealScores(slots: Slot[], key: string, name: string, bars: readonly number[], order: (slot: Slot) => number,
  inner: Record<number, 'above' | 'below'> = {}): (number | null)[] {
  const counts: Record<string, number> = {}
  const missing = slots.length - bars.reduce((sum, bar) => sum + bar, 0)
  if (missing > 0) counts['na'] = missing
  bars.forEach((count, bar) => { counts[`bar${bar}`] = count })
  const spoken = (slot: Slot) => slot.facts[key] === undefined ? undefined : slot.facts[key] === 'na' ? 'na' : `bar${barOf(Number(slot.facts[key]))}`
  const dealt = deal(slots, name, counts, spoken, order)
  const random = randomFor(`${name}/inside`)
  return dealt.map((bar, at) => {
    const inside = random.next()
    if (bar === 'na') return null
    return slots[at]!.facts[key] !== undefined ? Number(slots[at]!.facts[key]) : scoreIn(Number(bar.slice(3)), inside, inner)
  })
}

function scoreIn(bar: number, inside: number, inner: Record<number, 'above' | 'below'>): number {
  const low = inner[bar] === 'above' ? bar * 10 : Math.max(0, bar * 10 - 5)
  const high = inner[bar] === 'below' ? bar * 10 : Math.min(100, bar * 10 + 4.99)
  return Math.round((low + inside * (high - low)) * 100) / 100
}

export function setScores(slots: Slot[], key: string, scores: (number | null)[]): void {
  slots.forEach((slot, at) => {
    const value = scores[at]
    slot.answers[key] = value === null || value === undefined ? { is: 'na' } : { is: 'number', value }
  })
}
