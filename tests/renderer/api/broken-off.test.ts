// A network that changes breaks off what is on its way. What only asks is asked again; what changes something is sent again, as the same thing.
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { newId } from '../../../shared/domain/ids.ts'
import { call, change } from '../../../renderer/api/call.ts'
import { desk } from '../../../renderer/api/desk.ts'
import { CallFailed, ConnectionLost } from '../../../renderer/api/failed.ts'
import { answered, likeABrowser } from './support.ts'

vi.mock('../../../renderer/api/backoff.ts', () => ({ backoff: () => 0, pause: () => Promise.resolve() }))

beforeEach(likeABrowser)
afterEach(() => vi.unstubAllGlobals())

const broken = (): never => { throw new TypeError('network changed') }
/** It was carried out, and its answer stops halfway. */
const cut = (): Response => new Response(new ReadableStream({ start(words) { words.enqueue(new TextEncoder().encode('{"ok":true,')); words.error(new TypeError('network changed')) } }))
const late = (): never => { throw new DOMException('no answer', 'TimeoutError') }

/** Each ask meets the next of these; gives what was asked. */
function network(...meets: (() => Response)[]): { name: string; input: unknown }[] {
  const asked: { name: string; input: unknown }[] = []
  vi.stubGlobal('fetch', async (path: string, { body }: { body: string }) => {
    asked.push({ name: path, input: JSON.parse(body) })
    return meets[asked.length - 1]!()
  })
  return asked
}

test('[W1] a question that was broken off, before its answer or in it, is asked again by itself, twice', async () => {
  const once = network(broken, cut, () => answered([]))
  expect(await call('code.list', {})).toEqual([])
  expect(once).toEqual(Array.from({ length: 3 }, () => ({ name: '/call/code.list', input: {} })))
  network(cut, () => answered({ copies: [] }))
  expect(await desk('privacy.copies', {})).toEqual({ copies: [] })
  const gone = network(broken, broken, broken)
  await expect(call('code.list', {})).rejects.toBeInstanceOf(ConnectionLost)
  expect(gone).toHaveLength(3)
})

test('[W1] one that nobody answered in time, or that was refused, is not asked again', async () => {
  const silent = network(late)
  await expect(call('code.list', {})).rejects.toBeInstanceOf(ConnectionLost)
  network(() => new Response('{"ok":false,"failure":{"kind":"not_found","message":"code.absent","values":{}}}'))
  await expect(call('code.list', {})).rejects.toBeInstanceOf(CallFailed)
  expect(silent).toHaveLength(1)
})

test('[W1] a change whose answer was cut is no refusal: it is sent again with the same id; a step of undo is not, as it would be one step more', async () => {
  vi.stubGlobal('indexedDB', { open: () => ({ addEventListener: (_: string, told: () => void) => { if (_ === 'error') told() } }) })
  const id = newId()
  const sent = network(cut, () => answered({ id }))
  await change('code.create', { id, name: 'Klik' })
  expect(sent).toEqual(Array.from({ length: 2 }, () => ({ name: '/call/code.create', input: { id, name: 'Klik' } })))
  const undone = network(cut)
  await expect(change('history.undo', {})).rejects.toBeInstanceOf(ConnectionLost)
  expect(undone).toHaveLength(1)
})
