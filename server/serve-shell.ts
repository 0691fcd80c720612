// Inside the host's own process: starts the host, tells the shell where it is, closes it when the shell says stop.
import type { HostAnswer } from '../shared/desktop.ts'
import { Refusal } from '../shared/errors.ts'
import { failureSentence } from '../shared/failures/words.ts'
import type { Host, HostOptions } from './start.ts'

/** The wire to the shell: Electron's `process.parentPort`. */
export type Port = { postMessage(answer: HostAnswer): void, once(event: 'message', listener: () => void): unknown }
type StartHost = (options: HostOptions) => Promise<Pick<Host, 'url' | 'link' | 'close'>>

export async function serveShell(port: Port, options: HostOptions, start: StartHost, end: (code: number) => void): Promise<void> {
  try {
    const host = await start(options)
    port.once('message', () => { void host.close().finally(() => end(0)) })
    port.postMessage({ url: host.url, link: host.link() })
  } catch (error) {
    const words = error instanceof Refusal ? failureSentence(error.failure, 'nl') : String(error)
    port.postMessage({ failure: words })
  }
}
