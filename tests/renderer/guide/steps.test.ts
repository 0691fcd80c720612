// The guided first story goes on when the thing was done, and only then.
import { expect, test } from 'vitest'
import { STEPS, stepAfter, type Facts } from '../../../renderer/guide/steps.ts'

const NOTHING: Facts = { selected: false, codings: 0, memos: 0, done: 0, canRedo: false, showsAll: false }
const at = (id: string) => STEPS.findIndex(step => step.id === id)

test('each step is left by doing what it asks, and by nothing else', () => {
  const does: Partial<Record<string, Partial<Facts>>> = { select: { selected: true }, code: { codings: 1 }, again: { codings: 1 }, memo: { memos: 1 }, undo: { canRedo: true }, done: { done: 1 }, others: { showsAll: true } }
  const all: Facts = { selected: true, codings: 1, memos: 1, done: 1, canRedo: true, showsAll: true }
  for (const [place, { id }] of STEPS.entries()) {
    if (id === 'redo') continue
    expect([id, stepAfter(place, NOTHING, NOTHING)]).toEqual([id, place])
    expect([id, stepAfter(place, { ...NOTHING, ...does[id] }, NOTHING)]).toEqual([id, does[id] ? place + 1 : place])
    expect([id, stepAfter(place, { ...all, ...Object.fromEntries(Object.keys(does[id] ?? {}).map(key => [key, NOTHING[key as keyof Facts]])) }, NOTHING)]).toEqual([id, place])
  }
  const undone = { ...NOTHING, canRedo: true }
  expect([stepAfter(at('redo'), undone, undone), stepAfter(at('redo'), NOTHING, undone)]).toEqual([at('redo'), at('redo') + 1])
})

test('it counts from when the step began: what was coded before is not what it asks for', () => {
  const before = { ...NOTHING, codings: 12 }
  expect([stepAfter(at('code'), before, before), stepAfter(at('code'), { ...before, codings: 11 }, before), stepAfter(at('code'), { ...before, codings: 13 }, before)]).toEqual([at('code'), at('code'), at('again')])
})
