// A failure as a sentence for the coder.
import type { Failure } from '../../shared/errors.ts'
import type { TextKey } from './catalogue.ts'
import { hasText, sayIn } from './say.ts'

/** Always a sentence: a message without a text of its own falls back on what its kind means. */
export function failureWords(failure: Failure): string {
  const say = sayIn('failures')
  const key = hasText('failures', failure.message) ? failure.message : failure.kind
  const words = say(key as TextKey<'failures'>, failure.values)
  return failure.logId ? `${words} ${say('logId', { logId: failure.logId })}` : words
}
