// Calls on the wire: reading one, answering it, and saying no.
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Duplex } from 'node:stream'
import { FAILURES, type Failure, type Result } from '../shared/errors.ts'
import { BodyTooLarge, readBody } from './body.ts'
import { SECURITY_HEADERS } from './files.ts'
import { Written } from './written.ts'

const CALL_LIMIT = 8 * 1024 * 1024

/** What is asked for; null for what is no address (`//[`, which any page can ask of us). */
export const addressOf = (request: IncomingMessage): URL | null => URL.parse(request.url ?? '/', 'http://host')

/** The input of a call; a failure when it is no JSON or more than `limit` bytes of it. */
export async function readInput(request: IncomingMessage, limit = CALL_LIMIT): Promise<{ ok: true; input: unknown } | { ok: false; failure: Failure }> {
  const no = (message: string): { ok: false; failure: Failure } => ({ ok: false, failure: { kind: 'invalid_input', message, values: {} } })
  if (!(request.headers['content-type'] ?? '').startsWith('application/json')) return no('call.not_json')
  try {
    return { ok: true, input: JSON.parse((await readBody(request, limit)).toString('utf8')) }
  } catch (error) {
    return no(error instanceof BodyTooLarge ? 'call.too_large' : 'call.not_json')
  }
}

export function give(response: ServerResponse, result: Result<unknown>, headers: Record<string, string> = {}): void {
  if (!result.ok) return refuse(response, result.failure)
  response.writeHead(200, { ...SECURITY_HEADERS, 'content-type': 'application/json', ...headers })
  if (!(result.value instanceof Written)) return void response.end(JSON.stringify(result))
  response.write('{"ok":true,"value":')
  response.write(result.value.bytes)
  response.end(`,"seq":${result.seq}}`)
}

export function refuse(response: ServerResponse, failure: Failure): void {
  response.writeHead(FAILURES[failure.kind].status, { ...SECURITY_HEADERS, 'content-type': 'application/json' })
  response.end(JSON.stringify({ ok: false, failure }))
}

/** No feed for whoever asks. Destroyed, not only ended: a half-open connection would keep the server from closing. */
export const turnAway = (socket: Duplex): void => void socket.end('HTTP/1.1 403 Forbidden\r\nConnection: close\r\n\r\n', () => socket.destroy())

/** The value of a cookie of that name. */
export const cookieOf = (request: IncomingMessage, name: string): string | undefined =>
  (request.headers.cookie ?? '').split(/;\s*/).find((pair) => pair.startsWith(`${name}=`))?.slice(name.length + 1)
