// The closed list of ways in which a call can fail, with what each means for the wire and for a retry.
import { z } from 'zod'

/** kind -> HTTP status and whether sending the same call again can help. */
export const FAILURES = {
  invalid_input: { status: 400, retry: false },
  not_joined: { status: 403, retry: false },
  forbidden: { status: 403, retry: false },
  not_found: { status: 404, retry: false },
  conflict: { status: 409, retry: false },
  stale: { status: 409, retry: false },
  busy: { status: 503, retry: true },
  unsupported_file: { status: 422, retry: false },
  internal: { status: 500, retry: false }
} as const

export const FailureKind = z.enum(Object.keys(FAILURES) as [keyof typeof FAILURES, ...(keyof typeof FAILURES)[]])
export type FailureKind = z.infer<typeof FailureKind>

/** `message` is a key of the texts in shared/messages.ts; `values` fill its gaps. An internal failure carries a log id and no story text. */
export const Failure = z.strictObject({
  kind: FailureKind,
  message: z.string(),
  values: z.record(z.string(), z.union([z.string(), z.number()])).default({}),
  logId: z.string().optional()
})
export type Failure = z.infer<typeof Failure>

export type Result<T> = { ok: true; value: T; seq: number } | { ok: false; failure: Failure }

/** A rule that says no. Thrown inside a handler, so that its transaction rolls back; a value everywhere outside. */
export class Refusal extends Error {
  readonly failure: Failure
  constructor(kind: FailureKind, message: string, values: Record<string, string | number> = {}) {
    super(`${kind}: ${message}`)
    this.failure = { kind, message, values }
  }

  /** The refusal that a failure told of, which came over a wire or from a worker; whole, its log id too. */
  static from(failure: Failure): Refusal {
    return Object.assign(new Refusal(failure.kind, failure.message, failure.values), { failure })
  }
}
