// Starts a colleague at work in another program (colleague-work.ts), to see how long bulk work keeps others waiting.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'

/** Ready once this resolves. `stop` gives how long each of the colleague's codings took, in milliseconds. */
export async function colleagueOn(path: string, profile: string): Promise<{ stop(): Promise<number[]> }> {
  const child = spawn(process.execPath, [fileURLToPath(new URL('colleague-work.ts', import.meta.url)), path, profile], { stdio: ['pipe', 'pipe', 'inherit'] })
  let said = ''
  child.stdout.on('data', (part: Buffer) => { said += part.toString('utf8') })
  const gone = once(child, 'close')
  await once(child.stdout, 'data')
  return {
    async stop() {
      child.stdin.end()
      await gone
      return JSON.parse(said) as number[]
    }
  }
}
