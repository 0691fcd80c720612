// What had to wait and is then refused is told so that one who was away still reads it; what is refused at once, in passing.
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { heardFrom, lostTouch, wasAwaySince } from '../../../renderer/api/connection.ts'
import { refusalWords } from '../../../renderer/api/say-refused.ts'

beforeEach(() => { vi.useFakeTimers() })
afterEach(() => { vi.useRealTimers() })

test('[W1] a refusal passes by; one of a change that waited for the host stays until it is closed, once for each reason', () => {
  const failure = { kind: 'conflict' as const, message: 'code.retired', values: { code: 'thuis' } }
  const why = '“thuis” is uit gebruik. Haal de code eerst terug in het codeboek.'
  const says = `Niet alles wat je zonder verbinding deed, is bewaard. ${why}`
  expect(refusalWords(failure, false)).toEqual({ says: why })
  expect(refusalWords(failure, true)).toEqual({ says, about: says, stays: true })
})

test('[W1] a change had to wait when the host was out of reach at any time since it was made', () => {
  heardFrom()
  vi.advanceTimersByTime(10)
  const began = Date.now()
  const waited = [wasAwaySince(began)]
  lostTouch()
  waited.push(wasAwaySince(began))
  vi.advanceTimersByTime(10)
  const later = Date.now()
  heardFrom()
  expect([...waited, wasAwaySince(began), wasAwaySince(later), wasAwaySince(later + 1)]).toEqual([false, true, true, true, false])
})
