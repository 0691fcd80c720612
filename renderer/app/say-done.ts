// What was done, told in passing with the way back: one press undoes it.
import { sayIn } from '../i18n/say.ts'
import { UNDO } from '../api/call.ts'
import { sayInPassing } from '../ui/toast.tsx'
import { runAction } from './actions.ts'

/** Only as long as it is the last thing done (see change): the press undoes whatever is. */
export function sayDone(says: string): void {
  sayInPassing({ says, about: UNDO, act: { name: sayIn('frame')('undo'), onAct: () => void runAction('edit.undo') } })
}
