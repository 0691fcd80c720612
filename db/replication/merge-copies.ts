// Bringing another copy of the project into this one. The other file is read from a copy of its own and stays as it is.
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { MergePreview, MergeReport } from '../../shared/contract/merge.ts'
import { Refusal } from '../../shared/errors.ts'
import { checkStore } from '../check.ts'
import { listToSettle } from '../codebook-look.ts'
import { listDisputes } from '../conflicts.ts'
import { toId } from '../ids.ts'
import { openStore } from '../open.ts'
import { projectId, projectSalt, projectTitle } from '../project.ts'
import { copyProject } from '../snapshots.ts'
import type { Store } from '../store.ts'
import { passing } from '../tidy.ts'
import { applyOps, type Applied } from './apply-ops.ts'
import { contentOf } from './rebuild.ts'
import { heardOf, opsAfter, type Heard } from './wire.ts'

/**
 * The other file, opened from a copy (an older one is brought to today's form there); the caller closes it. Throws a Refusal:
 * what openStore says, conflict 'merge.other_project', unsupported_file 'merge.damaged'.
 */
export function openOther(own: Store, path: string, profile: string): { store: Store; close(): void } {
  mkdirSync(profile, { recursive: true })
  const folder = mkdtempSync(join(profile, passing('samenvoegen')))
  try {
    const copy = join(folder, 'kopie.duiding')
    copyProject(path, copy)
    const store = openStore(copy)
    const close = (): void => {
      store.close()
      rmSync(folder, { recursive: true, force: true })
    }
    try {
      if (projectId(store) !== projectId(own) || !projectSalt(store).equals(projectSalt(own))) throw new Refusal('conflict', 'merge.other_project', { title: projectTitle(store) })
      if (checkStore(store).length > 0) throw new Refusal('unsupported_file', 'merge.damaged', { file: path })
      return { store, close }
    } catch (error) {
      close()
      throw error
    }
  } catch (error) {
    rmSync(folder, { recursive: true, force: true })
    throw error
  }
}

/** What the other copy would bring. */
export function previewMerge(own: Store, other: Store, path: string): MergePreview {
  const rows = newIn(other, heardOf(own))
  const count = (kind: string): number => rows.filter((row) => row.kind === kind).reduce((sum, { n }) => sum + n, 0)
  return {
    path, title: projectTitle(other), ...summed(rows), codings: count('coding.applied'), codes: count('code.created'), memos: count('memo.written'), corrections: count('text.revised'),
    changedAt: rows.length === 0 ? null : Math.floor(Math.max(...rows.map(({ hlc }) => hlc)) / 1024), onlyHere: newIn(own, heardOf(other)).reduce((sum, { n }) => sum + n, 0)
  }
}

function summed(rows: readonly Counted[]): Pick<MergePreview, 'changes' | 'stories' | 'coders'> {
  const people = new Map<string | null, { changes: number; codings: number }>()
  for (const { name, kind, n } of rows) {
    const person = people.get(name) ?? people.set(name, { changes: 0, codings: 0 }).get(name)!
    person.changes += n
    if (kind === 'coding.applied') person.codings += n
  }
  return {
    changes: rows.reduce((sum, { n }) => sum + n, 0), stories: rows.reduce((sum, { stories }) => sum + stories, 0),
    coders: [...people].map(([name, counts]) => ({ name, ...counts })).toSorted((a, b) => b.changes - a.changes)
  }
}

type Counted = { name: string | null; kind: string; n: number; stories: number; hlc: number }

/** Per coder and kind what of this store somebody who heard `heard` lacks. */
function newIn(store: Store, heard: Heard): Counted[] {
  const after = store.all<{ num: number; id: Buffer }>('SELECT num, id FROM replica').map(({ num, id }) => [num, heard.get(toId(id)) ?? 0])
  return store.all<Counted>(
    `SELECT k.name, o.kind, count(*) AS n, max(o.hlc) AS hlc, sum(CASE o.kind WHEN 'story.imported' THEN coalesce(o.patch ->> 'added', 0) ELSE 0 END) AS stories
     FROM json_each(?) h CROSS JOIN op o ON o.replica = h.value ->> 0 AND o.rseq > h.value ->> 1 LEFT JOIN coder k ON k.id = o.coder GROUP BY o.coder, o.kind`, [JSON.stringify(after)])
}

export type Merging = { profile: string; onProgress?: (part: number) => void; signal?: AbortSignal }

/** Brings in all that the other copy has; done twice it changes nothing. Throws a Refusal when this store refuses (busy, disk full). */
export async function mergeFrom(own: Store, other: Store, { profile, onProgress, signal }: Merging): Promise<MergeReport> {
  const { changes, coders, stories } = summed(newIn(other, heardOf(own)))
  const { ops, waiting } = await applyOps({
    store: own, profile, ops: (heard) => opsAfter(other, heard), content: contentOf(other), onProgress: (done) => onProgress?.(changes === 0 ? 1 : done / changes), ...(signal ? { signal } : {})
  })
  return { changes: ops, stories, coders, waiting: waiting.map(shown), ...countToSettle(own) }
}

const shown = ({ why, on }: Applied['waiting'][number]): MergeReport['waiting'][number] => ({ why, on: why === 'kind_differs' ? on : '' })

function countToSettle(store: Store): Pick<MergeReport, 'conflicts' | 'circles' | 'inUse' | 'leftBehind' | 'sameName' | 'sameCoder' | 'twice'> {
  const { circles, inUse, leftBehind, sameName, sameCoder, twice } = listToSettle(store, null)
  return { conflicts: listDisputes(store).length, circles: circles.length, inUse: inUse.length, leftBehind: leftBehind.length, sameName: sameName.length, sameCoder: sameCoder.length, twice: twice.length }
}

/** Both must be whole before anything is written: throws unsupported_file 'merge.damaged' for the own one. */
export function refuseDamaged(own: Store): void {
  if (checkStore(own).length > 0) throw new Refusal('unsupported_file', 'merge.damaged', { file: own.path })
}
