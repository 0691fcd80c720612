// On coming in: what an earlier window could not send goes along now, and a refusal of it is told in words.
import { resendKept } from './call.ts'
import { sayRefused } from './say-refused.ts'

export const sendLeftBehind = (): void => { void resendKept(failure => sayRefused(failure, true)) }
