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

/** Fillings of a column looked at before the exact way is given up: about two seconds. */
export const EXACT_BUDGET = 12_000_000

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

/** What the rows can still take, in rising order, with every weight by which the columns so far may have led here. */
interface Node { caps: number[], pasts: Map<number, Past> }
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
  let stage = new Map<number, Node>([[0, { caps: caps.toSorted((a, b) => a - b), pasts: new Map([[0, { log: 0, ways: 1 }]]) }]])
  for (let column = 0; column < order.length - 2; column++) {
    const rest = order.slice(column + 1)
    const next = new Map<number, Node>()
    for (const node of stage.values()) {
      const finished = forEachFilling(node.caps, order[column]!, (left, filling) => {
        steps += node.pasts.size
        const sorted = left.toSorted((a, b) => a - b)
        const { best, worst, total } = completions(sorted, rest)
        for (const past of node.pasts.values()) {
          const log = past.log + filling
          if (log + best <= threshold) p += past.ways * Math.exp(log + total + scale)
          else if (log + worst <= threshold) keep(next, sorted, base, log, past.ways)
        }
        return steps <= budget
      })
      if (!finished) return null
    }
    stage = next
  }
  for (const node of stage.values()) {
    const tail = lastTwoColumns(node.caps, order.at(-2)!, budget - steps)
    if (tail === null) return null
    steps += tail.logs.length
    for (const past of node.pasts.values()) p += past.ways * Math.exp(past.log + scale + tail.top) * weightUpTo(tail, threshold - past.log)
  }
  return Math.min(1, p)
}

function keep(stage: Map<number, Node>, caps: number[], base: number, log: number, ways: number): void {
  const key = caps.slice(1).reduce((code, cap) => code * base + cap, 0)
  let node = stage.get(key)
  if (node === undefined) stage.set(key, node = { caps, pasts: new Map() })
  const place = Math.round(log * 1e9)
  const past = node.pasts.get(place)
  if (past === undefined) node.pasts.set(place, { log, ways })
  else past.ways += ways
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

/** Every way to fill the last two columns: log weights in rising order, with the running sum of the weights divided by the largest (e^top). */
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
