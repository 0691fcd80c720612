// Memos: everyone writes, the writer alone changes, and a private one stays private.
import { expect, test } from 'vitest'
import { newId } from '../../shared/domain/ids.ts'
import { listQuoting } from '../../db/quoting.ts'
import { memoText } from '../../db/search/refresh.ts'
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
  expect((await bench.call(bram, 'memo.list', {})).map(({ id, story: on, number }) => [id, on, number])).toEqual([[shared, story, 1000]])
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

test('[M3] answers hang under a memo about the same thing, as far as one may read it, and their writers are told apart', async () => {
  const bench = workbench()
  const [anna, bram] = [await bench.join('Anna de Boer'), await bench.join('Bram Visser')]
  const theme = newId()
  await bench.call(anna, 'theme.create', { id: theme, name: 'Gezien worden' })
  const [first, own, answer] = [newId(), newId(), newId()]
  await bench.call(anna, 'memo.write', { id: first, about: 'theme', aboutId: theme, body: 'Past dit bij **iedereen**?' })
  await bench.call(anna, 'memo.write', { id: own, about: 'theme', aboutId: theme, body: 'Twijfel.', private: true })
  await bench.call(bram, 'memo.write', { id: answer, about: 'theme', aboutId: theme, thread: first, body: 'Niet bij jongeren.' })
  expect((await bench.call(bram, 'memo.list', { about: 'theme', aboutId: theme })).map(({ id, thread, coder }) => [id, thread, coder])).toEqual([[answer, first, bram], [first, null, anna]])
  expect(await bench.refused(bram, 'memo.write', { id: newId(), about: 'theme', aboutId: theme, thread: own, body: 'Ook ik.' })).toEqual({ kind: 'not_found', message: 'memo.absent', values: {} })
  const other = newId()
  await bench.call(anna, 'theme.create', { id: other, name: 'Wachten' })
  expect(await bench.refused(bram, 'memo.write', { id: newId(), about: 'theme', aboutId: other, thread: first, body: 'Hier?' })).toEqual({ kind: 'invalid_input', message: 'memo.other_thread', values: {} })
  expect((await bench.call(anna, 'visit.news', { after: 0, upTo: 1_000_000 })).memos.map(({ opening, reply }) => [opening, reply])).toEqual([['Niet bij jongeren.', true]])
})

test('[M2] a memo is searched, and held against what a story told, by its words and not by their marks', async () => {
  const bench = workbench()
  const anna = await bench.join('Anna de Boer')
  const [{ story }] = plainStories(bench.store, ['Het klikte meteen tussen ons, zei ze.']) as [{ story: string; text: string }]
  const [memo, other] = [newId(), newId()]
  const project = (await bench.call(anna, 'project.read', {})).id
  await bench.call(anna, 'memo.write', { id: memo, about: 'project', aboutId: project, body: 'Zij: het **klikte meteen** *tussen* ons.' })
  await bench.call(anna, 'memo.write', { id: other, about: 'project', aboutId: project, body: 'Het **klikte** niet.' })
  expect(listQuoting(bench.store, anna, story).map(({ is, id, name }) => [is, id, name])).toEqual([['memo', memo, 'Zij: het klikte meteen tussen ons.']])
  expect(memoText('Eerste dag', '**Zie** [[code:AZqwertyuiopasdfghjklQ|Klik]]')).toBe('Eerste dag\nZie Klik')
})
