// The project on the network: who gets in, under which address, from which page, with which certificate, and how one is out again.
// Over real sockets and TLS; from another network namespace where the machine allows one.
import { execFile } from 'node:child_process'
import { X509Certificate } from 'node:crypto'
import { request } from 'node:https'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { connect } from 'node:tls'
import { promisify } from 'node:util'
import { WebSocket } from 'ws'
import { expect, inject, onTestFinished, test } from 'vitest'
import type { FeedMessage } from '../../shared/contract/feed.ts'
import type { Invite, LanOpen } from '../../shared/contract/lan.ts'
import { newId, type Id } from '../../shared/domain/ids.ts'
import type { Result } from '../../shared/errors.ts'
import { openStore } from '../../db/open.ts'
import { readEpoch } from '../../db/project.ts'
import { makeCertificate } from '../../server/lan/certificate.ts'
import { reachable } from '../../server/lan/addresses.ts'
import { createLimiter } from '../../server/lan/limiter.ts'
import { startHost } from '../../server/start.ts'
import { plainStories } from '../support/plain-stories.ts'
import { plainWindow, type PlainWindow } from '../support/window.ts'
import { temporaryFolder } from '../support/workbench.ts'

/** A second address of this machine, where it has one by itself. */
const [ONE, TWO] = process.platform === 'linux' ? ['127.0.0.2', '127.0.0.3'] as const : ['127.0.0.1', '127.0.0.1'] as const

type Answer = { status: number; headers: Record<string, unknown>; body: string }

/** A raw request over TLS that trusts the certificate for what it is: compared by hand elsewhere. */
function raw(url: string, path: string, headers: Record<string, string> = {}, body?: object): Promise<Answer> {
  const to = new URL(url)
  return new Promise((resolve, reject) => {
    const sent = request({ host: to.hostname, port: to.port, path, method: body ? 'POST' : 'GET', rejectUnauthorized: false, agent: false, headers }, (response) => {
      let words = ''
      response.on('data', (part: Buffer) => { words += part.toString() })
      response.on('end', () => resolve({ status: response.statusCode!, headers: response.headers, body: words }))
    })
    sent.on('error', reject)
    sent.end(body ? JSON.stringify(body) : undefined)
  })
}

const must = async <T>(window: PlainWindow, name: string, input: object): Promise<T> => {
  const result = await window.call(name, input)
  if (!result.ok) throw new Error(`${name}: ${JSON.stringify(result)}`)
  return result.value
}

/** Anna's project, open to colleagues. `lanAddress`: where it listens. */
async function shared(lanAddress: string = ONE) {
  const folder = temporaryFolder()
  mkdirSync(join(folder, 'venster'))
  writeFileSync(join(folder, 'venster', 'index.html'), '<!doctype html><title>venster</title>')
  const host = await startHost({ dataFolder: join(folder, 'data'), rendererFolder: join(folder, 'venster'), lanAddress })
  onTestFinished(() => host.close())
  const anna = await plainWindow(host)
  const { path } = await must<{ path: string }>(anna, 'desk.create', { folder, name: 'Proef', title: 'Proef' })
  const seed = openStore(path)
  const stories = plainStories(seed, ['Het klikte meteen.'])
  seed.close()
  const coder = newId()
  await must(anna, 'coder.join', { id: coder, name: 'Anna de Boer' })
  await must(anna, 'desk.enter', { coder })
  const open = await must<LanOpen>(anna, 'lan.open', {})
  return { host, anna, coder, path, folder, open, story: stories[0]!, url: open.links[0]!.url }
}

/** A colleague's browser that got in. */
async function joins(anna: PlainWindow, url: string, name: string, role = 'coder') {
  const { code } = await must<Invite>(anna, 'lan.invite', { role })
  const origin = { origin: url, 'content-type': 'application/json' }
  const joined = await raw(url, '/call/lan.join', origin, { code, name })
  if (joined.status !== 200) throw new Error(joined.body)
  const cookie = (joined.headers['set-cookie'] as string[])[0]!.split(';')[0]!
  const { value: { coder } } = JSON.parse(joined.body) as { value: { coder: Id } }
  const window = newId()
  const headers = { ...origin, cookie, 'x-duiding-window': window }
  const call = async (call: string, input: object): Promise<Result<unknown>> => JSON.parse((await raw(url, `/call/${call}`, headers, input)).body) as Result<unknown>
  return { coder, cookie, window, headers, call, code }
}

function listen(url: string, window: Id, headers: Record<string, string>): Promise<{ heard: FeedMessage[]; closed: Promise<number> }> {
  const socket = new WebSocket(`${url.replace('https', 'wss')}/live?window=${window}`, { headers, rejectUnauthorized: false })
  const heard: FeedMessage[] = []
  const closed = new Promise<number>((resolve) => socket.on('close', resolve))
  return new Promise((resolve, reject) => {
    socket.on('error', reject)
    socket.on('message', (words: Buffer) => { heard.push(JSON.parse(words.toString('utf8')) as FeedMessage); resolve({ heard, closed }) })
  })
}

test('[G1] a colleague comes in with a code of their own, once, with the role it was given for; without one nothing is answered', async () => {
  const { anna, url, story } = await shared()
  const bare = { origin: url, 'content-type': 'application/json', 'x-duiding-window': newId() }
  expect((await raw(url, '/')).status).toBe(200) // the window itself, which holds nothing of the project
  for (const [path, body] of [['/call/story.list', {}], ['/call/desk.read', {}], ['/call/coder.join', { id: newId(), name: 'Indringer' }]] as const) {
    expect(JSON.parse((await raw(url, path, bare, body)).body)).toMatchObject({ ok: false, failure: { kind: 'not_joined', message: 'lan.not_in' } })
  }
  expect(JSON.parse((await raw(url, '/call/lan.join', bare, { code: 'AAAA-AAAA', name: 'Indringer' })).body)).toMatchObject({ ok: false, failure: { message: 'lan.wrong_code' } })
  expect((await raw(url, '//[', { connection: 'Upgrade', upgrade: 'websocket' })).status).toBe(403) // no address at all, and the host stands
  expect(JSON.parse((await raw(url, '/call/lan.join', bare, { code: 'A'.repeat(100_000) })).body)).toMatchObject({ ok: false, failure: { message: 'call.too_large' } })
  const { code } = await must<Invite>(anna, 'lan.invite', { role: 'reader' })
  expect(code).toMatch(/^[A-HJ-NP-Z2-9]{4}-[A-HJ-NP-Z2-9]{4}$/)
  expect(JSON.parse((await raw(url, '/call/lan.join', bare, { code })).body)).toMatchObject({ ok: false, failure: { message: 'lan.name_needed' } })
  const joined = await raw(url, '/call/lan.join', bare, { code: code.toLowerCase().replace('-', ' '), name: 'Rob' })
  const port = new URL(url).port
  expect([joined.status, (joined.headers['set-cookie'] as string[])[0]]).toEqual([200, expect.stringMatching(new RegExp(`^__Host-duiding-${port}=[\\w-]{43}; Secure; HttpOnly; SameSite=Strict; Path=/; Max-Age=1209600$`))])
  expect(JSON.parse((await raw(url, '/call/lan.join', bare, { code, name: 'Nog een' })).body)).toMatchObject({ ok: false, failure: { message: 'lan.wrong_code' } })
  const headers = { ...bare, cookie: (joined.headers['set-cookie'] as string[])[0]!.split(';')[0]! }
  const call = async (name: string, input: object) => JSON.parse((await raw(url, `/call/${name}`, headers, input)).body) as Result<unknown>
  expect(await call('story.list', {})).toMatchObject({ ok: true, value: { total: 1 } })
  expect(await call('coder.list', {})).toMatchObject({ ok: true, value: [{ name: 'Anna de Boer', role: 'lead' }, { name: 'Rob', role: 'reader' }] })
  expect(await call('reading.open', { story: story.story })).toMatchObject({ ok: false, failure: { message: 'coder.no_right' } })
  // Nothing of the host's disk, nobody else's chair, no way to be somebody new.
  for (const [name, input] of [
    ['desk.browse', { folder: null }], ['desk.open', { path: '/etc/passwd' }], ['desk.create', { folder: '/tmp', name: 'x', title: 'x' }], ['desk.saveCopy', { folder: '/tmp', name: 'x' }], ['desk.openSample', {}],
    ['snapshot.list', {}], ['import.start', {}], ['import.look', {}], ['job.read', { job: newId() }], ['lan.open', {}], ['lan.invite', { role: 'lead' }]
  ] as const) expect([name, await call(name, input)]).toEqual([name, expect.objectContaining({ ok: false, failure: expect.objectContaining({ kind: 'not_found', message: 'call.unknown' }) as unknown })])
  for (const [name, input] of [['coder.join', { id: newId(), name: 'Tweede ik', role: 'lead' }], ['desk.enter', { coder: (await must<{ id: Id }[]>(anna, 'coder.list', {}))[0]!.id }], ['desk.leave', {}]] as const) {
    expect(await call(name, input)).toMatchObject({ ok: false, failure: { kind: 'forbidden', message: 'lan.not_offered' } })
  }
  for (const path of ['/upload?name=x.csv', '/download/x']) expect((await raw(url, path, headers, {})).status).toBe(404)
  expect((await call('desk.read', {}))).toMatchObject({ ok: true, value: { recent: [], opened: { path: '', title: 'Proef' }, guest: { host: 'Anna de Boer' } } })
})

test('[G2] only under the host’s own addresses, only from its own page, with a colleague’s own windows', async () => {
  const { anna, url } = await shared()
  const [bram, noor] = [await joins(anna, url, 'Bram'), await joins(anna, url, 'Noor')]
  const { host: own } = new URL(url)
  const status = async (headers: Record<string, string>) => (await raw(url, '/call/code.list', headers, {})).status
  expect(await status(bram.headers)).toBe(200)
  expect(await status({ ...bram.headers, host: `kwaad.example:${new URL(url).port}`, origin: `https://kwaad.example:${new URL(url).port}` })).toBe(403)
  expect(await status({ ...bram.headers, origin: 'https://kwaad.example' })).toBe(403)
  expect(await status({ ...bram.headers, origin: `http://${own}` })).toBe(403)
  const { origin: _, ...withoutOrigin } = bram.headers
  expect(await status(withoutOrigin)).toBe(403)
  expect(await status({ ...bram.headers, cookie: bram.cookie.replace(/.$/, (last) => (last === 'A' ? 'B' : 'A')) })).toBe(403)
  expect((await raw(url, '/', { host: 'kwaad.example' })).status).toBe(403)
  // Noor names Bram's window and speaks for herself all the same.
  const asBram = { ...noor.headers, 'x-duiding-window': bram.window }
  expect(JSON.parse((await raw(url, '/call/desk.read', asBram, {})).body)).toMatchObject({ value: { opened: { coder: noor.coder } } })
  await expect(listen(url, bram.window, { cookie: bram.cookie })).rejects.toThrow('403')
  await expect(listen(url, bram.window, { cookie: bram.cookie, origin: 'https://kwaad.example' })).rejects.toThrow('403')
  await expect(listen(url, bram.window, { origin: url })).rejects.toThrow('403')
  // The door of the host's own windows stays shut to the network, and knows no colleague's cookie.
  expect((await fetch(`${anna.origin}/call/desk.read`, { method: 'POST', headers: { ...bram.headers, origin: anna.origin }, body: '{}' })).status).toBe(403)
})

test('[G3] a removed colleague is out at once, in every window; stopping tells everybody and closes the door', async () => {
  const { anna, url } = await shared()
  const [bram, noor] = [await joins(anna, url, 'Bram'), await joins(anna, url, 'Noor')]
  const [hearsBram, hearsNoor] = [await listen(url, bram.window, { cookie: bram.cookie, origin: url }), await listen(url, noor.window, { cookie: noor.cookie, origin: url })]
  const { open } = await must<{ open: LanOpen }>(anna, 'lan.read', {})
  expect(open.guests.map(({ coder, here }) => ({ coder, here }))).toEqual([{ coder: bram.coder, here: true }, { coder: noor.coder, here: true }])
  await must(anna, 'lan.remove', { guest: open.guests[0]!.guest })
  expect(await hearsBram.closed).toBe(4000)
  expect(hearsBram.heard.at(-1)).toEqual({ is: 'out', why: 'removed' })
  expect(await bram.call('code.list', {})).toMatchObject({ ok: false, failure: { message: 'lan.not_in' } })
  await expect(listen(url, bram.window, { cookie: bram.cookie, origin: url })).rejects.toThrow('403')
  expect(await noor.call('code.list', {})).toMatchObject({ ok: true })
  await must(anna, 'lan.close', {})
  expect([await hearsNoor.closed, hearsNoor.heard.at(-1)]).toEqual([4000, { is: 'out', why: 'stopped' }])
  await expect(noor.call('code.list', {})).rejects.toThrow('ECONNREFUSED')
  expect(await must(anna, 'lan.read', {})).toMatchObject({ open: null, ended: { why: 'stopped' } })
  // Opened again: the same link, the same certificate, and Noor is still in; Bram is not.
  const again = await must<LanOpen>(anna, 'lan.open', {})
  expect([again.links[0]!.url, again.fingerprint]).toEqual([url, open.fingerprint])
  expect(await noor.call('code.list', {})).toMatchObject({ ok: true })
  expect(await bram.call('code.list', {})).toMatchObject({ ok: false, failure: { message: 'lan.not_in' } })
})

test('[G4] who opened it last hosts: the one before sees the higher epoch, tells everybody and stops', async () => {
  const { anna, url, path, coder } = await shared()
  const bram = await joins(anna, url, 'Bram')
  const hears = await listen(url, bram.window, { cookie: bram.cookie, origin: url })
  const folder = temporaryFolder()
  const other = await startHost({ dataFolder: folder, rendererFolder: folder, lanAddress: TWO })
  onTestFinished(() => other.close())
  const window = await plainWindow(other)
  await must(window, 'desk.open', { path })
  await must(window, 'desk.enter', { coder })
  const taken = await must<LanOpen>(window, 'lan.open', {})
  expect(await hears.closed).toBe(4000)
  expect(hears.heard.at(-1)).toEqual({ is: 'out', why: 'taken' })
  await expect.poll(() => must(anna, 'lan.read', {})).toMatchObject({ open: null, ended: { why: 'taken' } })
  const noor = await joins(window, taken.links[0]!.url, 'Noor')
  expect(await noor.call('code.list', {})).toMatchObject({ ok: true })
  const store = openStore(path, { readonly: true })
  expect(readEpoch(store)).toBe(2)
  store.close()
})

test('[G5] the certificate is the machine’s own: good for its addresses, the one that is shown, kept, and never http', async () => {
  const { open, url } = await shared()
  const to = new URL(url)
  const seen = await new Promise<X509Certificate>((resolve, reject) => {
    const socket = connect({ host: to.hostname, port: Number(to.port), rejectUnauthorized: false }, () => { resolve(socket.getPeerX509Certificate()!); socket.end() })
    socket.on('error', reject)
  })
  expect([seen.fingerprint256, seen.checkIP(ONE), seen.verify(seen.publicKey), seen.ca]).toEqual([open.fingerprint, ONE, true, false])
  expect(reachable().map(({ address }) => seen.checkIP(address) === undefined)).not.toContain(true)
  // Trusted as it stands, it passes a full check of name and signature; another one of ours does not pass for it.
  const trusted = (ca: string) => new Promise((resolve) => {
    const socket = connect({ host: to.hostname, port: Number(to.port), ca, servername: '' }, () => { resolve('trusted'); socket.end() })
    socket.on('error', (error: NodeJS.ErrnoException) => resolve(error.code))
  })
  expect(await trusted(seen.toString())).toBe('trusted')
  expect(await trusted(makeCertificate([ONE]).cert)).not.toBe('trusted')
  await expect(fetch(url.replace('https', 'http'))).rejects.toThrow()
  const v6 = new X509Certificate(makeCertificate(['fd00::2', 'werkplek.local']).cert)
  expect([v6.checkIP('fd00:0:0:0:0:0:0:2'), v6.checkIP('fd00::3'), v6.checkHost('werkplek.local'), v6.checkHost('elders.local')]).toEqual(['fd00:0:0:0:0:0:0:2', undefined, 'werkplek.local', undefined])
})

test('[G6] codes can’t be guessed: few tries a minute from one address, and few in all', () => {
  let now = 0
  const limiter = createLimiter({ now: () => now })
  const guess = (address: string) => { const allowed = limiter.allows(address); if (allowed) limiter.failed(address); return allowed }
  expect(Array.from({ length: 7 }, () => guess('10.0.0.7'))).toEqual([true, true, true, true, true, false, false])
  expect(guess('10.0.0.8')).toBe(true)
  expect(Array.from({ length: 60 }, (_, at) => guess(`10.0.1.${at}`)).filter(Boolean).length).toBe(34)
  now = 60_001
  expect(guess('10.0.0.7')).toBe(true)
  expect(Array.from({ length: 5 }, () => guess('10.0.0.7')).at(-1)).toBe(false)
  now = -3_600_000 // a clock that was set back shuts nobody out until it is there again
  expect(guess('10.0.0.7')).toBe(true)
})

test('[G1] from another network namespace: refused without the code, in with it, and the loopback door can’t be reached at all', async (context) => {
  const machine = inject('otherMachine')
  if (!machine) return context.skip('this machine allows no network namespaces')
  const run = async (script: string): Promise<unknown> => JSON.parse((await promisify(execFile)(machine.within[0]!, [...machine.within.slice(1), process.execPath, '--input-type=module', '-e', script],
    { env: { ...process.env, NODE_TLS_REJECT_UNAUTHORIZED: '0' } })).stdout)
  const { anna, host } = await shared(machine.address)
  const { open } = await must<{ open: LanOpen }>(anna, 'lan.read', {})
  const { code } = await must<Invite>(anna, 'lan.invite', { role: 'coder' })
  const url = open.links[0]!.url
  expect(url.startsWith(`https://${machine.address}:`)).toBe(true)
  expect(await run(`
    const headers = { origin: ${JSON.stringify(url)}, 'content-type': 'application/json', 'x-duiding-window': ${JSON.stringify(newId())} }
    const post = async (name, body, more = {}) => { const answer = await fetch(${JSON.stringify(url)} + '/call/' + name, { method: 'POST', headers: { ...headers, ...more }, body: JSON.stringify(body) }); return { answer, body: await answer.json() } }
    const refused = (await post('story.list', {})).body.failure.message
    const wrong = (await post('lan.join', { code: 'ZZZZ-9999', name: 'Noor' })).body.failure.message
    const joined = await post('lan.join', { code: ${JSON.stringify(code)}, name: 'Noor' })
    const cookie = joined.answer.headers.get('set-cookie').split(';')[0]
    const stories = (await post('story.list', {}, { cookie })).body.value.total
    const loopback = await fetch('http://${machine.address}:${host.port}/', { signal: AbortSignal.timeout(2000) }).then(() => 'reached', () => 'not reached')
    console.log(JSON.stringify({ refused, wrong, stories, loopback }))
  `)).toEqual({ refused: 'lan.not_in', wrong: 'lan.wrong_code', stories: 1, loopback: 'not reached' })
})

test('[G7] another installation joins by the link: only with the certificate it names, then as any window, and it hears when it is out', async () => {
  const { anna, open, url, story } = await shared()
  const folder = temporaryFolder()
  const other = await startHost({ dataFolder: folder, rendererFolder: folder })
  onTestFinished(() => other.close())
  const bram = await plainWindow(other)
  const { code } = await must<Invite>(anna, 'lan.invite', { role: 'coder' })
  const link = (print: string) => `${url}/#code=${code}&vingerafdruk=${print.replaceAll(':', '')}`
  expect(await bram.call('desk.join', { link: `${url}/` })).toMatchObject({ failure: { message: 'lan.bad_link' } })
  expect(await bram.call('desk.join', { link: link(open.fingerprint.replace(/^../, (pair) => (pair === 'AA' ? 'BB' : 'AA'))), name: 'Bram' })).toMatchObject({ failure: { message: 'lan.other_certificate' } })
  expect(await bram.call('desk.join', { link: link(open.fingerprint) })).toMatchObject({ failure: { message: 'lan.name_needed' } })
  const opened = await must<{ path: string; coder: Id }>(bram, 'desk.join', { link: link(open.fingerprint), name: 'Bram Visser' })
  expect(opened).toMatchObject({ path: url, title: 'Proef' })
  expect(await must(bram, 'desk.read', {})).toMatchObject({ opened: { path: url, coder: opened.coder }, guest: { host: 'Anna de Boer', leaves: true } })
  const heard: FeedMessage[] = []
  const socket = new WebSocket(`${bram.origin.replace('http', 'ws')}/live?window=${bram.id}`, { headers: { cookie: bram.headers.cookie, origin: bram.origin } })
  const closed = new Promise<number>((resolve) => socket.on('close', resolve))
  socket.on('message', (words: Buffer) => heard.push(JSON.parse(words.toString('utf8')) as FeedMessage))
  await expect.poll(() => heard[0]).toMatchObject({ is: 'hello' })
  socket.send(JSON.stringify({ is: 'at', story: story.story }))
  const klik = newId()
  await must(bram, 'code.create', { id: klik, name: 'Klik' })
  expect(await must<{ name: string }[]>(anna, 'code.list', {})).toMatchObject([{ id: klik, name: 'Klik' }])
  await expect.poll(() => heard.some((message) => message.is === 'ops' && message.ops.some(({ id }) => id === klik))).toBe(true)
  await expect.poll(() => heard.findLast((message) => message.is === 'here')?.here).toEqual([{ coder: opened.coder, story: story.story }])
  // Left and opened again from the list of recent projects: no new code.
  await must(bram, 'desk.leave', {})
  expect(await must(bram, 'desk.read', {})).toMatchObject({ opened: null, recent: [{ path: url, title: 'Proef', there: true }] })
  expect(await must(bram, 'desk.open', { path: url })).toMatchObject({ path: url, coder: opened.coder })
  await must(anna, 'lan.close', {})
  expect(await closed).toBe(4000)
  expect(heard.at(-1)).toEqual({ is: 'out', why: 'stopped' })
  expect(await bram.call('code.list', {})).toMatchObject({ failure: { kind: 'busy', message: 'lan.host_away' } })
})
