// Rules of correcting words: on the newest words only, and nobody's correction is written over.
import type { Parsed } from '../../shared/contract/index.ts'
import type { RevisionReason } from '../../shared/contract/text.ts'
import type { Id } from '../../shared/domain/ids.ts'
import { Refusal } from '../../shared/errors.ts'
import { findCoder } from '../../db/coders.ts'
import { findRevision, findText, listRevisions, listToLook, numberOfRevision, type TextRow } from '../../db/revisions.ts'
import type { Store } from '../../db/store.ts'
import { readBody, sha256, storeBody } from '../../db/text-bodies.ts'
import type { ReadHandlers, WriteContext, WriteHandlers } from '../context.ts'

export const textReads: ReadHandlers<'text.revisions' | 'text.body' | 'coding.toLook'> = {
  'text.revisions': ({ store, viewer }, { text }) => {
    mustFind(store, viewer, text)
    return listRevisions(store, text)
  },
  'text.body': ({ store, viewer }, { text, number }) => {
    const body = readBody(store, mustFind(store, viewer, text).num, number)
    if (body === null) throw new Refusal('not_found', 'revision.absent')
    return { body }
  },
  'coding.toLook': ({ store, viewer }, { story }) => listToLook(store, viewer, story)
}

export const textWrites: WriteHandlers<'text.revise'> = {
  'text.revise': (context, { texts, reason }) => ({ numbers: texts.map((each) => revise(context, each, reason)) })
}

/** The number of the revision that now holds these words. */
function revise({ store, write, viewer }: WriteContext, { text, revision, from, body: given }: Parsed<'text.revise'>['texts'][number], reason: RevisionReason): number {
  const known = numberOfRevision(store, revision)
  if (known !== undefined) return known // a retry of the same call
  const row = mustFind(store, viewer, text)
  const newest = findRevision(store, row.num, row.newest)!
  if (from !== row.newest) {
    // [T2] Who was first keeps the floor; the second sees the difference and decides.
    throw new Refusal('stale', 'text.revised_meanwhile', { name: newest.coder ? findCoder(store, newest.coder)?.name ?? '?' : '?' })
  }
  const body = given.replace(/\r\n?/g, '\n').toWellFormed()
  if (!body.trim()) throw new Refusal('invalid_input', 'text.empty')
  if (sha256(body) === newest.sha256) return from
  const number = Math.max(write.now * 1024 + Math.floor(Math.random() * 1024), from + 1)
  write.insert('text.revised', 'revision', revision, { text, number, from: newest.id, sha256: sha256(body), reason, coder: viewer, at: write.now, removed: false }, { story: row.story })
  storeBody(store, revision, body)
  return number
}

function mustFind(store: Store, viewer: Id | null, text: Id): TextRow {
  const row = findText(store, viewer, text)
  if (!row) throw new Refusal('not_found', 'text.absent')
  return row
}
