// Tables of others beside the stories: what a registration, interviews or a focus group counted, with its period and what it is out of.
import { z } from 'zod'
import { Id } from '../domain/ids.ts'
import { About, Mode } from '../domain/release.ts'
import { CountsBody } from '../registration/counts.ts'
import { LogBody, LogSettings } from '../registration/log.ts'
import { read, write } from './call.ts'

export const RegisterSource = z.enum(['registration', 'interviews', 'focusGroups', 'survey', 'other'])
export type RegisterSource = z.infer<typeof RegisterSource>

const Day = z.string().regex(/^(\d{4}-\d{2}-\d{2})?$/)
const facts = {
  name: z.string().trim().min(1).max(120), source: RegisterSource,
  /** Who kept it, and how: "ten workers, after every conversation". */
  origin: z.string().trim().max(500),
  /** ISO days; '' where nobody knows. */
  from: Day, to: Day,
  /** What it counts (cases, families, conversations), and how many of them it is about; null where nobody knows. */
  unit: z.string().trim().max(60), base: z.number().int().min(0).nullable()
}
export const RegisterBody = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('counts'), body: CountsBody }),
  z.strictObject({ kind: z.literal('log'), body: LogBody, settings: LogSettings })
])
export type RegisterBody = z.infer<typeof RegisterBody>

export const Register = z.strictObject({ id: Id, ...facts, table: RegisterBody, coder: Id.nullable(), /** Milliseconds since 1970. */ at: z.number() })
export type Register = z.infer<typeof Register>

export const register = {
  /** In the order in which they were made. `about` tells the mode they were let out in; no story is counted here, so its n is 0. */
  'register.list': read({ input: z.strictObject({ mode: Mode.default('analysis') }), output: z.strictObject({ about: About, registers: z.array(Register) }), reads: ['register', 'coder', 'project'] }),
  'register.make': write({ input: z.strictObject({ id: Id, ...facts, table: RegisterBody }), output: z.null() }),
  /** Another table takes the place of the one before as a whole; settings can change by themselves. Refused (invalid_input) for settings of a table of counts. */
  'register.change': write({ input: z.strictObject({ register: Id, ...z.strictObject({ ...facts, table: RegisterBody, settings: LogSettings }).partial().shape }), output: z.null() }),
  'register.remove': write({ input: z.strictObject({ register: Id }), output: z.null() })
}
