// On coming in: what an earlier window could not send goes along now, and a refusal of it is told in words.
import { failureWords } from '../i18n/failure-words.ts'
import { sayInPassing } from '../ui/toast.tsx'
import { resendKept } from './call.ts'

export const sendLeftBehind = (): void => { void resendKept(failure => sayInPassing({ says: failureWords(failure) })) }
