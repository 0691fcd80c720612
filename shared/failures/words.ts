// A failure as a sentence, for the command line and the window alike. {{names}} are filled from the failure's values.
import type { Failure } from '../errors.ts'
import { failures as en } from './en.ts'
import { failures as nl } from './nl.ts'

/** Always a sentence: a message without words of its own falls back on what its kind means. */
export function failureSentence(failure: Failure, language: 'nl' | 'en'): string {
  const words: Record<string, string> = language === 'nl' ? nl : en
  const sentence = words[failure.message] ?? words[failure.kind]!
  const filled = sentence.replace(/\{\{(\w+)\}\}/g, (gap, name: string) => String(failure.values[name] ?? gap))
  return failure.logId ? `${filled} ${words.logId!.replace('{{logId}}', failure.logId)}` : filled
}
