// What one can do with the codebook, each as one gesture that can be undone.
import { useMemo, useRef } from 'react'
import type { Code, CodeCount } from '../../shared/contract/code.ts'
import { newId, type Id } from '../../shared/domain/ids.ts'
import { useRead, useWrite } from '../api/hooks.ts'
import { queries } from '../api/queries.ts'
import { useMay } from '../api/use-me.ts'
import { sayDone } from '../app/say-done.ts'
import { useSay } from '../i18n/say.ts'
import { shiftTarget, type Shift, type Target } from './code-tree.ts'

const NONE: readonly Code[] = []
const LIST = ['code.list', {}] as const

export interface Codebook {
  /** Else the codes are there to be read. */
  mayChange: boolean
  /** Null until it was read. */
  codes: readonly Code[] | null
  counts: ReadonlyMap<Id, CodeCount>
  /** Gives the id once the core has it; null when it was refused. */
  create: (name: string, parent: Id | null) => Promise<Id | null>
  change: (code: Id, patch: Partial<Pick<Code, 'name' | 'colour' | 'definition' | 'include' | 'exclude' | 'flag'>>) => Promise<boolean>
  move: (code: Id, target: Target) => Promise<boolean>
  shift: (code: Id, way: Shift) => Promise<Target | null>
  merge: (code: Code, into: Code) => Promise<boolean>
  retire: (code: Code) => void
  restore: (code: Code) => void
}

export function useCodebook(): Codebook {
  const say = useSay('codebook')
  const mayChange = useMay('code')
  const codes = useRead('code.list', {}).data ?? null
  const counted = useRead('code.counts', {}).data
  const counts = useMemo(() => new Map((counted ?? []).map(count => [count.code, count])), [counted])
  const { write: create } = useWrite('code.create')
  const { write: change } = useWrite('code.change')
  const { write: move } = useWrite('code.move')
  const { write: merge } = useWrite('code.merge')
  const { write: retire } = useWrite('code.retire')
  const { write: restore } = useWrite('code.restore')
  const line = useRef<Promise<unknown>>(Promise.resolve())
  return useMemo(() => ({
    mayChange, codes, counts,
    create: async (name, parent) => {
      const id = newId()
      return (await create({ id, name, parent })).ok ? id : null
    },
    change: async (code, patch) => (await change({ code, ...patch })).ok,
    move: async (code, target) => (await move({ code, ...target })).ok,
    shift: (code, way) => {
      // Each press starts from where the one before it left the tree, however fast they come.
      const mine = line.current.then(async () => {
        const target = shiftTarget(queries.getQueryData<readonly Code[]>(LIST) ?? NONE, code, way)
        if (!target || !(await move({ code, ...target })).ok) return null
        await queries.invalidateQueries({ queryKey: LIST })
        return target
      })
      line.current = mine
      return mine
    },
    merge: async (code, into) => {
      const done = await merge({ code: code.id, into: into.id })
      if (done.ok) sayDone(say('merged', { code: code.name, into: into.name, count: done.value.codings }))
      return done.ok
    },
    retire: code => void retire({ code: code.id }).then(done => { if (done.ok) sayDone(say('retired', { code: code.name })) }),
    restore: code => void restore({ code: code.id })
  }), [mayChange, codes, counts, create, change, move, merge, retire, restore, say])
}
