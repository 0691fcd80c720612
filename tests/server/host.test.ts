// The host's door: only our own address, only with a cookie that came from a ticket, only from our own page; and the feed.
import { request } from 'node:http'
import { connect } from 'node:net'
import { mkdirSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { WebSocket } from 'ws'
import { expect, onTestFinished, test } from 'vitest'
import { FeedMessage } from '../../shared/contract/feed.ts'
import { newId, type Id } from '../../shared/domain/ids.ts'
import { openProfile } from '../../server/profile.ts'
import { startHost, type Host } from '../../server/start.ts'
import { duiding } from '../support/cli.ts'
import { plainWindow, type PlainWindow } from '../support/window.ts'
import { temporaryFolder } from '../support/workbench.ts'

async function host(): Promise<{ host: Host; folder: string }> {
  const folder = temporaryFolder()
  mkdirSync(join(folder, 'venster'))
  writeFileSync(join(folder, 'venster', 'index.html'), '<!doctype html><title>venster</title>')
  writeFileSync(join(folder, 'geheim.txt'), 'niet voor de buitenwereld')
  const started = await startHost({ dataFolder: folder, rendererFolder: join(folder, 'venster') })
  onTestFinished(() => started.close())
  return { host: started, folder }
}

/** A raw request, because fetch sets Host and Origin itself. */
function raw(port: number, path: string, headers: Record<string, string>, method = 'GET'): Promise<{ status: number; body: string }> {
  return new Promise((resolve, reject) => {
    const sent = request({ host: '127.0.0.1', port, path, method, headers }, (response) => {
      let body = ''
      response.on('data', (part: Buffer) => { body += part.toString() })
      response.on('end', () => resolve({ status: response.statusCode!, body }))
    })
    sent.on('error', reject)
    sent.end(method === 'POST' ? '{}' : undefined)
  })
}

test('[S1] nobody gets an answer without a cookie, and a ticket works once', async () => {
  const { host: { port, url } } = await host()
  for (const path of ['/', '/index.html', '/download/x', '/geheim.txt']) expect((await raw(port, path, { host: `127.0.0.1:${port}` })).status).toBe(403)
  expect((await raw(port, '/call/desk.read', { host: `127.0.0.1:${port}`, 'x-duiding-window': newId(), 'content-type': 'application/json' }, 'POST')).status).toBe(403)
  expect((await raw(port, '/?t=verzonnen', { host: `127.0.0.1:${port}` })).status).toBe(403)
  const first = await fetch(url, { redirect: 'manual' })
  expect([first.status, first.headers.get('set-cookie')]).toEqual([303, expect.stringMatching(new RegExp(`^duiding-${port}=[\\w-]{43}; HttpOnly; SameSite=Strict; Path=/$`))])
  expect((await fetch(url, { redirect: 'manual' })).status).toBe(403)
  const again = await fetch(url, { redirect: 'manual', headers: { cookie: first.headers.get('set-cookie')!.split(';')[0]! } })
  expect([again.status, again.headers.get('location'), again.headers.get('set-cookie')]).toEqual([303, '/', null])
})

test('[S2] another name for our address, or another page’s origin, is refused though the cookie is right', async () => {
  const { host: started } = await host()
  const window = await plainWindow(started)
  const { port } = started
  const headers = { ...window.headers, host: `127.0.0.1:${port}` }
  expect((await raw(port, '/call/desk.read', headers, 'POST')).status).toBe(200)
  expect((await raw(port, '/call/desk.read', { ...headers, host: `kwaad.example:${port}` }, 'POST')).status).toBe(403)
  expect((await raw(port, '/call/desk.read', { ...headers, origin: 'http://kwaad.example' }, 'POST')).status).toBe(403)
  expect((await raw(port, '/call/desk.read', { ...headers, origin: `http://127.0.0.1:${port + 1}` }, 'POST')).status).toBe(403)
})

test('[S2] what is no address is refused, also to whoever asks for the feed, and the host stands', async () => {
  const { host: started } = await host()
  const { port } = started
  const { headers } = await plainWindow(started)
  const ours = { ...headers, host: `127.0.0.1:${port}` }
  for (const asks of [{}, { connection: 'Upgrade', upgrade: 'websocket' }] as Record<string, string>[]) {
    // Any page can ask so much of us, without a cookie.
    for (const carried of [{ host: ours.host }, ours]) expect((await raw(port, '//[', { ...carried, ...asks })).status).toBe(403)
  }
  expect((await raw(port, '/%zz', ours)).status).toBe(404)
})

test('[S2] who sends more than is read hears so at the end of it, on a line that stays', async () => {
  const { host: { port }, host: started } = await host()
  const { headers } = await plainWindow(started)
  const line = connect(port, '127.0.0.1')
  onTestFinished(() => { line.destroy() })
  let heard = ''
  line.on('data', (part: Buffer) => { heard += part.toString() })
  const ask = (body: string): void => void line.write(
    `POST /call/desk.read HTTP/1.1\r\n${Object.entries({ ...headers, host: `127.0.0.1:${port}`, 'content-length': String(body.length) }).map(([name, value]) => `${name}: ${value}\r\n`).join('')}\r\n${body}`)
  ask(JSON.stringify({ much: 'x'.repeat(20_000_000) }))
  ask('{}')
  await expect.poll(() => heard.match(/"(?:ok":true|message":"[\w.]+)/g)).toEqual(['"message":"call.too_large', '"ok":true'])
})

test.skipIf(process.platform === 'win32')('[S1] what an installation keeps is for its owner alone', () => {
  const folder = join(temporaryFolder(), 'gedeeld', 'duiding')
  openProfile(folder)
  expect((statSync(folder).mode & 0o777).toString(8)).toBe('700')
})

test('[S3] no path leaves the window’s folder, and every answer forbids what the page does not need', async () => {
  const { host: started } = await host()
  const { port } = started
  const { headers, origin } = await plainWindow(started)
  for (const path of ['/../geheim.txt', '/%2e%2e/geheim.txt', '/..%2fgeheim.txt', '/assets/../../geheim.txt', '//etc/passwd']) {
    const answer = await raw(port, path, { ...headers, host: `127.0.0.1:${port}` })
    expect([answer.status, answer.body.includes('buitenwereld')]).toEqual([404, false])
  }
  const page = await fetch(`${origin}/`, { headers })
  expect(page.headers.get('content-security-policy')).toMatch(/^default-src 'none'; script-src 'self';/)
  expect(page.headers.get('x-content-type-options')).toBe('nosniff')
})

test('an input that is not of the contract is told as such, and names the place', async () => {
  const { host: started, folder } = await host()
  const window = await plainWindow(started)
  await window.call('desk.create', { folder, name: 'Proef', title: 'Proef' })
  expect(await window.call('code.list', { extra: 1 })).toMatchObject({ ok: false, failure: { kind: 'invalid_input', message: 'call.invalid' } })
  expect(await window.call('coder.join', { id: newId(), name: '' })).toMatchObject({ ok: false, failure: { kind: 'invalid_input', values: { field: 'name' } } })
  expect(await window.call('constructor', {})).toMatchObject({ ok: false, failure: { kind: 'not_found', message: 'call.unknown' } })
  expect(await window.call('code.create', { id: newId(), name: 'klik' })).toMatchObject({ ok: false, failure: { kind: 'not_joined', message: 'coder.not_chosen' } })
})

test('what a worker counted comes to the window as it was written, and a refusal as any other', async () => {
  const { host: started, folder } = await host()
  const window = await plainWindow(started)
  await window.call('desk.create', { folder, name: 'Proef', title: 'Proef' })
  const [coder, code] = [newId(), newId()]
  await window.call('coder.join', { id: coder, name: 'Zoë 🙂' })
  await window.call('desk.enter', { coder })
  await window.call('code.create', { id: code, name: 'Vóór “klik” 🙂', parent: null })
  const nothing = { codings: 0, fragments: null, stories: 0 }
  expect(await window.call('frequency.table', { by: 'coder', fragments: false })).toEqual({
    ok: true, seq: 2, value: {
      about: expect.objectContaining({ n: 0 }), parts: [{ id: coder, name: 'Zoë 🙂', stories: 0 }], stories: 0,
      rows: [{ code, name: 'Vóór “klik” 🙂', colour: 1, lumped: [], coders: 0, all: nothing, parts: [nothing] }]
    }
  })
  expect(await window.call('theme.evidence', { theme: newId() })).toMatchObject({ ok: false, failure: { kind: 'not_found' } })
})

/** A window's feed; `until` resolves with the first message that fits. */
async function feed(window: PlainWindow): Promise<{ until: (fits: (message: FeedMessage) => boolean) => Promise<FeedMessage> }> {
  const socket = new WebSocket(`${window.origin.replace('http', 'ws')}/live?window=${window.id}`, { headers: { cookie: window.headers.cookie, origin: window.origin } })
  onTestFinished(() => socket.terminate())
  const heard: FeedMessage[] = []
  const waiting = new Set<() => void>()
  socket.on('message', (words: Buffer) => {
    heard.push(FeedMessage.parse(JSON.parse(words.toString())))
    waiting.forEach((look) => look())
  })
  await new Promise((resolve, reject) => { socket.on('open', resolve); socket.on('error', reject) })
  return {
    until: (fits) => new Promise((resolve) => {
      const look = (): void => {
        const found = heard.find(fits)
        if (found) { waiting.delete(look); resolve(found) }
      }
      waiting.add(look)
      look()
    })
  }
}

const tells = (kind: string) => (message: FeedMessage): boolean => message.is === 'ops' && message.ops.some((op) => op.kind === kind)

test('a window hears of its own acts, of another window’s and of another process on the same file; without a cookie of nothing', async () => {
  const { host: started, folder } = await host()
  const [anna, bram] = [await plainWindow(started), await plainWindow(started)]
  const opened = await anna.call('desk.create', { folder, name: 'Proef', title: 'Proef' })
  const { path } = (opened as { value: { path: string } }).value
  await bram.call('desk.open', { path })
  const enter = async (window: PlainWindow, name: string): Promise<Id> => {
    const id = newId()
    await window.call('coder.join', { id, name })
    await window.call('desk.enter', { coder: id })
    return id
  }
  const annaId = await enter(anna, 'Anna de Boer')
  await enter(bram, 'Bram Visser')
  const [one, two] = [await feed(anna), await feed(bram)]
  const code = newId()
  await anna.call('code.create', { id: code, name: 'klik' })
  for (const listener of [one, two]) {
    expect(await listener.until(tells('code.created'))).toMatchObject({ ops: expect.arrayContaining([{ kind: 'code.created', entity: 'code', id: code, coder: annaId, story: null }]) as unknown })
  }
  expect((await duiding(folder, 'undo', path, '--coder', 'Anna de Boer')).code).toBe(0)
  for (const listener of [one, two]) await listener.until(tells('code.removed'))
  const stranger = new WebSocket(`${anna.origin.replace('http', 'ws')}/live?window=${anna.id}`, { headers: { origin: anna.origin } })
  expect(await new Promise((resolve) => { stranger.on('error', () => resolve('refused')); stranger.on('open', () => resolve('let in')) })).toBe('refused')
})
