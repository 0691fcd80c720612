// Is this a large project? Asked before every read that is only long in such a one, so it must cost nothing.
import type { Store } from './store.ts'

/** Up to here every list and every total takes less than 20 milliseconds. */
const [STORIES, CODINGS] = [4_000, 100_000]

/** By the last local numbers given out: no counting. */
export const isLarge = (store: Store): boolean => last(store, 'coding') > CODINGS || last(store, 'story') > STORIES

const last = (store: Store, table: 'coding' | 'story'): number => store.get<{ num: number | null }>(`SELECT max(num) AS num FROM ${table}`)!.num ?? 0
