// The load of the writers' bench, in a process of its own: windows that code over HTTP, one that listens, one that asks for the cross-table.
import { readFileSync } from 'node:fs'
import { Agent, request } from 'node:http'
import WebSocket from 'ws'
import { newId, type Id } from '../../shared/domain/ids.ts'

export type Material = { path: string; profile: string; coders: Id[]; codes: Id[]; signifier: Id; texts: { id: Id; body: string }[] }
export type Load = { writers: number; /** Milliseconds between two codings of one writer, on average. */ think: number; seconds: number; /** A cross-table every second, or the heaviest one, tested, without a pause. */ table: 'none' | 'each second' | 'heaviest'; links: string[] }
/** cpu: seconds of this process. heard: when a coding was heard of, by id. ids: those that were saved. */
export type LoadReport = {
  saved: number; refused: number; seconds: number; p50: number; p99: number; max: number; cpu: number; ids: Id[]; heard: Record<string, number>; arrival: { p99: number }; table: { p50: number; n: number } | null
}

const [file, wish] = process.argv.slice(2) as [string, string]
const material = JSON.parse(readFileSync(file, 'utf8')) as Material
const load = JSON.parse(wish) as Load
const agent = new Agent({ keepAlive: true, maxSockets: 200 })
const pick = <T>(list: readonly T[]): T => list[Math.floor(Math.random() * list.length)]!
const pause = (delay: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, delay))

type Window = { send(name: string, input: object): Promise<{ ok: boolean }>; headers: Record<string, string>; origin: string; id: Id }

async function openWindow(link: string, coder: Id): Promise<Window> {
  const { origin, port } = new URL(link)
  const entered = await fetch(link, { redirect: 'manual' })
  const id = newId()
  const headers = { cookie: entered.headers.get('set-cookie')!.split(';')[0]!, origin, 'x-duiding-window': id, 'content-type': 'application/json' }
  // Plain node:http: it costs this process a third of what fetch costs, and this process must not be what is measured.
  const send = (name: string, input: object): Promise<{ ok: boolean }> => new Promise((resolve, reject) => {
    const body = JSON.stringify(input)
    const sent = request({ host: '127.0.0.1', port, path: `/call/${name}`, method: 'POST', agent, headers: { ...headers, 'content-length': Buffer.byteLength(body) } }, (response) => {
      let words = ''
      response.setEncoding('utf8')
      response.on('data', (part: string) => { words += part })
      response.on('end', () => resolve(JSON.parse(words) as { ok: boolean }))
    })
    sent.on('error', reject)
    sent.end(body)
  })
  await send('desk.open', { path: material.path })
  await send('desk.enter', { coder })
  return { send, headers, origin, id }
}

const heard: Record<string, number> = {}
async function listen(link: string): Promise<WebSocket> {
  const { id, headers, origin } = await openWindow(link, material.coders[0]!)
  const socket = new WebSocket(`${origin.replace('http', 'ws')}/live?window=${id}`, { headers: { cookie: headers.cookie!, origin } })
  socket.on('message', (words: Buffer) => {
    const message = JSON.parse(words.toString('utf8')) as { is: string; ops?: { kind: string; id: Id }[] }
    if (message.is === 'ops') for (const op of message.ops!) if (op.kind === 'coding.applied') heard[op.id] = Date.now()
  })
  await new Promise((resolve) => socket.once('open', resolve))
  return socket
}

const [times, ids, savedAt]: [number[], Id[], number[]] = [[], [], []]
let refused = 0
async function write(window: Window, until: number): Promise<void> {
  if (load.think > 0) await pause(Math.random() * load.think)
  while (Date.now() < until) {
    const text = pick(material.texts)
    const start = Math.floor(Math.random() * (text.body.length - 120))
    const end = start + 20 + Math.floor(Math.random() * 100)
    const coding = newId()
    const began = performance.now()
    const { ok } = await window.send('coding.apply', { fragment: { text: text.id, revision: 1, start, end, quote: text.body.slice(start, end) }, codes: [{ coding, code: pick(material.codes) }] })
    if (ok) {
      times.push(performance.now() - began)
      ids.push(coding)
      savedAt.push(Date.now())
    } else refused++
    if (load.think > 0) await pause(load.think * (0.5 + Math.random()))
  }
}

const tables: number[] = []
async function askTable(window: Window, until: number): Promise<void> {
  while (Date.now() < until) {
    const began = performance.now()
    if (!(await window.send('crosstab.table', { columns: { is: 'signifier', signifier: material.signifier }, tests: load.table === 'heaviest' })).ok) throw new Error('no cross-table')
    tables.push(performance.now() - began)
    if (load.table === 'each second') await pause(Math.max(0, 1000 - (performance.now() - began)))
  }
}

const links = [...load.links]
const windows: Window[] = []
for (let nth = 0; nth < load.writers; nth++) windows.push(await openWindow(links.pop()!, material.coders[nth % material.coders.length]!))
const socket = await listen(links.pop()!)
const asker = load.table !== 'none' ? await openWindow(links.pop()!, material.coders[0]!) : null
const [before, began] = [process.cpuUsage(), Date.now()]
const until = began + load.seconds * 1000
await Promise.all([...windows.map((window) => write(window, until)), ...(asker ? [askTable(asker, until)] : []), pause(load.seconds * 1000)])
const seconds = (Date.now() - began) / 1000
const { user, system } = process.cpuUsage(before)
await pause(1000)
const rising = times.toSorted((a, b) => a - b)
const quantile = (list: readonly number[], share: number): number => list[Math.min(list.length - 1, Math.ceil(list.length * share) - 1)] ?? 0
const arrivals = ids.flatMap((id, nth) => (heard[id] === undefined ? [Infinity] : [heard[id] - savedAt[nth]!])).toSorted((a, b) => a - b)
console.log(JSON.stringify({
  saved: ids.length, refused, seconds, p50: quantile(rising, 0.5), p99: quantile(rising, 0.99), max: rising.at(-1) ?? 0, cpu: (user + system) / 1e6, ids, heard,
  arrival: { p99: Math.max(0, quantile(arrivals, 0.99)) }, table: tables.length > 0 ? { p50: quantile(tables.toSorted((a, b) => a - b), 0.5), n: tables.length } : null
} satisfies LoadReport))
socket.terminate()
agent.destroy()
