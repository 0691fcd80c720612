// Tables from elsewhere in the project: made, mended, taken away and put back, in every copy; never among the stories.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { checkStore } from '../../db/check.ts'
import { writeXlsx } from '../../db/exchange/write-xlsx.ts'
import { registrationSheets } from '../../demo/files/reference-tables.ts'
import { readTables } from '../../server/plain-tables.ts'
import type { Input } from '../../shared/contract/index.ts'
import { newId } from '../../shared/domain/ids.ts'
import { firstSettings, readLog, totalsOf } from '../../shared/registration/log.ts'
import { ask, askInVain } from '../support/ask.ts'
import { plainProject } from '../support/plain-project.ts'
import { temporaryFolder, workbench } from '../support/workbench.ts'

const plain = plainProject({ coders: [{ name: 'Anna' }, { name: 'Bram' }, { name: 'Lees', role: 'reader' }], codes: [], stories: [{ body: 'Een.' }] })
afterAll(() => plain.close())
const counts: Input<'register.make'> = {
  id: newId(), name: 'Soort vraag', source: 'registration', origin: 'tien medewerkers', from: '2024-01-01', to: '2024-06-30', unit: 'gezinnen', base: 58,
  table: { kind: 'counts', body: { columns: [{ name: 'ouders', base: null }], rows: [{ name: 'Opvoeden', values: [5] }, { name: 'Wonen', values: [null] }] } }
}
const log: Input<'register.make'> = {
  ...counts, id: newId(), name: 'Gesprekken', table: { kind: 'log', body: { bands: ['lang'], rows: [{ worker: 0, case: 0, counted: true, band: 0, minutes: null }] }, settings: { minutes: [null], without: 0 } }
}

test('[X11] a table stands beside the stories with its source, period and what it is out of; undo gives each state back', async () => {
  const bench = workbench()
  const [anna, bram] = [await bench.join('Anna'), await bench.join('Bram')]
  const list = async () => (await bench.call(bram, 'register.list', {})).registers
  await bench.call(anna, 'register.make', counts)
  await bench.call(anna, 'register.make', counts) // a retry
  await bench.call(anna, 'register.make', log)
  const shown = { coder: anna, at: expect.any(Number) as number }
  expect(await list()).toEqual([{ ...counts, ...shown }, { ...log, ...shown }])
  expect((await bench.call(anna, 'story.list', {})).total).toBe(0)
  await bench.call(bram, 'register.change', { register: log.id, settings: { minutes: [90], without: 1 } })
  await bench.call(bram, 'register.change', { register: counts.id, name: 'Vragen', base: null, table: { kind: 'counts', body: { columns: [{ name: 'kinderen', base: 51 }], rows: [{ name: 'School', values: [4] }] } } })
  const [first, second] = await list()
  expect([first!.name, first!.base, first!.table, second!.table.kind === 'log' && second!.table.settings]).toEqual(['Vragen', null, { kind: 'counts', body: { columns: [{ name: 'kinderen', base: 51 }], rows: [{ name: 'School', values: [4] }] } }, { minutes: [90], without: 1 }])
  await bench.call(bram, 'history.undo', {})
  expect((await list())[0]).toEqual({ ...counts, ...shown })
  await bench.call(anna, 'register.remove', { register: log.id })
  expect((await list()).map(({ id }) => id)).toEqual([counts.id])
  await bench.call(anna, 'history.undo', {})
  expect((await list())[1]!.table).toMatchObject({ settings: { minutes: [90], without: 1 } })
  expect(checkStore(bench.store)).toEqual([])
})

test('[X11] who reads only writes none; what is gone and what has no bands is refused; nothing is let out to share', async () => {
  await ask(plain, 'Anna', 'register.make', counts)
  expect((await askInVain(plain, 'Lees', 'register.make', { ...counts, id: newId() })).message).toBe('coder.no_right')
  expect((await askInVain(plain, 'Anna', 'register.remove', { register: newId() })).message).toBe('register.absent')
  expect((await askInVain(plain, 'Anna', 'register.change', { register: counts.id, settings: { minutes: [], without: 0 } })).message).toBe('register.no_settings')
  expect((await askInVain(plain, 'Anna', 'register.list', { mode: 'sharing' })).message).toBe('counts.not_for_sharing')
})

test('[I5] [I7] a workbook with a sheet for each worker and a file of counts are read as cells; what is no table is told', async () => {
  const folder = temporaryFolder()
  const file = (name: string, bytes: Uint8Array | string) => { const path = join(folder, name); writeFileSync(path, bytes); return { path, name } }
  const book = file('registratie.xlsx', writeXlsx(registrationSheets()).bytes)
  const { sheets, problems } = await readTables([book, file('leeg.csv', ''), file('vragen.csv', 'Vraag;ouders;kinderen\nOpvoeden;5;3\nn;58;58\n')])
  expect([sheets.length, sheets[0]!.name, sheets.at(-1), problems.map(({ file: of }) => of)]).toEqual([
    11, 'medewerker 1', { name: 'vragen.csv', rows: [['Vraag', 'ouders', 'kinderen'], ['Opvoeden', '5', '3'], ['n', '58', '58']] }, ['leeg.csv']
  ])
  const log = readLog(sheets.slice(0, 10), { worker: 'sheet', case: 0, conversation: 1, duration: 2 })!
  expect(totalsOf(log, firstSettings(log))).toMatchObject({ workers: 10, cases: 58, conversations: 175, minutes: 13152 })
})
