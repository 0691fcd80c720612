// What one call is: its name, its two shapes, who may make it, and what its answer is made of.
import type { z } from 'zod'

/** The nouns a read answer is made of; a committed op of one of these makes the answer old. */
export type Noun =
  | 'project' | 'coder' | 'import' | 'story_group' | 'wave' | 'story' | 'text' | 'signifier' | 'option' | 'stone'
  | 'assignment' | 'code' | 'coding' | 'memo' | 'reading' | 'view' | 'export' | 'gesture' | 'revision' | 'selection' | 'theme' | 'theme_part' | 'theme_verdict' | 'talk'
  | 'pack' | 'card' | 'session' | 'harvest' | 'lesson' | 'expectation' | 'register'

/** What a filter can rest on besides stories, their answers, codings and readings. */
export const OF_FILTER = ['selection', 'assignment', 'theme', 'theme_part'] as const satisfies readonly Noun[]

/**
 * What a coder's role lets them do. Every role may read; 'mark' is keeping how far one read; 'code' is coding, memos, the codebook;
 * 'prepare' is session material and what came of it; 'steer' is imports, project details and who takes part.
 */
export type Right = 'read' | 'mark' | 'code' | 'prepare' | 'steer'

type Shapes<I extends z.ZodType, O extends z.ZodType> = { input: I; output: O; right: Right }
export type ReadCall<I extends z.ZodType = z.ZodType, O extends z.ZodType = z.ZodType> = Shapes<I, O> & {
  is: 'read'
  reads: Noun[]
  /** Long ones run in a worker, on a read connection of their own. */
  long: boolean
  /** Long in a large project only (db/size.ts), perhaps by what is asked. */
  longInLarge(input: z.output<I>): boolean
}
export type WriteCall<I extends z.ZodType = z.ZodType, O extends z.ZodType = z.ZodType> = Shapes<I, O> & {
  is: 'write'
  /** Lands on the coder's undo pile. */
  undoable: boolean
}

/** A question: changes nothing. */
export const read = <I extends z.ZodType, O extends z.ZodType>(shape: { input: I; output: O; reads: Noun[]; long?: boolean; longInLarge?(input: z.output<I>): boolean }): ReadCall<I, O> =>
  ({ is: 'read', right: 'read', long: false, longInLarge: () => false, ...shape })

/** A change: one gesture, one transaction. */
export const write = <I extends z.ZodType, O extends z.ZodType>(shape: { input: I; output: O; right?: Right; undoable?: boolean }): WriteCall<I, O> =>
  ({ is: 'write', right: 'code', undoable: true, ...shape })
