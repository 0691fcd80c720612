// Memos with the answers under them.
import type { Memo } from '../../shared/contract/memo.ts'

export interface Thread { first: Memo, /** Oldest first. */ answers: Memo[] }

/** In the order of the memos that begin them. An answer whose beginning one may not read, or that is gone, stands by itself. */
export function threadsOf(memos: readonly Memo[]): Thread[] {
  const byId = new Map(memos.map(memo => [memo.id, memo]))
  const beginning = (memo: Memo): Memo => {
    let at = memo
    for (let steps = 0; at.thread !== null && byId.has(at.thread) && steps < 100; steps++) at = byId.get(at.thread)!
    return at
  }
  const answers = Map.groupBy(memos.filter(memo => beginning(memo) !== memo), memo => beginning(memo).id)
  return memos.filter(memo => beginning(memo) === memo).map(first => ({ first, answers: (answers.get(first.id) ?? []).toSorted((a, b) => a.at - b.at) }))
}
