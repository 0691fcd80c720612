// Taking part in a colleague's project from this installation: its own window asks this host, and this host asks the colleague's, over
// TLS that trusts the one certificate the invitation named and no other. So the desktop app needs to trust nothing new.
import { X509Certificate } from 'node:crypto'
import { Agent, request } from 'node:https'
import { connect } from 'node:tls'
import { WebSocket } from 'ws'
import type { Id } from '../../shared/domain/ids.ts'
import { Refusal, type Result } from '../../shared/errors.ts'

export type Membership = { /** https://address:port */ url: string; /** The pinned certificate. */ pem: string; cookie: string }
export type Remote = {
  url: string
  /** A call as the colleague's host answers it; (busy, 'lan.host_away') when nobody does. */
  send(window: Id, name: string, input: unknown): Promise<Result<unknown>>
  /** The feed of that window; rejects when the host does not let it in. */
  listen(window: Id): Promise<WebSocket>
}

/** Milliseconds: a host that does not even begin to answer by then is away. */
const AWAY = 10_000

/** What an invitation's link says. Throws a Refusal (invalid_input, 'lan.bad_link'). */
export function readLink(link: string): { url: string; code: string; print: string } {
  const url = URL.canParse(link.trim()) ? new URL(link.trim()) : null
  const said = new URLSearchParams(url?.hash.replace(/^#\/?/, '') ?? '')
  const [code, print] = [said.get('code') ?? '', (said.get('vingerafdruk') ?? '').replaceAll(':', '').toUpperCase()]
  if (url?.protocol !== 'https:' || code === '' || !/^[0-9A-F]{64}$/.test(print)) throw new Refusal('invalid_input', 'lan.bad_link')
  return { url: url.origin, code, print }
}

/** The certificate that stands behind an address, when it is the expected one; before a single byte of ours was sent. */
export function certificateOf(url: string, print: string): Promise<string> {
  const { hostname, port } = new URL(url)
  return new Promise((resolve, reject) => {
    const socket = connect({ host: hostname.replace(/^\[|\]$/g, ''), port: Number(port), rejectUnauthorized: false, timeout: AWAY }, () => {
      const seen: X509Certificate | undefined = socket.getPeerX509Certificate()
      socket.end()
      if (seen?.fingerprint256.replaceAll(':', '') === print) resolve(seen.toString())
      else reject(new Refusal('forbidden', 'lan.other_certificate'))
    })
    const away = (): void => { socket.destroy(); reject(new Refusal('busy', 'lan.host_away')) }
    socket.on('error', away)
    socket.on('timeout', away)
  })
}

/** `changed`: the host gave another cookie, to be kept. */
export function openRemote(membership: Membership, changed: (membership: Membership) => void): Remote {
  const { url, pem } = membership
  let { cookie } = membership
  const trust = { ca: pem, checkServerIdentity: () => undefined }
  const agent = new Agent({ ...trust, keepAlive: true })
  const headers = (): Record<string, string> => ({ origin: url, ...(cookie ? { cookie } : {}) })
  return {
    url,
    send: (window, name, input) => new Promise((resolve) => {
      const fails = (error: NodeJS.ErrnoException): void => {
        const isOther = /CERT|SELF_SIGNED|TLS|SSL/.test(error.code ?? '')
        resolve({ ok: false, failure: isOther ? { kind: 'forbidden', message: 'lan.other_certificate', values: {} } : { kind: 'busy', message: 'lan.host_away', values: {} } })
      }
      const sent = request(`${url}/call/${encodeURIComponent(name)}`, { method: 'POST', agent, timeout: 120_000, headers: { ...headers(), 'content-type': 'application/json', 'x-duiding-window': window } }, (response) => {
        const parts: Buffer[] = []
        response.on('data', (part: Buffer) => parts.push(part))
        response.on('error', fails)
        response.on('end', () => {
          const given = response.headers['set-cookie']?.[0]?.split(';')[0]
          if (given) changed({ url, pem, cookie: cookie = given })
          try {
            resolve(JSON.parse(Buffer.concat(parts).toString('utf8')) as Result<unknown>)
          } catch {
            resolve({ ok: false, failure: { kind: 'internal', message: 'wire.unreadable', values: {} } })
          }
        })
      })
      sent.on('error', fails)
      sent.on('timeout', () => sent.destroy(new Error('no answer')))
      sent.end(JSON.stringify(input))
    }),
    listen: (window) => new Promise((resolve, reject) => {
      const socket = new WebSocket(`${url.replace('https', 'wss')}/live?window=${window}`, { ...trust, headers: headers(), handshakeTimeout: AWAY })
      socket.on('error', reject)
      socket.on('open', () => { socket.pause(); resolve(socket) }) // its first words wait until somebody listens
    })
  }
}

/** Ties a window's socket to that of the colleague's host, both ways, until either closes. */
export function bridge(client: WebSocket, far: WebSocket): void {
  far.on('message', (words: Buffer) => client.send(words.toString('utf8')))
  client.on('message', (words: Buffer) => far.send(words.toString('utf8')))
  far.on('close', (code) => client.close(code >= 4000 ? code : 1001))
  client.on('close', () => far.close())
  for (const socket of [client, far]) socket.on('error', () => socket.terminate())
  far.resume()
}
