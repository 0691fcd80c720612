// The permutation test when some tellers told several stories: what one person told stays together, so that a teller with five
// stories is not counted as five people.
import { ok, undefinedBecause, type Outcome } from './outcome.ts'
import { DEFAULT_REPLICATES, simulatedP, type SimulatedP } from './permutation.ts'
import { DEFAULT_SEED, seededRandom, shuffle, type Random } from './random.ts'

type Key = string | number

/** One story: who told it, in which stratum (site, wave; null for none), and its row and column in the table. */
export interface ToldStory { teller: Key, stratum?: Key | null, row: Key, col: Key }

export interface PermutationChi2ByTeller extends SimulatedP {
  n: number
  nTellers: number
  /** Pearson's X² of the stories; only the shuffling knows of tellers. */
  statistic: number
}

/**
 * Columns that never vary within a teller (group, age) are shuffled over the tellers; columns that do vary move from teller to teller
 * as a whole, between tellers with equally many stories. Always within strata; a teller in two strata counts as two.
 * Undefined: empty, oneCategory (under two rows or columns), tooFew (no two tellers could be exchanged), invalidInput.
 */
export function permutationChi2ByTeller({ stories, replicates = DEFAULT_REPLICATES, seed = DEFAULT_SEED }: {
  stories: readonly ToldStory[], replicates?: number, seed?: number
}): Outcome<PermutationChi2ByTeller> {
  if (!Number.isSafeInteger(replicates) || replicates < 1) return undefinedBecause('invalidInput')
  if (stories.length === 0) return undefinedBecause('empty')
  const [rowPlace, colPlace] = [places(stories.map(story => story.row)), places(stories.map(story => story.col))]
  if (rowPlace.size < 2 || colPlace.size < 2) return undefinedBecause('oneCategory')
  const tellers = tellersOf(stories, rowPlace, colPlace)
  const pools = poolsOf(tellers)
  if (!pools.some(pool => pool.some(teller => teller.cols.join() !== pool[0]!.cols.join()))) return undefinedBecause('tooFew')
  const statisticOf = pearson(stories.length, tellers, rowPlace.size, colPlace.size)
  const statistic = statisticOf(tellers.map(teller => teller.cols))
  const random = seededRandom(seed)
  const p = simulatedP(replicates, seed, statistic, () => statisticOf(shuffledCols(random, tellers, pools)))
  return ok({ n: stories.length, nTellers: tellers.length, statistic, ...p })
}

/** A teller's stories in order, as places in the table; `at` is the teller's own place. */
interface Teller { at: number, stratum: Key | null, rows: number[], cols: number[] }

function places(keys: readonly Key[]): Map<Key, number> {
  return new Map([...new Set(keys)].map((key, place) => [key, place]))
}

function tellersOf(stories: readonly ToldStory[], rowPlace: ReadonlyMap<Key, number>, colPlace: ReadonlyMap<Key, number>): Teller[] {
  const tellers = new Map<string, Teller>()
  for (const { teller, stratum = null, row, col } of stories) {
    const key = JSON.stringify([stratum, teller])
    const known = tellers.get(key) ?? { at: tellers.size, stratum, rows: [], cols: [] }
    tellers.set(key, known)
    known.rows.push(rowPlace.get(row)!)
    known.cols.push(colPlace.get(col)!)
  }
  return [...tellers.values()]
}

/** Tellers who may exchange their columns. */
function poolsOf(tellers: readonly Teller[]): Teller[][] {
  const oneColumnEach = tellers.every(({ cols }) => cols.every(col => col === cols[0]))
  const pools = new Map<string, Teller[]>()
  for (const teller of tellers) {
    const key = JSON.stringify([teller.stratum, oneColumnEach ? null : teller.cols.length])
    const pool = pools.get(key) ?? []
    pools.set(key, pool)
    pool.push(teller)
  }
  return [...pools.values()]
}

/** New columns per teller. A teller who gets a column for another number of stories has it on all of them. */
function shuffledCols(random: Random, tellers: readonly Teller[], pools: readonly Teller[][]): number[][] {
  const drawn = tellers.map(({ cols }) => cols)
  for (const pool of pools) {
    const blocks = shuffle(random, pool.map(({ cols }) => cols))
    pool.forEach(({ at, cols }, i) => {
      const block = blocks[i]!
      drawn[at] = block.length === cols.length ? block : cols.map(() => block[0]!)
    })
  }
  return drawn
}

/** X² of the table that the given columns make. The column totals move with the draw, so expected counts are taken anew. */
function pearson(n: number, tellers: readonly Teller[], rows: number, cols: number): (drawn: readonly number[][]) => number {
  const rowTotals = Array.from({ length: rows }, () => 0)
  for (const teller of tellers) for (const row of teller.rows) rowTotals[row]! += 1
  const table = new Float64Array(rows * cols)
  return drawn => {
    table.fill(0)
    for (const { at, rows: mine } of tellers) for (let i = 0; i < mine.length; i++) table[mine[i]! * cols + drawn[at]![i]!]! += 1
    let statistic = 0
    for (let col = 0; col < cols; col++) {
      let colTotal = 0
      for (let row = 0; row < rows; row++) colTotal += table[row * cols + col]!
      if (colTotal === 0) continue
      for (let row = 0; row < rows; row++) {
        const expected = rowTotals[row]! * colTotal / n
        statistic += (table[row * cols + col]! - expected) ** 2 / expected
      }
    }
    return statistic
  }
}
