// A second year under other headings: its questions are those of the first, its tellers too, and what changed comes out.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { checkStore } from '../../db/check.ts'
import { openTable } from '../../db/exchange/open-table.ts'
import { runImport } from '../../server/jobs/import-run.ts'
import { sameQuestion } from '../../shared/importing/edit-mapping.ts'
import { proposeMapping } from '../../shared/importing/propose.ts'
import { checkMapping } from '../../shared/importing/read-mapping.ts'
import type { Mapping } from '../../shared/importing/mapping.ts'
import { tTest } from '../../shared/statistics/index.ts'
import { temporaryFolder, workbench, type Workbench } from '../support/workbench.ts'
import { twoYears, yearFile, type YearRow } from '../support/two-years.ts'

const { first, second } = twoYears()

async function bring(bench: Workbench, name: string, words: string, wave: string, change: (mapping: Mapping) => Mapping = (mapping) => mapping) {
  const path = join(temporaryFolder(), name)
  writeFileSync(path, words)
  const opened = await openTable(path, undefined, name)
  if (!opened.ok) throw new Error('it can be read')
  const mapping = change(proposeMapping(opened.table).mapping)
  expect(checkMapping(mapping, name)).toMatchObject({ ok: true })
  const report = await runImport(bench.store, { inputs: [{ path, name }], mapping, definition: null, group: null, wave }, { coder: null, profile: bench.profile, rehearse: false })
  if (!report.ok) throw new Error(JSON.stringify(report.problems.slice(0, 3)))
  return { mapping, outcome: report.outcome! }
}

/** The second file's questions are those of the first, by hand: what a person chooses in the wizard. */
const PAIRS = { 'Invloed (0-100)': 'Hoeveel invloed had u?', 'Tevredenheid': 'Hoe tevreden bent u?', 'Hulp voor': 'Voor wie was de hulp?' }
const asBefore = (mapping: Mapping) => Object.entries(PAIRS).reduce((now, [from, to]) => sameQuestion(now, from, to), mapping)

test('[X10] [I3] a second year falls on the questions and tellers of the first, and leaves its stories as they are', { timeout: 20_000 }, async () => {
  const bench = workbench()
  const anna = await bench.join('Anna')
  const { mapping } = await bring(bench, 'jaar-1.csv', yearFile(first, 'first'), '2023')
  expect(Object.fromEntries(mapping.columns.map(({ column, role }) => [column, role]))).toMatchObject({ gezinsnummer: 'teller', nr: 'sourceId', verhaal: 'storyText' })
  const { outcome } = await bring(bench, 'jaar-2.csv', yearFile(second, 'second'), '2024', asBefore)
  expect([outcome.added, outcome.changed, outcome.absent]).toEqual([64, 0, []])
  // The same file again is the same wave.
  expect((await bring(bench, 'jaar-2.csv', yearFile(second, 'second'), '2024', asBefore)).outcome).toMatchObject({ added: 0, unchanged: 64 })
  const project = await bench.call(anna, 'project.read', {})
  expect(project.waves.map(({ name, stories }) => [name, stories])).toEqual([['2023', 60], ['2024', 64]])
  const signifiers = await bench.call(anna, 'signifier.list', {})
  expect(signifiers.map(({ key }) => key).toSorted()).toEqual(['Hoe tevreden bent u?', 'Hoeveel invloed had u?', 'Plan', 'Voor wie was de hulp?'])
  expect(signifiers.find(({ key }) => key === 'Hoe tevreden bent u?')!.options.map(({ name }) => name)).toHaveLength(5)
  const [a, b] = project.waves.map(({ id }) => id) as [string, string]
  const question = signifiers.find(({ key }) => key === 'Hoeveel invloed had u?')!.id
  const { measures, linked } = await bench.call(anna, 'pattern.change', { signifier: question, first: a, second: b })
  expect(linked).toEqual({ tellers: 44, stories: 88, several: false })
  // Against the figures of the files themselves.
  const pairs = second.flatMap(({ teller, influence }): [number, number][] => { const earlier = first.find((row) => row.teller === teller)?.influence ?? null; return earlier === null || influence === null ? [] : [[earlier, influence]] })
  const paired = tTest({ x: pairs.map(([, later]) => later), y: pairs.map(([earlier]) => earlier), variant: 'paired' })
  const mean = (rows: YearRow[]) => { const scores = rows.flatMap(({ influence }) => influence ?? []); return scores.reduce((sum, score) => sum + score, 0) / scores.length }
  if (paired.status !== 'ok') throw new Error('they can be paired')
  const [measure] = measures
  expect(measure!.within.pairs).toBe(pairs.length)
  expect(measure!.within.test).toMatchObject({ is: 'told', difference: expect.closeTo(paired.diff, 9) as number, low: expect.closeTo(paired.ciLow, 9) as number, high: expect.closeTo(paired.ciHigh, 9) as number })
  expect(measure!.apart).toMatchObject({ is: 'told', by: 'teller', difference: expect.closeTo(mean(second) - mean(first), 9) as number })
  expect(checkStore(bench.store)).toEqual([])
})
