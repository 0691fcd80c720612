// The two ends of the wire between shell and host: what the host answers, and how it is stopped.
import { EventEmitter } from 'node:events'
import { expect, test, vi } from 'vitest'
import { startHostProcess } from '../../electron/host-process.ts'
import { serveShell } from '../../server/serve-shell.ts'
import { Refusal } from '../../shared/errors.ts'
import { fakeElectron, settle } from './fake-electron.ts'

const options = { sample: true, rendererFolder: '/app/renderer' }

test('the host tells its address, and closes its file before it ends', async () => {
  const port = Object.assign(new EventEmitter(), { answers: [] as unknown[], postMessage(answer: unknown) { port.answers.push(answer) } })
  const did: unknown[] = []
  const start = (given: unknown) => { did.push(given); return Promise.resolve({ url: 'http://127.0.0.1:1/?t=a', link: () => 'http://127.0.0.1:1/?t=b', close: () => { did.push('closed'); return Promise.resolve() } }) }
  await serveShell(port, options, start, code => { did.push(code) })
  expect({ answers: port.answers, did }).toEqual({ answers: [{ url: 'http://127.0.0.1:1/?t=a', link: 'http://127.0.0.1:1/?t=b' }], did: [options] })
  port.emit('message', { data: 'stop' })
  await settle()
  expect(did).toEqual([options, 'closed', 0])
})

test('the host tells why it cannot start, in words', async () => {
  const failing = async (error: Error) => {
    const answers: unknown[] = []
    await serveShell({ postMessage: answer => answers.push(answer), once: () => {} }, options, () => Promise.reject(error), () => {})
    return answers
  }
  expect(await failing(new Refusal('conflict', 'port.taken', { port: 4000 }))).toEqual([{ failure: 'Poort 4000 is al in gebruik. Kies een andere, of laat het programma er zelf een zoeken.' }])
  expect(await failing(new Error('schijf weg'))).toEqual([{ failure: 'Error: schijf weg' }])
})

test('a host that does not stop when asked is ended after three seconds', async () => {
  vi.useFakeTimers()
  try {
    const fake = fakeElectron()
    const starting = startHostProcess(fake.electron, '/app/host.js', options, () => { throw new Error('not asked for') })
    const host = fake.hosts[0]!
    host.ready()
    const stopping = (await starting).stop()
    await vi.advanceTimersByTimeAsync(2900)
    expect({ told: host.told, killed: host.killed }).toEqual({ told: ['stop'], killed: false })
    await vi.advanceTimersByTimeAsync(200)
    await stopping
    expect(host.killed).toBe(true)
  } finally {
    vi.useRealTimers()
  }
})
