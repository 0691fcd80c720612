// Plants one breach of every layer rule in a small copy of the tree and proves that the linter catches each of them:
// a rule that doesn't bite (a typing error in a pattern switches it off without a word) fails here.
import { execFileSync } from 'node:child_process'
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'

const root = resolve(import.meta.dirname, '../..')
const WORKSPACES = ['stories', 'coding', 'codebook', 'themes', 'memos', 'signifiers', 'crosstab', 'compare', 'search', 'session', 'journal', 'history', 'import', 'sharing', 'start', 'project']

/** folder of the importing file -> what it must not import. */
const forbidden: Record<string, string[]> = {
  'shared/domain': ['../../db/open.ts', '../../server/start.ts', '../../renderer/main.tsx', '../../electron/main.ts', '../../scripts/check.mjs', '../../demo/build.ts',
    '../../tests/support/browser.ts', 'node:fs', 'fs', 'react', 'electron', 'better-sqlite3', '@stdlib/math-base-special-erfc', '@types/node', 'zebra', 'zodiac'],
  'shared/statistics': ['../../db/open.ts', '../../server/start.ts', '../../renderer/main.tsx', '../../electron/main.ts', '../../scripts/check.mjs', '../../demo/build.ts',
    '../../tests/support/browser.ts', 'node:fs', 'react', '@lexical/mark', '@e965/xlsx', '@std/x'],
  'db/exchange': ['../../server/start.ts', '../../renderer/main.tsx', '../../electron/main.ts', '../../scripts/check.mjs', '../../demo/build.ts', '../../tests/x.ts', 'electron',
    'react', 'react-dom/client', 'lexical', '@lexical/mark', '@tanstack/react-query', 'i18next', 'react-i18next', 'react-aria-components', 'ws', 'natural', 'node:http', 'node:https', 'node:net', 'node:tls'],
  server: ['../renderer/main.tsx', '../electron/main.ts', '../scripts/check.mjs', '../tests/x.ts', 'electron', 'react', 'react-dom/client', 'lexical', '@lexical/mark', 'i18next', 'better-sqlite3', 'natural'],
  'server/jobs': ['../../renderer/main.tsx', '../../tests/x.ts', 'better-sqlite3', 'natural', 'electron'],
  'server/handlers': ['../../renderer/main.tsx', '../../electron/main.ts', '../../tests/x.ts', 'electron', 'react', 'better-sqlite3', 'natural', '../http-host.ts', '../hub.ts', '../access.ts',
    '../start.ts', '../dispatch.ts', 'ws', 'node:http', 'node:net'],
  demo: ['../db/open.ts', '../server/start.ts', '../renderer/main.tsx', '../electron/main.ts', '../scripts/check.mjs', '../tests/x.ts', 'electron', 'better-sqlite3'],
  'renderer/app': ['../../db/open.ts', '../../server/start.ts', '../../electron/main.ts', '../../scripts/check.mjs', '../../demo/build.ts', '../../tests/x.ts', 'electron', 'better-sqlite3', 'ws',
    'natural', 'node:fs', 'lexical', '@lexical/react/LexicalComposer'],
  ...Object.fromEntries(['api', 'charts', 'i18n'].map(folder => [`renderer/${folder}`, [
    '../../db/open.ts', '../../server/start.ts', 'electron', 'better-sqlite3', 'node:fs', 'lexical', '../app/frame.tsx', ...WORKSPACES.map(other => `../${other}/x.tsx`)]])),
  'renderer/ui': ['../../db/open.ts', '../../server/start.ts', 'electron', 'better-sqlite3', 'node:fs', 'lexical', '@lexical/mark', '../../shared/domain/ids.ts', '../api/client.ts', '../reader/reader.tsx',
    '../charts/triad.tsx', '../app/frame.tsx', '@tanstack/react-query', ...WORKSPACES.map(other => `../${other}/x.tsx`)],
  'renderer/reader': ['../../db/open.ts', '../../server/start.ts', 'electron', 'better-sqlite3', 'node:fs', '../app/frame.tsx', ...WORKSPACES.map(other => `../${other}/x.tsx`)],
  ...Object.fromEntries(WORKSPACES.map(folder => [`renderer/${folder}`, [
    '../../db/open.ts', '../../server/start.ts', '../../electron/main.ts', 'electron', 'better-sqlite3', 'node:fs', ...(folder === 'memos' ? [] : ['lexical', '@lexical/mark']),
    // Memos are written in many places: their folder is met by all workspaces and meets none of them.
    ...WORKSPACES.filter(other => other !== folder && other !== 'memos').map(other => `../${other}/x.tsx`)]])),
  'renderer/coding/margin': ['../../crosstab/x.tsx', '../../../db/open.ts', '../../../server/start.ts'],
  electron: ['../db/open.ts', '../renderer/main.tsx', '../scripts/check.mjs', '../demo/build.ts', '../tests/x.ts', '../server/hub.ts', '../server/dispatch.ts', '../server/handlers/coding.ts', 'better-sqlite3', 'electron'],
  scripts: ['../tests/x.ts', 'electron', 'better-sqlite3'],
  tests: ['electron'],
  bench: ['../tests/x.ts', 'electron', 'better-sqlite3']
}

/** The same folders -> what they may import; proves that the rules don't forbid everything. */
const allowed: Record<string, string[]> = {
  'shared/domain': ['./x.ts', '../errors.ts', 'zod', 'zod/mini'],
  'shared/statistics': ['../domain/ids.ts', 'zod', '@stdlib/math-base-special-erfc'],
  'db/exchange': ['../open.ts', '../../shared/domain/ids.ts', 'better-sqlite3', 'node:fs', 'zod', 'papaparse', '@e965/xlsx'],
  server: ['../db/open.ts', '../shared/errors.ts', './hub.ts', 'node:http', 'ws', 'zod', 'natural/lib/natural/stemmers/porter_stemmer_nl.js'],
  'server/handlers': ['../../db/open.ts', '../../shared/errors.ts', '../context.ts', 'zod'],
  demo: ['../shared/domain/signifier.ts', 'node:fs'],
  'renderer/app': ['../coding/x.tsx', '../ui/button.tsx', '../../shared/domain/ids.ts', 'react', 'fuse.js'],
  'renderer/api': ['../../shared/contract/coding.ts', '@tanstack/react-query'],
  'renderer/ui': ['./button.tsx', 'react', 'react-aria-components'],
  'renderer/reader': ['../ui/button.tsx', '../../shared/domain/ids.ts', 'lexical', '@lexical/mark'],
  'renderer/memos': ['../api/client.ts', 'lexical', '@lexical/react/LexicalComposer'],
  'renderer/session': ['../../shared/contract/session.ts', '../ui/button.tsx', '../charts/triad.tsx', '../memos/memo-form.tsx', './x.tsx'],
  'renderer/coding/margin': ['../x.ts', '../../ui/button.tsx', '../../../shared/domain/ids.ts'],
  electron: ['../server/start.ts', '../shared/desktop.ts', './menu.ts', 'zod', 'node:fs'],
  scripts: ['./runtime.mjs', 'node:fs', 'esbuild'],
  tests: ['../db/open.ts', 'better-sqlite3', './support/browser.ts']
}

let folder = ''
let caught: Map<string, Set<string>>

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'duiding-layers-'))
  copyFileSync(join(root, '.oxlintrc.json'), join(folder, '.oxlintrc.json'))
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'), 'junction')
  for (const [kind, table] of Object.entries({ breach: forbidden, fine: allowed })) {
    for (const [place, specifiers] of Object.entries(table)) {
      specifiers.forEach((specifier, i) => plant(`${place}/${kind}-${i}.ts`, `import * as it from '${specifier}'\nexport const used = it\n`))
    }
  }
  plant('electron/type-only.ts', "import type { App } from 'electron'\nexport type Used = App\n")
  plant('electron/entry.ts', "import * as electron from 'electron'\nexport const used = electron\n")
  plant('electron/preload.ts', "import { contextBridge } from 'electron'\nexport const used = contextBridge\n")
  plant('db/type-only.ts', "import type { App } from 'electron'\nexport type Used = App\n")
  plant('renderer/ui/type-only.ts', "import type { Id } from '../../shared/domain/ids.ts'\nexport type Used = Id\n")
  plant('renderer/app/later.ts', "export const later = () => import('../../db/open.ts')\n")
  plant('renderer/app/passed-on.ts', "export { open } from '../../server/start.ts'\n")
  plant('db/round.ts', "import { b } from './about.ts'\nexport const a = () => b\n")
  plant('db/about.ts', "import { a } from './round.ts'\nexport const b = () => a\n")
  caught = lint()
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

function plant(path: string, words: string) {
  mkdirSync(dirname(join(folder, path)), { recursive: true })
  writeFileSync(join(folder, path), words)
}

/** Rules broken per file, among the rules about imports. */
function lint(): Map<string, Set<string>> {
  const words = run([join(root, 'node_modules/oxlint/bin/oxlint'), '-f', 'json', '--ignore-pattern', 'node_modules'])
  const { diagnostics } = JSON.parse(words) as { diagnostics: { code: string, filename: string }[] }
  const found = new Map<string, Set<string>>()
  for (const { code, filename } of diagnostics) {
    const file = filename.replaceAll('\\', '/')
    found.set(file, (found.get(file) ?? new Set()).add(code))
  }
  return found
}

function run(args: string[]): string {
  try {
    return execFileSync(process.execPath, args, { cwd: folder, encoding: 'utf8', maxBuffer: 64e6 })
  } catch (error) {
    return (error as { stdout: string }).stdout // exit code 1: there are findings, which is the point
  }
}

const LAYER = 'eslint(no-restricted-imports)'
const isCaught = (path: string, rule = LAYER) => caught.get(path)?.has(rule) ?? false

test.each(Object.keys(forbidden))('every forbidden import of %s is caught', place => {
  expect(forbidden[place]!.filter((_, i) => !isCaught(`${place}/breach-${i}.ts`))).toEqual([])
})

test.each(Object.keys(allowed))('%s may import what it needs', place => {
  expect(allowed[place]!.filter((_, i) => isCaught(`${place}/fine-${i}.ts`))).toEqual([])
})

test('types are imports too, except that electron/ may name Electron’s types; only entry.ts and preload.ts meet Electron itself', () => {
  expect(['db/type-only.ts', 'renderer/ui/type-only.ts', 'electron/type-only.ts', 'electron/entry.ts', 'electron/preload.ts'].map(path => isCaught(path)))
    .toEqual([true, true, false, false, false])
})

test('a late import and a passed-on export are imports too', () => {
  expect([isCaught('renderer/app/later.ts'), isCaught('renderer/app/passed-on.ts')]).toEqual([true, true])
})

test('files that import each other in a round are caught', () => {
  expect([isCaught('db/round.ts', 'import(no-cycle)'), isCaught('db/about.ts', 'import(no-cycle)')]).toEqual([true, true])
})
