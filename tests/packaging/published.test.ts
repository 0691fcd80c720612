// The `duiding` command as an installed package: its bundle, better-sqlite3 and nothing else; and as it runs from a clone.
import { spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { bundleCli } from '../../scripts/bundle.mjs'

const root = resolve(import.meta.dirname, '../..')
const folder = mkdtempSync(join(tmpdir(), 'duiding-published-'))
const installed = join(folder, 'node_modules', 'duiding')
const TABLE = 'id;verhaal;invloed\n1;Zij kwam op tijd en luisterde.;80\n2;Niemand belde terug.;15\n'

beforeAll(async () => {
  for (const part of ['scripts', 'package.json']) cpSync(join(root, part), join(installed, part), { recursive: true })
  await bundleCli(join(installed, 'dist/cli'))
  symlinkSync(join(root, 'node_modules/better-sqlite3'), join(folder, 'node_modules/better-sqlite3'), 'junction')
  writeFileSync(join(folder, 'verhalen.csv'), TABLE)
}, 60_000)
afterAll(() => rmSync(folder, { recursive: true, force: true }))

function duiding(script: string, cwd: string, ...args: string[]) {
  const env: NodeJS.ProcessEnv = { ...process.env, LANG: 'nl_NL.UTF-8', LC_ALL: '', HOME: folder, XDG_DATA_HOME: join(folder, 'data'), APPDATA: join(folder, 'data') }
  const { status, stdout, stderr } = spawnSync(process.execPath, [script, ...args], { cwd, env, encoding: 'utf8' })
  return { status, stdout, stderr }
}

describe.each([['installed', join(installed, 'scripts/cli.mjs')], ['in a clone', join(root, 'scripts/cli.mjs')]])('%s', (place, script) => {
  const cwd = join(folder, place.replaceAll(' ', '-'))
  beforeAll(() => {
    mkdirSync(cwd)
    cpSync(join(folder, 'verhalen.csv'), join(cwd, 'verhalen.csv'))
  })

  test('makes a project, imports, and tells what is in it', () => {
    expect(duiding(script, cwd, 'new', 'wijk.duiding', '--json')).toMatchObject({ status: 0, stderr: '' })
    const imported = duiding(script, cwd, 'import', 'wijk.duiding', 'verhalen.csv', '--group', 'gezinnen', '--json')
    expect({ ...imported, stdout: JSON.parse(imported.stdout) as unknown }).toMatchObject({ status: 0 })
    const stories = duiding(script, cwd, 'stories', 'wijk.duiding', '--json')
    expect((JSON.parse(stories.stdout) as unknown[]).length).toBe(2)
    expect(duiding(script, cwd, 'check', 'wijk.duiding')).toMatchObject({ status: 0 })
  }, 60_000)

  test('a mistake ends in one sentence on standard error', () => {
    const { status, stdout, stderr } = duiding(script, cwd, 'info', 'weg.duiding')
    expect({ status, stdout, lines: stderr.trim().split('\n').length }).toEqual({ status: 1, stdout: '', lines: 1 })
    expect(existsSync(join(cwd, 'weg.duiding'))).toBe(false)
  })
})

test('an installed package without its bundle says what is missing', () => {
  const bare = join(folder, 'bare', 'node_modules', 'duiding')
  for (const part of ['scripts', 'package.json']) cpSync(join(root, part), join(bare, part), { recursive: true })
  expect(duiding(join(bare, 'scripts/cli.mjs'), folder, 'info', 'x')).toEqual({
    status: 1, stdout: '', stderr: 'This copy of Duiding is not complete: dist/cli/main.js is missing. Build it with: npm run dist -- --cli\n'
  })
})
