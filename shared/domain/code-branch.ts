// A code with all that lies under it.
import type { Id } from './ids.ts'

/** `codes`: in the order of the codebook, in which parents stand before children. */
export function branchOf(codes: readonly { id: Id; parent: Id | null }[], id: Id): Set<Id> {
  const branch = new Set<Id>([id])
  for (const code of codes) if (code.parent !== null && branch.has(code.parent)) branch.add(code.id)
  return branch
}
