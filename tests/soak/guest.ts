// A coder behind a host: codes over HTTP until it is killed; when the host is gone, finds the next and sends again what was not answered.
import { readFileSync } from 'node:fs'
import { enter, type Entered } from '../support/enter.ts'
import { randomGesture, type Ground } from './ground.ts'

const [file, links, nth] = process.argv.slice(2) as [string, string, string]
const ground = JSON.parse(readFileSync(file, 'utf8')) as Ground
const coder = ground.coders[Number(nth)]!

let host: Entered | null = null
async function enterAnew(): Promise<Entered> {
  for (;;) {
    const all = JSON.parse(readFileSync(links, 'utf8')) as string[]
    const link = all[Math.floor(Math.random() * all.length)]
    try {
      if (link !== undefined) {
        const entered = await enter(link)
        await entered.desk('desk.open', { path: ground.path })
        await entered.desk('desk.enter', { coder })
        return entered
      }
    } catch { /* shot while we came in, or a link that was used: there are others */ }
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}

for (;;) {
  const { input } = randomGesture(ground)
  for (;;) {
    host ??= await enterAnew()
    try {
      const result = await host.send('coding.apply', input)
      if (result.ok) {
        process.stdout.write(`${(result.value as { codings: string[] }).codings.join(' ')}\n`)
        break
      }
      if (result.failure.kind !== 'busy') {
        console.error(JSON.stringify(result.failure))
        process.exit(1)
      }
    } catch {
      host = null
    }
  }
}
