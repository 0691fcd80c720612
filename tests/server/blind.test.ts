// Blind coding: until a coder marks a story done, nothing that is answered shows a colleague's work in it.
import { expect, test } from 'vitest'
import { newId, type Id } from '../../shared/domain/ids.ts'
import { plainStories } from '../support/plain-stories.ts'
import { workbench } from '../support/workbench.ts'

test('[B1] a colleague’s codings and the memos on them are hidden in every answer until the story is marked done', async () => {
  const bench = workbench()
  const [anna, bram] = [await bench.join('Anna de Boer'), await bench.join('Bram Visser')]
  const [{ story, text }] = plainStories(bench.store, ['Het klikte meteen.']) as [{ story: Id; text: Id }]
  const [code, coding] = [newId(), newId()]
  await bench.call(anna, 'code.create', { id: code, name: 'Klik' })
  await bench.call(anna, 'project.change', { blind: true })
  await bench.call(anna, 'coding.apply', { fragment: { text, revision: 1, start: 4, end: 10, quote: 'klikte' }, codes: [{ coding, code }] })
  await bench.call(anna, 'memo.write', { id: newId(), about: 'coding', aboutId: coding, body: 'Sterk begin' })
  const everything = async (viewer: Id): Promise<string> => JSON.stringify([
    await bench.call(viewer, 'story.read', { story }), (await bench.call(viewer, 'coding.list', {})).rows, await bench.call(viewer, 'memo.list', {}),
    await bench.call(viewer, 'history.list', {}), await bench.call(viewer, 'code.counts', {}), (await bench.call(viewer, 'story.list', {})).rows,
    (await bench.call(viewer, 'coder.list', {})).map(({ codings }) => codings), (await bench.call(viewer, 'project.read', {})).codings, (await bench.call(viewer, 'story.list', { filter: { codes: [code] } })).total
  ])
  const before = await everything(bram)
  for (const trace of [coding, 'Sterk begin', '"codings":1', '"fragments":1']) expect(before).not.toContain(trace)
  expect((await bench.call(bram, 'story.read', { story })).hidden).toBe(1)
  await bench.call(bram, 'reading.mark', { story, done: true })
  const after = await everything(bram)
  for (const trace of [coding, 'Sterk begin', '"codings":1', '"fragments":1']) expect(after).toContain(trace)
  expect((await bench.call(bram, 'story.read', { story })).hidden).toBe(0)
})
