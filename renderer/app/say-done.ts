// What was done, told in passing with the way back: one press undoes it.
import { sayIn } from '../i18n/say.ts'
import { sayInPassing } from '../ui/toast.tsx'
import { runAction } from './actions.ts'

/** `about`: a later word about the same takes its place. */
export function sayDone(says: string, about?: string): void {
  sayInPassing({ says, ...(about === undefined ? {} : { about }), act: { name: sayIn('frame')('undo'), onAct: () => void runAction('edit.undo') } })
}
