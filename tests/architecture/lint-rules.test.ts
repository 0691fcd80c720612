// Plants mistakes that the linter must catch: promises nobody waits for, hooks out of order, controls nobody can name.
import { spawnSync } from 'node:child_process'
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { expect, test } from 'vitest'

const root = resolve(import.meta.dirname, '../..')
const mistakes: Record<string, { path: string, words: string }> = {
  'typescript(no-floating-promises)': { path: 'server/a.ts', words: 'async function save() {}\nexport function f() { save() }\n' },
  'typescript(await-thenable)': { path: 'server/b.ts', words: 'export async function f(n: number) { await n }\n' },
  'typescript(no-explicit-any)': { path: 'shared/c.ts', words: 'export const f = (x: any) => String(x)\n' },
  'typescript(switch-exhaustiveness-check)': { path: 'shared/d.ts', words: "export function f(x: 'a' | 'b') { switch (x) { case 'a': return 1 }; return 0 }\n" },
  'eslint(eqeqeq)': { path: 'shared/e.ts', words: 'export const f = (x: number, y: number) => x == y\n' },
  'eslint(no-eval)': { path: 'shared/f.ts', words: "export const f = () => eval('1')\n" },
  'react-hooks(rules-of-hooks)': { path: 'renderer/ui/g.tsx', words: "import { useState } from 'react'\nexport function G({ on }: { on: boolean }) { if (on) { useState(1) } return null }\n" },
  'react-hooks(exhaustive-deps)': { path: 'renderer/ui/h.tsx', words: "import { useEffect } from 'react'\nexport function H({ on }: { on: string }) { useEffect(() => { document.title = on }, []); return null }\n" },
  'react(no-danger)': { path: 'renderer/ui/i.tsx', words: 'export const I = ({ html }: { html: string }) => <p dangerouslySetInnerHTML={{ __html: html }} />\n' },
  'jsx-a11y(alt-text)': { path: 'renderer/ui/j.tsx', words: 'export const J = () => <img src="a.png" />\n' },
  'jsx-a11y(click-events-have-key-events)': { path: 'renderer/ui/k.tsx', words: 'export const K = ({ go }: { go: () => void }) => <div onClick={go}>Verder</div>\n' },
  'vitest(no-focused-tests)': { path: 'tests/l.test.ts', words: "import { expect, test } from 'vitest'\ntest.only('x', () => { expect(1).toBe(1) })\n" },
  'vitest(expect-expect)': { path: 'tests/m.test.ts', words: "import { test } from 'vitest'\ntest('x', () => {})\n" }
}

test('each planted mistake is caught by the rule meant for it', () => {
  const folder = mkdtempSync(join(tmpdir(), 'duiding-lint-'))
  try {
    for (const file of ['.oxlintrc.json', 'tsconfig.json']) copyFileSync(join(root, file), join(folder, file))
    mkdirSync(join(folder, 'tsconfig'))
    for (const name of ['base', 'shared', 'node', 'renderer', 'electron', 'tests']) copyFileSync(join(root, `tsconfig/${name}.json`), join(folder, `tsconfig/${name}.json`))
    symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'), 'junction')
    for (const { path, words } of Object.values(mistakes)) {
      mkdirSync(dirname(join(folder, path)), { recursive: true })
      writeFileSync(join(folder, path), words)
    }
    const { stdout } = spawnSync(process.execPath, [join(root, 'node_modules/oxlint/bin/oxlint'), '--type-aware', '-f', 'json'], { cwd: folder, encoding: 'utf8' })
    const { diagnostics } = JSON.parse(stdout) as { diagnostics: { code: string, filename: string }[] }
    const caught = new Set(diagnostics.map(({ code, filename }) => `${code} ${filename.replaceAll('\\', '/')}`))
    expect(Object.entries(mistakes).filter(([rule, { path }]) => !caught.has(`${rule} ${path}`)).map(([rule]) => rule)).toEqual([])
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
})
