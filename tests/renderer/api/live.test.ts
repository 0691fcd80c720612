// A line that died without a word: a laptop that slept, a network that went. The window looks for another by itself.
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { listenLive, stopLive } from '../../../renderer/api/live.ts'
import { answered, likeABrowser } from './support.ts'

class Line extends EventTarget {
  static readonly OPEN = 1
  static made: Line[] = []
  readyState = 1
  constructor() { super(); Line.made.push(this) }
  send(): void {}
  /** As over a dead network: no end is ever heard. */
  close(): void { this.readyState = 2 }
  says(message: object): void { this.dispatchEvent(new MessageEvent('message', { data: JSON.stringify(message) })) }
}

beforeEach(async () => {
  await likeABrowser()
  vi.useFakeTimers()
  Line.made = []
  vi.stubGlobal('WebSocket', Line)
  vi.stubGlobal('fetch', async () => answered({ opened: {} }))
  listenLive()
  Line.made[0]!.says({ is: 'hello', seq: 1 })
})
afterEach(() => {
  stopLive()
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

test('[W3] a line that gave signs of life and fell silent is replaced; one that goes on giving them is kept', async () => {
  for (let second = 0; second < 200; second += 20) {
    Line.made[0]!.says({ is: 'beat' })
    await vi.advanceTimersByTimeAsync(20_000)
  }
  expect(Line.made).toHaveLength(1)
  await vi.advanceTimersByTimeAsync(45_000)
  expect(Line.made.map(({ readyState }) => readyState)).toEqual([2, 1])
})

test('[W3] of a host that never gives them, silence means nothing', async () => {
  await vi.advanceTimersByTimeAsync(300_000)
  expect(Line.made).toHaveLength(1)
})
