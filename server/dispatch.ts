// The one door to the core: shape, rights, transaction, answer. Every transport and the command line come through here.
import { z } from 'zod'
import type { ReadCall } from '../shared/contract/call.ts'
import { contract, type CallName, type ReadName, type WriteName } from '../shared/contract/index.ts'
import type { Id } from '../shared/domain/ids.ts'
import { Refusal, type Result } from '../shared/errors.ts'
import type { OpHead } from '../db/record.ts'
import { isLarge } from '../db/size.ts'
import type { Store } from '../db/store.ts'
import type { ReadContext } from './context.ts'
import { lastSeq, transact } from '../db/transact.ts'
import { reads, writes } from './handlers/index.ts'
import { asFailure } from './report.ts'
import type { SearchAccess } from './search/access.ts'
import { refuseWithoutRight } from './rights.ts'
import type { Written } from './written.ts'

/** Who calls, on which store. The coder comes from here, never from the input. */
export type Caller = { store: Store; coder: Id | null; profile: string; /** Absent: without an index nothing is found. */ search?: SearchAccess }
/** Runs a long read elsewhere; without one it runs here (the command line, tests). The value of its result is what was written there. */
export type RunLong = (name: ReadName, input: unknown, viewer: Id | null) => Promise<Written>
export type Dispatched = { result: Result<unknown>; ops: OpHead[] }

/** Answers one call; a failure is a value too, and then nothing was written. Never throws. */
export async function dispatch(caller: Caller, name: string, raw: unknown, runLong?: RunLong): Promise<Dispatched> {
  try {
    if (!Object.hasOwn(contract, name)) throw new Refusal('not_found', 'call.unknown', { call: name })
    const call = contract[name as CallName]
    const input = parse(call.input, raw)
    if (call.is === 'read') {
      // Before the answer is made: it holds at least what was written until here.
      const seq = lastSeq(caller.store)
      const elsewhere = runLong && isLong(caller.store, name as ReadName, input)
      const value = elsewhere ? await runLong(name as ReadName, input, caller.coder) : answer(caller, name as ReadName, input)
      return { result: { ok: true, value, seq }, ops: [] }
    }
    return await change(caller, name as WriteName, input)
  } catch (error) {
    return { result: { ok: false, failure: asFailure(error) }, ops: [] }
  }
}

/** Would this read hold up the thread it runs in? */
export function isLong(store: Store, name: ReadName, input: unknown): boolean {
  const { long, longInLarge } = contract[name] as ReadCall
  return long || (longInLarge(input) && isLarge(store))
}

/** Runs a read handler on a parsed input. */
export function answer({ store, coder, search }: Pick<Caller, 'store' | 'coder' | 'search'>, name: ReadName, input: unknown): unknown {
  const handler = reads[name] as (context: ReadContext, input: unknown) => unknown
  return handler({ store, viewer: coder, search: search ?? null }, input)
}

async function change(caller: Caller, name: WriteName, input: unknown): Promise<Dispatched> {
  const { store, profile } = caller
  const call = contract[name]
  if (store.readonly) throw new Refusal('forbidden', 'store.read_only', { file: store.path })
  // Joining is the one thing done by somebody who is not there yet.
  const viewer = name === 'coder.join' ? (input as { id: Id }).id : caller.coder
  if (!viewer) throw new Refusal('not_joined', 'coder.not_chosen')
  const handler = writes[name] as (context: object, input: unknown) => unknown
  const committed = await transact(store, { coder: viewer, undoable: call.undoable, profile }, (write) => {
    if (name !== 'coder.join') refuseWithoutRight(store, viewer, call.right)
    return handler({ store, viewer, search: null, write }, input)
  })
  return { result: { ok: true, value: committed.value, seq: committed.seq }, ops: committed.ops }
}

/** The input as the contract wants it; a Refusal (invalid_input) names the first place that is wrong. */
export function parse<S extends z.ZodType>(shape: S, raw: unknown): z.output<S> {
  const parsed = shape.safeParse(raw)
  if (parsed.success) return parsed.data
  const issue = parsed.error.issues[0]!
  throw new Refusal('invalid_input', 'call.invalid', { field: issue.path.join('.'), reason: issue.message })
}
