// Reading a request's body into memory, up to a limit.
import type { IncomingMessage } from 'node:http'

export class BodyTooLarge extends Error {}

/** The whole body; throws BodyTooLarge past `limit` bytes, at its end: who is cut off while sending hears no answer, and sends it all again. */
export async function readBody(request: IncomingMessage, limit: number): Promise<Buffer> {
  const parts: Buffer[] = []
  let size = 0
  for await (const part of request as AsyncIterable<Buffer>) {
    size += part.length
    if (size <= limit) parts.push(part)
    else parts.length = 0
  }
  if (size > limit) throw new BodyTooLarge()
  return Buffer.concat(parts)
}
