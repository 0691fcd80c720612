// The check bites: each planted fault is named, and a whole file has none.
import { expect, test } from 'vitest'
import { checkStore } from '../../db/check.ts'
import { newId } from '../../shared/domain/ids.ts'
import { plainStories } from '../support/plain-stories.ts'
import { workbench } from '../support/workbench.ts'

async function coded() {
  const bench = workbench()
  const anna = await bench.join('Anna de Boer')
  const [{ text }] = plainStories(bench.store, ['Het klikte meteen.']) as [{ text: string; story: string }]
  const code = newId()
  await bench.call(anna, 'code.create', { id: code, name: 'Klik' })
  await bench.call(anna, 'coding.apply', { fragment: { text, revision: 1, start: 4, end: 10, quote: 'klikte' }, codes: [{ coding: newId(), code }] })
  expect(checkStore(bench.store)).toEqual([])
  return bench.store
}

test.each([
  ['a place outside its text', `UPDATE coding SET "end" = 99, at_end = 99`, ['offsets', 'offsets', 'log']],
  ['a place moved without an op', 'UPDATE coding SET start = 3, at_start = 3', ['offsets', 'log']],
  ['words changed behind a coding', `UPDATE revision SET body = 'Het kliktx meteen.'`, ['offsets', 'offsets']],
  ['a coding taken away', 'DELETE FROM coding', ['log', 'log']],
  ['a code renamed without an op', `UPDATE code SET name = 'Band'`, ['log']],
  ['an op taken away', 'DELETE FROM op WHERE seq = 2', ['log', 'log']],
  ['a clock that runs back', 'UPDATE op SET hlc = 1 WHERE seq = 2', ['log']],
  ['an op that says nothing readable', `UPDATE op SET patch = '{' WHERE kind = 'coding.applied'`, ['log', 'log']],
  ['words in an op', `UPDATE op SET patch = json_set(patch, '$.flag', 'Het klikte meteen') WHERE kind = 'coding.applied'`, ['log', 'words']]
])('%s is found', async (_, sql, checks) => {
  const store = await coded()
  store.db.exec(sql)
  expect(checkStore(store).map(({ check }) => check)).toEqual(checks)
})

test('a reference to nothing is found', async () => {
  const store = await coded()
  store.db.pragma('foreign_keys = OFF')
  store.db.exec('UPDATE story SET wave = 77')
  expect(checkStore(store)).toEqual([{ check: 'references', what: 'story 1 points at a wave that is not there' }])
})
