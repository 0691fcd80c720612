// Dividing stories among coders so that everybody gets as much, and as much of every group; some stories go to two coders, so that
// they can be compared. The same seed divides the same way.
import type { Id } from './ids.ts'
import { randomBelow, seededRandom, type Random } from '../statistics/random.ts'

export type Divided = { story: Id; coder: Id }
/** `overlap`: share (0–1) of the stories of each group that two coders read. `had`: stories of a group that a coder has already. */
export type DivisionWish = { coders: readonly Id[]; overlap: number; seed: number; had?: (coder: Id, group: Id | null) => number }

/**
 * Stories in the order given; within a group no coder gets two more than another, and neither do they in all, unless they had before.
 * A second reader needs a second coder: with one coder nothing overlaps.
 */
export function divideStories(stories: readonly { id: Id; group: Id | null }[], { coders, overlap, seed, had = () => 0 }: DivisionWish): Divided[] {
  if (coders.length === 0) return []
  const random = seededRandom(seed)
  const groups = Map.groupBy(stories, (story) => story.group)
  const all = new Map(coders.map((coder) => [coder, [...groups.keys()].reduce((sum, group) => sum + had(coder, group), 0)]))
  const divided: Divided[] = []
  for (const [group, list] of groups) {
    const own = new Map(coders.map((coder) => [coder, had(coder, group)]))
    const shuffled = shuffle(random, list.map(({ id }) => id))
    const twice = coders.length > 1 ? Math.round(shuffled.length * overlap) : 0
    const give = (story: Id, taken: Id | null): Id => {
      const coder = lightest(random, coders.filter((each) => each !== taken), own, all)
      own.set(coder, own.get(coder)! + 1)
      all.set(coder, all.get(coder)! + 1)
      divided.push({ story, coder })
      return coder
    }
    shuffled.forEach((story, at) => {
      const first = give(story, null)
      if (at < twice) give(story, first)
    })
  }
  return divided
}

/** Who has least of this group; of those, who has least in all; of those, by lot. */
function lightest(random: Random, coders: readonly Id[], own: ReadonlyMap<Id, number>, all: ReadonlyMap<Id, number>): Id {
  const least = (list: readonly Id[], loads: ReadonlyMap<Id, number>): Id[] => {
    const fewest = Math.min(...list.map((coder) => loads.get(coder)!))
    return list.filter((coder) => loads.get(coder) === fewest)
  }
  const best = least(least(coders, own), all)
  return best[randomBelow(random, best.length)]!
}

function shuffle<T>(random: Random, list: T[]): T[] {
  for (let last = list.length - 1; last > 0; last--) {
    const other = randomBelow(random, last + 1)
    ;[list[last], list[other]] = [list[other]!, list[last]!]
  }
  return list
}
