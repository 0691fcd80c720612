// The codebook as local numbers, for counting by code and by branch.
import type { Id } from '../shared/domain/ids.ts'
import { toId } from './ids.ts'
import type { Store } from './store.ts'

export type CodeNode = { num: number; id: Id; name: string; colour: number; parent: number | null; depth: number; retired: boolean }

/** Codes that were not undone, in the order of the codebook: parents before children. */
export function readCodeTree(store: Store): CodeNode[] {
  type Row = { num: number; id: Buffer; name: string; colour: number; parent: number | null; retired: number }
  const rows = store.all<Row>('SELECT num, id, name, colour, parent, retired FROM code WHERE removed = 0 ORDER BY position, id')
  const below = Map.groupBy(rows, (row) => row.parent)
  const inOrder = (parent: number | null, depth: number): CodeNode[] =>
    (below.get(parent) ?? []).flatMap((row) => [{ ...row, id: toId(row.id), retired: row.retired === 1, depth }, ...inOrder(row.num, depth + 1)])
  return inOrder(null, 0)
}

/** The code and all below it, by local number. */
export function branchOf(tree: readonly CodeNode[], root: number): number[] {
  const inside = new Set([root])
  for (const { num, parent } of tree) if (parent !== null && inside.has(parent)) inside.add(num)
  return [...inside]
}

/** For each code the codes above it. */
export function codesAbove(tree: readonly CodeNode[]): Map<number, number[]> {
  const above = new Map<number, number[]>()
  for (const { num, parent } of tree) above.set(num, parent === null ? [] : [parent, ...(above.get(parent) ?? [])])
  return above
}
