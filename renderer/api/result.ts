// The envelope of every answer on the wire, checked at the border; the value inside is typed by the contract.
import { z } from 'zod'
import { Failure } from '../../shared/errors.ts'

export { Failure }

export const Result = z.discriminatedUnion('ok', [
  z.object({ ok: z.literal(true), value: z.unknown(), seq: z.number().default(0) }),
  z.object({ ok: z.literal(false), failure: Failure })
])
export type Result = z.infer<typeof Result>
