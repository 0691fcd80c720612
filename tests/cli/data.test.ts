// The data files by command: the same as the window gives, noted before they are there, and nothing a spreadsheet takes for a formula.
import { copyFileSync, existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { strFromU8, unzipSync } from 'fflate'
import { expect, test } from 'vitest'
import { ask } from '../support/ask.ts'
import { duiding, duidingJson } from '../support/cli.ts'
import { plainProject } from '../support/plain-project.ts'
import { temporaryFolder } from '../support/workbench.ts'
import { readXlsxRows } from '../support/xlsx-rows.ts'

test('[X9] [I9] rows of stories and fragments as files, noted, for whoever may take them out', { timeout: 60_000 }, async () => {
  const folder = temporaryFolder()
  const plain = plainProject({
    coders: [{ name: 'Anna' }, { name: 'Lees', role: 'reader' }], codes: [{ name: 'klik' }], signifiers: [{ key: 'waarom', kind: 'text' }, { key: 'invloed', kind: 'slider' }],
    stories: [{ body: '=1+1 zei ze.', answers: { waarom: { text: '=HYPERLINK("x")' }, invloed: { value: 73.4 } }, doneBy: ['Anna'], codings: [{ coder: 'Anna', code: 'klik', start: 0, end: 4 }] }, { body: 'Niets.', doneBy: ['Anna'] }]
  })
  const window = Buffer.from((await ask(plain, 'Anna', 'export.stories', { form: 'csv', words: true })).bytes, 'base64').toString('utf8')
  plain.store.db.pragma('wal_checkpoint(TRUNCATE)')
  copyFileSync(plain.path, join(folder, 'p.duiding'))
  plain.close()
  const rows = (name: string) => readFileSync(join(folder, name))

  expect(await duidingJson(folder, 'data', 'p.duiding', '--rows', 'stories', '--out', 'verhalen.csv', '--words', '--as', 'Anna')).toMatchObject({ file: 'verhalen.csv', rows: 2 })
  expect(rows('verhalen.csv').toString('utf8')).toBe(window)
  expect(window).toContain(`"'=HYPERLINK(""x"")"`)
  await duidingJson(folder, 'data', 'p.duiding', '--rows', 'fragments', '--out', 'fragmenten.xlsx', '--words', '--as', 'Anna')
  const [head, first] = readXlsxRows(rows('fragmenten.xlsx')).Gegevens as [string[], unknown[]]
  expect(first[head.indexOf('fragment')]).toBe('=1+1') // a text cell: Excel shows it, and reckons nothing
  await duidingJson(folder, 'data', 'p.duiding', '--rows', 'stories', '--out', 'verhalen.zip', '--as', 'Anna', '--layer', 'Anna')
  const inside = unzipSync(rows('verhalen.zip'))
  expect([Object.keys(inside).some((name) => name.endsWith('.sps')), Object.keys(inside).some((name) => name.endsWith('.R')), Object.values(inside).some((bytes) => strFromU8(bytes).includes('HYPERLINK'))]).toEqual([true, true, false])
  const noted = ((await duidingJson(folder, 'log', 'p.duiding')) as { kind: string }[]).filter(({ kind }) => kind === 'export.noted')
  expect(noted).toHaveLength(3)

  const refused = async (...args: string[]) => { const { code, err } = await duiding(folder, 'data', 'p.duiding', '--out', 'niet.xlsx', ...args); return [code, err.split('\n')[0]] }
  expect(await refused('--rows', 'stories', '--as', 'Lees')).toEqual([1, expect.stringContaining('Lees')])
  expect((await refused('--rows', 'stories'))[0]).toBe(2)
  expect((await refused('--rows', 'stories', '--as', 'Anna', '--selection', 'Laag'))[1]).toContain('Laag')
  expect((await duiding(folder, 'data', 'p.duiding', '--rows', 'stories', '--out', 'niet.sav', '--as', 'Anna')).code).toBe(2)
  expect((await duiding(folder, 'constructor')).code).toBe(2)
  expect(existsSync(join(folder, 'niet.xlsx'))).toBe(false)
})
