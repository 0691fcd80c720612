// Codes: row <-> domain, and the shape of the tree.
import type { Id } from '../shared/domain/ids.ts'
import type { Code } from '../shared/contract/code.ts'
import { toBlob, toId, toIdOrNull } from './ids.ts'
import type { Store } from './store.ts'

type Raw = Omit<Code, 'id' | 'parent' | 'mergedInto' | 'retired'> & { id: Buffer; parent: Buffer | null; merged_into: Buffer | null; retired: number }

const SELECT = `SELECT c.id, p.id AS parent, c.position, c.name, c.colour, c.definition, c.include, c.exclude, c.flag, c.retired, m.id AS merged_into
  FROM code c LEFT JOIN code p ON p.num = c.parent LEFT JOIN code m ON m.num = c.merged_into`

function fromRaw({ merged_into, ...row }: Raw): Code {
  return { ...row, id: toId(row.id), parent: toIdOrNull(row.parent), retired: row.retired === 1, mergedInto: toIdOrNull(merged_into) }
}

/** Every code that was not undone, parents before children, in the order of the tree. */
export function listCodes(store: Store): Code[] {
  const children = new Map<Id | null, Code[]>()
  for (const raw of store.all<Raw>(`${SELECT} WHERE c.removed = 0 ORDER BY c.position, c.id`)) {
    const code = fromRaw(raw)
    children.set(code.parent, [...(children.get(code.parent) ?? []), code])
  }
  const inOrder = (parent: Id | null): Code[] => (children.get(parent) ?? []).flatMap((code) => [code, ...inOrder(code.id)])
  return inOrder(null)
}

export function findCode(store: Store, id: Id): Code | undefined {
  const row = store.get<Raw>(`${SELECT} WHERE c.id = ? AND c.removed = 0`, [toBlob(id)])
  return row && fromRaw(row)
}

/** Siblings under a parent (null: the top), retired ones too, in order. */
export const listSiblings = (store: Store, parent: Id | null): Code[] =>
  store.all<Raw>(`${SELECT} WHERE c.removed = 0 AND c.parent IS (SELECT num FROM code WHERE id = ?) ORDER BY c.position, c.id`, [parent && toBlob(parent)]).map(fromRaw)

/** The code itself and all below it. */
export function listBranch(store: Store, root: Id): Id[] {
  return store.all<{ id: Buffer }>(
    `WITH RECURSIVE branch (num) AS (SELECT num FROM code WHERE id = ? UNION SELECT c.num FROM code c JOIN branch b ON c.parent = b.num WHERE c.removed = 0)
     SELECT id FROM code WHERE num IN (SELECT num FROM branch)`, [toBlob(root)]).map((row) => toId(row.id))
}
