// Files for other programs: every answer, code and theme as a column, what is missing told apart, and nothing a spreadsheet takes for a formula.
import { strFromU8, unzipSync } from 'fflate'
import { afterAll, expect, test } from 'vitest'
import type { Input, Output } from '../../shared/contract/index.ts'
import { newId } from '../../shared/domain/ids.ts'
import { ask, askInVain } from '../support/ask.ts'
import { plainProject } from '../support/plain-project.ts'
import { readXlsxRows } from '../support/xlsx-rows.ts'

const BODY = 'Zij luisterde echt, "=1+1" zei ze.'
const plain = plainProject({
  coders: [{ name: 'Anna' }, { name: 'Bram' }, { name: 'Lees', role: 'reader' }], groups: ['gezin', 'team'], codes: [{ name: 'klik' }, { name: 'Écht; stil' }],
  signifiers: [
    { key: 'tevreden', kind: 'likert', title: 'Hoe tevreden?', options: ['zeer', 'wel', '=niet'], highLast: false }, { key: 'steun', kind: 'multi', options: ['kind', 'ouder'] },
    { key: 'invloed', kind: 'slider', askedOf: ['gezin'] }, { key: 'plan', kind: 'triad', anchors: ['gezin', 'hulp', 'netwerk'] }, { key: 'klikt', kind: 'stones', stones: ['op tijd'], anchors: ['a', 'b', 'c', 'd'] },
    { key: 'waarom', kind: 'text' }
  ],
  stories: [
    {
      body: BODY, group: 'gezin', teller: 'T1', collectedOn: '2024-03-21', doneBy: ['Anna'],
      answers: { tevreden: { option: 'zeer' }, steun: { options: ['ouder'] }, invloed: { value: 73.42 }, plan: { shares: [20, 30, 50] }, klikt: { places: { 'op tijd': [10, 90] } }, waarom: { text: '=HYPERLINK("x")' } },
      codings: [{ coder: 'Anna', code: 'klik', start: 0, end: 13 }, { coder: 'Bram', code: 'klik', start: 0, end: 13 }, { coder: 'Anna', code: 'Écht; stil', start: 0, end: 13 }, { coder: 'Anna', code: 'klik', start: 20, end: 26 }]
    },
    { body: 'Niets.', group: 'team', doneBy: ['Anna'], answers: { tevreden: 'na', steun: { options: [] } } },
    { body: 'Nog niet.', group: 'gezin', teller: 'T1', answers: { tevreden: { option: '=niet' } }, codings: [{ coder: 'Bram', code: 'Écht; stil', start: 0, end: 3 }] }
  ]
})
afterAll(() => plain.close())

const bytes = async (name: 'export.stories' | 'export.fragments', input: Input<'export.stories'> = {}): Promise<Output<'export.stories'> & { file: Buffer }> => {
  const answer = await ask(plain, 'Anna', name, input)
  return { ...answer, file: Buffer.from(answer.bytes, 'base64') }
}
/** By heading: the cells of a column, null where empty. */
function columnsOf(rows: unknown[][]): Record<string, unknown[]> {
  const [headings, ...lines] = rows as [string[], ...unknown[][]]
  return Object.fromEntries(headings.map((heading, at) => [heading, lines.map((line) => line[at] ?? null)]))
}

test('[X2] one row a story: answers, codes as 0/1 and counts, empty where nobody read; four kinds of missing told apart', async () => {
  const theme = newId()
  await ask(plain, 'Anna', 'theme.create', { id: theme, name: 'Gehoord', codes: [plain.id('klik')] })
  const { file, rows, variables } = await bytes('export.stories', { words: true })
  const sheets = readXlsxRows(file)
  expect(columnsOf(sheets.Gegevens!)).toEqual({
    verhaal: [1, 2, 3], groep: ['gezin', 'team', 'gezin'], verteller: [1, null, 1], maand: ['2024-03', null, null], woorden: [6, 1, 2], gelezen: [1, 1, 0],
    tevreden: ['zeer', null, '=niet'], tevreden_nr: [3, null, 1], tevreden_status: [null, 'n.v.t.', null],
    steun_kind: [0, 0, null], steun_ouder: [1, 0, null], steun_status: [null, 'niets gekozen', 'blanco'], invloed: [73.42, null, null], invloed_status: [null, 'niet gevraagd', 'blanco'],
    plan_gezin: [20, null, null], plan_hulp: [30, null, null], plan_netwerk: [50, null, null], plan_status: [null, 'blanco', 'blanco'],
    klikt_op_tijd_x: [10, null, null], klikt_op_tijd_y: [90, null, null], klikt_status: [null, 'blanco', 'blanco'], waarom: ['=HYPERLINK("x")', null, null], waarom_status: [null, 'blanco', 'blanco'],
    code_klik: [1, 0, null], aantal_klik: [2, 0, null], code_echt_stil: [1, 0, 1], aantal_echt_stil: [1, 0, 1], thema_gehoord: [1, 0, null]
  })
  expect([rows, variables, sheets.Variabelen!.length]).toEqual([3, 28, 29])
  expect(sheets.Variabelen!.find(([name]) => name === 'tevreden_nr')).toEqual(['tevreden_nr', 'Hoe tevreden? – nummer van het antwoord (1 = laag)', 'getal', '1 = =niet; 2 = wel; 3 = zeer', 2])
  expect(sheets['Over dit bestand']!.slice(2, 6)).toEqual([['Gemaakt door', 'Anna'], ['Van wie', 'alle codeurs'], ['Verhalen', 3], ['Gekozen verhalen', 'alle']])
  await ask(plain, 'Anna', 'theme.remove', { theme })
})

test('one row a fragment, whoever coded it; its words only when asked for', async () => {
  const { file } = await bytes('export.fragments', { words: true })
  const columns = columnsOf(readXlsxRows(file).Gegevens!)
  expect(['verhaal', 'plek', 'begin', 'eind', 'fragment', 'codes', 'codeurs', 'coderingen', 'bij_klik', 'bij_echt_stil', 'tevreden'].map((name) => columns[name])).toEqual([
    [1, 1, 3], ['verhaal', 'verhaal', 'verhaal'], [0, 20, 0], [13, 26, 3], ['Zij luisterde', '"=1+1"', 'Nog'], ['klik; Écht; stil', 'klik', 'Écht; stil'], ['An, Br', 'An', 'Br'], [3, 1, 1], [1, 1, 0], [1, 0, 1], ['zeer', 'zeer', '=niet']
  ])
  const bare = columnsOf(readXlsxRows((await bytes('export.fragments')).file).Gegevens!)
  expect([bare.fragment, bare.waarom]).toEqual([undefined, undefined])
  const own = await ask(plain, 'Anna', 'export.fragments', { layer: { is: 'coder', coder: plain.id('Bram') } })
  expect(own.rows).toBe(2)
})

test('[I9] rows for Dutch Excel; a folder for R and SPSS with decimal points and the meaning of every number', async () => {
  const csv = (await bytes('export.stories', { form: 'csv', words: true })).file.toString('utf8').split('\r\n')
  expect(csv[0]!.startsWith('\uFEFFverhaal;groep;verteller')).toBe(true)
  expect(csv[1]).toContain(`;73,42;`)
  expect(csv[1]).toContain(`"'=HYPERLINK(""x"")"`)
  const folder = unzipSync((await bytes('export.stories', { form: 'zip', language: 'en' })).file)
  expect(Object.keys(folder).toSorted()).toEqual(['about-this-file.csv', 'data.csv', 'r.R', 'spss.sps', 'variables.csv'])
  const [data, spss, r] = ['data.csv', 'spss.sps', 'r.R'].map((name) => strFromU8(folder[name]!)) as [string, string, string]
  expect(data.split('\r\n')[1]).toBe("1,gezin,1,2024-03,6,1,zeer,3,,0,1,,73.42,,20,30,50,,10,90,,,1,2,1,1")
  expect(spss).toContain(`VALUE LABELS\n  tevreden_nr 1 '=niet' 2 'wel' 3 'zeer'.`)
  expect(spss.match(/^ {2}\w+ (?:F12\.4|A\d+)/gm)!.length).toBe(26)
  expect(r).toContain('data$tevreden_nr <- factor(data$tevreden_nr, levels = c(1, 2, 3), labels = c("=niet", "wel", "zeer"))')
})

test('[X9] what left is noted, by whoever may write; nothing is given out to share', async () => {
  expect(await askInVain(plain, 'Anna', 'export.stories', { mode: 'sharing' })).toEqual({ kind: 'forbidden', message: 'counts.not_for_sharing', values: {} })
  const id = newId()
  await ask(plain, 'Anna', 'export.note', { id, kind: 'stories', name: 'gegevens.xlsx' })
  expect((await askInVain(plain, 'Lees', 'export.note', { id: newId(), kind: 'table', name: 'x.csv' })).message).toBe('coder.no_right')
  expect(await ask(plain, 'Bram', 'export.list', {})).toEqual({ total: 1, rows: [{ id, kind: 'stories', name: 'gegevens.xlsx', coder: plain.id('Anna'), at: expect.any(Number) as number }] })
  expect((await ask(plain, 'Anna', 'history.state', {})).undo).not.toBe('export.noted')
})
