// The rules behind a comparison of two waves: the stories of one, of both, and those of the tellers who answered in both. [X7]
import type { OfQuestion } from './column-rule.ts'
import { bothFilters } from './filter-parts.ts'
import type { Id } from './ids.ts'
import type { StoryFilter } from './layer.ts'

/** null: the stories of no wave, which are those of none of `all`. */
export const waveRule = (wave: Id | null, all: readonly Id[]): StoryFilter => (wave === null ? { not: [{ waves: [...all] }] } : { waves: [wave] })

export const eitherWave = (waves: readonly (Id | null)[], all: readonly Id[]): StoryFilter =>
  (waves.includes(null) ? { any: waves.map((wave) => waveRule(wave, all)) } : { waves: waves.filter((wave) => wave !== null) })

/** Stories with a value on the question; of stones, with that stone placed. */
export const answeredRule = ({ signifier, kind, stone }: OfQuestion): StoryFilter =>
  (kind === 'stones' && stone !== undefined ? { answers: [{ is: 'field', signifier, stone, x: { from: 0, to: 100 }, y: null }] }
    : { not: [{ any: (['na', 'blank', 'notAsked'] as const).map((is) => ({ answers: [{ is, signifier }] })) }] })

/** Within `base`, of both waves, by tellers who answered in both, in the same group: of a family everyone is held against themselves. */
export function pairedRule(base: StoryFilter, waves: readonly [Id | null, Id | null], all: readonly Id[], groups: readonly Id[], of: OfQuestion): StoryFilter {
  const answered = bothFilters(base, answeredRule(of))
  const twice = (group: StoryFilter): StoryFilter => bothFilters(group, { alsoTold: waves.map((wave) => bothFilters(bothFilters(group, answered), waveRule(wave, all))) })
  const each = groups.length === 0 ? [{}] : [...groups.map((group): StoryFilter => ({ groups: [group] })), { not: [{ groups: [...groups] }] }]
  return bothFilters(bothFilters(answered, eitherWave(waves, all)), each.length === 1 ? twice(each[0]!) : { any: each.map(twice) })
}
