// Answers with a place: points in a triad and stones on one axis or two.
import { randomFor } from '../random.ts'
import type { AnswerValue } from '../../shared/domain/signifier.ts'
import { dealTicks, type Slot } from './deal.ts'
import type { Counts } from './targets.ts'

type Shares = [number, number, number]

const cents = (value: number): number => Math.round(value * 100) / 100
/** Folded back at the edges, where stones would else pile up. */
const within = (value: number): number => cents(Math.min(100, Math.abs(value > 100 ? 200 - value : value)))

/** Points spread around a mean (logistic-normal, sd 0.55) that comes out as given; `notAsked` of them n.v.t.; a fact "10/12/78" stands as it is. */
export function setTriad(slots: Slot[], key: string, name: string, mean: Shares, notAsked: number): void {
  const random = randomFor(name)
  const draws = slots.map(() => mean.map(() => Math.exp(0.55 * random.normal())) as Shares)
  const free = random.shuffle(slots.map((_, at) => at).filter((at) => slots[at]!.facts[key] === undefined))
  const drawn = free.slice(notAsked)
  const fixed = slots.flatMap((slot) => slot.facts[key] === undefined ? [] : [slot.facts[key].split('/').map(Number) as Shares])
  const weights = weightsFor(mean, drawn.map((at) => draws[at]!), fixed)
  slots.forEach((slot, at) => {
    const said = slot.facts[key]
    slot.answers[key] = said !== undefined ? { is: 'triad', shares: said.split('/').map(Number) as Shares }
      : drawn.includes(at) ? { is: 'triad', shares: closed(weighted(draws[at]!, weights)) } : { is: 'na' }
  })
}

const weighted = (parts: Shares, weights: Shares): Shares => [parts[0] * weights[0], parts[1] * weights[1], parts[2] * weights[2]]

/** How heavy each corner must weigh for the mean of all points, the fixed ones too, to lie where it should. */
function weightsFor(mean: Shares, draws: Shares[], fixed: Shares[]): Shares {
  const weights: Shares = [...mean]
  for (let round = 0; round < 40; round++) {
    const points = [...draws.map((parts) => closed(weighted(parts, weights))), ...fixed]
    weights.forEach((weight, corner) => { weights[corner] = weight * mean[corner]! / (points.reduce((sum, point) => sum + point[corner]!, 0) / points.length) })
  }
  return weights
}

/** Three positive numbers as shares of 100 with two decimals that sum to 100. */
function closed(parts: Shares): Shares {
  const sum = parts.reduce((total, part) => total + part, 0)
  const [top, left] = [cents(100 * parts[0] / sum), cents(100 * parts[1] / sum)]
  return [top, left, cents(100 - top - left)]
}

/** Where a stone tends to lie: mean and spread on x and y (0–100), and how much a step of tone moves x. */
export type StoneMean = { x: number; y: number; spread: number; pull: number }

/** Stones on two axes. `bend` may move a place, e.g. for a subgroup. */
export function setStones(slots: Slot[], key: string, name: string, counts: Counts, means: Record<string, StoneMean>,
  bend: (slot: Slot, stone: string, x: number, y: number) => [number, number]): void {
  const random = randomFor(`${name}/places`)
  const placed = dealTicks(slots, name, counts, () => undefined)
  slots.forEach((slot, at) => {
    const places = placed[at]!.map((stone) => {
      const mean = means[stone]!
      const [x, y] = bend(slot, stone, mean.x + mean.pull * (slot.tone - 4.1) + mean.spread * random.normal(), mean.y + mean.spread * random.normal())
      return { stone, x: within(x), y: within(y) }
    })
    setPlaces(slot, key, places)
  })
}

/** Stones on one axis: y is null. */
export function setStonesOnLine(slots: Slot[], key: string, name: string, counts: Counts, means: Record<string, number>): void {
  const random = randomFor(`${name}/places`)
  const placed = dealTicks(slots, name, counts, () => undefined)
  slots.forEach((slot, at) => setPlaces(slot, key, placed[at]!.map((stone) => ({ stone, x: within(means[stone]! + 17 * random.normal()), y: null }))))
}

/** A story that placed no stone at all left the question blank. */
function setPlaces(slot: Slot, key: string, places: Extract<AnswerValue, { is: 'stones' }>['places']): void {
  if (places.length > 0) slot.answers[key] = { is: 'stones', places }
}
