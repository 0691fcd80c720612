// Opening: what is not a whole project of ours is refused with its own sentence, and stays byte for byte as it was.
import { mkdirSync, readFileSync, readdirSync, statSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { expect, test } from 'vitest'
import { MIGRATIONS } from '../../db/migrations/index.ts'
import { createStore, openStore } from '../../db/open.ts'
import { Refusal } from '../../shared/errors.ts'
import { temporaryFolder, workbench } from '../support/workbench.ts'

function refusal(path: string): { kind: string; message: string } {
  try {
    openStore(path).close()
  } catch (error) {
    if (error instanceof Refusal) return { kind: error.failure.kind, message: error.failure.message }
    throw error
  }
  throw new Error('it opened')
}

/** A project file with the bytes given to `damage`. */
function damaged(damage: (path: string) => void): string {
  const path = join(temporaryFolder(), 'proef.duiding')
  createStore(path, { title: 'Proef' }).close()
  damage(path)
  return path
}

test.each([
  ['an empty file', (path: string) => writeFileSync(path, ''), 'file.empty'],
  ['a text', (path: string) => writeFileSync(path, 'Beste lezer, dit is geen project. '.repeat(20)), 'file.not_a_project'],
  ['somebody else’s database', (path: string) => { writeFileSync(path, ''); const db = new Database(path); db.exec('CREATE TABLE a (b); PRAGMA user_version = 1'); db.close() }, 'file.not_a_project'],
  ['a newer Duiding’s project', (path: string) => { const db = new Database(path); db.pragma('user_version = 999'); db.close() }, 'file.newer'],
  ['half a file', (path: string) => truncateSync(path, 4096 * 3), 'file.cut_short'],
  ['a first page written over', (path: string) => writeFileSync(path, readFileSync(path).fill(7, 100, 4096)), 'file.damaged']
])('[F3] %s is refused and left as it is', (_, damage, message) => {
  const path = damaged(damage)
  const before = readFileSync(path)
  expect(refusal(path)).toEqual({ kind: 'unsupported_file', message })
  expect(readFileSync(path).equals(before)).toBe(true)
})

test('[F3] a folder, and nothing at all', () => {
  const folder = temporaryFolder()
  mkdirSync(join(folder, 'map.duiding'))
  expect(refusal(join(folder, 'map.duiding'))).toEqual({ kind: 'unsupported_file', message: 'file.not_a_file' })
  expect(refusal(join(folder, 'weg.duiding'))).toEqual({ kind: 'not_found', message: 'file.absent' })
})

test('a project is never made over another file', () => {
  const path = join(temporaryFolder(), 'proef.duiding')
  createStore(path, { title: 'Een' }).close()
  expect(() => createStore(path, { title: 'Twee' })).toThrow(expect.objectContaining({ failure: { kind: 'conflict', message: 'file.exists', values: { file: path } } }))
})

test('a fresh project is one file, says in its first bytes what it is, and syncs fully', () => {
  const path = join(temporaryFolder(), 'proef.duiding')
  createStore(path, { title: 'Proef' }).close()
  expect(readFileSync(path).toString('latin1', 68, 72)).toBe('DUID')
  const store = openStore(path)
  const pragma = (name: string): unknown => store.db.pragma(name, { simple: true })
  expect({ journal: pragma('journal_mode'), synchronous: pragma('synchronous'), trusted: pragma('trusted_schema'), keys: pragma('foreign_keys') })
    .toEqual({ journal: 'wal', synchronous: 2, trusted: 0, keys: 1 })
  const loose = store.all<{ name: string }>(`SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND strict = 0 AND name NOT LIKE 'sqlite_%'`)
  expect(loose).toEqual([])
  store.close()
  expect(readdirSync(join(path, '..'))).toEqual(['proef.duiding'])
})

test('a store left alone for a second has everything in the one file', async () => {
  const bench = workbench()
  await bench.join('Anna de Boer')
  expect(statSync(`${bench.path}-wal`).size).toBeGreaterThan(0)
  await expect.poll(() => statSync(`${bench.path}-wal`).size, { timeout: 5000 }).toBe(0)
})

test('an older file is copied, checked and then brought up to date', () => {
  const folder = temporaryFolder()
  const path = join(folder, 'proef.duiding')
  const old = new Database(path)
  old.exec(`${MIGRATIONS[0]!}; PRAGMA application_id = ${0x44554944}; PRAGMA user_version = 1`)
  old.close()
  const store = openStore(path)
  expect(store.db.pragma('user_version', { simple: true })).toBe(MIGRATIONS.length)
  expect(store.all('SELECT * FROM op')).toEqual([])
  store.close()
  const copy = new Database(join(folder, 'proef.voor-versie-2.duiding'), { readonly: true })
  expect([copy.pragma('user_version', { simple: true }), copy.prepare(`SELECT name FROM pragma_table_info('reading')`).pluck().all()])
    .toEqual([1, ['num', 'id', 'story', 'coder', 'opened_at', 'done', 'position']])
  copy.close()
})
