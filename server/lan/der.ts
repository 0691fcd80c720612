// DER, the byte form of certificates (X.690): as much of it as a self-signed certificate takes.

/** A tagged value: tag, length, content. */
export function tagged(tag: number, ...parts: Uint8Array[]): Buffer {
  const content = Buffer.concat(parts)
  return Buffer.concat([Buffer.from([tag]), lengthOf(content.length), content])
}

function lengthOf(length: number): Buffer {
  if (length < 0x80) return Buffer.from([length])
  const bytes: number[] = []
  for (let rest = length; rest > 0; rest = Math.floor(rest / 256)) bytes.unshift(rest % 256)
  return Buffer.from([0x80 | bytes.length, ...bytes])
}

export const sequence = (...parts: Uint8Array[]): Buffer => tagged(0x30, ...parts)
export const setOf = (...parts: Uint8Array[]): Buffer => tagged(0x31, ...parts)
export const octets = (content: Uint8Array): Buffer => tagged(0x04, content)
export const bits = (content: Uint8Array): Buffer => tagged(0x03, Buffer.from([0]), content)
export const utf8 = (words: string): Buffer => tagged(0x0c, Buffer.from(words, 'utf8'))
export const yes = tagged(0x01, Buffer.from([0xff]))

/** A whole number that is not negative, from its bytes: without surplus zeros, and with one where the first bit would say minus. */
export function integer(bytes: Uint8Array): Buffer {
  const first = bytes.findIndex((byte) => byte !== 0)
  const significant = first < 0 ? Buffer.from([0]) : Buffer.from(bytes.subarray(first))
  return tagged(0x02, significant[0]! & 0x80 ? Buffer.concat([Buffer.from([0]), significant]) : significant)
}

/** An object identifier, from its dotted form. */
export function oid(dotted: string): Buffer {
  const [one, two, ...rest] = dotted.split('.').map(Number) as [number, number, ...number[]]
  return tagged(0x06, Buffer.from([one * 40 + two, ...rest.flatMap(base128)]))
}

function base128(value: number): number[] {
  const digits = [value % 128]
  for (let rest = Math.floor(value / 128); rest > 0; rest = Math.floor(rest / 128)) digits.unshift(0x80 | rest % 128)
  return digits
}

/** UTCTime: good from 1950 up to and with 2049. */
export const utcTime = (at: number): Buffer => tagged(0x17, Buffer.from(`${new Date(at).toISOString().slice(2, 19).replace(/[-:T]/g, '')}Z`, 'latin1'))
