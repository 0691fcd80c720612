// What the coder chose in Patronen, found again next time.
import { z } from 'zod'
import { Layer, StoryFilter } from '../../shared/domain/layer.ts'
import { Id } from '../../shared/domain/ids.ts'
import { Split } from '../../shared/contract/pattern.ts'
import type { Output } from '../../shared/contract/index.ts'

export type Signifier = Output<'signifier.list'>[number]

export const Choices = z.object({
  filter: StoryFilter, layer: Layer, split: Split.nullable(),
  bins: z.enum(['tens', 'classes']), middle: z.enum(['arithmetic', 'geometric']), density: z.boolean(), zones: z.boolean(),
  /** The stone shown, by question. */
  stones: z.record(z.string(), Id), face: z.enum(['picture', 'table', 'codes', 'change']),
  /** The ellipse of one standard deviation. */
  ellipse: z.boolean().optional(),
  /** The two waves held against each other; null is the stories of no wave. */
  waves: z.tuple([Id.nullable(), Id.nullable()]).optional(),
  /** Of the list of codes. */
  unit: z.enum(['stories', 'fragments', 'per100']), lump: z.number().int().min(0).max(100)
})
export type Choices = z.infer<typeof Choices>

const FIRST: Choices = { filter: {}, layer: { is: 'all' }, split: null, bins: 'tens', middle: 'arithmetic', density: false, zones: true, stones: {}, face: 'picture', unit: 'stories', lump: 0 }
const FIRST_AGREED: Choices = { ...FIRST, layer: { is: 'consensus' } }

export const firstChoices = ({ hasConsensus }: { hasConsensus: boolean }): Choices => (hasConsensus ? FIRST_AGREED : FIRST)

/** What every part of the workspace knows. */
export interface Around { project: Output<'project.read'>, signifiers: Output<'signifier.list'>, codes: Output<'code.list'> }
export interface QuestionPanelProps extends Around { signifier: Signifier, choices: Choices, onChange: (part: Partial<Choices>) => void }

/** Kinds of question whose answers have one mean. */
export const hasMeans = ({ kind }: Signifier): boolean => kind === 'slider' || kind === 'likert' || kind === 'number'

/** The scale that a scale is held against. */
export function againstOf(split: Split | null, { id, kind }: Signifier, signifiers: readonly Signifier[]): Signifier | null {
  if (kind !== 'slider' || split?.is !== 'signifier' || split.signifier === id) return null
  return signifiers.find((other) => other.id === split.signifier && other.kind === 'slider') ?? null
}

/** A split that still makes sense for this question: by a code or question that is there, and not by itself nor by a scale, which has no parts. */
export function splitOf(split: Split | null, shown: Id, signifiers: readonly Signifier[], codes: Output<'code.list'>, project: Output<'project.read'>): Split | null {
  if (split === null) return null
  if (split.is === 'signifier') return split.signifier !== shown && signifiers.some(({ id, kind }) => id === split.signifier && kind !== 'slider') ? split : null
  if (split.is === 'code') return codes.some(({ id }) => id === split.code) ? split : null
  if (split.is === 'group') return project.groups.length > 1 ? split : null
  return split.is === 'wave' ? (project.waves.length > 1 ? split : null) : split
}

/** What stands open: what the address says, else the first scale, else the first question; codes and tables of others need no question at all. */
export function shownOf(asked: string | undefined, signifiers: readonly Signifier[]): { at: string, signifier: Signifier | undefined } {
  const first = signifiers.find(({ kind }) => kind === 'slider') ?? signifiers[0]
  const at = asked ?? first?.id ?? ''
  return { at, signifier: signifiers.find(({ id }) => id === at) ?? first }
}

export type Waves = [Id | null, Id | null]

/** Every wave, and the stories of none where there are some, which may be the first year of a project that had no waves yet. */
export function wavesOf(project: Output<'project.read'>): (Id | null)[] {
  const told = project.waves.filter(({ stories }) => stories > 0)
  return [...(told.length > 0 && told.reduce((sum, { stories }) => sum + stories, 0) < project.stories ? [null] : []), ...told.map(({ id }) => id)]
}

/** Answers that can be held against each other over time: two waves at least, and no words or days. */
export const canChange = ({ kind }: Signifier, project: Output<'project.read'>): boolean => kind !== 'text' && kind !== 'date' && wavesOf(project).length > 1

/** The two chosen, as far as they are still there; else the first and the last. */
export function chosenWaves({ waves }: Choices, project: Output<'project.read'>): Waves {
  const known = wavesOf(project)
  return waves && waves[0] !== waves[1] && waves.every(wave => known.includes(wave)) ? waves : [known[0] ?? null, known.at(-1) ?? null]
}

export const spellSplit = (split: Split | null): string => (split === null ? 'none' : split.is === 'signifier' ? `q:${split.signifier}` : split.is === 'code' ? `c:${split.code}` : split.is === 'period' ? `period:${split.by}` : split.is)

export function readSplit(spelled: string | null): Split | null {
  const [is, rest = ''] = (spelled ?? 'none').split(':')
  if (is === 'q') return { is: 'signifier', signifier: rest }
  if (is === 'c') return { is: 'code', code: rest, branch: false }
  if (is === 'group' || is === 'wave') return { is }
  return is === 'period' ? { is: 'period', by: rest === 'year' || rest === 'month' ? rest : 'quarter' } : null
}
