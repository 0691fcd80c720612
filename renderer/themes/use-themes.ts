// What one can do with themes, each as one gesture that can be undone.
import { useMemo } from 'react'
import type { Code } from '../../shared/contract/code.ts'
import type { Input } from '../../shared/contract/index.ts'
import type { Target, Theme, ThemePart, Verdict } from '../../shared/contract/theme.ts'
import { newId, type Id } from '../../shared/domain/ids.ts'
import { useRead, useWrite } from '../api/hooks.ts'
import { useMay } from '../api/use-me.ts'
import { sayDone } from '../app/say-done.ts'
import { useSay } from '../i18n/say.ts'
import { nameOfPart } from './parts.ts'

export type ThemePatch = Omit<Input<'theme.change'>, 'theme'>

export interface ThemeDesk {
  /** Else the themes are there to be read. */
  mayChange: boolean
  /** Null until they were read. */
  themes: readonly Theme[] | null
  codes: readonly Code[]
  codeById: ReadonlyMap<Id, Code>
  /** Gives the id once the core has it; null when it was refused. */
  create: (words: { name: string, concept: string, codes: Id[] }) => Promise<Id | null>
  change: (theme: Id, patch: ThemePatch) => Promise<boolean>
  /** One place on or back in the row of themes. */
  shift: (theme: Theme, way: 'left' | 'right') => void
  remove: (theme: Theme) => Promise<boolean>
  place: (theme: Theme, targets: Target[], more?: Pick<Input<'theme.place'>, 'side' | 'from' | 'before'>) => Promise<boolean>
  turn: (part: ThemePart, patch: Omit<Input<'theme.turn'>, 'part'>) => Promise<boolean>
  take: (theme: Theme, parts: ThemePart[]) => Promise<boolean>
  judge: (theme: Id, on: Input<'theme.judge'>['on'], verdict: Verdict | null) => Promise<boolean>
}

const NONE: readonly Code[] = []

export function useThemes(): ThemeDesk {
  const say = useSay('themes')
  const mayChange = useMay('code')
  const themes = useRead('theme.list', {}).data ?? null
  const codes = useRead('code.list', {}).data ?? NONE
  const codeById = useMemo(() => new Map(codes.map(code => [code.id, code])), [codes])
  const { write: create } = useWrite('theme.create')
  const { write: change } = useWrite('theme.change')
  const { write: move } = useWrite('theme.move')
  const { write: remove } = useWrite('theme.remove')
  const { write: place } = useWrite('theme.place')
  const { write: turn } = useWrite('theme.turn')
  const { write: take } = useWrite('theme.take')
  const { write: judge } = useWrite('theme.judge')
  return useMemo(() => ({
    mayChange, themes, codes, codeById,
    create: async words => {
      const id = newId()
      return (await create({ id, ...words })).ok ? id : null
    },
    change: async (theme, patch) => (await change({ theme, ...patch })).ok,
    shift: (theme, way) => {
      const row = themes ?? []
      const at = row.findIndex(({ id }) => id === theme.id)
      const before = way === 'left' ? row[at - 1] : row[at + 2]
      if (at < 0 || (way === 'left' ? at === 0 : at === row.length - 1)) return
      void move({ theme: theme.id, before: before?.id ?? null })
    },
    remove: async theme => {
      const done = (await remove({ theme: theme.id })).ok
      if (done) sayDone(say('removed', { theme: theme.name }))
      return done
    },
    place: async (theme, targets, more = {}) => {
      const done = (await place({ theme: theme.id, targets, ...more })).ok
      if (done && more.from !== theme.id) sayDone(say(more.side === 'contradicts' ? 'placed.against' : 'placed', { theme: theme.name, count: targets.length }))
      return done
    },
    turn: async (part, patch) => (await turn({ part: part.id, ...patch })).ok,
    take: async (theme, parts) => {
      const done = (await take({ parts: parts.map(({ id }) => id) })).ok
      if (done) sayDone(say('taken', { theme: theme.name, what: parts.map(part => nameOfPart(part, codeById, say)).join(', ') }))
      return done
    },
    judge: async (theme, on, verdict) => (await judge({ theme, on, verdict })).ok
  }), [mayChange, themes, codes, codeById, create, change, move, remove, place, turn, take, judge, say])
}
