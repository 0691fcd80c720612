// duiding merge: what another copy of the project has, brought into this one.
import { resolve } from 'node:path'
import { failureSentence } from '../../shared/failures/words.ts'
import { inspectFile } from '../../db/inspect.ts'
import { mergeFrom, openOther, previewMerge, refuseDamaged } from '../../db/replication/merge-copies.ts'
import { openStore } from '../../db/open.ts'
import { copyProject, takeSnapshot } from '../../db/snapshots.ts'
import type { Store } from '../../db/store.ts'
import { sharedPlace } from '../../db/team-folder/shared-place.ts'
import type { MergeReport } from '../../shared/contract/merge.ts'
import { text, type Command, type Given } from './arguments.ts'
import { facts } from './print.ts'
import { mustExist, profileFolder } from './project.ts'
import { openToWork } from './shared-project.ts'
import { language } from './speech.ts'

export const mergeCommands: Record<string, Command> = {
  merge: {
    usage: 'FILE COPY [--into NEW] [--dry-run]', about: 'bring in what another copy of the project has; COPY stays as it is', least: 2, most: 2, options: { into: 'string', 'dry-run': 'boolean' },
    run: (given) => merge(given)
  }
}

async function merge(given: Given): Promise<number> {
  const [file, copy] = given.positional.map((path) => mustExist(resolve(path))) as [string, string]
  const profile = profileFolder()
  if (!sharedPlace(file, profile)) inspectFile(file, profile)
  inspectFile(copy, profile)
  const dry = given.options['dry-run'] === true
  const into = dry ? undefined : text(given, 'into')
  const { store, end } = await openToWork(file, profile)
  try {
    if (into === undefined) {
      if (!dry) takeSnapshot(store.path, profile, 'merge')
      return await bring(given, store, copy, profile, dry)
    }
    copyProject(store.path, resolve(into))
    const made = openStore(resolve(into))
    try {
      return await bring(given, made, copy, profile, dry)
    } finally {
      made.close()
    }
  } finally {
    await end()
  }
}

async function bring(given: Given, store: Store, copy: string, profile: string, dry: boolean): Promise<number> {
  refuseDamaged(store)
  const other = openOther(store, copy, profile)
  try {
    if (dry) {
      const { path: _, title: __, ...preview } = previewMerge(store, other.store, copy)
      facts(given, preview)
      return 0
    }
    return told(given, await mergeFrom(store, other.store, { profile }))
  } finally {
    other.close()
  }
}

/** 1 where somebody's work could not come in. */
function told(given: Given, report: MergeReport): number {
  facts(given, report)
  for (const { why, on } of given.json ? [] : report.waiting) console.error(failureSentence({ kind: 'conflict', message: `merge.waits.${why}`, values: { on } }, language()))
  return report.waiting.length === 0 ? 0 : 1
}
