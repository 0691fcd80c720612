// What of the codebook and the codings needs a person's look after copies came together. Nothing here is mended by itself.
import type { ConflictList } from '../shared/contract/conflict.ts'
import { sameName } from '../shared/domain/names.ts'
import type { Id } from '../shared/domain/ids.ts'
import { listSameCoders } from './coder-merge.ts'
import { listCodes } from './codes.ts'
import { countCodingsOfCode } from './codings.ts'
import { toBlob, toId, toIdOrNull } from './ids.ts'
import { visibleCodings } from './scope.ts'
import type { Store } from './store.ts'

type Look = Omit<ConflictList, 'conflicts'>

export function listToSettle(store: Store, viewer: Id | null): Look {
  const visible = visibleCodings(store, viewer)
  const codings = (code: Id): number => countCodingsOfCode(store, code, visible)
  const codes = listCodes(store)
  return {
    circles: store.all<{ id: Buffer; name: string; under: string }>(
      `SELECT c.id, c.name, p.name AS under FROM held h JOIN code c ON c.id = h.entity_id JOIN code p ON p.num = h.said WHERE h.why = 'cycle' ORDER BY c.name, c.id`)
      .map(({ id, ...row }) => ({ ...row, code: toId(id) })),
    inUse: store.all<{ id: Buffer; name: string; by: Buffer | null }>(
      `SELECT c.id, c.name, (SELECT o.coder FROM cell l JOIN op o ON o.replica = l.replica AND o.rseq = l.rseq WHERE l.entity_id = c.id AND l.field = 'removed') AS by
       FROM held h JOIN code c ON c.id = h.entity_id WHERE h.field = 'removed' ORDER BY c.name, c.id`)
      .map(({ id, name, by }) => ({ id: toId(id), name, by: toIdOrNull(by), codings: codings(toId(id)) })),
    leftBehind: codes.filter(({ mergedInto }) => mergedInto !== null).map(({ id, name, mergedInto }) =>
      ({ id, name, codings: codings(id), into: mergedInto!, intoName: codes.find((other) => other.id === mergedInto)?.name ?? '' })).filter((code) => code.codings > 0 && code.intoName !== ''),
    sameName: sameNames(codes.filter(({ retired }) => !retired)).map((group) => group.map(({ id, name }) => ({ id, name, codings: codings(id) }))),
    sameCoder: listSameCoders(store, viewer),
    twice: listTwice(store, visible)
  }
}

/** Codes below the same one that bear one name. */
function sameNames(codes: readonly { id: Id; name: string; parent: Id | null }[]): { id: Id; name: string }[][] {
  const groups: { id: Id; name: string; parent: Id | null }[][] = []
  for (const code of codes) {
    const group = groups.find(([first]) => first!.parent === code.parent && sameName(first!.name, code.name))
    if (group) group.push(code)
    else groups.push([code])
  }
  return groups.filter((group) => group.length > 1)
}

/** The same span, code and coder from two copies: both are kept, a person decides. */
function listTwice(store: Store, visible: { sql: string; parameters: Record<string, unknown> }): Look['twice'] {
  type Row = { story: Buffer; number: number; code: string; coder: Buffer; ids: string; body: string; start: number; end: number }
  return store.all<Row>(
    `SELECT s.id AS story, s.number, k.name AS code, p.id AS coder, g.ids, r.body, g.start, g."end" FROM (
       SELECT c.story, c.text, c.code, c.coder, c.at_start AS start, c.at_end AS "end", json_group_array(hex(c.id)) AS ids
       FROM coding c WHERE ${visible.sql} GROUP BY c.text, c.at_start, c.at_end, c.code, c.coder HAVING count(*) > 1 AND c.at_start < c.at_end LIMIT 200) g
     JOIN story s ON s.num = g.story AND s.state = 'live' JOIN code k ON k.num = g.code JOIN coder p ON p.num = g.coder
     JOIN text t ON t.num = g.text JOIN revision r ON r.text = t.num AND r.number = t.newest ORDER BY s.number, g.start`, visible.parameters)
    .map((row) => ({
      story: toId(row.story), number: row.number, code: row.code, coder: toId(row.coder), quote: row.body.slice(row.start, row.end),
      codings: (JSON.parse(row.ids) as string[]).map((hex) => toId(Buffer.from(hex, 'hex'))).toSorted()
    }))
}

/** Whose row it is: the maker of a coding or memo; null for what belongs to all. */
export const ownerOf = (store: Store, entity: 'coding' | 'memo' | 'theme_verdict', id: Id): Id | null =>
  toIdOrNull(store.get<{ id: Buffer }>(`SELECT k.id FROM ${entity} e JOIN coder k ON k.num = e.coder WHERE e.id = ?`, [toBlob(id)])?.id ?? null)
