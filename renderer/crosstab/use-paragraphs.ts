// What the team wrote under a name: the paragraphs of the method page, and tables about the population. The newest one under a name counts.
import { useState } from 'react'
import type { View, ViewKind } from '../../shared/contract/view.ts'
import { newId } from '../../shared/domain/ids.ts'
import { useRead, useWrite } from '../api/hooks.ts'

export interface Paragraphs { read: (name: string) => string, write: (name: string, body: string) => Promise<unknown>, isThere: boolean }

export function useParagraphs(kind: ViewKind): Paragraphs {
  const views = useRead('view.list', { kind }).data
  const keep = useWrite('view.keep').write
  const change = useWrite('view.change').write
  /** Written here and not answered yet: the next field one fills in must not undo the last. */
  const [ahead, setAhead] = useState<ReadonlyMap<string, { id: string, body: string, was: readonly View[] | undefined }>>(new Map())
  const find = (name: string) => views?.findLast(view => view.name === name)
  const own = (name: string) => {
    const mine = ahead.get(name)
    return mine && mine.was === views ? mine : undefined
  }
  return {
    isThere: views !== undefined,
    read: name => own(name)?.body ?? find(name)?.body ?? '',
    write: async (name, body) => {
      const there = own(name)?.id ?? find(name)?.id
      const id = there ?? newId()
      setAhead(others => new Map(others).set(name, { id, body, was: views }))
      const done = await (there ? change({ view: id, body }) : keep({ id, kind, name, body }))
      if (!done.ok) setAhead(others => new Map([...others].filter(([other]) => other !== name)))
      return done
    }
  }
}
