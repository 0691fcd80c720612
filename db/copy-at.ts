// The project as it was at a moment, as a file of its own: a copy, wound back and checked.
import { renameSync, rmSync } from 'node:fs'
import { existsSync } from 'node:fs'
import { Refusal } from '../shared/errors.ts'
import { checkStore } from './check.ts'
import { rewind } from './moments.ts'
import { openStore } from './open.ts'
import { copyProject } from './snapshots.ts'
import { transact } from './transact.ts'
import { isLive, listWithdrawn, withdrawStory } from './withdrawal.ts'

/**
 * Writes the project at `path` as it was after the op with this `seq` to `target`. `answersOfLater`: stories whose answers a later
 * export changed; those stand as they are now. Throws a Refusal (conflict) when `target` exists, internal when the copy is not whole.
 */
export async function copyAt(path: string, target: string, seq: number, profile: string): Promise<{ answersOfLater: number }> {
  if (existsSync(target)) throw new Refusal('conflict', 'file.exists', { file: target })
  const part = `${target}.${process.pid}.part`
  rmSync(part, { force: true })
  try {
    copyProject(path, part)
    const copy = openStore(part)
    try {
      const withdrawn = listWithdrawn(copy)
      const told = rewind(copy, seq)
      // Their words are gone, also from then.
      const without = withdrawn.filter((story) => isLive(copy, story))
      if (without.length > 0) await transact(copy, { coder: null, undoable: false, profile }, (write) => without.forEach((story) => withdrawStory(write, story)))
      const faults = checkStore(copy)
      if (faults.length > 0) throw new Error(`the copy of then is not whole: ${faults[0]!.check}`)
      copy.db.pragma('journal_mode = DELETE') // one file, so that it can be renamed
      copy.close()
      renameSync(part, target)
      return told
    } finally {
      copy.close()
    }
  } finally {
    for (const ending of ['', '-wal', '-shm']) rmSync(part + ending, { force: true })
  }
}
