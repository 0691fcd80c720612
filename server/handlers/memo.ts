// Rules of memos: everyone writes, and only the writer changes.
import type { Id } from '../../shared/domain/ids.ts'
import type { Memo } from '../../shared/contract/memo.ts'
import { Refusal } from '../../shared/errors.ts'
import { findCoding } from '../../db/codings.ts'
import { findCoder } from '../../db/coders.ts'
import { hiddenFromViewer } from '../../db/log.ts'
import { findMemo, isThere, listMemos } from '../../db/memos.ts'
import type { Store } from '../../db/store.ts'
import type { ReadHandlers, WriteHandlers } from '../context.ts'

export const memoReads: ReadHandlers<'memo.list'> = {
  'memo.list': ({ store, viewer }, { about, aboutId }) => listMemos(store, viewer, about, aboutId)
}

export const memoWrites: WriteHandlers<'memo.write' | 'memo.change' | 'memo.remove'> = {
  'memo.write': ({ store, viewer, write }, { id, about, aboutId, thread, ...words }) => {
    if (findMemo(store, id)) return null // a retry of the same call
    if (!isThere(store, about, aboutId)) throw new Refusal('not_found', 'memo.about_absent')
    if (thread !== null) mustAnswer(store, viewer, thread, about, aboutId)
    write.insert('memo.written', 'memo', id, { about, aboutId, thread, ...words, coder: viewer, at: write.now, removed: false }, storyOf(store, about, aboutId))
    return null
  },
  'memo.change': ({ store, viewer, write }, { memo, ...patch }) => {
    const row = mustOwn(store, memo, viewer)
    write.change('memo.changed', 'memo', memo, patch, storyOf(store, row.about, row.aboutId))
    return null
  },
  'memo.remove': ({ store, viewer, write }, { memo }) => {
    const row = mustOwn(store, memo, viewer)
    write.change('memo.removed', 'memo', memo, { removed: true }, storyOf(store, row.about, row.aboutId))
    return null
  }
}

/** [M3] An answer is to a memo that one may read, about the same thing. */
function mustAnswer(store: Store, viewer: Id, thread: Id, about: Memo['about'], aboutId: Id): void {
  const first = findMemo(store, thread)
  if (!first || hiddenFromViewer(store, viewer)({ entity: 'memo', id: thread })) throw new Refusal('not_found', 'memo.absent')
  if (first.about !== about || first.aboutId !== aboutId) throw new Refusal('invalid_input', 'memo.other_thread')
}

/** [M1] A memo is changed and removed by its writer alone. */
function mustOwn(store: Store, id: Id, viewer: Id): Memo {
  const memo = findMemo(store, id)
  if (!memo) throw new Refusal('not_found', 'memo.absent')
  if (memo.coder !== viewer) throw new Refusal('forbidden', 'memo.not_yours', { name: findCoder(store, memo.coder)?.name ?? '?' })
  return memo
}

function storyOf(store: Store, about: Memo['about'], id: Id): { story?: Id } {
  if (about === 'story') return { story: id }
  const coding = about === 'coding' ? findCoding(store, id) : undefined
  return coding ? { story: coding.story } : {}
}
