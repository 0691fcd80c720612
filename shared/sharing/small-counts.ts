// Small counts hidden in what leaves the team: few people with one trait are people who can be found. Hiding the small ones alone is no
// help where a total gives them back, so others go with them until no sum tells.

/** A count of stories under this, and not none, is not told to others (`statistics.md` takes 5 for reports). */
export const LEAST = 5

/** A table of counts as others may see it; null: hidden. A row of which nothing may be told is null as a whole, its total too. */
export type Told = (number | null)[]

/**
 * `rows`: counts of stories, every story of a row in one column of it. Row totals are told; column totals
 * are known from the sheet of all stories, as far as that tells them. Hidden are 1 … least − 1; rows under `least` with their total; with `groups` (each row a group one knows) a row whose stories all
 * stand in one column, for that is told of everybody in it; and, smallest first, whatever else it takes that no sum of a row or column
 * leaves a hidden count fewer than `least` possible values.
 */
export function hideSmall(rows: readonly (readonly number[])[], { groups = false, least = LEAST }: { groups?: boolean; least?: number } = {}): (Told | null)[] {
  const totals = rows.map(sumOf)
  const columns = Array.from({ length: rows[0]?.length ?? 0 }, (_, column) => sumOf(rows.map((row) => row[column]!)))
  const beside = rows.length > 1 ? hideSmall([columns], { least })[0] ?? [] : []
  const table: Table = { rows, beside, gone: totals.map((total) => isSmall(total, least)), hidden: rows.map((row) => row.map((count) => isSmall(count, least))) }
  for (const [at, row] of rows.entries()) {
    if (table.gone[at] || (groups && totals[at]! > 0 && row.length > 1 && row.includes(totals[at]!))) table.hidden[at]!.fill(true)
  }
  while (hideOneMore(table, totals, least)) { /* until nothing more is needed */ }
  return rows.map((row, at) => (table.gone[at] ? null : row.map((count, column) => (table.hidden[at]![column] ? null : count))))
}

/**
 * For questions with several answers: each count stands by itself beside n, and tells how many did not choose it as well. Null as a whole
 * under `least`.
 */
export function hideSmallEach(counts: readonly number[], n: number, { groups = false, least = LEAST }: { groups?: boolean; least?: number } = {}): Told | null {
  if (n > 0 && n < least) return null
  return counts.map((count) => (isSmall(count, least) || isSmall(n - count, least) || (groups && n > 0 && count === n) ? null : count))
}

const isSmall = (count: number, least: number): boolean => count > 0 && count < least
const sumOf = (list: readonly number[]): number => list.reduce((sum, each) => sum + each, 0)

/** `beside`: what a sheet of all stories tells of each column. */
type Table = { rows: readonly (readonly number[])[]; beside: Told; gone: boolean[]; hidden: boolean[][] }

/** Hides one more count for a hidden one that sums give away; false when there is none. What its row gives away goes first. */
function hideOneMore(table: Table, totals: readonly number[], least: number): boolean {
  const { rows, gone, hidden } = table
  for (const [row, cells] of rows.entries()) {
    if (gone[row] || !hasWeak(boundsOf({ rows: [cells], beside: [], gone: [false], hidden: [hidden[row]!] })[0]!, hidden[row]!, least)) continue
    return hide(table, smallest(cells.map((count, column) => ({ count, row, column })).filter(({ count, column }) => count > 0 && !hidden[row]![column])) ?? row)
  }
  for (const [row, bounds] of boundsOf(table).entries()) {
    for (const [column, bound] of bounds.entries()) {
      if (!hidden[row]![column] || widthOf(bound) >= least) continue
      const next = smallest(rows.map((line, at) => ({ count: line[column]!, row: at, column })).filter((place) => totals[place.row]! > 0 && !hidden[place.row]![column]))
      if (next ?? !gone[row]) return hide(table, next ?? row)
    }
  }
  return false
}

const hasWeak = (bounds: readonly Bound[], hidden: readonly boolean[], least: number): boolean => bounds.some((bound, at) => hidden[at] && widthOf(bound) < least)

/** A count, or a row with its total. */
function hide({ gone, hidden }: Table, what: { row: number; column: number } | number): true {
  if (typeof what === 'number') {
    gone[what] = true
    hidden[what]!.fill(true)
  } else hidden[what.row]![what.column] = true
  return true
}

/** None comes last: that nobody stands somewhere hides the least. */
const smallest = <Place extends { count: number }>(places: readonly Place[]): Place | undefined => places.toSorted((a, b) => (a.count || Infinity) - (b.count || Infinity))[0]

type Bound = { low: number; high: number }
const widthOf = ({ low, high }: Bound): number => high - low + 1

/**
 * What a reader can work out of every hidden count from the totals of its row and its column, worked through until nothing changes. That
 * somebody stands there counts as known, for none is seldom hidden.
 */
function boundsOf({ rows, beside, gone, hidden }: Table): Bound[][] {
  const bounds = rows.map((row, at) => row.map((count, column): Bound => (hidden[at]![column] ? { low: Math.min(1, count), high: Infinity } : { low: count, high: count })))
  const lines = [
    ...rows.flatMap((row, at) => (gone[at] ? [] : [{ sum: sumOf(row), cells: bounds[at]! }])),
    ...beside.flatMap((sum, column) => (sum === null ? [] : [{ sum, cells: bounds.map((row) => row[column]!) }]))
  ]
  for (let hasChanged = true; hasChanged;) {
    hasChanged = false
    for (const { sum, cells } of lines) {
      for (const cell of cells) {
        const others = cells.filter((other) => other !== cell)
        const low = Math.max(cell.low, sum - sumOf(others.map(({ high }) => high)))
        const high = Math.min(cell.high, sum - sumOf(others.map((other) => other.low)))
        if (low > cell.low || high < cell.high) { Object.assign(cell, { low, high }); hasChanged = true }
      }
    }
  }
  return bounds
}
