// The installer in front of every command, in a small repository of its own with a stand-in for npm.
import { spawn } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'

const root = resolve(import.meta.dirname, '../..')
let folder = ''

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'duiding-bootstrap-'))
  cpSync(join(root, 'scripts/bootstrap.mjs'), join(folder, 'scripts/bootstrap.mjs'))
  writeFileSync(join(folder, 'package.json'), '{"type":"module","dependencies":{"a":"1.0.0"},"scripts":{"start":"x"}}')
  writeFileSync(join(folder, 'package-lock.json'), '{"lockfileVersion":3}')
  // Like npm ci: empties node_modules, talks on standard output, takes a while; fails when a file says so.
  writeFileSync(join(folder, 'npm-cli.js'), `
    import { appendFileSync, existsSync, mkdirSync, rmSync } from 'node:fs'
    appendFileSync('calls', process.argv.slice(2).join(' ') + '\\n')
    console.log('added 1 package')
    if (existsSync('broken')) process.exit(3)
    rmSync('node_modules', { recursive: true, force: true })
    await new Promise(done => setTimeout(done, 300))
    mkdirSync('node_modules')`)
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

function bootstrap(): Promise<{ code: number | null, stdout: string, stderr: string }> {
  return new Promise(done => {
    const child = spawn(process.execPath, ['scripts/bootstrap.mjs'], {
      cwd: folder, env: { ...process.env, npm_execpath: join(folder, 'npm-cli.js'), npm_node_execpath: process.execPath }
    })
    let stdout = '', stderr = ''
    child.stdout.on('data', chunk => { stdout += String(chunk) })
    child.stderr.on('data', chunk => { stderr += String(chunk) })
    child.on('close', code => done({ code, stdout, stderr }))
  })
}
const calls = () => (existsSync(join(folder, 'calls')) ? readFileSync(join(folder, 'calls'), 'utf8').trim().split('\n') : [])

test('installs once, with all kinds of dependencies, and says nothing on standard output', async () => {
  const first = await bootstrap()
  expect({ code: first.code, stdout: first.stdout, calls: calls() }).toEqual({ code: 0, stdout: '', calls: ['ci --include=dev --include=optional --no-audit --no-fund'] })
  expect(first.stderr).toMatch(/installing its packages[\s\S]*added 1 package[\s\S]*installed in \d+ s/)
  expect(await bootstrap()).toEqual({ code: 0, stdout: '', stderr: '' })
  expect(calls().length).toBe(1)
})

test('installs anew when the lock or a dependency changed, not when a script did', async () => {
  await bootstrap()
  writeFileSync(join(folder, 'package.json'), '{"type":"module","dependencies":{"a":"1.0.0"},"scripts":{"start":"y"}}')
  await bootstrap()
  expect(calls().length).toBe(1)
  writeFileSync(join(folder, 'package.json'), '{"type":"module","dependencies":{"a":"1.0.1"},"scripts":{"start":"y"}}')
  expect((await bootstrap()).stderr).toContain('the packages changed')
  writeFileSync(join(folder, 'package-lock.json'), '{"lockfileVersion":3,"packages":{}}')
  await bootstrap()
  expect(calls().length).toBe(3)
})

test('a failed install ends with npm’s exit code and is tried again the next time', async () => {
  writeFileSync(join(folder, 'broken'), '')
  const failed = await bootstrap()
  expect({ code: failed.code, hint: failed.stderr.includes('npm ci') }).toEqual({ code: 3, hint: true })
  rmSync(join(folder, 'broken'))
  expect((await bootstrap()).code).toBe(0)
  expect(calls().length).toBe(2)
})

test('two at once install once', async () => {
  const both = await Promise.all([bootstrap(), bootstrap()])
  expect({ codes: both.map(one => one.code), calls: calls().length }).toEqual({ codes: [0, 0], calls: 1 })
})

test('leaves a node_modules that is a link alone, and says so', async () => {
  mkdirSync(join(folder, 'elsewhere'))
  symlinkSync(join(folder, 'elsewhere'), join(folder, 'node_modules'), 'junction')
  const run = await bootstrap()
  expect({ code: run.code, stdout: run.stdout, said: run.stderr.includes('left alone'), calls: calls() }).toEqual({ code: 0, stdout: '', said: true, calls: [] })
})
