// Strands: where several codings of one code lie over each other (three coders, the same passage), readers see one line.
import { byPlace, type Span } from './span.ts'

export interface StrandPart extends Span {
  id: string
  codeId: string
}

export interface Strand extends Span {
  /** The id of the part that reads first. */
  id: string
  codeId: string
  /** Ids of its parts in order of reading. */
  parts: string[]
}

/** Codings of one code that overlap, joined; those that only touch stay apart. In order of reading. */
export function joinStrands(codings: readonly StrandPart[]): Strand[] {
  const strands: Strand[] = []
  const open = new Map<string, Strand>()
  for (const { id, codeId, start, end } of codings.toSorted((one, other) => byPlace(one, other) || (one.id < other.id ? -1 : 1))) {
    const strand = open.get(codeId)
    if (strand && start < strand.end) {
      strand.end = Math.max(strand.end, end)
      strand.parts.push(id)
    } else {
      const begun = { id, codeId, start, end, parts: [id] }
      strands.push(begun)
      open.set(codeId, begun)
    }
  }
  return strands
}
