// The typed door to the core. Reads go out at once; changes go one after another, in the order they were made,
// and are sent again until somebody answers: their ids come from this window, so a repeat is harmless.
import type { Input, Output, ReadName, WriteName } from '../../shared/contract/index.ts'
import { FAILURES } from '../../shared/errors.ts'
import { pause } from './backoff.ts'
import { changeBegan, changeEnded, couldNotWrite, couldWrite } from './connection.ts'
import { CallFailed, ConnectionLost } from './failed.ts'
import { seqWritten } from './live.ts'
import { send } from './wire.ts'

/** A repeat of these would turn one gesture more. */
const ONCE = new Set<WriteName>(['history.undo', 'history.redo'])
const BUSY_TRIES = 3
/** Nothing is wrong with the change: it waits until there is room, or the right to write. */
const STUCK = new Set(['store.disk_full', 'store.disk_error', 'store.rights_lost'])

/** A read, once. Throws CallFailed (with its failure) or ConnectionLost. */
export async function call<N extends ReadName>(name: N, input: Input<N>, signal?: AbortSignal): Promise<Output<N>> {
  const { value } = await send(name, input, signal)
  return value as Output<N>
}

let line: Promise<unknown> = Promise.resolve()

/** A change, after all changes before it. Resolves once it is committed; throws CallFailed when it was refused. */
export function change<N extends WriteName>(name: N, input: Input<N>): Promise<Output<N>> {
  changeBegan()
  const mine = line.then(() => persist(name, input))
  line = mine.then(() => changeEnded(true), () => changeEnded(false))
  return mine
}

/** Resolves when every change made so far was answered: before another coder or project takes this window over. */
export const changesSettled = (): Promise<unknown> => line

async function persist<N extends WriteName>(name: N, input: Input<N>): Promise<Output<N>> {
  for (let attempt = 0; ; attempt++) {
    try {
      const { value, seq } = await send(name, input)
      couldWrite()
      seqWritten(seq)
      return value as Output<N>
    } catch (error) {
      const again = error instanceof ConnectionLost ? !ONCE.has(name) : error instanceof CallFailed && FAILURES[error.failure.kind].retry && attempt < BUSY_TRIES
      const isStuck = error instanceof CallFailed && STUCK.has(error.failure.message)
      if (isStuck) couldNotWrite(error.failure)
      if (!again && !isStuck) throw error
      await pause(attempt)
    }
  }
}
