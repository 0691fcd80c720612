// Dealing cards to tables: some lie on every table, so that the room has stories in common; the others go round.

/**
 * Per card the tables it lies on (1, 2, …), in the order of the cards. `shared` cards lie on every table, taken from each category in
 * turn; the others go round the tables category by category, so that every table gets its part of each and as many as the others.
 */
export function deal(categories: readonly (string | null)[], tables: number, shared: number): number[][] {
  const all = Array.from({ length: tables }, (_, at) => at + 1)
  const piles = [...Map.groupBy(categories.map((category, at) => ({ category, at })), ({ category }) => category).values()].toSorted((a, b) => b.length - a.length)
  const everywhere = new Set(inTurn(piles.map((pile) => pile.map(({ at }) => at))).slice(0, shared))
  const hands: number[][] = categories.map(() => all)
  piles.flat().filter(({ at }) => !everywhere.has(at)).forEach(({ at }, turn) => { hands[at] = [all[turn % tables]!] })
  return hands
}

/** One of each list, then a second of each, until all lists are empty. */
function inTurn(lists: readonly (readonly number[])[]): number[] {
  const rounds = Math.max(0, ...lists.map(({ length }) => length))
  return Array.from({ length: rounds }, (_, round) => lists.flatMap((list) => (round < list.length ? [list[round]!] : []))).flat()
}
