// Reading a request's body into memory, up to a limit.
import type { IncomingMessage } from 'node:http'

export class BodyTooLarge extends Error {}

/** The whole body; throws BodyTooLarge past `limit` bytes. */
export async function readBody(request: IncomingMessage, limit: number): Promise<Buffer> {
  const parts: Buffer[] = []
  let size = 0
  for await (const part of request as AsyncIterable<Buffer>) {
    size += part.length
    if (size > limit) throw new BodyTooLarge()
    parts.push(part)
  }
  return Buffer.concat(parts)
}
