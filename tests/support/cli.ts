// The real command line as a real process.
import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'

export type Ran = { code: number; out: string; err: string }

/** Runs `duiding …` in `folder`, with a profile of its own there; Dutch sentences. */
export function duiding(folder: string, ...args: string[]): Promise<Ran> {
  const script = fileURLToPath(new URL('../../scripts/cli.mjs', import.meta.url))
  const { npm_lifecycle_event: _, ...env } = process.env
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [script, ...args], { cwd: folder, env: { ...env, DUIDING_PROFILE: `${folder}/profiel`, LC_ALL: 'nl_NL.UTF-8' } })
    let [out, err] = ['', '']
    child.stdout.on('data', (part: Buffer) => { out += part.toString('utf8') })
    child.stderr.on('data', (part: Buffer) => { err += part.toString('utf8') })
    child.on('error', reject)
    child.on('close', (code) => resolve({ code: code ?? -1, out, err }))
  })
}

/** The same, which must succeed, with --json: its value. */
export async function duidingJson(folder: string, ...args: string[]): Promise<unknown> {
  const { code, out, err } = await duiding(folder, ...args, '--json')
  if (code !== 0) throw new Error(`duiding ${args.join(' ')}: ${code}\n${err}`)
  return out === '' ? null : JSON.parse(out)
}
