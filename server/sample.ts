// The sample project: built from its sources into the installation's own folder, so that it can be played with.
import { existsSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { createStore } from '../db/open.ts'

/** The path of the sample; made when it is not there yet, or anew. */
export async function sampleFile(folder: string, fresh: boolean): Promise<string> {
  const path = join(folder, 'Demostad.duiding')
  if (fresh) for (const ending of ['', '-wal', '-shm']) rmSync(path + ending, { force: true })
  if (!existsSync(path)) createStore(path, { title: 'Demostad', language: 'nl' }).close()
  return path
}
