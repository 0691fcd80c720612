// Reworking the codebook: splitting a code, taking in a codebook from a file, what changed in a code's meaning, what may be worth a look.
import type { Id } from '../../shared/domain/ids.ts'
import { newId } from '../../shared/domain/ids.ts'
import { findByPath, planRows } from '../../shared/domain/codebook-rows.ts'
import { Refusal } from '../../shared/errors.ts'
import { listCodeChanges } from '../../db/code-history.ts'
import { findPointers } from '../../db/code-pointers.ts'
import { findCode, listCodes } from '../../db/codes.ts'
import { findSameCoding, findVisibleCoding } from '../../db/codings.ts'
import { findConsensus } from '../../db/consensus.ts'
import type { Writer } from '../../db/record.ts'
import type { Store } from '../../db/store.ts'
import type { ReadHandlers, WriteHandlers } from '../context.ts'
import { createCode, mustFind, recodeOrDrop } from './code.ts'

export const codebookReads: ReadHandlers<'code.pointers' | 'code.history'> = {
  'code.pointers': ({ store, viewer }) => findPointers(store, viewer),
  'code.history': ({ store }, { code }) => listCodeChanges(store, code)
}

export const codebookWrites: WriteHandlers<'code.split' | 'code.import'> = {
  'code.split': ({ store, write, viewer }, { code, made, moves, retire }) => {
    const { parent } = mustFind(store, code)
    for (const { id, name, colour } of made) if (!findCode(store, id)) createCode(store, write, id, { name, parent, colour })
    for (const into of new Set(moves.map((move) => move.into))) if (into === code || mustFind(store, into).retired) throw new Refusal('conflict', 'code.split_into', { code: findCode(store, into)!.name })
    const agreed = findConsensus(store)
    let moved = 0
    for (const { coding, into } of moves) {
      // [C5] What a colleague recoded or took away meanwhile, and what is hidden from this coder, stays as it is.
      const row = findVisibleCoding(store, viewer, coding)
      if (row?.code !== code) continue
      recodeOrDrop(store, write, coding, into)
      // What was agreed on at that place is the same fragment: its code would else be one that nobody gave.
      const same = agreed && findSameCoding(store, agreed.id, code, row.text, row.start, row.end)
      if (same) recodeOrDrop(store, write, same, into)
      moved++
    }
    if (retire) write.change('code.retired', 'code', code, { retired: true })
    write.actIs('code.split')
    return { moved, stayed: moves.length - moved }
  },
  'code.import': ({ store, write }, { rows }) => {
    const counts = { made: 0, changed: 0, same: 0 }
    for (const row of rows) {
      // Looked up anew for each: a row above it may have made its parent.
      const { code, changes } = planRows(listCodes(store), [row])[0]!
      const { retired, flag, ...words } = changes
      const id = code?.id ?? makePath(store, write, row.path, words, counts)
      const patch = code ? changes : { ...(flag === undefined ? {} : { flag }), ...(retired ? { retired } : {}) }
      const isChanged = Object.keys(patch).length > 0 && write.change('code.changed', 'code', id, patch)
      if (code && isChanged) counts.changed++
      else if (code) counts.same++
    }
    write.actIs('code.imported')
    return counts
  }
}

/** Makes the code at the end of a path, and those above it that are not there. */
function makePath(store: Store, write: Writer, path: readonly string[], words: { definition?: string; include?: string; exclude?: string }, counts: { made: number }): Id {
  let parent: Id | null = null
  for (let depth = 1; depth <= path.length; depth++) {
    const there = findByPath(listCodes(store), path.slice(0, depth))
    if (there) parent = there.id
    else {
      const id = newId()
      createCode(store, write, id, { name: path[depth - 1]!, parent, ...(depth === path.length ? words : {}) })
      counts.made++
      parent = id
    }
  }
  return parent!
}
