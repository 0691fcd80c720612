// The typed door to the core. Reads go out at once; changes go one after another, in the order they were made,
// and are sent again until somebody answers: their ids come from this window, so a repeat is harmless.
import { contract, type Input, type Output, type ReadName, type WriteName } from '../../shared/contract/index.ts'
import { FAILURES, type Failure } from '../../shared/errors.ts'
import { saidEnough } from '../ui/toast.tsx'
import { pause } from './backoff.ts'
import { changeBegan, changeEnded, connection, couldNotWrite, couldWrite } from './connection.ts'
import { CallFailed, ConnectionLost } from './failed.ts'
import { keep, leftBehind, letGo, nextKey, type Kept } from './kept.ts'
import { seqWritten } from './live.ts'
import { standing } from './moving.ts'
import { ask, send } from './wire.ts'

/** A repeat of these would turn one gesture more. */
const ONCE = new Set<WriteName>(['history.undo', 'history.redo'])
const BUSY_TRIES = 3
/** Nothing is wrong with the change: it waits until there is room, or the right to write. */
const STUCK = new Set(['store.disk_full', 'store.disk_error', 'store.rights_lost'])

/** A read. Throws CallFailed (with its failure) or ConnectionLost. */
export async function call<N extends ReadName>(name: N, input: Input<N>, signal?: AbortSignal): Promise<Output<N>> {
  await standing(signal)
  const { value } = await ask(name, input, signal)
  return value as Output<N>
}

let line: Promise<unknown> = Promise.resolve()
/** Keys of the changes that this window is sending. */
const sending = new Set<number>()
/** A host that answers within this time needs nothing kept. */
const SOON = 150

/** What a passing word is about that offers undo or redo: of the last thing done, so it goes as soon as the next is. */
export const UNDO = 'undo'

/** A change, after all changes before it. Resolves once it is committed; throws CallFailed when it was refused. */
export function change<N extends WriteName>(name: N, input: Input<N>): Promise<Output<N>> {
  if (contract[name].undoable) saidEnough(UNDO)
  const key = nextKey()
  const settled = queue(key, name, input)
  if (!ONCE.has(name)) keepUnlessAnswered({ key, name, input }, settled)
  return settled
}

function queue<N extends WriteName>(key: number, name: N, input: Input<N>): Promise<Output<N>> {
  changeBegan()
  sending.add(key)
  const mine = line.then(() => persist(name, input))
  line = mine.then(() => changeEnded(true), () => changeEnded(false)).then(() => sending.delete(key))
  return mine
}

/** At once while the host is away, else only when it takes its time. */
function keepUnlessAnswered(kept: Kept, answered: Promise<unknown>): void {
  let safe: Promise<unknown> | undefined
  const timer = setTimeout(() => { safe = keep(kept) }, ['saved', 'busy'].includes(connection().state) ? SOON : 0)
  const end = () => { clearTimeout(timer); void safe?.then(() => letGo(kept.key)) }
  answered.then(end, end)
}

/**
 * Sends what an earlier window of this coder could not send: a tab that was closed while the host was away. In the order it was
 * made, ahead of what is made from now on; what was carried out after all answers as done. A refusal is told by `refused`.
 */
export async function resendKept(refused: (failure: Failure) => void): Promise<void> {
  const left = await leftBehind(sending)
  for (const { key, name, input } of left) {
    queue(key, name, input as Input<WriteName>).then(() => letGo(key), (error: unknown) => {
      void letGo(key)
      if (error instanceof CallFailed) refused(error.failure)
    })
  }
}

/** Resolves when every change made so far was answered: before another coder or project takes this window over. */
export const changesSettled = (): Promise<unknown> => line

async function persist<N extends WriteName>(name: N, input: Input<N>): Promise<Output<N>> {
  for (let attempt = 0; ; attempt++) {
    try {
      await standing()
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
