// The real command line, in processes of its own.
import { fork, spawn, type ChildProcess } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { onTestFinished } from 'vitest'

export type Ran = { code: number; out: string; err: string }

const envIn = (folder: string): NodeJS.ProcessEnv => {
  const { npm_lifecycle_event: _, ...env } = process.env
  return { ...env, DUIDING_PROFILE: `${folder}/profiel`, LC_ALL: 'nl_NL.UTF-8' }
}

/** Runs `duiding …` in `folder` as one types it: a process from beginning to end, with a profile of its own there; Dutch sentences. */
export function duidingTyped(folder: string, ...args: string[]): Promise<Ran> {
  const script = fileURLToPath(new URL('../../scripts/cli.mjs', import.meta.url))
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [script, ...args], { cwd: folder, env: envIn(folder) })
    let [out, err] = ['', '']
    child.stdout.on('data', (part: Buffer) => { out += part.toString('utf8') })
    child.stderr.on('data', (part: Buffer) => { err += part.toString('utf8') })
    child.on('error', reject)
    child.on('close', (code) => resolve({ code: code ?? -1, out, err }))
  })
}

const people = new Map<string, ChildProcess>()

/** The same command in the process of whoever works in `folder`: starting one for every command costs ten times what the command does. */
export function duiding(folder: string, ...args: string[]): Promise<Ran> {
  const person = people.get(folder) ?? start(folder)
  return new Promise((resolve, reject) => {
    const lost = (code: number | null) => reject(new Error(`duiding ${args.join(' ')}: the process ended with ${code}`))
    person.once('exit', lost)
    person.once('message', (ran) => { person.off('exit', lost); resolve(ran as Ran) })
    person.send(args)
  })
}

function start(folder: string): ChildProcess {
  const person = fork(fileURLToPath(new URL('./cli-runner.ts', import.meta.url)), { cwd: folder, env: envIn(folder) })
  people.set(folder, person)
  onTestFinished(() => { people.delete(folder); person.kill() })
  return person
}

/** The same, which must succeed, with --json: its value. */
export async function duidingJson(folder: string, ...args: string[]): Promise<unknown> {
  const { code, out, err } = await duiding(folder, ...args, '--json')
  if (code !== 0) throw new Error(`duiding ${args.join(' ')}: ${code}\n${err}`)
  return out === '' ? null : JSON.parse(out)
}
