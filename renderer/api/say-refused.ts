// A refusal in words, in passing. What had to wait for the host is refused when its coder may be elsewhere: that stands until it is read,
// and once, for many changes may be refused for one reason.
import type { Failure } from '../../shared/errors.ts'
import { failureWords } from '../i18n/failure-words.ts'
import { sayIn } from '../i18n/say.ts'
import { sayInPassing, type ToastWords } from '../ui/toast.tsx'

export const sayRefused = (failure: Failure, hadToWait: boolean): void => sayInPassing(refusalWords(failure, hadToWait))

export function refusalWords(failure: Failure, hadToWait: boolean): ToastWords {
  const why = failureWords(failure)
  if (!hadToWait) return { says: why }
  const says = sayIn('frame')('save.refused', { why })
  return { says, about: says, stays: true }
}
