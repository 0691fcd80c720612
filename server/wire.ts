// Calls on the wire: reading one, answering it, and saying no.
import type { IncomingMessage, ServerResponse } from 'node:http'
import { FAILURES, type Failure, type Result } from '../shared/errors.ts'
import { BodyTooLarge, readBody } from './body.ts'
import { SECURITY_HEADERS } from './files.ts'
import { Written } from './written.ts'

const CALL_LIMIT = 8 * 1024 * 1024

/** The input of a call; a failure when it is no JSON or too much of it. */
export async function readInput(request: IncomingMessage): Promise<{ ok: true; input: unknown } | { ok: false; failure: Failure }> {
  const no = (message: string): { ok: false; failure: Failure } => ({ ok: false, failure: { kind: 'invalid_input', message, values: {} } })
  if (!(request.headers['content-type'] ?? '').startsWith('application/json')) return no('call.not_json')
  try {
    return { ok: true, input: JSON.parse((await readBody(request, CALL_LIMIT)).toString('utf8')) }
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

/** The value of a cookie of that name. */
export const cookieOf = (request: IncomingMessage, name: string): string | undefined =>
  (request.headers.cookie ?? '').split(/;\s*/).find((pair) => pair.startsWith(`${name}=`))?.slice(name.length + 1)
