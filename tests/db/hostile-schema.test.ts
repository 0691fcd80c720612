// Files that hold more than a project: whatever somebody put into the schema, every way in refuses the file before anything of it runs.
import { copyFileSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { inspectFile } from '../../db/inspect.ts'
import { openStore } from '../../db/open.ts'
import { openOther } from '../../db/replication/merge-copies.ts'
import type { Store } from '../../db/store.ts'
import { makeMirror } from '../../db/team-folder/mirror.ts'
import { look } from '../../server/inspect.ts'
import { Refusal } from '../../shared/errors.ts'
import { makeTemplate, TRIALS, trials } from '../support/random-copies.ts'

if (TRIALS > 0) vi.setConfig({ testTimeout: 3_600_000 })

let [folder, template] = ['', '']
let own: Store
let [tables, indexes]: [string[], string[]] = [[], []]
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'duiding-hostile-schema-'))
  template = await makeTemplate(folder)
  copyFileSync(template, join(folder, 'own.duiding'))
  own = openStore(join(folder, 'own.duiding'))
  const names = (type: string): string[] => own.all<{ name: string }>(`SELECT name FROM sqlite_schema WHERE type = '${type}' AND sql IS NOT NULL AND name NOT LIKE 'sqlite_%' ORDER BY name`).map(({ name }) => name)
  ;[tables, indexes] = [names('table'), names('index')]
})
afterAll(() => {
  own.close()
  rmSync(folder, { recursive: true, force: true })
})

/** Wherever this is worked out, it fails in words of its own: then something of the file ran. */
const RAN = 'abs(-9223372036854775807 - 1)'
const ENDLESS = 'WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) AS num FROM n'
const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`

type Evil = { kind: (typeof KINDS)[number]; name: string; table: number; how: number; hidden: boolean }
const KINDS = ['trigger', 'view', 'view for a table', 'computed column', 'column', 'index', 'virtual table', 'table', 'check', 'dropped index', 'version'] as const
const evils: fc.Arbitrary<Evil> = fc.record({
  kind: fc.constantFrom(...KINDS), table: fc.nat(997), how: fc.nat(997), hidden: fc.boolean(),
  name: fc.oneof(fc.constantFrom('code ', 'coding2', 'cоde', 'op_', 'main', 'temp', 'rowid', 'project;', "'", '--', 'sqlite', 'sqlitex_autoindex_1'), fc.string({ unit: 'binary', minLength: 1, maxLength: 12 }))
})

/** Puts it into the file as whoever wrote that file could; false where SQLite itself will not have it. */
function plant(path: string, { kind, name, table: place, how, hidden }: Evil): boolean {
  const db = new Database(path)
  const one = <T>(list: readonly T[], pick = how): T => list[pick % list.length]!
  const table = quoted(one(tables, place))
  const rewrite = (from: string, to: string, of = name): unknown => db.exec(`PRAGMA writable_schema = ON; UPDATE sqlite_schema SET sql = replace(sql, '${from}', '${to}') WHERE name = '${of.replaceAll("'", "''")}'`)
  try {
    db.unsafeMode(true)
    db.pragma('legacy_alter_table = ON')
    const body = one([`SELECT RAISE(ABORT, 'ran')`, 'DELETE FROM coding', 'UPDATE coder SET name = \'Kwaad\'', `SELECT ${RAN}`, ENDLESS])
    if (kind === 'trigger') db.exec(`CREATE TRIGGER ${quoted(name)} ${one(['BEFORE', 'AFTER'])} ${one(['INSERT', 'UPDATE', 'DELETE'], place)} ON ${table} BEGIN ${body}; END`)
    if (kind === 'view') db.exec(`CREATE VIEW ${quoted(name)} AS ${one([ENDLESS, `SELECT ${RAN}`, 'SELECT * FROM coding'])}`)
    if (kind === 'view for a table') db.exec(`ALTER TABLE ${table} RENAME TO ${quoted(name)}; CREATE VIEW ${table} AS ${one([`SELECT * FROM ${quoted(name)}`, ENDLESS, `SELECT ${RAN} AS num`])}`)
    if (kind === 'computed column') {
      db.exec(`ALTER TABLE ${table} ADD COLUMN ${quoted(name)} INTEGER GENERATED ALWAYS AS (1 + 1) VIRTUAL`)
      rewrite('(1 + 1)', one([`(${RAN})`, '(length(randomblob(1000000000)))', '(1)']), one(tables, place))
    }
    if (kind === 'column') db.exec(`ALTER TABLE ${table} ADD COLUMN ${quoted(name)} TEXT`)
    if (kind === 'index') {
      db.exec(`CREATE INDEX ${quoted(name)} ON ${table} (1 + 1)`)
      if (how % 2) rewrite('1 + 1', RAN)
    }
    if (kind === 'virtual table') db.exec(`CREATE VIRTUAL TABLE ${quoted(name)} USING ${one(['fts5(words)', 'fts5(body, content=revision)', 'rtree(a, b, c)', 'fts5vocab(main, revision, row)'])}`)
    if (kind === 'table') db.exec(`CREATE TABLE ${quoted(name)} (a${how % 2 ? ` CHECK (${RAN})` : ''})`)
    if (kind === 'check') db.exec(`PRAGMA writable_schema = ON; UPDATE sqlite_schema SET sql = substr(sql, 1, length(rtrim(sql, ' STRICT')) - 1) || ', CHECK (${RAN})) STRICT' WHERE type = 'table' AND name = '${one(tables, place)}'`)
    if (kind === 'dropped index') db.exec(`DROP INDEX ${quoted(one(indexes))}`)
    if (kind === 'version') db.pragma(`user_version = ${how % (db.pragma('user_version', { simple: true }) as number)}`)
    if (hidden && /^(?:trigger|view|index|table)$/.test(kind)) {
      // Under a name that SQLite keeps for itself, as no statement can make it.
      const from = quoted(name).replaceAll("'", "''")
      db.exec(`PRAGMA writable_schema = ON; UPDATE sqlite_schema SET sql = replace(sql, '${from}', 'sqlite_${kind}'), tbl_name = iif(tbl_name = name, 'sqlite_${kind}', tbl_name), name = 'sqlite_${kind}' WHERE name = '${name.replaceAll("'", "''")}'`)
    }
    return true
  } catch {
    return false
  } finally {
    db.close()
  }
}

function refused(work: () => { close(): void }): string {
  try {
    work().close()
  } catch (error) {
    if (error instanceof Refusal) return `${error.failure.kind} ${error.failure.message}`
    return String(error)
  }
  return 'it opened'
}
const NOT_OURS = /^unsupported_file file\.(?:odd_schema|damaged|not_a_project)$/

test('[8.15] [F5] whatever is in the schema of a file, every way in refuses it, nothing of it runs, and it stays as it is', async () => {
  const seen = new Map<string, number>()
  let looked = 0
  await fc.assert(fc.asyncProperty(evils, async (evil) => {
    const here = mkdtempSync(join(folder, 'trial-'))
    try {
      const [path, profile] = [join(here, 'proef.duiding'), join(here, 'profiel')]
      copyFileSync(template, path)
      fc.pre(plant(path, evil))
      const before = readFileSync(path)
      fc.pre(!before.equals(readFileSync(template)))
      const ways = {
        write: refused(() => openStore(path)), read: refused(() => openStore(path, { readonly: true })), inspect: refused(() => (inspectFile(path, profile), { close() {} })),
        merge: refused(() => openOther(own, path, profile)), mirror: refused(() => (makeMirror(path, join(here, 'gedeeld.duiding'), profile), { close() {} }))
      }
      expect(Object.entries(ways).filter(([, answer]) => !NOT_OURS.test(answer))).toEqual([])
      if (looked++ % 200 === 0) expect((await look(path, profile, 60_000)).failure?.kind).toBe('unsupported_file')
      // A look without the right to write leaves an empty log behind; SQLite's way.
      const left = readdirSync(here).filter((name) => name !== 'profiel' && !name.endsWith('-shm') && statSync(join(here, name)).size > 0)
      expect([readFileSync(path).equals(before), left]).toEqual([true, ['proef.duiding']])
      const what = `${evil.kind}: ${ways.write}`
      seen.set(what, (seen.get(what) ?? 0) + 1)
    } finally {
      rmSync(here, { recursive: true, force: true })
    }
  }), trials(10))
  // Every sort of it came by, and was known for what it is.
  if (TRIALS > 200) for (const kind of KINDS) if (kind !== 'version') expect([...seen.keys()]).toContain(`${kind}: unsupported_file file.odd_schema`)
})
