// What is told of a team folder: not what a synchroniser needs a moment for, but what lasts, and no longer than it does.
import { expect, test } from 'vitest'
import { newId } from '../../shared/domain/ids.ts'
import type { Sharing } from '../../db/team-folder/sharing.ts'
import { createWatch } from '../../server/team/team-watch.ts'

const [writer, anna] = [newId(), newId()]
const quiet: Sharing = { unshared: 0, came: 0, receiving: null, publishing: null, files: [], waiting: [], around: { base: 'known', copies: [], skew: null } }
const odd: Sharing = {
  ...quiet, files: [{ writer, number: 3, why: 'missing' }], waiting: [{ replica: newId(), rseq: 4, why: 'content', on: 'x' }], around: { base: 'unreadable', copies: [], skew: { coder: anna, ahead: 7_200_000 } }
}
const told = { late: [{ writer, number: 3, why: 'missing', since: 1000, coders: [anna] }], waiting: [{ why: 'content', on: '' }], base: 'unreadable' }
const nothing = { late: [], waiting: [], base: 'read' }

test('[T10] what is late or not whole is told after a while, with whose it is, and not any more once it is there', async () => {
  let now = 1000
  const watch = createWatch(60_000, () => now)
  const after = async (sharing: Sharing, time: number) => {
    now += time
    const { late, waiting, base } = await watch.saw(sharing, 0, () => Promise.resolve([anna]))
    return { late, waiting, base }
  }
  expect(await after(odd, 0)).toEqual(nothing)
  expect(await after(odd, 59_000)).toEqual(nothing)
  expect(await after(odd, 1000)).toEqual(told)
  // A quick look sees no gaps and no shared file, so it takes nothing back.
  expect(await after({ ...odd, files: [], around: null }, 1000)).toEqual(told)
  expect(await after(quiet, 1000)).toEqual({ ...nothing, base: 'known' })
  expect(await after(odd, 1000)).toEqual(nothing) // anew
})

test('[T10] a folder that is away is told at once, and when it was read last', async () => {
  let now = 5000
  const watch = createWatch(60_000, () => now)
  await watch.saw(quiet, 7, () => Promise.resolve([]))
  now = 9000
  const state = await watch.saw({ ...quiet, unshared: 2, receiving: 'unreachable', publishing: 'unreachable', around: null }, 9, () => Promise.resolve([]))
  expect(state).toEqual({ seq: 9, unshared: 2, byOther: false, receiving: 'unreachable', publishing: 'unreachable', readAt: 5000, base: 'known', late: [], waiting: [], copies: [], skew: null })
  expect(watch.counted(11, 4, true)).toEqual({ ...state, seq: 11, unshared: 4, byOther: true })
})
