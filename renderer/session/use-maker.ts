// What one chooses while making a pack, as the source and the method that the core understands.
import { useState } from 'react'
import type { Signifier } from '../../shared/contract/signifier.ts'
import type { Theme } from '../../shared/contract/theme.ts'
import type { Id } from '../../shared/domain/ids.ts'
import type { StoryFilter } from '../../shared/domain/layer.ts'
import type { PackMethod, PackSource } from '../../shared/domain/pack.ts'
import { drawSeed, type DrawMethod } from '../../shared/session/draw.ts'

/** What one had in mind on coming here. */
export interface Wish { filter?: StoryFilter, theme?: Id, code?: Id }

export interface Chosen {
  name: string
  question: string
  filter: StoryFilter
  /** all, or the letter t or c and the id of a theme or code. */
  about: string
  form: PackSource['form']
  method: DrawMethod
  seed: number
  /** group, wave, or a question. */
  by: string | null
  measure: Id | null
  count: number
  tables: number
  shared: number
}

const PLACED = new Set(['slider', 'likert', 'triad', 'number'])
const DIVIDED: ReadonlySet<string> = new Set(['stratified', 'quota'])
const MEASURED: ReadonlySet<string> = new Set(['contrast', 'nearMean', 'outliers'])

export function useMaker(wish: Wish) {
  const [chosen, setChosen] = useState<Chosen>(() => ({
    name: '', question: '', filter: wish.filter ?? {}, about: wish.theme ? `t${wish.theme}` : wish.code ? `c${wish.code}` : 'all', form: wish.code ? 'fragment' : 'story',
    method: 'stratified', seed: drawSeed(), by: null, measure: null, count: 12, tables: 3, shared: 3
  }))
  return { chosen, set: (part: Partial<Chosen>) => setChosen(before => ({ ...before, ...part })) }
}

/** By what stories can be divided: groups, waves, questions with options. */
export const divisionsOf = (signifiers: readonly Signifier[], groups: number, waves: number): string[] =>
  [...(groups > 1 ? ['group'] : []), ...(waves > 1 ? ['wave'] : []), ...signifiers.filter(({ kind }) => kind === 'choice' || kind === 'likert').map(({ id }) => id)]
export const measuresOf = (signifiers: readonly Signifier[]): Signifier[] => signifiers.filter(({ kind }) => PLACED.has(kind))

export const needsDivision = ({ method }: Chosen): boolean => DIVIDED.has(method)
export const needsMeasure = ({ method }: Chosen): boolean => MEASURED.has(method)

export function sourceOf({ form, filter, about }: Chosen, themes: readonly Theme[]): PackSource {
  const theme = themes.find(({ id }) => about === `t${id}`)
  const codes = theme ? theme.parts.flatMap(part => (part.is === 'code' && part.side === 'supports' ? [part.code] : [])) : about.startsWith('c') ? [about.slice(1)] : []
  return { form, filter, codes, layer: { is: 'all' }, theme: theme?.id ?? null }
}

/** Without anything to divide by, or to compare on, the draw is a plain one. */
export function methodOf(chosen: Chosen, divisions: readonly string[], measures: readonly Signifier[]): PackMethod {
  const by = chosen.by ?? divisions[0]
  const measure = chosen.measure ?? measures[0]?.id
  if ((needsDivision(chosen) && !by) || (needsMeasure(chosen) && !measure)) return { is: 'random', seed: chosen.seed, by: null, measures: [] }
  return {
    is: chosen.method, seed: chosen.seed, by: needsDivision(chosen) && by ? (by === 'group' || by === 'wave' ? { is: by } : { is: 'signifier', signifier: by }) : null,
    measures: needsMeasure(chosen) && measure ? [measure] : []
  }
}
