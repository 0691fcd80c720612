// The host on HTTP: calls, uploads, downloads, the window's own files, and the feed over one WebSocket per window.
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { Duplex } from 'node:stream'
import { WebSocketServer } from 'ws'
import type { Result } from '../shared/errors.ts'
import { Id } from '../shared/domain/ids.ts'
import type { Access } from './access.ts'
import type { Door } from './door.ts'
import { dispatch } from './dispatch.ts'
import { bridge } from './lan/remote.ts'
import { listenIn } from './live-socket.ts'
import { sendFile, serveRenderer, SECURITY_HEADERS } from './files.ts'
import type { Parcels } from './parcels.ts'
import type { Window, Windows } from './windows.ts'
import { addressOf, give, readInput, refuse, turnAway } from './wire.ts'

export type Parts = { access: Access; desk: Door; windows: Windows; parcels: Parcels; profile: string; rendererFolder: string; importing: Door; /** Opening the project to the network. */ lan: Door }

export type HttpHost = { server: Server; /** Ends every connection and the server. */ close(): Promise<void> }

export function createHttpHost(parts: Parts): HttpHost {
  const server = createServer((request, response) => {
    route(parts, request, response).catch(() => {
      if (!response.headersSent) refuse(response, { kind: 'internal', message: 'internal', values: {} })
      else response.destroy()
    })
  })
  const sockets = new WebSocketServer({ noServer: true, maxPayload: 64 * 1024 })
  server.on('upgrade', (request, socket, head) => upgrade(parts, sockets, request, socket, head))
  return {
    server,
    async close() {
      // Upgraded connections are not the server's own any more: it would wait for the last window to go by itself.
      sockets.clients.forEach((client) => client.terminate())
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    }
  }
}

async function route(parts: Parts, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const url = addressOf(request)
  if (!url || !parts.access.isForUs(request)) return refuse(response, { kind: 'forbidden', message: 'host.wrong_address', values: {} })
  const ticket = url.searchParams.get('t')
  const isPage = request.method === 'GET' && url.pathname === '/'
  if (isPage && ticket !== null) return letIn(parts, request, response, ticket)
  if (isPage && !parts.access.admits(request)) return showClosedDoor(response)
  if (!parts.access.admits(request)) return refuse(response, { kind: 'forbidden', message: 'host.no_ticket', values: {} })
  if (request.method === 'POST' && url.pathname.startsWith('/call/')) return answerCall(parts, request, response, url.pathname.slice('/call/'.length))
  if (request.method === 'POST' && url.pathname === '/upload') return takeUpload(parts, request, response, url.searchParams.get('name') ?? '')
  if (request.method === 'GET' && url.pathname.startsWith('/download/')) return giveDownload(parts, response, url.pathname.slice('/download/'.length))
  if (request.method === 'GET' || request.method === 'HEAD') return serveRenderer(parts.rendererFolder, url.pathname, request, response)
  return refuse(response, { kind: 'not_found', message: 'call.unknown', values: {} })
}

function letIn(parts: Parts, request: IncomingMessage, response: ServerResponse, ticket: string): void {
  const cookie = parts.access.redeem(ticket)
  // The same browser on a link it used before is in already.
  if (!cookie && !parts.access.admits(request)) return showClosedDoor(response)
  const entry = cookie ? { 'set-cookie': `${parts.access.cookieName()}=${cookie}; HttpOnly; SameSite=Strict; Path=/` } : {}
  response.writeHead(303, { ...SECURITY_HEADERS, location: '/', ...entry })
  response.end()
}

/** What a person sees who comes without a fresh link; their language is not known yet. */
function showClosedDoor(response: ServerResponse): void {
  response.writeHead(403, { ...SECURITY_HEADERS, 'content-type': 'text/html; charset=utf-8' })
  response.end(`<!doctype html><html lang="nl"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Duiding</title>
<h1>Deze link werkt niet meer</h1><p>Een link naar Duiding werkt één keer. Start Duiding opnieuw, of gebruik de nieuwste link die het programma toont.</p>
<p lang="en">A link to Duiding works once. Start Duiding again, or use the newest link that the program shows.</p></html>`)
}

async function answerCall(parts: Parts, request: IncomingMessage, response: ServerResponse, name: string): Promise<void> {
  const window = windowOf(parts, request)
  if (!window) return refuse(response, { kind: 'invalid_input', message: 'window.unnamed', values: {} })
  const read = await readInput(request)
  if (!read.ok) return refuse(response, read.failure)
  give(response, await resultOf(parts, window, name, read.input))
}

async function resultOf(parts: Parts, window: Window, name: string, raw: unknown): Promise<Result<unknown>> {
  const isOwn = parts.desk.handles(name) && name !== 'desk.enter' && name !== 'desk.saveCopy'
  if (window.remote && !isOwn) return window.remote.send(window.id, name, raw)
  if (parts.desk.handles(name)) return parts.desk.answer(window, name, raw)
  if (parts.importing.handles(name)) return parts.importing.answer(window, name, raw)
  if (parts.lan.handles(name)) return parts.lan.answer(window, name, raw)
  const { project } = window
  if (!project) return { ok: false, failure: { kind: 'not_joined', message: 'window.unknown', values: {} } }
  const { result, ops } = await dispatch({ store: project.store, coder: window.coder, profile: parts.profile, search: project.searcher.access }, name, raw, (...ask) => project.reader.ask(...ask))
  if (ops.length > 0) project.hub.nudge()
  return result
}

async function takeUpload(parts: Parts, request: IncomingMessage, response: ServerResponse, name: string): Promise<void> {
  const result = await parts.parcels.take(request, name)
  give(response, result)
}

function giveDownload(parts: Parts, response: ServerResponse, id: string): void {
  const parcel = parts.parcels.find(id)
  if (!parcel) return refuse(response, { kind: 'not_found', message: 'download.gone', values: {} })
  sendFile(response, parcel.path, { 'content-type': parcel.type, 'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(parcel.name)}` })
}

function upgrade(parts: Parts, sockets: WebSocketServer, request: IncomingMessage, socket: Duplex, head: Buffer): void {
  socket.on('error', () => socket.destroy()) // nobody else listens yet: whoever asks and is gone at once would end the host
  const url = addressOf(request)
  const id = Id.safeParse(url?.searchParams.get('window'))
  const window = parts.access.admits(request) && request.headers.origin !== undefined && url?.pathname === '/live' && id.success ? parts.windows.of(id.data) : null
  if (window?.remote) {
    window.remote.listen(window.id).then((far) => (socket.destroyed ? far.terminate() : sockets.handleUpgrade(request, socket, head, (client) => bridge(client, far))), () => socket.destroy())
    return
  }
  if (!window?.project) return turnAway(socket)
  const { hub } = window.project
  sockets.handleUpgrade(request, socket, head, (client) => {
    window.ears.add(client)
    client.once('close', () => window.ears.delete(client))
    listenIn(client, hub, () => window.coder)
  })
}

function windowOf(parts: Parts, request: IncomingMessage): Window | null {
  const id = Id.safeParse(request.headers['x-duiding-window'])
  return id.success ? parts.windows.of(id.data) : null
}
