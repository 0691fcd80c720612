// The log of what was acknowledged, kept outside the store and synced as it grows; and the store held against it.
import { closeSync, existsSync, fsyncSync, openSync, readFileSync, writeSync } from 'node:fs'
import { checkStore } from '../../db/check.ts'
import { openStore } from '../../db/open.ts'

export type AckLog = { add(line: string): void; close(): void }

export function ackLog(file: string): AckLog {
  const handle = openSync(file, 'a')
  return {
    add: (line) => void writeSync(handle, `${line}\n`),
    close() {
      fsyncSync(handle)
      closeSync(handle)
    }
  }
}

export type Verdict = { acknowledged: number; missing: number; half: number; /** What `duiding check` says; none is whole. */ faults: string[] }

/** `acknowledged`: codings. `half`: passages that a gesture left with one of its two codes (one that hits an old passage adds fewer rows, and leaves no passage so). */
export function verify(project: string, ackFile: string): Verdict {
  const gestures = existsSync(ackFile) ? readFileSync(ackFile, 'utf8').split('\n').filter(Boolean) : []
  const store = openStore(project)
  try {
    const standing = new Set(store.all<{ id: Buffer }>('SELECT id FROM coding WHERE removed = 0').map(({ id }) => id.toString('base64url')))
    const ids = gestures.flatMap((line) => line.split(' '))
    const half = store.get<{ n: number }>(`SELECT count(*) AS n FROM (SELECT 1 FROM coding GROUP BY coder, text, start, "end" HAVING count(*) < 2)`)!.n
    return { acknowledged: ids.length, missing: ids.filter((id) => !standing.has(id)).length, half, faults: checkStore(store).map(({ check, what }) => `${check}: ${what}`) }
  } finally {
    store.close()
  }
}
