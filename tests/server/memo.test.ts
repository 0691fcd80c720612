// Memos: everyone writes, the writer alone changes, and a private one stays private.
import { expect, test } from 'vitest'
import { newId } from '../../shared/domain/ids.ts'
import { plainStories } from '../support/plain-stories.ts'
import { workbench } from '../support/workbench.ts'

test('[M1] a memo is changed by its writer alone, and a private one is seen by nobody else', async () => {
  const bench = workbench()
  const [anna, bram] = [await bench.join('Anna de Boer'), await bench.join('Bram Visser')]
  const [{ story }] = plainStories(bench.store, ['Het klikte.']) as [{ story: string; text: string }]
  const [shared, own] = [newId(), newId()]
  await bench.call(anna, 'memo.write', { id: shared, about: 'story', aboutId: story, title: 'Toon', body: 'Ze klinkt opgelucht.' })
  await bench.call(anna, 'memo.write', { id: own, about: 'story', aboutId: story, body: 'Raakt me.', private: true })
  const seen = async (coder: string) => (await bench.call(coder, 'story.read', { story })).memos.map(({ id, body }) => [id, body])
  expect(await seen(anna)).toEqual([[own, 'Raakt me.'], [shared, 'Ze klinkt opgelucht.']])
  expect(await seen(bram)).toEqual([[shared, 'Ze klinkt opgelucht.']])
  expect((await bench.call(bram, 'memo.list', {})).map(({ id }) => id)).toEqual([shared])
  expect(JSON.stringify(await bench.call(bram, 'history.list', {}))).not.toContain('Raakt me')
  expect(JSON.stringify(await bench.call(anna, 'history.list', {}))).toContain('Raakt me')
  const no = { kind: 'forbidden', message: 'memo.not_yours', values: { name: 'Anna de Boer' } }
  expect(await bench.refused(bram, 'memo.change', { memo: shared, body: 'Anders' })).toEqual(no)
  expect(await bench.refused(bram, 'memo.remove', { memo: shared })).toEqual(no)
  await bench.call(anna, 'memo.change', { memo: shared, body: 'Ze klinkt moe.' })
  await bench.call(anna, 'memo.remove', { memo: own })
  expect(await seen(anna)).toEqual([[shared, 'Ze klinkt moe.']])
  await bench.call(anna, 'history.undo', {})
  await bench.call(anna, 'history.undo', {})
  expect(await seen(anna)).toEqual([[own, 'Raakt me.'], [shared, 'Ze klinkt opgelucht.']])
})
