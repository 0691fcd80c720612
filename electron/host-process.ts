// The host in a process of its own (utilityProcess), as seen from the shell: started, watched and stopped in good order.
import type { HostOptions } from '../server/start.ts'
import type { HostAnswer } from '../shared/desktop.ts'

type Electron = typeof import('electron')
export type HostProcess = { url: string, link: string, stop(this: void): Promise<void> }

/** A host that does not close within this time is left to the system: every saved change is already in the file. */
const PATIENCE_MS = 3000

/** Rejects when the host can't start; calls `stopped` when it ends later without being asked to. */
export function startHostProcess({ utilityProcess }: Electron, bundle: string, options: HostOptions, stopped: () => void): Promise<HostProcess> {
  return new Promise((resolve, reject) => {
    const child = utilityProcess.fork(bundle, [JSON.stringify(options)], { serviceName: 'Duiding', stdio: 'inherit' })
    let asked = false
    const ended = new Promise<void>(end => child.once('exit', () => end()))
    const stop = async () => {
      asked = true
      child.postMessage('stop')
      let timer: NodeJS.Timeout | undefined
      await Promise.race([ended, new Promise(late => { timer = setTimeout(late, PATIENCE_MS) })])
      clearTimeout(timer)
      child.kill()
    }
    child.once('message', (answer: HostAnswer) => {
      if ('failure' in answer) return reject(new Error(answer.failure))
      child.once('exit', () => { if (!asked) stopped() })
      resolve({ ...answer, stop })
    })
    // After a first answer this rejection has no effect: a promise settles once.
    child.once('exit', code => reject(new Error(`The host ended before it answered (exit code ${code}).`)))
  })
}
