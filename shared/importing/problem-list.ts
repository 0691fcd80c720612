// Gathers problems without drowning a person: of the same problem in the same column the first ones are listed, the rest counted.
import type { ImportProblem } from './staged.ts'
import { problem } from './messages.ts'

/** Enough to see a pattern and mend a handful by hand. */
export const LISTED_EACH = 20

export type ProblemList = {
  /** Gives the problem back when it is to be listed, else null. */
  add(found: ImportProblem): ImportProblem | null
  counts(): { error: number; warning: number; skipped: number }
  /** All listed, with one "and N more" for each kind that went over. */
  all(): ImportProblem[]
}

export function createProblemList(): ProblemList {
  const listed: ImportProblem[] = []
  const kinds = new Map<string, { first: ImportProblem; count: number; last: number }>()
  const counts = { error: 0, warning: 0, skipped: 0 }

  function add(found: ImportProblem): ImportProblem | null {
    counts[found.severity] += 1
    const name = `${found.message}\u0000${found.column ?? ''}\u0000${found.file}`
    const kind = kinds.get(name) ?? { first: found, count: 0, last: 0 }
    kinds.set(name, kind)
    kind.count += 1
    kind.last = found.row ?? kind.last
    if (kind.count > LISTED_EACH) return null
    listed.push(found)
    return found
  }

  function all(): ImportProblem[] {
    const more = [...kinds.values()].filter((kind) => kind.count > LISTED_EACH).map(({ first, count, last }) =>
      problem('and_more', { file: first.file, column: first.column }, { count: count - LISTED_EACH, last, of: first.message }, first.severity))
    return [...listed, ...more]
  }

  return { add, counts: () => ({ ...counts }), all }
}
