// Fisher's exact test of any table (Freeman & Halton 1951): exact while the work stays small, else simulated, and it says which.
import { undefinedBecause, ok, type Outcome } from './outcome.ts'
import { DEFAULT_SEED, seededRandom } from './random.ts'
import { logFactorial, randomTable, simulatedP } from './permutation.ts'
import { isUndefined, isWhole, reduceTable, type CountTable, type ReducedTable } from './table.ts'

export interface FisherRxc {
  /** Sum over the tables with the same margins that are no more likely than the one seen. */
  p: number
  method: 'exact' | 'monteCarlo'
  /** Only with monteCarlo: the error of p by chance of the draws, how many draws, and their seed. */
  standardError: number | null
  replicates: number | null
  seed: number | null
}

/** Steps before the exact way is given up: about a second. A count, not a clock, so that the same table always goes the same way. */
export const EXACT_BUDGET = 8_000_000

/** A new node or weight costs about as much as so many fillings of a column. */
const NEW_COST = 10

/** R's rule: a table counts as no more likely when its probability is within 1e-7 of the one seen. */
const TIE_SLACK = 1e-7

/** Whole counts. Undefined: empty, oneCategory (under two rows or columns left), invalidInput. */
export function fisherRxc({ table, replicates = 99_999, seed = DEFAULT_SEED, budget = EXACT_BUDGET }: {
  table: CountTable, replicates?: number, seed?: number, budget?: number
}): Outcome<FisherRxc> {
  const reduced = reduceTable(table)
  if (isUndefined(reduced)) return reduced
  if (!isWhole(reduced) || !Number.isSafeInteger(replicates) || replicates < 1) return undefinedBecause('invalidInput')
  const exact = exactP(reduced, budget)
  if (exact !== null) return ok({ p: exact, method: 'exact' as const, standardError: null, replicates: null, seed: null })
  const random = seededRandom(seed)
  const drawn = simulatedP(replicates, seed, -logWeight(reduced.counts) - TIE_SLACK, () => -logWeight(randomTable(random, reduced)))
  return ok({ ...drawn, method: 'monteCarlo' as const })
}

/** ln of Π 1/count!: with the margins fixed, a table's probability is proportional to its exponential. */
function logWeight(counts: readonly (readonly number[])[]): number {
  let total = 0
  for (const row of counts) for (const count of row) total -= logFactorial(count)
  return total
}

/**
 * What the rows can still take, in rising order, with every weight by which the columns so far may have led here, and bounds on the
 * log weight of any way to finish (`total` is the log of their sum).
 */
interface Node { caps: number[], pasts: Map<number, Past>, best: number, worst: number, total: number }
interface Past { log: number, ways: number }

/**
 * Walks column by column over what is left in the rows (order of rows does not matter), merging equal weights. A node whose best
 * completion is still unlikely enough counts whole, one whose worst is too likely is dropped; null when the budget is spent.
 */
function exactP(reduced: ReducedTable, budget: number): number | null {
  const { rowTotals, colTotals, n } = reduced
  const [caps, columns] = rowTotals.length <= colTotals.length ? [rowTotals, colTotals] : [colTotals, rowTotals]
  const base = Math.max(...caps) + 1
  if (base ** (caps.length - 1) > Number.MAX_SAFE_INTEGER) return null
  const threshold = logWeight(reduced.counts) + TIE_SLACK
  const scale = sumLogFactorials(caps) + sumLogFactorials(columns) - logFactorial(n)
  const order = columns.toSorted((a, b) => b - a)
  let steps = 0
  let p = 0
  let stage = new Map<number, Node>()
  nodeAt(stage, caps.toSorted((a, b) => a - b), base, order).pasts.set(0, { log: 0, ways: 1 })
  for (let column = 0; column < order.length - 2; column++) {
    const rest = order.slice(column + 1)
    const next = new Map<number, Node>()
    const sorted = caps.map(() => 0)
    for (const node of stage.values()) {
      const finished = forEachFilling(node.caps, order[column]!, (left, filling) => {
        steps += node.pasts.size
        sortInto(sorted, left)
        const known = next.size
        const reached = nodeAt(next, sorted, base, rest)
        if (next.size > known) steps += NEW_COST
        for (const past of node.pasts.values()) {
          const log = past.log + filling
          if (log + reached.best <= threshold) p += past.ways * Math.exp(log + reached.total + scale)
          else if (log + reached.worst <= threshold && addPast(reached, log, past.ways)) steps += NEW_COST
        }
        return steps <= budget
      })
      if (!finished) return null
    }
    stage = next
  }
  for (const node of stage.values()) {
    if (node.pasts.size === 0) continue
    const tail = lastTwoColumns(node.caps, order.at(-2)!, budget - steps)
    if (tail === null) return null
    steps += tail.logs.length
    for (const past of node.pasts.values()) p += past.ways * Math.exp(past.log + scale + tail.top) * weightUpTo(tail, threshold - past.log)
  }
  return Math.min(1, p)
}

/** The node with these capacities, made with its bounds when it is new. */
function nodeAt(stage: Map<number, Node>, caps: readonly number[], base: number, columns: readonly number[]): Node {
  let key = 0
  for (let row = 1; row < caps.length; row++) key = key * base + caps[row]!
  let node = stage.get(key)
  if (node === undefined) stage.set(key, node = { caps: [...caps], pasts: new Map(), ...completions(caps, columns) })
  return node
}

/** True when the weight is new to the node. */
function addPast(node: Node, log: number, ways: number): boolean {
  const place = Math.round(log * 1e9)
  const past = node.pasts.get(place)
  if (past === undefined) node.pasts.set(place, { log, ways })
  else past.ways += ways
  return past === undefined
}

/** A rising copy, into a list that is used again and again: this runs millions of times. */
function sortInto(sorted: number[], values: readonly number[]): void {
  for (let i = 0; i < values.length; i++) {
    const value = values[i]!
    let at = i
    for (; at > 0 && sorted[at - 1]! > value; at--) sorted[at] = sorted[at - 1]!
    sorted[at] = value
  }
}

/** Bounds on the log weight of any way to finish, and the log of the sum over all of them (a multinomial identity). */
function completions(caps: readonly number[], columns: readonly number[]): { best: number, worst: number, total: number } {
  const [rows, cols] = [sumLogFactorials(caps), sumLogFactorials(columns)]
  const left = columns.reduce((sum, column) => sum + column, 0)
  return {
    best: Math.min(evenSpread(caps, columns.length), evenSpread(columns, caps.length)),
    worst: Math.max(-rows, -cols),
    total: logFactorial(left) - rows - cols
  }
}

/** Σ of the largest log weight of each total by itself: spread as evenly over `cells` as whole counts can be. */
function evenSpread(totals: readonly number[], cells: number): number {
  let log = 0
  for (const total of totals) {
    const low = Math.floor(total / cells)
    const over = total - low * cells
    log -= (cells - over) * logFactorial(low) + over * logFactorial(low + 1)
  }
  return log
}

interface Tail { logs: Float64Array, weights: Float64Array, top: number }

/** Every way to fill the last two columns: log weights in rising order, and the running sum of the weights over the largest, e^top. */
function lastTwoColumns(caps: number[], column: number, budget: number): Tail | null {
  const found: number[] = []
  const finished = forEachFilling(caps, column, (left, filling) => {
    found.push(filling - sumLogFactorials(left))
    return found.length <= budget
  })
  if (!finished) return null
  const logs = Float64Array.from(found).sort()
  const top = logs.at(-1)!
  let sum = 0
  return { logs, weights: logs.map(log => sum += Math.exp(log - top)), top }
}

function weightUpTo({ logs, weights }: Tail, threshold: number): number {
  let [low, high] = [0, logs.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (logs[middle]! <= threshold) low = middle + 1
    else high = middle
  }
  return low === 0 ? 0 : weights[low - 1]!
}

/**
 * Calls `visit` with what each row has left and the log weight, for every way to spread `column` over the rows; the list is reused
 * between calls. Returns false when visit asked to stop.
 */
function forEachFilling(caps: readonly number[], column: number, visit: (left: readonly number[], log: number) => boolean): boolean {
  const left = [...caps]
  const room = caps.map((_, row) => caps.slice(row + 1).reduce((sum, cap) => sum + cap, 0))
  const fill = (row: number, toPlace: number, log: number): boolean => {
    if (row === caps.length - 1) {
      left[row] = caps[row]! - toPlace
      return visit(left, log - logFactorial(toPlace))
    }
    const most = Math.min(caps[row]!, toPlace)
    for (let count = Math.max(0, toPlace - room[row]!); count <= most; count++) {
      left[row] = caps[row]! - count
      if (!fill(row + 1, toPlace - count, log - logFactorial(count))) return false
    }
    return true
  }
  return fill(0, column, 0)
}

function sumLogFactorials(counts: readonly number[]): number {
  let total = 0
  for (const count of counts) total += logFactorial(count)
  return total
}
