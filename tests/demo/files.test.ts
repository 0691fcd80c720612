// Every file format of the sample imports to the same stories and answers as the sample itself, by what an import proposes.
import { spawnSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { buildSample } from '../../demo/build.ts'
import { windows1252 } from '../../demo/files/delimited.ts'
import { groupTable, type GroupTable } from '../../demo/files/group-table.ts'
import { senseMakerCsv, senseMakerDefinition } from '../../demo/files/sensemaker.ts'
import { dutchCsv, formsCsv, limeSurveyCsv, qualtricsCsv, workbookRows } from '../../demo/files/tables.ts'
import { untidyCsv } from '../../demo/files/untidy.ts'
import { codebookCsv, codingsCsv } from '../../demo/files/team-files.ts'
import { writeXlsx } from '../../db/exchange/write-xlsx.ts'
import { openStore } from '../../db/open.ts'
import { importCodings } from '../../server/jobs/code-import.ts'
import { writeSample } from '../../server/sample.ts'
import type { AnswerValue, SignifierShape } from '../../shared/domain/signifier.ts'
import type { Mapping } from '../../shared/importing/mapping.ts'
import { readDefinition } from '../../shared/importing/definition.ts'
import { scratchFolder } from '../fixtures/imports/scratch-folder.ts'
import { temporaryFolder } from '../support/workbench.ts'
import { inWords, stageFile, type Staged } from '../fixtures/imports/stage-file.ts'

const sample = buildSample()
const tables = (['gezinnen', 'medewerkers'] as const).map((group) => groupTable(sample, group))
const write = scratchFolder()

type Told = { id: string; day: string | null; text: string; answers: Record<string, unknown> }

/** Question -> answer in words, in an order that says nothing: options and stones by name. */
function told(answers: Record<string, AnswerValue>, shapes: SignifierShape[]): Record<string, unknown> {
  return Object.fromEntries(Object.entries(answers).map(([key, value]): [string, unknown] => {
    const shape = shapes.find((one) => one.key === key)!
    const words = inWords(value, shape)
    return [plainTitle(shape.title), Array.isArray(words) ? words.map((one) => JSON.stringify(one)).sort() : words]
  }).sort(([a], [b]) => (a < b ? -1 : 1)))
}

/** Tools put the part asked behind the question; compare by the question. */
const plainTitle = (title: string): string => title.replace(/ - Text$/, '').replace(/^.* - Anders, namelijk$/, 'Anders, namelijk')

const expected = ({ stories, questions }: GroupTable, text: (words: string) => string): Told[] =>
  stories.map((story) => ({ id: story.id, day: story.collectedOn, text: text(story.text), answers: told(story.answers, questions) }))

const found = ({ stories, end }: Staged): Told[] =>
  stories.map((story) => ({ id: story.sourceId, day: story.collectedOn, text: story.text, answers: told(story.answers, end.signifiers) }))

/** Stones on one line look like numbers in a table; in the wizard a person puts them together, which is done here. */
function oneLine(table: GroupTable): (mapping: Mapping) => void {
  const question = table.questions.find(({ kind, anchors }) => kind === 'stones' && anchors.length === 2)
  return (mapping) => {
    if (!question) return
    const apart = mapping.signifiers.filter(({ title }) => title.startsWith(question.title))
    const stoneOf = (title: string) => question.stones.find(({ label }) => title.includes(label, question.title.length))!
    mapping.columns = mapping.columns.map((column) => {
      const own = column.role === 'answer' ? apart.find(({ key }) => key === column.signifier) : undefined
      return own ? { column: column.column, role: 'answer', signifier: question.key, part: { is: 'x', stone: stoneOf(own.title).key } } : column
    })
    mapping.signifiers = [...mapping.signifiers.filter((one) => !apart.includes(one)),
      { key: question.key, title: question.title, na: [], kind: 'stones', anchors: question.anchors, stones: question.stones,
      scale: { from: 0, to: 100 } }]
  }
}

/** What Windows-1252 can still say. */
const old = (words: string): string => new TextDecoder('windows-1252').decode(windows1252(words))

describe.each(tables)('the stories of $group', (table) => {
  test('as a raw SenseMaker capture with its definition', async () => {
    const read = readDefinition(senseMakerDefinition(table), 'framework_definition.json')
    const staged = await stageFile(write('capture.csv', senseMakerCsv(table)), { definition: read.ok ? read.definition : undefined })
    expect(staged.sentences).toEqual([])
    expect(found(staged)).toEqual(expected(table, (words) => words))
  })

  test('as a hand-made Dutch table in Windows-1252', async () => {
    const staged = await stageFile(write('verhalen.csv', windows1252(dutchCsv(table))), { change: oneLine(table) })
    expect(staged.sentences).toEqual([])
    expect(found(staged)).toEqual(expected(table, old))
  })

  test('as a workbook', async () => {
    const [headings, ...rows] = workbookRows(table)
    const staged = await stageFile(write('verhalen.xlsx', writeXlsx([{ name: 'Verhalen', headings: headings!.map(String), rows }]).bytes),
      { change: oneLine(table) })
    expect(staged.sentences).toEqual([])
    expect(found(staged)).toEqual(expected(table, (words) => words))
  })

  test.each([['LimeSurvey', limeSurveyCsv], ['Qualtrics', qualtricsCsv], ['Microsoft Forms', formsCsv]] as const)('as %s writes them',
    async (tool, make) => {
    const staged = await stageFile(write(`${tool}.csv`, make(table)), { change: oneLine(table) })
    expect(staged.proposal.tool).toBe(tool)
    expect(staged.sentences).toEqual([])
    expect(found(staged)).toEqual(expected(table, (words) => words))
  })
})

test('the codings file brings every coding into a project that has the stories only', async () => {
  const folder = temporaryFolder()
  const path = join(folder, 'leeg.duiding')
  await writeSample(path, folder, { ...sample, codings: [], agreed: [], memos: [], themes: [] })
  const store = openStore(path)
  const report = await importCodings(store, folder, write('codings.csv', codingsCsv(sample)), 'codings.csv')
  expect(report).toMatchObject({ ok: true, added: sample.codings.length, present: 0, newCodes: [], newCoders: [] })
  const placed = store.all<{ story: string; start: number; end: number; code: string; coder: string }>(`
    SELECT s.source_id AS story, c.start, c."end", code.name AS code, coder.name AS coder
    FROM coding c JOIN story s ON s.num = c.story JOIN code ON code.num = c.code JOIN coder ON coder.num = c.coder`)
  store.close()
  const nameOf = new Map([...sample.codes, ...sample.coders].map(({ key, name }) => [key, name]))
  const inOrder = (rows: typeof placed) => rows.map((row) => Object.values(row).join('|')).sort()
  expect(inOrder(placed)).toEqual(inOrder(sample.codings.map(({ story, start, end, code, coder }) =>
    ({ story, start, end, code: nameOf.get(code)!, coder: nameOf.get(coder)! }))))
})

test('the codebook file names every code once, under its branch', () => {
  const lines = codebookCsv(sample).trimEnd().split('\r\n')
  expect(lines.length).toBe(sample.codes.length + 1)
  expect(lines[0]).toBe('code;onder;definitie;wel;niet;voorbeeld')
  expect(lines.filter((line) => line.startsWith('Klik;Ervaren hulp;')).length).toBe(1)
})

test('the script writes every file: two groups in six formats, and what a team has besides', () => {
  const folder = temporaryFolder()
  const run = spawnSync(process.execPath, [join(import.meta.dirname, '../../scripts/demo-files.mjs'), folder], { encoding: 'utf8' })
  expect([run.status, run.stderr]).toEqual([0, ''])
  expect(readdirSync(folder).sort()).toEqual([
    'bevolking.csv', 'codeboek.csv', 'coderingen.csv', 'gespreksregistratie.xlsx', 'gezinnen-rommelig.csv',
    ...['gezinnen', 'medewerkers'].flatMap(group => ['-forms.csv', '-limesurvey.csv', '-qualtrics.csv', '-sensemaker-definitie.json',
      '-sensemaker.csv', '-titels.csv', '.xlsx'].map(end => group + end))
  ].sort())
  expect(readFileSync(join(folder, 'gezinnen-sensemaker.csv'), 'utf8')).toBe(senseMakerCsv(tables[0]!))
  expect(readFileSync(join(folder, 'medewerkers.xlsx')).subarray(0, 2).toString()).toBe('PK')
})

test('the untidy file: one story twice, one number twice, an empty one, one withheld; the column of names stays out', async () => {
  const staged = await stageFile(write('rommelig.csv', windows1252(untidyCsv(tables[0]!))), { change: oneLine(tables[0]!) })
  expect(staged.sentences).toEqual([
    'rommelig.csv, rij 10, kolom “Verhaal”: Dit verhaal is woord voor woord gelijk aan rij 2. Controleer of het dubbel is ingestuurd.',
    'rommelig.csv, rij 11, kolom “Verhaalnummer”: Het nummer “G-003” staat ook in rij 4. Geef elk verhaal een eigen nummer.',
    'rommelig.csv, rij 12, kolom “Verhaal”: In deze rij staat geen verhaal. De rij is overgeslagen.',
    'rommelig.csv, rij 14, kolom “Mogen wij uw verhaal gebruiken?”: De verteller gaf geen toestemming (“nee”). Het verhaal is niet meegenomen.'
  ])
  expect(staged.end.dropped).toEqual(['Naam'])
  expect(staged.stories.map(({ sourceId, consent }) => [sourceId, consent])).toEqual([
    ...tables[0]!.stories.slice(0, 8).map(({ id }) => [id, true]), ['G-901', true], ['G-003', true], ['G-903', true]
  ])
})
