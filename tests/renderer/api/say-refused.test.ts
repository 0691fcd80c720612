// What had to wait and is then refused is told so that one who was away still reads it; what is refused at once, in passing.
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { heardFrom, lostTouch, wasAwaySince } from '../../../renderer/api/connection.ts'
import { sayRefused } from '../../../renderer/api/say-refused.ts'

const said = vi.hoisted(() => [] as unknown[])
vi.mock('../../../renderer/ui/toast.tsx', () => ({ sayInPassing: (words: unknown) => { said.push(words) } }))
// Tests of one process share the window's state: whatever went before, the host is heard and time goes by.
beforeEach(() => {
  said.length = 0
  vi.useFakeTimers()
  heardFrom()
  vi.advanceTimersByTime(10)
})
afterEach(() => { vi.useRealTimers() })

const failure = { kind: 'conflict' as const, message: 'code.retired', values: { code: 'thuis' } }
const why = '“thuis” is uit gebruik. Haal de code eerst terug in het codeboek.'

test('[W1] a refusal passes by; one of a change that waited for the host stays until it is closed, once for each reason', () => {
  const began = Date.now()
  expect(wasAwaySince(began)).toBe(false)
  sayRefused(failure, false)
  lostTouch()
  vi.advanceTimersByTime(10)
  heardFrom()
  expect([wasAwaySince(began), wasAwaySince(Date.now() + 1)]).toEqual([true, false])
  sayRefused(failure, true)
  const says = `Niet alles wat je zonder verbinding deed, is bewaard. ${why}`
  expect(said).toEqual([{ says: why }, { says, about: says, stays: true }])
})
