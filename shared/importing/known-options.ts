// The same question asked again: which of its options are those the project has, written otherwise.
import type { SignifierShape } from '../domain/signifier.ts'
import { sameWords } from './cell-values.ts'
import { stepsOf } from './likert-scales.ts'

/** An option of an earlier import. */
export type KnownOption = { key: string; name: string }

/**
 * For options whose key the project lacks: the key of the one that is meant. The same but for capitals and spaces; on a scale of words also
 * the same step, when one option on either side stands for that step ("heel tevreden", "zeer tevreden").
 */
export function joinedOptions({ kind, options }: Pick<SignifierShape, 'kind' | 'options'>, known: readonly KnownOption[]): Map<string, string> {
  const joined = new Map<string, string>()
  /** Two options of one question never become one. */
  const taken = new Set(options.map(({ key }) => key))
  const keys = new Set(known.map(({ key }) => key))
  const bySaid = new Map(known.flatMap(({ key, name }) => [[sameWords(name), key], [sameWords(key), key]] as const))
  const lone = (of: (string | null)[], at: number) => of[at] != null && of.indexOf(of[at]) === of.lastIndexOf(of[at])
  const steps = kind === 'likert' ? { here: stepsOf(options.map(({ label }) => label)), there: stepsOf(known.map(({ name }) => name)) } : null
  options.forEach(({ key, label }, at) => {
    if (keys.has(key)) return
    const same = bySaid.get(sameWords(key)) ?? bySaid.get(sameWords(label))
    const place = steps && lone(steps.here, at) ? steps.there.indexOf(steps.here[at]!) : -1
    const step = steps && place >= 0 && lone(steps.there, place) ? known[place]!.key : undefined
    const found = same ?? step
    if (found === undefined || taken.has(found)) return
    taken.add(found)
    joined.set(key, found)
  })
  return joined
}
