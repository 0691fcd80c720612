// A refusal in words, in passing. What had to wait for the host is refused when its coder may be elsewhere: that stands until it is read,
// and once, for many changes may be refused for one reason.
import type { Failure } from '../../shared/errors.ts'
import { failureWords } from '../i18n/failure-words.ts'
import { sayIn } from '../i18n/say.ts'
import { sayInPassing } from '../ui/toast.tsx'

export function sayRefused(failure: Failure, hadToWait: boolean): void {
  const why = failureWords(failure)
  if (!hadToWait) return sayInPassing({ says: why })
  const says = sayIn('frame')('save.refused', { why })
  sayInPassing({ says, about: says, stays: true })
}
