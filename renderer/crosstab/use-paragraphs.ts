// What the team wrote under a name: the paragraphs of the method page, and tables about the population. The newest one under a name counts.
import type { ViewKind } from '../../shared/contract/view.ts'
import { newId } from '../../shared/domain/ids.ts'
import { useRead, useWrite } from '../api/hooks.ts'

export interface Paragraphs { read: (name: string) => string, write: (name: string, body: string) => Promise<unknown>, isThere: boolean }

export function useParagraphs(kind: ViewKind): Paragraphs {
  const views = useRead('view.list', { kind }).data
  const keep = useWrite('view.keep').write
  const change = useWrite('view.change').write
  const find = (name: string) => views?.findLast(view => view.name === name)
  return {
    isThere: views !== undefined,
    read: name => find(name)?.body ?? '',
    write: (name, body) => {
      const found = find(name)
      return found ? change({ view: found.id, body }) : keep({ id: newId(), kind, name, body })
    }
  }
}
