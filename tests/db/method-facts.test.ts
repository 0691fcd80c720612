// What the project says of itself for the page that accounts for it; the course of its codes; and the words kept beside it.
import { afterAll, expect, test } from 'vitest'
import { newId } from '../../shared/domain/ids.ts'
import { ask, askInVain } from '../support/ask.ts'
import { plainProject } from '../support/plain-project.ts'

const coding = (code: string, coder = 'Anna', start = 0) => ({ coder, code, start, end: start + 3 })
const plain = plainProject({
  coders: [{ name: 'Anna', role: 'lead' }, { name: 'Bram' }, { name: 'Samen', role: 'consensus' }], groups: ['gezin', 'team'], codes: [{ name: 'klik' }, { name: 'rust' }, { name: 'stil' }],
  stories: [
    { body: 'Zij luisterde.', group: 'gezin', teller: 'T1', collectedOn: '2024-06-12', doneBy: ['Anna', 'Bram'], codings: [coding('rust'), coding('klik', 'Bram'), coding('rust', 'Bram')] },
    { body: 'Niets.', group: 'gezin', teller: 'T1', collectedOn: '2024-03-21', doneBy: ['Anna'] }, { body: 'Nog een.', codings: [coding('klik'), coding('stil', 'Anna', 3)] }
  ]
})
afterAll(() => plain.close())

test('facts of the project, whatever their layer', async () => {
  const facts = await ask(plain, 'Anna', 'method.facts', {})
  expect(facts).toEqual({
    about: { n: 3, layer: { is: 'all' }, viewer: plain.id('Anna'), mode: 'analysis', blind: false },
    groups: [{ group: plain.id('gezin'), name: 'gezin', stories: 2, from: '2024-03-21', to: '2024-06-12', channels: [] }, { group: null, name: '', stories: 1, from: null, to: null, channels: [] }],
    severalTold: { tellers: 1, stories: 2 }, imports: [],
    coders: [{ coder: plain.id('Anna'), name: 'Anna', role: 'lead', background: '', statement: '', done: 2 }, { coder: plain.id('Bram'), name: 'Bram', role: 'coder', background: '', statement: '', done: 1 }],
    read: 2, readTwice: 1, codes: { used: 3, retired: 0, defined: 0 }, codings: 5, fragments: 3, corrections: 0, codeChanges: 0, themes: 0, selections: 0, exports: []
  })
  const own = await ask(plain, 'Anna', 'method.facts', { layer: { is: 'coder', coder: plain.id('Bram') } })
  expect([own.read, own.codings, own.fragments, own.codes.used]).toEqual([1, 2, 1, 2])
})

test('[X9] what left as a file is told by kind, the most first', async () => {
  for (const kind of ['paper', 'harvest', 'paper'] as const) await ask(plain, 'Anna', 'export.note', { id: newId(), kind, name: 'kaarten.docx' })
  expect((await ask(plain, 'Bram', 'method.facts', {})).exports).toEqual([{ kind: 'paper', count: 2 }, { kind: 'harvest', count: 1 }])
})

test('the course: stories by their first coding, new codes once', async () => {
  const { codes, stories } = await ask(plain, 'Anna', 'method.course', {})
  expect([codes, stories.map(({ number, codes: all, fresh, total }) => [number, all, fresh.length, total])]).toEqual([3, [[1, 2, 2, 2], [3, 2, 1, 3]]])
  expect(stories[1]!.fresh).toEqual([plain.id('stil')])
})

test('views: kept, changed and taken away by whoever codes; a name of the cross-table is its own', async () => {
  const [view, paragraph] = [newId(), newId()]
  await ask(plain, 'Anna', 'view.keep', { id: view, kind: 'crosstab', name: 'Per groep', body: '{}' })
  await ask(plain, 'Anna', 'view.keep', { id: paragraph, kind: 'method', name: 'limits', body: 'Klein.' })
  expect(await askInVain(plain, 'Bram', 'view.keep', { id: newId(), kind: 'crosstab', name: 'per GROEP', body: '{}' })).toEqual({ kind: 'conflict', message: 'view.same_name', values: { name: 'Per groep' } })
  await ask(plain, 'Bram', 'view.change', { view: paragraph, body: 'Klein en van hier.' })
  expect(await ask(plain, 'Anna', 'view.list', { kind: 'method' })).toEqual([{ id: paragraph, kind: 'method', name: 'limits', body: 'Klein en van hier.', coder: plain.id('Anna') }])
  await ask(plain, 'Anna', 'view.remove', { view })
  expect(await ask(plain, 'Anna', 'view.list', { kind: 'crosstab' })).toEqual([])
  await ask(plain, 'Anna', 'history.undo', {})
  expect((await ask(plain, 'Anna', 'view.list', {})).map(({ name }) => name)).toEqual(['limits', 'Per groep'])
})
