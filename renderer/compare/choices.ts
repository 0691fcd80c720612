// Whom and what one compares, found again next time.
import { z } from 'zod'
import type { Coder, CoderWork } from '../../shared/contract/coder.ts'
import { Id } from '../../shared/domain/ids.ts'
import { StoryFilter } from '../../shared/domain/layer.ts'

export const Choices = z.object({
  /** Null: not chosen yet. */
  coders: z.array(Id).max(8).nullable(),
  /** Null: all. */
  codes: z.array(Id).nullable(),
  order: z.enum(['different', 'number']), onlyDifferences: z.boolean(), filter: StoryFilter, story: Id.nullable(),
  often: z.enum(['coder', 'background']), lump: z.number().int().min(0)
})
export type Choices = z.infer<typeof Choices>

export const FIRST: Choices = { coders: null, codes: null, order: 'different', onlyDifferences: true, filter: {}, story: null, often: 'coder', lump: 0 }

export const MOST_CODERS = 8

/** People whose readings there are; the shared layer is nobody's. */
export const peopleOf = (coders: readonly Coder[]): Coder[] => coders.filter(({ role }) => role !== 'consensus')

/** As chosen, as far as they are still there; else oneself and those who finished most. In the order of joining. */
export function comparedOf(chosen: Choices['coders'], coders: readonly Coder[], work: ReadonlyMap<Id, CoderWork>, me: Id | null): Coder[] {
  const people = peopleOf(coders)
  const kept = people.filter(({ id }) => chosen?.includes(id))
  if (kept.length > 1) return kept
  const doneBy = ({ id }: Coder): number => work.get(id)?.done ?? 0
  const byWork = people.filter((coder) => coder.id === me || doneBy(coder) > 0).toSorted((a, b) => Number(b.id === me) - Number(a.id === me) || doneBy(b) - doneBy(a))
  const first = new Set(byWork.slice(0, MOST_CODERS).map(({ id }) => id))
  const found = people.filter(({ id }) => first.has(id))
  return found.length > 1 ? found : people.slice(0, MOST_CODERS)
}
