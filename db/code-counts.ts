// How often each code was used in a layer: codings, fragments, stories, coders; by itself and with the codes below it.
import type { Id } from '../shared/domain/ids.ts'
import type { Layer } from '../shared/domain/layer.ts'
import type { CodeCount } from '../shared/contract/code.ts'
import { toId } from './ids.ts'
import { layerCodings } from './scope.ts'
import type { Store } from './store.ts'

type Counts = { codings: number; fragments: number; stories: number; coders: number }
const NONE: Counts = { codings: 0, fragments: 0, stories: 0, coders: 0 }

/** One row per code that was not undone; a code that nobody used counts 0. */
export function countCodes(store: Store, viewer: Id | null, layer: Layer): CodeCount[] {
  const scope = layerCodings(store, layer, viewer)
  const own = counted(store, `SELECT c.code AS code, c.coder, c.story, c.text, c.at_start, c.at_end FROM coding c WHERE ${scope.sql}`, scope.parameters)
  const branch = counted(store,
    `WITH RECURSIVE above (code, ancestor) AS (SELECT num, num FROM code UNION SELECT a.code, k.parent FROM above a JOIN code k ON k.num = a.ancestor WHERE k.parent IS NOT NULL)
     SELECT a.ancestor AS code, c.coder, c.story, c.text, c.at_start, c.at_end FROM coding c JOIN above a ON a.code = c.code WHERE ${scope.sql}`, scope.parameters)
  return store.all<{ num: number; id: Buffer }>('SELECT num, id FROM code WHERE removed = 0 ORDER BY num').map(({ num, id }) => {
    const { coders: _, ...below } = branch.get(num) ?? NONE
    return { code: toId(id), ...(own.get(num) ?? NONE), branch: below }
  })
}

/** A fragment is a distinct place; a story counts once. Live stories only. */
function counted(store: Store, codings: string, parameters: Record<string, unknown>): Map<number, Counts> {
  const rows = store.all<Counts & { code: number }>(
    `WITH used AS MATERIALIZED (${codings} AND c.story IN (SELECT num FROM story WHERE state = 'live')),
       places AS (SELECT code, count(*) AS fragments FROM (SELECT DISTINCT code, text, at_start, at_end FROM used) GROUP BY code)
     SELECT u.code, count(*) AS codings, p.fragments, count(DISTINCT u.story) AS stories, count(DISTINCT u.coder) AS coders
     FROM used u JOIN places p ON p.code = u.code GROUP BY u.code`, parameters)
  return new Map(rows.map(({ code, ...counts }) => [code, counts]))
}
