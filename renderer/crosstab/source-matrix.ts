// Which source answers which question of the study: the stories by group and every table of others, each with its kind; and what they say together.
import { z } from 'zod'
import type { RegisterSource } from '../../shared/contract/register.ts'
import type { View } from '../../shared/contract/view.ts'
import { readKept } from './read-kept.ts'

/** A question of the study, kept as a view of its own, so that two coders who fill in two of them never undo each other. */
const Kept = z.object({ question: z.string(), /** Keys of sources. */ by: z.array(z.string()), together: z.string() })
export type Kept = z.infer<typeof Kept>
export const NO_QUESTION: Kept = { question: '', by: [], together: '' }

/** `n`: stories of the group, or what the table says it is about. */
export interface Source { key: string, kind: 'stories' | RegisterSource, name: string, n: number | null }
export interface StudyQuestion extends Kept { id: string }

interface Told { groups: readonly { id: string, name: string, stories: number }[], stories: number }

/** Stories of a project without groups are one source; the name of it is left to the screen. */
export const sourcesOf = ({ groups, stories }: Told, registers: readonly { id: string, name: string, source: RegisterSource, base: number | null }[]): Source[] => [
  ...(groups.length === 0 ? [{ key: 'stories', kind: 'stories' as const, name: '', n: stories }] : groups.map(({ id, name, stories: n }) => ({ key: id, kind: 'stories' as const, name, n }))),
  ...registers.map(({ id, name, source, base }) => ({ key: id, kind: source, name, n: base }))
]

/** In the order in which they were written down; those of a newer version, in a form of its own, are left alone. */
export const questionsOf = (views: readonly Pick<View, 'id' | 'body'>[]): StudyQuestion[] => views.flatMap(({ id, body }) => {
  const kept = readKept(Kept, body)
  return kept ? [{ id, ...kept }] : []
})

export const turned = (by: readonly string[], key: string, isOn: boolean): string[] => [...by.filter(other => other !== key), ...(isOn ? [key] : [])]

/** The kinds of source that answer it, each once: two groups of tellers are one kind. Sources that are gone count for nothing. */
export const kindsFor = ({ by }: Kept, sources: readonly Source[]): Source['kind'][] => [...new Set(sources.filter(({ key }) => by.includes(key)).map(({ kind }) => kind))]
