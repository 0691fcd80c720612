// A host in a process of its own, as `npm start -- --no-open` makes it, on a project file of the test's choosing.
import { spawn } from 'node:child_process'
import { join, resolve } from 'node:path'
import { onTestFinished } from 'vitest'
import { newId, type Id } from '../../shared/domain/ids.ts'
import { enter, type Entered } from './enter.ts'

const root = resolve(import.meta.dirname, '../..')

export type HostProcess = {
  url: string
  /** What it wrote on standard error so far. */
  complaints(): string
  /** Ends it and waits until it is gone: SIGTERM asks, SIGKILL does not. */
  end(signal: 'SIGTERM' | 'SIGKILL'): Promise<void>
}

/** `home`: the folder of this installation (two hosts with one home are two programs of one person). */
export async function startHostProcess(project: string, home: string): Promise<HostProcess> {
  const env = { ...process.env, HOME: home, XDG_DATA_HOME: home, APPDATA: home, USERPROFILE: home }
  const child = spawn(process.execPath, [join(root, 'scripts/launch.mjs'), '--no-open', '--project', project], { cwd: root, env })
  let stderr = ''
  child.stderr.on('data', chunk => { stderr += String(chunk) })
  const gone = new Promise<void>(done => child.on('close', () => done()))
  onTestFinished(() => { child.kill('SIGKILL') })
  const url = await new Promise<string>((found, lost) => {
    let stdout = ''
    child.stdout.on('data', chunk => { stdout += String(chunk); if (stdout.includes('\n')) found(stdout.trim()) })
    child.on('close', code => lost(new Error(`The host ended with ${code}: ${stderr}`)))
  })
  return { url, complaints: () => stderr, end: async signal => { child.kill(signal); await gone } }
}

/** A window on this host with the project open, speaking for a new coder. */
export async function openWindow({ url }: HostProcess, project: string, name: string): Promise<Entered & { coder: Id }> {
  const entered = await enter(url)
  await entered.desk('desk.open', { path: project })
  const coder = newId()
  await entered.call('coder.join', { id: coder, name })
  await entered.desk('desk.enter', { coder })
  return { ...entered, coder }
}
