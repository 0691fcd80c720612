// One call over HTTP, and what the window does when the host forgot it (it restarted): enter again, then ask once more.
import type { DeskOutput } from '../../shared/contract/desk.ts'
import { Result, type Failure } from './result.ts'
import { pause } from './backoff.ts'
import { CallFailed, ConnectionLost } from './failed.ts'
import { becameStranger, heardFrom, lostTouch } from './connection.ts'
import { becameOut } from './out.ts'
import { remembered } from './session.ts'
import { windowId } from './window-id.ts'

/** Statistics over a large project take their time; a host that is silent for longer is gone. */
const PATIENCE = 120_000

export interface Answer { value: unknown, seq: number }

/** A computer that changes networks breaks off all that is under way, to itself as well; a moment later it answers. */
const ASKED_AGAIN = 2

/** For what changes nothing: what the network broke off is asked again by itself, twice. Throws as `send` does. */
export async function ask(name: string, input: unknown, signal?: AbortSignal): Promise<Answer> {
  for (let attempt = 0; ; attempt++) {
    try {
      return await send(name, input, signal)
    } catch (error) {
      if (!isBrokenOff(error) || attempt === ASKED_AGAIN) throw error
      await pause(attempt)
    }
  }
}

/** By the network, and not because nobody answered in time, or this window was put out. */
const isBrokenOff = (error: unknown): boolean => error instanceof ConnectionLost && error.cause instanceof TypeError

/** Throws CallFailed or ConnectionLost; an abort by `signal` is thrown on as it is. */
export async function send(name: string, input: unknown, signal?: AbortSignal): Promise<Answer> {
  await joining // between opening and entering, a call would be refused
  const first = await post(name, input, signal)
  if (first.ok) return first
  if (!isForgotten(first.failure) || !(await rejoin())) throw new CallFailed(first.failure)
  const second = await post(name, input, signal)
  if (second.ok) return second
  throw new CallFailed(second.failure)
}

const isForgotten = (failure: Failure) => failure.kind === 'not_joined' && failure.message === 'window.unknown'

/** Somebody let this window in before. */
let hasBeenIn = false

async function post(name: string, input: unknown, signal?: AbortSignal): Promise<Result> {
  const patience = AbortSignal.timeout(PATIENCE)
  let result: Result
  try {
    const response = await fetch(`/call/${name}`, {
      method: 'POST', headers: { 'content-type': 'application/json', 'x-duiding-window': windowId() },
      body: JSON.stringify(input), signal: signal ? AbortSignal.any([signal, patience]) : patience
    })
    // Its words as well: an answer that stops halfway is none, and what it was about may have been done.
    result = readResult(name, response.status, await response.text())
  } catch (error) {
    if (signal?.aborted) throw error
    lostTouch()
    throw new ConnectionLost(`${name}: no answer`, { cause: error })
  }
  if (!result.ok && result.failure.message === 'lan.host_away' && name !== 'desk.join' && name !== 'desk.open') {
    lostTouch()
    throw new ConnectionLost(`${name}: the colleague's host is away`)
  }
  if (!result.ok && result.failure.message === 'lan.not_in' && hasBeenIn && name !== 'desk.open') {
    // Put out, or the cookie ran out: what was made waits until the coder is in again.
    becameOut('removed')
    throw new ConnectionLost(`${name}: not in any more`)
  }
  if (!result.ok && result.failure.message === 'host.no_ticket') {
    // A host that was started anew: until the coder opens Duiding again in this browser, it is as good as not there.
    becameStranger()
    throw new ConnectionLost(`${name}: a stranger to this host`)
  }
  heardFrom()
  hasBeenIn ||= result.ok
  return result
}

function readResult(name: string, status: number, words: string): Result {
  const result = Result.safeParse(parsed(words))
  if (result.success) return result.data
  return { ok: false, failure: { kind: 'internal', message: 'wire.unreadable', values: { call: name, status } } }
}

/** Null for what is no JSON. */
function parsed(words: string): unknown {
  try {
    return JSON.parse(words)
  } catch {
    return null
  }
}

let joining: Promise<boolean> | undefined

/** Opens the project again and speaks for the same coder; false when this window had none. One at a time. */
export function rejoin(): Promise<boolean> {
  joining ??= enterAgain().finally(() => { joining = undefined })
  return joining
}

/** After the line was down: did the host restart meanwhile? Then enter again. */
export async function rejoinIfForgotten(): Promise<void> {
  const read = await post('desk.read', {})
  if (!read.ok) throw new CallFailed(read.failure)
  if ((read.value as DeskOutput<'desk.read'>).opened === null) await rejoin()
}

async function enterAgain(): Promise<boolean> {
  const kept = remembered()
  if (!kept?.path) return false
  const opened = await post('desk.open', { path: kept.path })
  if (!opened.ok) throw new CallFailed(opened.failure)
  if (!kept.coder) return true
  const entered = await post('desk.enter', { coder: kept.coder })
  if (!entered.ok) throw new CallFailed(entered.failure)
  return true
}
