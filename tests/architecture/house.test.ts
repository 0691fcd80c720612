// House rules that no linter knows: every file says what it is for, stays small, and SQL lives in one place.
import { readdirSync, readFileSync } from 'node:fs'
import { join, relative, resolve } from 'node:path'
import { expect, test } from 'vitest'

const root = resolve(import.meta.dirname, '../..')
const FOLDERS = ['electron', 'renderer', 'shared', 'server', 'db', 'demo', 'scripts', 'tests']

type Source = { path: string, words: string }
const sources: Source[] = FOLDERS.flatMap(folder => {
  try {
    return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
      .filter(entry => entry.isFile() && /\.(ts|tsx|mjs)$/.test(entry.name))
      .map(entry => join(entry.parentPath, entry.name))
      .map(path => ({ path: relative(root, path).replaceAll('\\', '/'), words: readFileSync(path, 'utf8') }))
  } catch {
    return [] // a folder that isn't there yet
  }
})
const broken = (which: Source[], breaks: (source: Source) => boolean) => which.filter(breaks).map(({ path }) => path)
const SQL = /\b(SELECT\s[\s\S]{1,200}?\sFROM\s|INSERT\s+(OR\s+\w+\s+)?INTO\s|DELETE\s+FROM\s|UPDATE\s+\w+\s+SET\s|CREATE\s+(TABLE|INDEX)\s|PRAGMA\s+\w)/

test('the sources are found', () => {
  expect(sources.length).toBeGreaterThan(100)
})

test('every file opens with a sentence on its job', () => {
  const opens = (words: string) => /^(#!.*\n)?(\/\/ \S|\/\*\* ?\S|\/\*\*?\n \* \S)/.test(words)
  expect(broken(sources, ({ words }) => !opens(words))).toEqual([])
})

test('no file of code grows beyond 300 lines', () => {
  // Tests, the sample's words and the texts of the window are lists, not code.
  const code = sources.filter(({ path }) => !/^(tests|demo|renderer\/i18n\/(nl|en))\//.test(path))
  expect(broken(code, ({ words }) => words.split('\n').length > 300)).toEqual([])
})

test('the desktop shell, which can be launched nowhere but on a desktop, stays under 300 lines', () => {
  const shell = sources.filter(({ path }) => path.startsWith('electron/'))
  expect(shell.length).toBeGreaterThan(5)
  expect(shell.map(({ words }) => words.split('\n').length - 1).reduce((sum, n) => sum + n, 0)).toBeLessThan(300)
})

test('SQL stands in db/ only', () => {
  expect(SQL.test('run(`INSERT INTO coding VALUES (?)`)')).toBe(true)
  const elsewhere = sources.filter(({ path }) => /^(shared|server|renderer|electron|scripts|demo)\//.test(path))
  expect(broken(elsewhere, ({ words }) => SQL.test(words))).toEqual([])
})

test('only the barrels that the house allows', () => {
  const isBarrel = ({ path, words }: Source) => /\/index\.tsx?$/.test(path) || (words.includes('export *') && !/^\s*import /m.test(words))
  const allowed = /^(shared\/contract|server\/handlers|shared\/statistics|db\/migrations)\/index\.ts$/
  expect(broken(sources, source => isBarrel(source) && !allowed.test(source.path) && !source.path.startsWith('tests/'))).toEqual([])
})

test('[X9] the window saves a file by way of exporting.ts, which notes it; what an import keeps of its own steps is no project', () => {
  const saves = ({ words }: Source) => /\bsave(Blob|Bytes)\(/.test(words)
  const windows = sources.filter(({ path }) => path.startsWith('renderer/') && !/^renderer\/api\/(files|exporting)\.ts$/.test(path))
  expect(broken(windows, saves)).toEqual(['renderer/import/step-check.tsx', 'renderer/import/step-run.tsx'])
})
