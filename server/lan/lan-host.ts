// The project on the network: HTTPS, one project, colleagues only. It answers the core's own calls and nothing of the host's disk:
// no browsing, opening, saving copies or importing, and nobody joins but by the code they were given.
import { createServer, type Server } from 'node:https'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Duplex } from 'node:stream'
import { WebSocketServer, type WebSocket } from 'ws'
import { Id } from '../../shared/domain/ids.ts'
import type { FeedMessage } from '../../shared/contract/feed.ts'
import type { Failure, Result } from '../../shared/errors.ts'
import { dispatch } from '../dispatch.ts'
import { serveRenderer } from '../files.ts'
import { listenIn } from '../live-socket.ts'
import type { Project } from '../projects.ts'
import type { Window } from '../windows.ts'
import { addressOf, cookieOf, give, readInput, refuse, turnAway } from '../wire.ts'
import type { Certificate } from './certificate.ts'
import { createGuestDesk } from './guest-desk.ts'
import { COOKIE_LIVES, type Guests, type KeptGuest } from './guests.ts'
import { createJoining } from './joining.ts'

export type LanParts = {
  project: Project; guests: Guests; certificate: Certificate; rendererFolder: string; profile: string
  /** `address:port` of everything the host is known as. */
  hosts: () => string[]
  /** The name of the coder who opened it. */
  hostName: () => string
}
export type LanHost = {
  server: Server
  /** Has this colleague a window open? */
  isHere(guest: Id): boolean
  /** Their windows hear why, and close. */
  putOut(guest: Id, why: 'removed'): void
  close(why: 'stopped' | 'taken'): Promise<void>
}

/** Bytes: of a code, a name and what somebody says of themselves, with room to spare. */
const JOIN_LIMIT = 64 * 1024
/** Of a WebSocket that was closed on purpose. */
const OUT = 4000

export function createLanHost(parts: LanParts): LanHost {
  const { project, guests, certificate } = parts
  const windows = new Map<string, Window>()
  const open = new Map<WebSocket, Id>()
  const desk = createGuestDesk(parts)
  const join = createJoining(parts)
  const cookieName = (): string => `__Host-duiding-${(server.address() as { port: number } | null)?.port ?? ''}`
  const guestOf = (request: IncomingMessage): KeptGuest | undefined => {
    const cookie = cookieOf(request, cookieName())
    return cookie === undefined ? undefined : guests.of(cookie)
  }
  /** A window belongs to its colleague: the id of somebody else's opens nothing. */
  const windowOf = (guest: KeptGuest, given: unknown): Window | null => {
    const id = Id.safeParse(given)
    if (!id.success) return null
    const key = `${guest.guest} ${id.data}`
    const window = windows.get(key) ?? desk.arrive({ id: id.data, project, coder: guest.coder, since: null, remote: null, ears: new Set() })
    windows.set(key, window)
    return window
  }

  async function route(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = addressOf(request)
    if (!url || !isForUs(request, parts.hosts())) return refuse(response, no('host.wrong_address'))
    if (request.method === 'GET' || request.method === 'HEAD') return serveRenderer(parts.rendererFolder, url.pathname, request, response)
    if (request.method !== 'POST' || !url.pathname.startsWith('/call/')) return refuse(response, { kind: 'not_found', message: 'call.unknown', values: {} })
    if (!isFromOurPage(request)) return refuse(response, no('host.wrong_address'))
    const name = url.pathname.slice('/call/'.length)
    // Who is not in is read no further than a code and a name are long.
    const guest = name === 'lan.join' ? undefined : guestOf(request)
    if (!guest && name !== 'lan.join') return refuse(response, { kind: 'not_joined', message: 'lan.not_in', values: {} })
    const read = await readInput(request, guest ? undefined : JOIN_LIMIT)
    if (!read.ok) return refuse(response, read.failure)
    if (!guest) return letIn(request, response, read.input)
    const window = windowOf(guest, request.headers['x-duiding-window'])
    if (!window) return refuse(response, { kind: 'invalid_input', message: 'window.unnamed', values: {} })
    give(response, await answer(window, name, read.input))
  }

  async function answer(window: Window, name: string, input: unknown): Promise<Result<unknown>> {
    if (desk.handles(name)) return desk.answer(window, name, input)
    // Joining goes by code alone, with the role of the invitation.
    if (name === 'coder.join') return { ok: false, failure: no('lan.not_offered') }
    const { result, ops } = await dispatch({ store: project.store, coder: window.coder, profile: parts.profile, search: project.searcher.access }, name, input, (...ask) => project.reader.ask(...ask))
    if (ops.length > 0) project.hub.nudge()
    return result
  }

  async function letIn(request: IncomingMessage, response: ServerResponse, input: unknown): Promise<void> {
    const joined = await join(request.socket.remoteAddress ?? '', input)
    if (!joined.ok) return refuse(response, joined.failure)
    const entry = `${cookieName()}=${joined.cookie}; Secure; HttpOnly; SameSite=Strict; Path=/; Max-Age=${COOKIE_LIVES / 1000}`
    give(response, { ok: true, value: { coder: joined.coder }, seq: 0 }, { 'set-cookie': entry })
  }

  function upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    socket.on('error', () => socket.destroy()) // nobody else listens yet: whoever asks and is gone at once would end the host
    const url = addressOf(request)
    const guest = url && isForUs(request, parts.hosts()) && request.headers.origin !== undefined && isFromOurPage(request) && url.pathname === '/live' ? guestOf(request) : undefined
    const window = guest && windowOf(guest, url?.searchParams.get('window'))
    if (!guest || !window) return turnAway(socket)
    sockets.handleUpgrade(request, socket, head, (client) => {
      open.set(client, guest.guest)
      client.on('close', () => open.delete(client))
      listenIn(client, project.hub, () => window.coder, true)
    })
  }

  const server = createServer({ key: certificate.key, cert: certificate.cert, minVersion: 'TLSv1.2' }, (request, response) => {
    route(request, response).catch(() => {
      if (!response.headersSent) refuse(response, { kind: 'internal', message: 'internal', values: {} })
      else response.destroy()
    })
  })
  const sockets = new WebSocketServer({ noServer: true, maxPayload: 64 * 1024 })
  server.on('upgrade', upgrade)
  const end = (client: WebSocket, why: Extract<FeedMessage, { is: 'out' }>['why']): void => {
    client.send(JSON.stringify({ is: 'out', why } satisfies FeedMessage))
    client.close(OUT, why)
  }
  return {
    server,
    isHere: (guest) => [...open.values()].includes(guest),
    putOut(guest, why) {
      for (const [client, whose] of open) if (whose === guest) end(client, why)
      for (const key of [...windows.keys()]) if (key.startsWith(`${guest} `)) windows.delete(key)
    },
    async close(why) {
      const closing = [...open.keys()].map((client) => new Promise((resolve) => { client.once('close', resolve) }))
      for (const client of open.keys()) end(client, why)
      // Told first; whoever does not answer within a moment is cut off.
      await Promise.race([Promise.all(closing), new Promise((resolve) => { setTimeout(resolve, 500) })])
      sockets.clients.forEach((client) => client.terminate())
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    }
  }
}

/** Under one of our own names (against DNS rebinding). */
const isForUs = (request: IncomingMessage, hosts: string[]): boolean => hosts.includes((request.headers.host ?? '').toLowerCase())

/** A browser names the page that calls; a page elsewhere must not use a colleague's cookie. */
const isFromOurPage = (request: IncomingMessage): boolean => request.headers.origin?.toLowerCase() === `https://${(request.headers.host ?? '').toLowerCase()}`

const no = (message: string): Failure => ({ kind: 'forbidden', message, values: {} })
