// Files on their way in (uploads for an import) and out (exports to download): kept in a folder of this host, gone with it.
import { createWriteStream } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import type { IncomingMessage } from 'node:http'
import { tmpdir } from 'node:os'
import { basename, extname, join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { Transform } from 'node:stream'
import { clearPassing, passing } from '../db/tidy.ts'
import { newId, type Id } from '../shared/domain/ids.ts'
import type { Result } from '../shared/errors.ts'

export type Parcel = { id: Id; name: string; path: string; size: number; type: string }
export type Parcels = {
  /** Takes an upload; a failure value when it is larger than we ever import. */
  take(request: IncomingMessage, name: string): Promise<Result<{ upload: Id; name: string; size: number }>>
  /** Puts a made file ready for download. */
  put(name: string, type: string, content: string | Uint8Array): Promise<Parcel>
  find(id: string): Parcel | undefined
  close(): Promise<void>
}

const NAME = 'duiding-parcels'
const LARGEST_UPLOAD = 1024 * 1024 * 1024

class TooLarge extends Error {}

export async function createParcels(): Promise<Parcels> {
  clearPassing(tmpdir(), [NAME])
  const folder = await mkdtemp(join(tmpdir(), passing(NAME)))
  const parcels = new Map<string, Parcel>()
  const keep = (parcel: Parcel): Parcel => {
    parcels.set(parcel.id, parcel)
    return parcel
  }
  // The name on disk is ours; the given one is only shown and tells the format.
  const place = (id: Id, name: string): string => join(folder, `${id}${extname(name).replace(/[^.\w]/g, '').slice(0, 10)}`)
  return {
    async take(request, given) {
      const id = newId()
      const name = basename(given.replace(/\\/g, '/')).slice(0, 200) || 'bestand'
      const path = place(id, name)
      const tooLarge = { ok: false, failure: { kind: 'unsupported_file', message: 'import.file_too_large', values: { file: name } } } as const
      // Told before it is read: one that is cut off while sending hears nothing of why.
      if (Number(request.headers['content-length'] ?? 0) > LARGEST_UPLOAD) return tooLarge
      let size = 0
      const gauge = new Transform({
        transform(chunk: Buffer, _, done) {
          size += chunk.length
          done(size > LARGEST_UPLOAD ? new TooLarge() : null, chunk)
        }
      })
      try {
        await pipeline(request, gauge, createWriteStream(path))
      } catch (error) {
        await rm(path, { force: true })
        if (error instanceof TooLarge) return tooLarge
        throw error
      }
      keep({ id, name, path, size, type: 'application/octet-stream' })
      return { ok: true, value: { upload: id, name, size }, seq: 0 }
    },
    async put(name, type, content) {
      const id = newId()
      const path = place(id, name)
      await writeFile(path, content)
      return keep({ id, name, path, size: content.length, type })
    },
    find: (id) => parcels.get(id),
    close: () => rm(folder, { recursive: true, force: true })
  }
}
