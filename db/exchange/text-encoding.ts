// Which encoding a text file has, proven over all its bytes, and the file as a stream of decoded text.
import { createReadStream } from 'node:fs'
import { isAscii, isUtf8 } from 'node:buffer'
import type { Encoding } from '../../shared/importing/table.ts'

const CHUNK = 1 << 18

export type EncodingFound =
  | { ok: true; encoding: Encoding }
  /** `at`: offset of the first byte that cannot be read so; `as`: what the file was until there. */
  | { ok: false; why: 'undecodable' | 'nul'; at: number; as: Encoding }
  | { ok: false; why: 'wrong'; found: Encoding }

/**
 * A byte order mark decides; then the zero bytes of UTF-16; then UTF-8 if every byte agrees; else Windows-1252, the
 * encoding of Dutch Excel. A file that is UTF-8 for a while and then is not, is undecodable: guessing would spoil letters.
 * `chosen` is proven the same way.
 */
export async function findEncoding(path: string, head: Uint8Array, chosen: Encoding | null): Promise<EncodingFound> {
  const marked = markOf(head)
  const wide = marked ?? wideOf(head)
  if (wide === 'utf-16le' || wide === 'utf-16be') {
    return chosen === null || chosen === wide ? { ok: true, encoding: wide } : { ok: false, why: 'wrong', found: wide }
  }
  if (chosen === 'utf-16le' || chosen === 'utf-16be') return { ok: false, why: 'wrong', found: marked ?? 'utf-8' }
  const bytes = await scan(path)
  if (bytes.nulAt !== null) return { ok: false, why: 'nul', at: bytes.nulAt, as: 'windows-1252' }
  if (bytes.brokenAt === null) {
    if (chosen === 'windows-1252' && (marked || !bytes.ascii)) return { ok: false, why: 'wrong', found: 'utf-8' }
    return { ok: true, encoding: chosen ?? 'utf-8' }
  }
  if (marked === 'utf-8' || chosen === 'utf-8' || bytes.wideBefore) return { ok: false, why: 'undecodable', at: bytes.brokenAt, as: 'utf-8' }
  if (bytes.controlAt !== null) return { ok: false, why: 'undecodable', at: bytes.controlAt, as: 'windows-1252' }
  return { ok: true, encoding: 'windows-1252' }
}

export type TextPiece = { text: string; done: number }

/** The decoded text in pieces, without a byte order mark; `done` counts bytes. `until`: stop before this byte. */
export async function* textPieces(path: string, encoding: Encoding, until = Infinity): AsyncGenerator<TextPiece> {
  const decoder = new TextDecoder(encoding)
  let done = 0
  const end = until === Infinity ? undefined : Math.max(0, until - 1)
  if (until === 0) return
  for await (const chunk of createReadStream(path, { highWaterMark: CHUNK, end })) {
    done += (chunk as Buffer).length
    yield { text: decoder.decode(chunk as Buffer, { stream: true }), done }
  }
  const rest = decoder.decode()
  if (rest !== '') yield { text: rest, done }
}

function markOf(head: Uint8Array): Encoding | null {
  if (head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf) return 'utf-8'
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le'
  if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be'
  return null
}

/** UTF-16 without a mark: Latin text has a zero in every other byte. */
function wideOf(head: Uint8Array): Encoding | null {
  const pairs = Math.floor(head.length / 2)
  let [even, odd] = [0, 0]
  for (let i = 0; i < pairs; i++) {
    if (head[2 * i] === 0) even += 1
    if (head[2 * i + 1] === 0) odd += 1
  }
  if (odd > pairs * 0.6 && even < pairs * 0.05) return 'utf-16le'
  if (even > pairs * 0.6 && odd < pairs * 0.05) return 'utf-16be'
  return null
}

type Scan = { ascii: boolean; wideBefore: boolean; brokenAt: number | null; controlAt: number | null; nulAt: number | null }

async function scan(path: string): Promise<Scan> {
  const found: Scan = { ascii: true, wideBefore: false, brokenAt: null, controlAt: null, nulAt: null }
  let carry = Buffer.alloc(0)
  let offset = 0
  const handle = createReadStream(path, { highWaterMark: CHUNK })
  for await (const chunk of handle) {
    const bytes = Buffer.concat([carry, chunk as Buffer])
    const nul = bytes.indexOf(0)
    if (nul >= 0) return { ...found, nulAt: offset + nul }
    if (found.brokenAt === null && !isAscii(bytes)) {
      const whole = wholeLength(bytes)
      if (!isUtf8(bytes.subarray(0, whole))) {
        const broken = firstBroken(bytes)
        found.brokenAt = offset + broken
        found.wideBefore ||= !isAscii(bytes.subarray(0, broken))
      } else found.wideBefore ||= !isAscii(bytes.subarray(0, whole))
      found.ascii = false
      carry = found.brokenAt === null ? Buffer.from(bytes.subarray(whole)) : Buffer.alloc(0)
    } else carry = Buffer.alloc(0)
    if (found.brokenAt !== null) found.controlAt ??= undefinedIn(bytes, offset)
    offset += bytes.length - carry.length
  }
  if (carry.length > 0 && found.brokenAt === null) found.brokenAt = offset
  return found
}

/** Length without a sequence that the chunk cuts in two. */
function wholeLength(bytes: Buffer): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back++) {
    const byte = bytes[bytes.length - back]!
    if (byte < 0x80) return bytes.length
    if (byte >= 0xc0) return back < (byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2) ? bytes.length - back : bytes.length
  }
  return bytes.length
}

/** The longest valid beginning, by halving: one chunk at most. */
function firstBroken(bytes: Buffer): number {
  let [low, high] = [0, bytes.length]
  while (low < high) {
    const middle = Math.ceil((low + high) / 2)
    const part = bytes.subarray(0, middle)
    if (isUtf8(part.subarray(0, wholeLength(part)))) low = middle
    else high = middle - 1
  }
  // A letter that was begun and not finished is the broken one.
  return wholeLength(bytes.subarray(0, low))
}

/** Bytes that mean nothing in Windows-1252: the text is in yet another encoding, or no text. */
function undefinedIn(bytes: Buffer, offset: number): number | null {
  for (let i = 0; i < bytes.length; i++) {
    const byte = bytes[i]!
    if (byte < 9 || byte === 0x81 || byte === 0x8d || byte === 0x8f || byte === 0x90 || byte === 0x9d) return offset + i
  }
  return null
}
