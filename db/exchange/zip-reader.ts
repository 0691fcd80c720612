// Zip containers (.xlsx, .docx): the list of entries, each unpacked as a stream, with guards against zip bombs.
import { createReadStream } from 'node:fs'
import { open } from 'node:fs/promises'
import type { FileHandle } from 'node:fs/promises'
import { pipeline } from 'node:stream'
import { createInflateRaw } from 'node:zlib'
import { FileRefused } from './file-refused.ts'

export type ZipEntry = { name: string; method: number; packed: number; size: number; at: number; encrypted: boolean }
export type Zip = { path: string; entries: Map<string, ZipEntry> }

/** A workbook of 20,000 stories with forty answers unpacks to some 100 MB in a dozen parts. */
const MOST_ENTRIES = 5000
const MOST_UNPACKED = 600_000_000
/** Sheets of repeated ticks pack 50 to 1; a bomb packs 1000 to 1. Small parts may do as they like. */
const MOST_RATIO = 200
const RATIO_FROM = 20_000_000

/** Throws FileRefused: xlsx_damaged (no readable list), unpacks_too_large, is_encrypted. */
export async function openZip(path: string, size: number): Promise<Zip> {
  const handle = await open(path)
  try {
    const entries = await readDirectory(handle, size)
    guard(entries)
    return { path, entries: new Map(entries.map((entry) => [entry.name, entry])) }
  } finally {
    await handle.close()
  }
}

/** The unpacked bytes of one entry; stops as soon as there are more than the list promised. */
export async function* unpacked(zip: Zip, entry: ZipEntry): AsyncGenerator<Buffer> {
  const start = await dataStart(zip.path, entry)
  if (entry.packed === 0) return
  const packed = createReadStream(zip.path, { start, end: start + entry.packed - 1, highWaterMark: 1 << 17 })
  if (entry.method !== 0 && entry.method !== 8) throw new FileRefused('xlsx_damaged')
  // pipeline closes both ends when the reader stops early; its errors reach the loop below.
  const bytes = entry.method === 0 ? packed : pipeline(packed, createInflateRaw({ chunkSize: 1 << 17 }), () => undefined)
  let total = 0
  try {
    for await (const chunk of bytes) {
      total += (chunk as Buffer).length
      if (total > entry.size) throw new FileRefused('unpacks_too_large')
      yield chunk as Buffer
    }
  } catch (error) {
    throw isDamage(error) ? new FileRefused('xlsx_damaged') : error
  } finally {
    packed.destroy()
  }
}

function isDamage(error: unknown): boolean {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' && (error.code.startsWith('Z_') || error.code === 'ERR_STREAM_PREMATURE_CLOSE')
}

function guard(entries: ZipEntry[]): void {
  const total = entries.reduce((sum, entry) => sum + entry.size, 0)
  const swollen = entries.some((entry) => entry.size > RATIO_FROM && entry.size > entry.packed * MOST_RATIO)
  if (entries.length > MOST_ENTRIES || total > MOST_UNPACKED || swollen) throw new FileRefused('unpacks_too_large')
  if (entries.some((entry) => entry.encrypted)) throw new FileRefused('is_encrypted')
}

async function readDirectory(handle: FileHandle, size: number): Promise<ZipEntry[]> {
  const tail = await bytesAt(handle, Math.max(0, size - 66_000), Math.min(size, 66_000))
  const end = tail.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]))
  if (end < 0 || end + 22 > tail.length) throw new FileRefused('xlsx_damaged')
  let [count, length, at] = [tail.readUInt16LE(end + 10), tail.readUInt32LE(end + 12), tail.readUInt32LE(end + 16)]
  if (count === 0xffff || length === 0xffffffff || at === 0xffffffff) {
    const wide = tail.lastIndexOf(Buffer.from([0x50, 0x4b, 0x06, 0x06]))
    if (wide < 0 || wide + 56 > tail.length) throw new FileRefused('xlsx_damaged')
    ;[count, length, at] = [Number(tail.readBigUInt64LE(wide + 32)), Number(tail.readBigUInt64LE(wide + 40)), Number(tail.readBigUInt64LE(wide + 48))]
  }
  if (count > MOST_ENTRIES) throw new FileRefused('unpacks_too_large')
  if (at + length > size) throw new FileRefused('xlsx_damaged')
  return entriesIn(await bytesAt(handle, at, length), count)
}

function entriesIn(list: Buffer, count: number): ZipEntry[] {
  const entries: ZipEntry[] = []
  let at = 0
  for (let n = 0; n < count; n++) {
    if (at + 46 > list.length || list.readUInt32LE(at) !== 0x02014b50) throw new FileRefused('xlsx_damaged')
    const [nameLength, extraLength, noteLength] = [list.readUInt16LE(at + 28), list.readUInt16LE(at + 30), list.readUInt16LE(at + 32)]
    const name = list.toString('utf8', at + 46, at + 46 + nameLength).replaceAll('\\', '/')
    const extra = list.subarray(at + 46 + nameLength, at + 46 + nameLength + extraLength)
    const [size, packed, offset] = wideFields(extra, [list.readUInt32LE(at + 24), list.readUInt32LE(at + 20), list.readUInt32LE(at + 42)])
    entries.push({ name, method: list.readUInt16LE(at + 10), packed: packed!, size: size!, at: offset!, encrypted: (list.readUInt16LE(at + 8) & 1) === 1 })
    at += 46 + nameLength + extraLength + noteLength
  }
  return entries
}

/** Zip64: a field of all ones stands in the extra field instead, in this order. */
function wideFields(extra: Buffer, fields: number[]): number[] {
  for (let at = 0; at + 4 <= extra.length; at += 4 + extra.readUInt16LE(at + 2)) {
    if (extra.readUInt16LE(at) !== 1) continue
    let from = at + 4
    return fields.map((field) => {
      if (field !== 0xffffffff || from + 8 > extra.length) return field
      from += 8
      return Number(extra.readBigUInt64LE(from - 8))
    })
  }
  return fields
}

async function dataStart(path: string, entry: ZipEntry): Promise<number> {
  const handle = await open(path)
  try {
    const local = await bytesAt(handle, entry.at, 30)
    if (local.length < 30 || local.readUInt32LE(0) !== 0x04034b50) throw new FileRefused('xlsx_damaged')
    return entry.at + 30 + local.readUInt16LE(26) + local.readUInt16LE(28)
  } finally {
    await handle.close()
  }
}

async function bytesAt(handle: FileHandle, position: number, length: number): Promise<Buffer> {
  const { buffer, bytesRead } = await handle.read(Buffer.alloc(length), 0, length, position)
  return buffer.subarray(0, bytesRead)
}
