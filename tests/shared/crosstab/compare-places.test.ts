// Triads with and without a code: the distance between the average places against every way of dealing them out.
import { expect, test } from 'vitest'
import { comparePlaces, type PlacedStory } from '../../../shared/crosstab/compare-places.ts'
import { placeOfShares, TRIAD_HEIGHT } from '../../../shared/signifier/triad.ts'
import { permutationPlaces, seededRandom } from '../../../shared/statistics/index.ts'

const random = seededRandom(7)
const shares = (lean: number): [number, number, number] => { const [a, b, c] = [random() + lean, random(), random()]; return [a / (a + b + c) * 100, b / (a + b + c) * 100, c / (a + b + c) * 100] }
const stories = (yes: number, no: number, lean: number): PlacedStory[] => [...Array(yes).keys()].map(() => ({ shares: shares(lean), hasCode: true, teller: null as number | null })).concat([...Array(no).keys()].map(() => ({ shares: shares(0), hasCode: false, teller: null })))

test('[X5] the chance is the share of all deals that lie as far apart: by brute force over the 252 deals of ten', () => {
  const [x, y] = [[0, 1, 2, 3, 4].map(() => ({ x: random() * 60, y: random() * 80 })), [0, 1, 2, 3, 4].map(() => ({ x: 20 + random() * 60, y: random() * 80 }))]
  const all = [...x, ...y]
  const middle = (list: typeof x) => ({ x: list.reduce((sum, one) => sum + one.x, 0) / list.length, y: list.reduce((sum, one) => sum + one.y, 0) / list.length })
  const apart = (left: typeof x, right: typeof x): number => { const [a, b] = [middle(left), middle(right)]; return Math.hypot(a.x - b.x, a.y - b.y) }
  const seen = apart(x, y)
  let [far, deals] = [0, 0]
  for (let bits = 0; bits < 1024; bits++) {
    const left = all.filter((_, at) => bits >> at & 1)
    if (left.length !== 5) continue
    deals++
    if (apart(left, all.filter((_, at) => !(bits >> at & 1))) >= seen - 1e-9) far++
  }
  const dealt = permutationPlaces({ x, y, replicates: 20_000, seed: 3 })
  if (dealt.status !== 'ok') throw new Error('two clouds of five')
  expect([deals, dealt.distance]).toEqual([252, expect.closeTo(seen, 9)])
  expect(Math.abs(dealt.p - far / deals)).toBeLessThan(5 * dealt.standardError + 1e-4)
  expect(permutationPlaces({ x: y, y: x, replicates: 20_000, seed: 3 })).toMatchObject({ distance: expect.closeTo(seen, 9) })
  expect([permutationPlaces({ x: [], y }), permutationPlaces({ x: [x[0]!], y: [x[0]!] }), permutationPlaces({ x, y, replicates: 0 })].map(one => one.status === 'undefined' && one.reason)).toEqual(['empty', 'noVariation', 'invalidInput'])
})

test('[X5] the answer is told in per cents of the side, the same every time, and refused with its reason', () => {
  const list = stories(30, 40, 1)
  const answer = comparePlaces(list, 999)
  const middle = (has: boolean): [number, number, number] => {
    const own = list.filter(({ hasCode }) => hasCode === has)
    return [0, 1, 2].map(part => own.reduce((sum, one) => sum + one.shares[part]!, 0) / own.length) as [number, number, number]
  }
  const [a, b] = [placeOfShares(middle(true)), placeOfShares(middle(false))]
  if (answer.is !== 'tested') throw new Error('seventy stories are enough')
  expect(answer).toMatchObject({ unit: 'story', n: 70, with: { n: 30 }, without: { n: 40 }, replicates: 999 })
  expect(answer.distance).toBeCloseTo(Math.hypot(a.x - b.x, (a.y - b.y) * TRIAD_HEIGHT), 9)
  expect(answer.p).toBeLessThan(0.01)
  expect(comparePlaces(list, 999)).toEqual(answer)
  expect([comparePlaces(stories(3, 5, 0), 99), comparePlaces(stories(4, 40, 0), 99), comparePlaces(Array.from({ length: 20 }, (_, at) => ({ shares: [20, 30, 50], hasCode: at < 9, teller: null })), 99)])
    .toEqual([{ is: 'refused', reason: 'fewStories', n: 8 }, { is: 'refused', reason: 'smallGroup', n: 44 }, { is: 'refused', reason: 'noVariation', n: 20 }])
})

test('[X8] who told several counts once, with the mean of their places; who told with and without the code does not count', () => {
  const once = stories(20, 20, 0.5)
  const twice = once.flatMap((story, at) => [{ ...story, teller: at }, { ...story, teller: at }])
  expect(comparePlaces(twice, 499)).toEqual({ ...comparePlaces(once, 499), unit: 'teller' })
  expect(comparePlaces([...twice, { shares: [10, 20, 70], hasCode: true, teller: 99 }, { shares: [70, 20, 10], hasCode: false, teller: 99 }], 499)).toEqual(comparePlaces(twice, 499))
})
