// The import calls of a window over real HTTP: upload, look, rehearse, bring in, follow and stop.
import { expect, test, onTestFinished } from 'vitest'
import type { ImportingCall, ImportingInput, ImportingOutput, JobState } from '../../shared/contract/importing.ts'
import { newId, type Id } from '../../shared/domain/ids.ts'
import type { Result } from '../../shared/errors.ts'
import { startHost } from '../../server/start.ts'
import { plainWindow } from '../support/window.ts'
import { temporaryFolder } from '../support/workbench.ts'

const WORDS = 'nr;verhaal;Hoe tevreden bent u?;invloed\n1;"Wij kregen hulp.\nHet klikte meteen";tevreden;73,5\n2;Het ging niet goed met <naam>;ontevreden;n.v.t.\n'

async function window() {
  const folder = temporaryFolder()
  const host = await startHost({ dataFolder: folder, rendererFolder: folder })
  onTestFinished(() => host.close())
  const { call, headers, origin } = await plainWindow(host)
  const must = async <N extends ImportingCall>(name: N, input: ImportingInput<N>): Promise<ImportingOutput<N>> => {
    const result = await call(name, input)
    if (!result.ok) throw new Error(JSON.stringify(result.failure))
    return result.value
  }
  const upload = async (name: string, words: string | Uint8Array<ArrayBuffer>): Promise<Id> => {
    const result = (await (await fetch(`${origin}/upload?name=${encodeURIComponent(name)}`, { method: 'POST', headers, body: words })).json()) as Result<{ upload: Id }>
    if (!result.ok) throw new Error(JSON.stringify(result.failure))
    return result.value.upload
  }
  const follow = async (job: Id): Promise<JobState> => {
    for (;;) {
      const state = await must('job.read', { job })
      if (state.state !== 'running') return state
      await new Promise((resolve) => setTimeout(resolve, 20))
    }
  }
  await call('desk.create', { folder, name: 'Proef', title: 'Proef' })
  const coder = newId()
  await call('coder.join', { id: coder, name: 'Anna de Boer' })
  await call('desk.enter', { coder })
  return { call, must, upload, follow }
}

test('a table is looked at, rehearsed without a trace, and brought in', async () => {
  const { call, must, upload, follow } = await window()
  const file = await upload('../../verhalen.csv', WORDS)
  const [looked] = await must('import.look', { uploads: [file] })
  expect({ name: looked!.name, is: looked!.is, delimiter: looked!.delimiter, headings: looked!.headings.map(({ name }) => name), problems: looked!.problems })
    .toEqual({ name: 'verhalen.csv', is: 'table', delimiter: ';', headings: ['nr', 'verhaal', 'Hoe tevreden bent u?', 'invloed'], problems: [] })
  const wish = { uploads: [file], mapping: looked!.mapping, group: 'Gezinnen' }
  const rehearsed = await follow((await must('import.start', { ...wish, rehearse: true })).job)
  expect(rehearsed).toMatchObject({ state: 'done', done: { import: null, added: 2, changed: 0, unchanged: 0, absent: [], stories: 2 } })
  expect(await call('story.list', {})).toMatchObject({ ok: true, value: { total: 0 } })
  const done = await follow((await must('import.start', { ...wish, rehearse: false })).job)
  expect(done).toMatchObject({ state: 'done', progress: 1, problems: [], done: { added: 2, changed: 0, unchanged: 0, absent: [] } })
  expect(await call('story.list', {})).toMatchObject({ ok: true, value: { total: 2 } })
})

test('a look shows enough rows to look at, and the whole of a short table when asked', async () => {
  const { must, upload } = await window()
  const file = await upload('codeboek.csv', `Code;Omschrijving\r\n${Array.from({ length: 130 }, (_, at) => `Code ${at};Wat ${at} betekent.\r\n`).join('')}`)
  const [looked] = await must('import.look', { uploads: [file] })
  const [whole] = await must('import.look', { uploads: [file], whole: true })
  expect([looked!.sample.length, looked!.rows, whole!.sample.length, whole!.sample.at(-1)!.cells]).toEqual([60, 130, 130, ['Code 129', 'Wat 129 betekent.']])
})

test('transcripts need no mapping: one story a file', async () => {
  const { call, must, upload, follow } = await window()
  const uploads = [await upload('gesprek 2.txt', 'Ze vroeg hoe het ging.\r\nIk zei: goed.'), await upload('gesprek 10.md', 'Dat was het.')]
  expect((await must('import.look', { uploads })).map(({ is }) => is)).toEqual(['transcript', 'transcript'])
  expect((await follow((await must('import.start', { uploads, mapping: null, group: 'Gezinnen', rehearse: false })).job)).done).toMatchObject({ added: 2 })
  const list = await call('story.list', {})
  expect(list.ok && (list.value as { rows: { opening: string }[] }).rows.map(({ opening }) => opening).toSorted()).toEqual(['Dat was het.', 'Ze vroeg hoe het ging. Ik zei: goed.'])
})

test('a bad file is told with its place, and nothing is written', async () => {
  const { call, must, upload, follow } = await window()
  const file = await upload('verhalen.csv', `${WORDS}2;Nog eens;tevreden;50\n`)
  const state = await follow((await must('import.start', { uploads: [file], mapping: null, rehearse: false })).job)
  expect({ state: state.state, problems: state.problems.map(({ file: name, row, message }) => [name, row, message]) }).toEqual({ state: 'failed', problems: [['verhalen.csv', 4, 'id_twice']] })
  expect(await call('story.list', {})).toMatchObject({ ok: true, value: { total: 0 } })
  expect(await call('import.start', { uploads: [newId()], mapping: null, rehearse: false })).toMatchObject({ ok: false, failure: { kind: 'not_found', message: 'upload.gone' } })
})
