// A job that the project refused, as a failure that has words.
import type { JobState } from '../../shared/contract/importing.ts'
import type { Failure } from '../../shared/errors.ts'

export function jobFailure({ message, values }: NonNullable<JobState['failure']>): Failure {
  return { kind: message === 'internal' ? 'internal' : 'conflict', message, values }
}
