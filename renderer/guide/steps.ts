// The guided first story: what is done in it, one thing after another, and how the guide sees that it was done. Every step is the real
// work on the coder's own story; nothing is staged.

/** What the guide can see of the work of this coder. */
export interface Facts {
  /** Words are selected in a story. */
  selected: boolean
  /** Of this coder, in the whole project. */
  codings: number
  memos: number
  done: number
  /** There is something to do again. */
  canRedo: boolean
  /** The codings of everybody show in the text. */
  showsAll: boolean
}

/** `now` beside how it was `before`, when the step began. Absent: done when the coder says so. */
export interface Step { id: string, isDone?: (now: Facts, before: Facts) => boolean }

export const STEPS = [
  { id: 'read' },
  { id: 'select', isDone: now => now.selected },
  { id: 'code', isDone: (now, before) => now.codings > before.codings },
  { id: 'again', isDone: (now, before) => now.codings > before.codings },
  { id: 'memo', isDone: (now, before) => now.memos > before.memos },
  { id: 'undo', isDone: now => now.canRedo },
  { id: 'redo', isDone: now => !now.canRedo },
  { id: 'done', isDone: (now, before) => now.done > before.done },
  { id: 'others', isDone: now => now.showsAll },
  { id: 'end' }
] as const satisfies readonly Step[]

/** The step to stand at: the same one, or the next while what it asks is done already. */
export function stepAfter(at: number, now: Facts, before: Facts): number {
  const step: Step | undefined = STEPS[at]
  return step?.isDone?.(now, before) ? at + 1 : at
}
