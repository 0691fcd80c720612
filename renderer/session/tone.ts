// Which question tells how content a teller is: the one whose words say so, else the first with a low and a high end.
import type { Signifier } from '../../shared/contract/signifier.ts'

/** Undefined when no question has a low and a high end. */
export function toneQuestion(signifiers: readonly Signifier[]): Signifier | undefined {
  const scored = signifiers.filter(({ kind, highLast }) => kind === 'slider' || (kind === 'likert' && highLast !== null))
  return scored.find(({ title }) => /tevreden|satisf|gevoel|hoe voel/i.test(title)) ?? scored.find(({ kind }) => kind === 'likert') ?? scored[0]
}
