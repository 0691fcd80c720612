// A file that turns out bad halfway: thrown inside the readers, caught at their edge and told as a sentence.
import type { Values } from '../../shared/importing/messages.ts'
import type { ProblemKey } from '../../shared/importing/problem-sentences.ts'

export class FileRefused extends Error {
  readonly key: ProblemKey
  readonly values: Values
  constructor(key: ProblemKey, values: Values = {}) {
    super(key)
    this.key = key
    this.values = values
  }
}
