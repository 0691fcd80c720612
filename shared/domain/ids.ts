// Ids: UUIDv7 (RFC 9562), carried as 22 characters of base64url so that ops and calls stay small.
// A retry of a call carries the same id, so the window makes ids too, not only the core.
import { z } from 'zod'

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'

/** 22 characters of base64url = the 16 bytes of a UUIDv7. */
export const Id = z.string().regex(/^[A-Za-z0-9_-]{21}[AQgw]$/)
export type Id = z.infer<typeof Id>

/** A new id; `now` in milliseconds since 1970, so that ids sort roughly by time. */
export function newId(now: number = Date.now()): Id {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  for (let i = 5, rest = now; i >= 0; i--, rest = Math.floor(rest / 256)) bytes[i] = rest % 256
  bytes[6] = 0x70 | (bytes[6]! & 0x0f)
  bytes[8] = 0x80 | (bytes[8]! & 0x3f)
  return encodeId(bytes)
}

/** Base64url without padding of 16 bytes. */
export function encodeId(bytes: Uint8Array): Id {
  let text = ''
  for (let i = 0; i < 16; i += 3) {
    const word = (bytes[i]! << 16) | ((bytes[i + 1] ?? 0) << 8) | (bytes[i + 2] ?? 0)
    text += ALPHABET[(word >> 18) & 63]! + ALPHABET[(word >> 12) & 63]! + ALPHABET[(word >> 6) & 63]! + ALPHABET[word & 63]!
  }
  return text.slice(0, 22)
}
