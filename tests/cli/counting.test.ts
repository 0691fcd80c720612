// Counting by command where names are shared, stories were withdrawn and a team agreed; and commands that were typed wrong.
import { copyFileSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { ask } from '../support/ask.ts'
import { duiding, duidingJson } from '../support/cli.ts'
import { plainProject } from '../support/plain-project.ts'
import { temporaryFolder } from '../support/workbench.ts'
import { readXlsxRows } from '../support/xlsx-rows.ts'

/** Two codes called klik; a layer that was agreed on; a withdrawn story that Anna had finished; two options of one name. */
async function inFile(folder: string): Promise<{ method: object; stories: number[]; merged: object }> {
  const coding = (coder: string, code: string) => ({ coder, code, start: 0, end: 4 })
  const plain = plainProject({
    coders: [{ name: 'Anna', role: 'lead' }, { name: 'Samen', role: 'consensus' }], codes: [{ name: 'klik' }, { name: 'Hulp' }, { name: 'onder', parent: 'Hulp' }],
    signifiers: [{ key: 'Rol', kind: 'choice', title: 'Wie?', options: ['ja', 'anders'] }, { key: 'invloed', kind: 'slider' }],
    stories: [
      { body: 'Eerste verhaal.', doneBy: ['Anna', 'Samen'], answers: { Rol: { option: 'ja' } }, codings: [coding('Anna', 'klik'), coding('Samen', 'klik')] },
      { body: 'Tweede verhaal.', doneBy: ['Anna'], answers: { Rol: { option: 'anders' } } },
      { body: 'Weg.', state: 'withdrawn', doneBy: ['Anna', 'Samen'], codings: [coding('Anna', 'klik'), coding('Anna', 'Hulp')] }
    ]
  })
  plain.store.run(`UPDATE code SET name = 'klik' WHERE name = 'onder'`)
  plain.store.run(`UPDATE option SET name = 'ja'`)
  const { coders, codings, fragments, codes } = await ask(plain, 'Anna', 'method.facts', {})
  const stories = (await ask(plain, 'Anna', 'story.list', {})).rows.map(({ codings }) => codings)
  plain.store.db.pragma('wal_checkpoint(TRUNCATE)')
  copyFileSync(plain.path, join(folder, 'p.duiding'))
  const merged = await ask(plain, 'Anna', 'code.merge', { code: plain.id('Hulp'), into: plain.id('klik') })
  plain.close()
  return { method: { done: coders.map(({ done }) => done), codings, fragments, used: codes.used }, stories, merged }
}

test('[X15] [X16] what is counted leaves out withdrawn stories and what was agreed on; a code of a shared name is told by its path', { timeout: 60_000 }, async () => {
  const folder = temporaryFolder()
  expect(await inFile(folder)).toEqual({ method: { done: [2], codings: 1, fragments: 1, used: 1 }, stories: [1, 0], merged: { codings: 0 } })
  const run = async (...args: string[]) => (await duidingJson(folder, args[0]!, 'p.duiding', ...args.slice(1))) as never
  expect(await run('coders')).toEqual([{ name: 'Anna', initials: 'An', role: 'lead', codings: 1, done: 2 }, { name: 'Gezamenlijke laag', initials: '∩', role: 'consensus', codings: 1, done: 1 }])
  expect(await run('info')).toMatchObject({ codings: 1, stories: 2 })
  expect(((await run('stories')) as { codings: number }[]).map(({ codings }) => codings)).toEqual([1, 0])

  // A table of codings never guesses which of two is meant, and its repeat adds nothing.
  const refused = async (...args: string[]) => { const { code, out, err } = await duiding(folder, args[0]!, 'p.duiding', ...args.slice(1)); return [code, out, err.split('\n')[0]] }
  const table = (code: string) => writeFileSync(join(folder, 'c.csv'), `story,start,end,code,coder\ns2,0,6,${code},Anna\n`)
  table('Klik')
  expect(await refused('code-import', 'c.csv')).toEqual([1, '', 'c.csv, rij 2, kolom “code”: 2 codes heten Klik. Zet de code erboven ervoor: boven/onder. Staat hij bovenaan: /Klik.'])
  table('hulp/klik')
  expect(await run('code-import', 'c.csv')).toEqual({ added: 1, present: 0, newCodes: [], newCoders: [] })
  expect(await run('code-import', 'c.csv')).toEqual({ added: 0, present: 1, newCodes: [], newCoders: [] })
  expect(((await run('codings')) as { story: string; code: string }[]).map(({ story, code }) => [story, code])).toEqual([['s1', '/klik'], ['s2', 'Hulp/klik']])
  expect(await refused('codings', '--code', 'klik')).toEqual([1, '', 'Er zijn meer codes die klik heten. Zet de code erboven ervoor: boven/onder. Staat hij bovenaan: /klik.'])
  const counted = (await run('crosstab', '--signifier', 'wie?', '--codes', '/klik,Hulp/klik', '--layer', 'all')) as { rows: { code: string; counts: object }[] }
  expect(counted.rows.map(({ code, counts }) => [code, counts])).toEqual([['/klik', { ja: 1, 'ja (2)': 0 }], ['Hulp/klik', { ja: 0, 'ja (2)': 1 }]])
  expect(((await run('frequencies', '--by', 'group', '--layer', 'all')) as { code: string; by: object }[]).map(({ code, by }) => [code, Object.keys(by)])).toEqual([['/klik', ['unknown']], ['Hulp', ['unknown']], ['Hulp/klik', ['unknown']]])

  // So it is in a data file: no two variables that mean the same.
  await run('data', '--rows', 'stories', '--out', 'v.xlsx', '--as', 'Anna', '--layer', 'all')
  expect(readXlsxRows(readFileSync(join(folder, 'v.xlsx'))).Variabelen!.filter(([name]) => String(name).startsWith('code_')).map(([name, meaning]) => [name, meaning])).toEqual([
    ['code_klik', 'Code klik: staat in het verhaal'], ['code_hulp', 'Code Hulp: staat in het verhaal'], ['code_hulp_klik', 'Code Hulp › klik: staat in het verhaal']
  ])

  // What was typed wrong is told in one sentence; what a command wants is told when asked.
  expect(await duiding(folder, 'undo', '--help')).toEqual({ code: 0, out: 'duiding undo FILE --coder NAME\ntake back the last act of a coder\n', err: '' })
  expect(await refused('undo')).toEqual([2, '', 'Say whose act with --coder.'])
  expect(await refused('serve', '--port', '99999')).toEqual([2, '', '--port 99999 is no whole number from 0 to 65535.'])
  expect(await refused('crosstab', '--signifier', 'invloed', '--bins', '1')).toEqual([2, '', '--bins 1: choose tens, 2 to 20 classes, or width:W with W over 0.'])
  expect(await refused('crosstab', '--signifier', 'Rol', '--bins', '5')).toEqual([2, '', '--bins cuts a scale, and Rol is none.'])
  expect(await refused('crosstab', '--signifier', 'Rol', '--stone', 'x')).toEqual([2, '', '--stone goes with a question of stones, and Rol is none.'])
  expect(await refused('data', '--rows', 'stories', '--out', 'weg/x.csv', '--as', 'Anna')).toEqual([1, '', expect.stringMatching(/^Deze map is er niet: .*weg$/)])
  expect(await duiding(folder, 'new', 'weg/nieuw.duiding')).toEqual({ code: 1, out: '', err: expect.stringMatching(/^Deze map is er niet: .*weg\n$/) })
})
