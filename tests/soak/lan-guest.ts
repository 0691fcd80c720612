// A colleague on another machine (lan.ts runs it in a network namespace): knocks without a code, looks at the certificate, joins with its
// own installation, codes, and says what it saw, a line each, until it is put out.
import { request } from 'node:https'
import { WebSocket } from 'ws'
import { certificateOf } from '../../server/lan/remote.ts'
import { startHost } from '../../server/start.ts'
import { newId } from '../../shared/domain/ids.ts'
import { Refusal, type Result } from '../../shared/errors.ts'
import { plainWindow } from '../support/window.ts'

type Wish = { url: string; code: string; print: string; folder: string; name: string; fragment: object; to: string; hostPort: number; /** Tries wrong codes as well; after five a minute the host answers nobody from that address. */ guesses: boolean }
const wish = JSON.parse(process.argv[2]!) as Wish
const say = (what: object): void => void process.stdout.write(`${JSON.stringify(what)}\n`)

/** A bare knock: nobody's cookie. Gives the status, and what the answer is called. */
function knock(name: string, input: object, more: Record<string, string> = {}): Promise<string> {
  return new Promise((resolve, reject) => {
    const headers = { origin: wish.url, 'content-type': 'application/json', 'x-duiding-window': newId(), ...more }
    const sent = request(`${wish.url}/call/${name}`, { method: 'POST', rejectUnauthorized: false, agent: false, headers }, (response) => {
      let words = ''
      response.on('data', (part: Buffer) => { words += part.toString() })
      response.on('end', () => {
        const { failure } = (words.startsWith('{') ? JSON.parse(words) : {}) as { failure?: { message: string } }
        resolve(`${response.statusCode}${failure ? ` ${failure.message}` : ''}`)
      })
    })
    sent.on('error', reject)
    sent.end(JSON.stringify(input))
  })
}

const refusal = (work: Promise<unknown>): Promise<string> => work.then(() => 'let in', (error: unknown) => (error instanceof Refusal ? error.failure.message : 'no answer'))

say({
  bare: await knock('story.list', {}), ...(wish.guesses ? { wrongCode: await knock('lan.join', { code: 'ZZZZ-9999', name: 'Indringer' }) } : {}),
  otherHost: await knock('story.list', {}, { host: 'kwaad.example' }), otherOrigin: await knock('story.list', {}, { origin: 'https://kwaad.example' }), otherCookie: await knock('story.list', {}, { cookie: '__Host-duiding=x' }),
  otherCertificate: await refusal(certificateOf(wish.url, wish.print.replaceAll(/./g, (digit) => (digit === 'A' ? 'B' : 'A')))),
  loopback: await refusal(fetch(`http://${new URL(wish.url).hostname}:${wish.hostPort}/`, { signal: AbortSignal.timeout(2000) }))
})

const host = await startHost({ dataFolder: wish.folder, rendererFolder: wish.folder })
const window = await plainWindow(host)
const must = async (name: string, input: object): Promise<unknown> => {
  const result = await window.call(name, input) as Result<unknown>
  if (!result.ok) throw new Error(`${name}: ${JSON.stringify(result.failure)}`)
  return result.value
}
await must('desk.join', { link: `${wish.url}/#code=${wish.code}&vingerafdruk=${wish.print}`, name: wish.name })
const socket = new WebSocket(`${window.origin.replace('http', 'ws')}/live?window=${window.id}`, { headers: { cookie: window.headers.cookie, origin: window.origin } })
const closed = new Promise<number>((resolve) => socket.on('close', resolve))
await new Promise((resolve) => socket.once('message', resolve))
const coding = newId()
await must('coding.apply', { fragment: wish.fragment, codes: [{ coding, code: wish.to }] })
say({ coding })
const ended = await closed
const at = Date.now()
const after = await window.call('story.list', {}) as Result<unknown>
say({ closed: ended, at, after: after.ok ? 'let in' : after.failure.message, ...(wish.guesses ? { sameCode: await knock('lan.join', { code: wish.code, name: wish.name }) } : {}) })
await host.close()
