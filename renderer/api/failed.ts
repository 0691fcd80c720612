// How a call can end other than well: refused by the core (with a failure), or never answered.
import type { Failure } from '../../shared/errors.ts'

/** The core said no, or something broke there. */
export class CallFailed extends Error {
  readonly failure: Failure
  constructor(failure: Failure) {
    super(`${failure.kind}: ${failure.message}`)
    this.failure = failure
  }
}

/** Nobody answered: whether the call was carried out is not known. */
export class ConnectionLost extends Error {}

/** The failure to show for whatever a call threw; what is no failure of a call is thrown on. */
export function failureOf(error: unknown): Failure {
  if (error instanceof CallFailed) return error.failure
  if (error instanceof ConnectionLost) return { kind: 'busy', message: 'wire.lost', values: {} }
  throw error
}
