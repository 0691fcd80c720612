// A keyed checksum of a fragment's words: tells whether the words still stand there, without telling the words.
// SipHash-2-4 (Aumasson and Bernstein 2012) over the UTF-16 units, low byte first, in 32-bit halves because BigInt is 30 times slower.

/** Bytes in a key; each project draws its own. */
export const CHECKSUM_KEY_BYTES = 16

/**
 * 64 bits as 16 hexadecimal digits.
 * @throws RangeError when the key is not 16 bytes
 */
export function quoteChecksum(key: Uint8Array, quote: string): string {
  const bytes = new Uint8Array(quote.length * 2)
  for (let at = 0; at < quote.length; at++) {
    const unit = quote.charCodeAt(at)
    bytes[at * 2] = unit & 0xff
    bytes[at * 2 + 1] = unit >>> 8
  }
  return sipHash(key, bytes)
}

/** SipHash-2-4 of any bytes, as 16 hexadecimal digits, the most significant first. */
export function sipHash(key: Uint8Array, bytes: Uint8Array): string {
  if (key.length !== CHECKSUM_KEY_BYTES) throw new RangeError(`a checksum key has ${CHECKSUM_KEY_BYTES} bytes, not ${key.length}`)
  const [k0, k1, k2, k3] = [word(key, 0), word(key, 4), word(key, 8), word(key, 12)]
  // v0 low, v0 high, v1 low, …
  const v = new Int32Array([
    k0 ^ 0x70736575, k1 ^ 0x736f6d65, k2 ^ 0x6e646f6d, k3 ^ 0x646f7261,
    k0 ^ 0x6e657261, k1 ^ 0x6c796765, k2 ^ 0x79746573, k3 ^ 0x74656462
  ])
  const whole = bytes.length & ~7
  for (let at = 0; at < whole; at += 8) absorb(v, word(bytes, at), word(bytes, at + 4))
  const last = new Uint8Array(8)
  last.set(bytes.subarray(whole))
  last[7] = bytes.length & 0xff
  absorb(v, word(last, 0), word(last, 4))
  v[4]! ^= 0xff
  for (let turn = 0; turn < 4; turn++) round(v)
  return hex(v[1]! ^ v[3]! ^ v[5]! ^ v[7]!) + hex(v[0]! ^ v[2]! ^ v[4]! ^ v[6]!)
}

function absorb(v: Int32Array, low: number, high: number): void {
  v[6]! ^= low
  v[7]! ^= high
  round(v)
  round(v)
  v[0]! ^= low
  v[1]! ^= high
}

function round(v: Int32Array): void {
  add(v, 0, 2); turn(v, 2, 13); xor(v, 2, 0); swap(v, 0)
  add(v, 4, 6); turn(v, 6, 16); xor(v, 6, 4)
  add(v, 0, 6); turn(v, 6, 21); xor(v, 6, 0)
  add(v, 4, 2); turn(v, 2, 17); xor(v, 2, 4); swap(v, 4)
}

function add(v: Int32Array, to: number, from: number): void {
  const low = (v[to]! >>> 0) + (v[from]! >>> 0)
  v[to] = low
  v[to + 1] = v[to + 1]! + v[from + 1]! + (low > 0xffffffff ? 1 : 0)
}

function xor(v: Int32Array, to: number, from: number): void {
  v[to]! ^= v[from]!
  v[to + 1]! ^= v[from + 1]!
}

/** Rotates 64 bits to the left by fewer than 32. */
function turn(v: Int32Array, at: number, bits: number): void {
  const [low, high] = [v[at]!, v[at + 1]!]
  v[at] = (low << bits) | (high >>> (32 - bits))
  v[at + 1] = (high << bits) | (low >>> (32 - bits))
}

/** Rotates 64 bits by 32: the halves change places. */
function swap(v: Int32Array, at: number): void {
  const low = v[at]!
  v[at] = v[at + 1]!
  v[at + 1] = low
}

function word(bytes: Uint8Array, at: number): number {
  return bytes[at]! | (bytes[at + 1]! << 8) | (bytes[at + 2]! << 16) | (bytes[at + 3]! << 24)
}

function hex(half: number): string {
  return (half >>> 0).toString(16).padStart(8, '0')
}
