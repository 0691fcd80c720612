// Gentle remarks on themes, as reflexive thematic analysis would ask them: questions, never a block, and never by how often.
import type { Evidence, Theme } from '../../shared/contract/theme.ts'

/** More than this many themes often means that some are topics, or one pattern in parts (Braun and Clarke warn of many themes). */
export const MANY_THEMES = 6
/** From this many fragments on it says something that most come from one story. */
const ENOUGH = 4

export type Remark = 'concept' | 'oneStory' | 'mostOneStory' | 'counter' | 'oneCode' | 'oneCoder'

/** What one may ask of a theme, the most telling first. `evidence` undefined: not counted yet, then nothing is said about it. */
export function remarksOn(theme: Theme, evidence: Evidence | undefined): Remark[] {
  const remarks: Remark[] = []
  if (theme.concept.trim() === '') remarks.push('concept')
  if (!evidence) return remarks
  const { supports, contradicts, fullest } = evidence
  if (supports.stories === 1 && supports.fragments > 1) remarks.push('oneStory')
  else if (fullest && supports.fragments >= ENOUGH && fullest.fragments * 2 > supports.fragments) remarks.push('mostOneStory')
  if (supports.fragments > 0 && contradicts.fragments === 0 && contradicts.stories === 0 && theme.counter.trim() === '') remarks.push('counter')
  if (theme.parts.length === 1 && theme.parts[0]!.is === 'code') remarks.push('oneCode')
  if (evidence.about.layer.is === 'all' && supports.coders === 1 && supports.fragments >= ENOUGH) remarks.push('oneCoder')
  return remarks
}
