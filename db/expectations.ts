// Expectations: row <-> domain, with the code or theme they are now about.
import { Direction, Spot, type Expectation, type Expected } from '../shared/contract/expectation.ts'
import { ColumnsBy } from '../shared/contract/crosstab.ts'
import type { Id } from '../shared/domain/ids.ts'
import { toBlob, toId, toIdOrNull } from './ids.ts'
import { readJson } from './json.ts'
import type { Store } from './store.ts'

type Raw = {
  id: Buffer; code: Buffer | null; merged: Buffer | null; codeName: string | null; branch: number; theme: Buffer | null; themeName: string | null; columns: string; spot: string; direction: string
  words: string; readThen: number; storiesThen: number; withdrawnAt: number | null; withdrawnWords: string; coder: Buffer | null; at: number; removed: number
}

// A code may be merged into one that was merged in its turn.
const SELECT = `WITH RECURSIVE went (first, last) AS (SELECT num, num FROM code UNION SELECT w.first, c.merged_into FROM went w JOIN code c ON c.num = w.last WHERE c.merged_into IS NOT NULL)
  SELECT e.id, c.id AS code, c.name AS codeName, e.branch, t.id AS theme, t.name AS themeName, e.columns, e.spot, e.direction, e.words, e.read_then AS readThen, e.stories_then AS storiesThen,
    e.withdrawn_at AS withdrawnAt, e.withdrawn_words AS withdrawnWords, k.id AS coder, e.at, e.removed
  FROM expectation e LEFT JOIN coder k ON k.num = e.coder LEFT JOIN theme t ON t.num = e.theme
  LEFT JOIN code c ON c.num = (SELECT w.last FROM went w JOIN code l ON l.num = w.last WHERE w.first = e.code AND l.merged_into IS NULL)`

/** In the order they were written down. What a newer version wrote otherwise is left out. */
export const listExpectations = (store: Store): Expectation[] => store.all<Raw>(`${SELECT} ORDER BY e.at, e.id`).flatMap(fromRaw)

export const findExpectation = (store: Store, id: Id): Expectation | undefined => store.all<Raw>(`${SELECT} WHERE e.id = ?`, [toBlob(id)]).flatMap(fromRaw)[0]

function fromRaw(row: Raw): Expectation[] {
  const [columns, spot, direction] = [readJson(ColumnsBy, row.columns), readJson(Spot, row.spot), Direction.safeParse(row.direction)]
  const by = row.theme ? { theme: toId(row.theme) } : row.code ? { code: toId(row.code), branch: row.branch === 1 } : null
  if (!columns || columns.is === 'period' || columns.is === 'coder' || !spot || !direction.success || !by) return []
  return [{
    id: toId(row.id), by, columns, spot, direction: direction.data, name: row.themeName ?? row.codeName ?? '', words: row.words,
    readThen: row.readThen, storiesThen: row.storiesThen, coder: toIdOrNull(row.coder), at: row.at,
    withdrawn: row.withdrawnAt === null ? null : { at: row.withdrawnAt, words: row.withdrawnWords }, undone: row.removed === 1
  }]
}

export const isStanding = ({ withdrawn, undone }: Expectation): boolean => withdrawn === null && !undone

/** About the same thing, whichever way it is expected to go. */
export const sameThing = (a: Expected, b: Expected): boolean => spelled(a) === spelled(b)
const spelled = ({ by, columns, spot }: Expected): string =>
  JSON.stringify([by, columns.is === 'signifier' ? [columns.signifier, columns.stone ?? null, spot.is === 'whole' ? columns.bins ?? null : null] : columns.is, spot.is, spot.is === 'whole' ? null : spot.key])
