// The few things done with files in a team folder, all asynchronous: a share that does not answer must hold up no window. A file appears
// whole or not at all, and is read back before anybody is told that it is there.
import { mkdir, open, readdir, readFile, rename, rm, stat } from 'node:fs/promises'
import { dirname } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'

export type Disk = {
  /** The names in a folder; none where there is no folder. */
  list(folder: string): Promise<string[]>
  /** Null: not there. */
  read(path: string): Promise<Buffer | null>
  /** Aside, synced, renamed, read back. Throws where the folder refuses; what lies at the path then is what lay there. */
  put(path: string, bytes: Buffer): Promise<void>
  remove(path: string): Promise<void>
  /** Tells one state of a file from another; null: not there. */
  mark(path: string): Promise<string | null>
}

const absent = (error: unknown): boolean => ['ENOENT', 'ENOTDIR'].includes((error as NodeJS.ErrnoException).code ?? '')

async function orNone<T, N>(ask: Promise<T>, none: N): Promise<T | N> {
  try {
    return await ask
  } catch (error) {
    if (absent(error)) return none
    throw error
  }
}

/** What is the matter with one file alone: no rights to it, a folder in its place, another program has it, a synchroniser did not fetch it, it is too long. */
const OF_ONE_FILE = new Set(['EACCES', 'EPERM', 'EISDIR', 'EBUSY', 'ELOOP', 'UNKNOWN', 'ERR_FS_FILE_TOO_LARGE'])

/** One of many files: one that is there and cannot be read is as one with nothing in it, and keeps nobody from the others. */
export async function readOneOf(disk: Disk, path: string): Promise<Buffer | null> {
  try {
    return await disk.read(path)
  } catch (error) {
    if (OF_ONE_FILE.has((error as NodeJS.ErrnoException).code ?? '')) return Buffer.alloc(0)
    throw error
  }
}

/** A virus scanner or synchroniser has the file open for a moment. */
async function renameAtLast(from: string, to: string): Promise<void> {
  for (let tries = 0; ; tries++) {
    try {
      return await rename(from, to)
    } catch (error) {
      if (tries === 5 || !['EPERM', 'EBUSY', 'EACCES'].includes((error as NodeJS.ErrnoException).code ?? '')) throw error
      await pause(50 * 2 ** tries)
    }
  }
}

async function put(path: string, bytes: Buffer): Promise<void> {
  await mkdir(dirname(path), { recursive: true })
  const aside = `${path}.${process.pid}.tmp`
  try {
    const handle = await open(aside, 'w')
    try {
      await handle.writeFile(bytes)
      await handle.sync()
    } finally {
      await handle.close()
    }
    await renameAtLast(aside, path)
  } catch (error) {
    await rm(aside, { force: true }).catch(() => undefined)
    throw error
  }
  if (!(await readFile(path)).equals(bytes)) throw Object.assign(new Error('what was written is not what is read'), { code: 'EIO' })
}

export const realDisk: Disk = {
  list: (folder) => orNone(readdir(folder), []),
  read: (path) => orNone(readFile(path), null),
  put,
  remove: (path) => rm(path, { force: true }),
  mark: async (path) => {
    const found = await orNone(stat(path), null)
    return found && `${found.size}.${found.mtimeMs}`
  }
}
