// Unexpected errors: where they happened goes to the log under an id that the window can show. No story text, so no messages
// of values: only the error's name, its first line when it is our own code's, and its stack.
import { newId, type Id } from '../shared/domain/ids.ts'
import { Refusal, type Failure } from '../shared/errors.ts'

/** Writes one error to stderr; gives its log id. */
export function report(error: unknown): Id {
  const id = newId()
  const known = error instanceof Error ? error : new Error(typeof error)
  console.error(`[${new Date().toISOString()}] ${id} ${known.name}: ${known.message.split('\n')[0]!.slice(0, 200)}\n${(known.stack ?? '').split('\n').slice(1, 12).join('\n')}`)
  return id
}

/** Does work that nobody asked for (a timer, news to tell): its fault ends nothing. It is written down, once until the work goes well again. */
export function steadily(): (work: () => void) => void {
  let isFaulty = false
  return (work) => {
    try {
      work()
      isFaulty = false
    } catch (error) {
      if (!isFaulty) report(error)
      isFaulty = true
    }
  }
}

/** An expected failure as it is; anything else under a log id, without its words. */
export function asFailure(error: unknown): Failure {
  return error instanceof Refusal ? error.failure : { kind: 'internal', message: 'internal', values: {}, logId: report(error) }
}
