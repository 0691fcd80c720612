// Rules of coding: own codings only, on words that still stand at their place.
import type { Id } from '../../shared/domain/ids.ts'
import { Refusal } from '../../shared/errors.ts'
import { findCode } from '../../db/codes.ts'
import { findCoder } from '../../db/coders.ts'
import { checkFragment, findCoding, findSameCoding, type CodingRow } from '../../db/codings.ts'
import { listCodingsInContext } from '../../db/coding-list.ts'
import type { CodingFlag, Fragment } from '../../shared/contract/coding.ts'
import type { z } from 'zod'
import type { Store } from '../../db/store.ts'
import type { ReadHandlers, WriteContext, WriteHandlers } from '../context.ts'
import { codeToGive } from './code.ts'

export const codingReads: ReadHandlers<'coding.list'> = {
  'coding.list': ({ store, viewer }, input) => listCodingsInContext(store, viewer, input)
}

export const codingWrites: WriteHandlers<'coding.apply' | 'coding.applyNew' | 'coding.move' | 'coding.split' | 'coding.join' | 'coding.recode' | 'coding.recodeNew' | 'coding.flag' | 'coding.remove'> = {
  'coding.apply': (context, { fragment, codes, flag }) => ({ codings: codes.map(({ coding, code }) => apply(context, fragment, coding, code, flag)) }),
  'coding.applyNew': (context, { fragment, coding, code, name, parent }) => {
    const applied = apply(context, fragment, coding, codeToGive(context.store, context.write, code, { name, parent }), '')
    context.write.actIs('coding.applied')
    return { coding: applied }
  },
  'coding.move': ({ store, write, viewer }, { coding, fragment }) => {
    const row = mustOwn(store, coding, viewer)
    const { checksum } = checkFragment(store, fragment)
    if (fragment.text !== row.text) throw new Refusal('conflict', 'coding.other_text')
    const { revision, start, end } = fragment
    write.change('coding.moved', 'coding', coding, { revision, start, end, checksum }, { story: row.story })
    return null
  },
  'coding.split': ({ store, write, viewer }, { coding, first, second, made }) => {
    const row = mustOwn(store, coding, viewer)
    if (findCoding(store, made)) return null // a retry of the same call
    const [one, other] = [checkFragment(store, first), checkFragment(store, second)]
    if (first.text !== row.text || second.text !== row.text) throw new Refusal('conflict', 'coding.other_text')
    const about = { story: row.story }
    write.change('coding.divided', 'coding', coding, { revision: first.revision, start: first.start, end: first.end, checksum: one.checksum }, about)
    const place = { text: row.text, revision: second.revision, start: second.start, end: second.end, checksum: other.checksum }
    write.insert('coding.divided', 'coding', made, { ...place, code: row.code, coder: viewer, flag: row.flag, removed: false }, about)
    return null
  },
  'coding.join': ({ store, write, viewer }, { coding, gone, fragment }) => {
    const row = mustOwn(store, coding, viewer)
    const other = mustOwn(store, gone, viewer)
    if (other.text !== row.text || fragment.text !== row.text) throw new Refusal('conflict', 'coding.other_text')
    if (other.code !== row.code || gone === coding) throw new Refusal('conflict', 'coding.other_code')
    const { checksum } = checkFragment(store, fragment)
    const { revision, start, end } = fragment
    write.change('coding.joined', 'coding', coding, { revision, start, end, checksum }, { story: row.story })
    write.change('coding.joined', 'coding', gone, { removed: true }, { story: row.story })
    return null
  },
  'coding.recode': (context, { coding, code }) => recode(context, coding, code),
  'coding.recodeNew': (context, { coding, code, name, parent }) => {
    const { store, write, viewer } = context
    mustOwn(store, coding, viewer)
    const recoded = recode(context, coding, codeToGive(store, write, code, { name, parent }))
    write.actIs('coding.recoded')
    return recoded
  },
  'coding.flag': ({ store, write, viewer }, { coding, flag }) => {
    const row = mustOwn(store, coding, viewer)
    write.change('coding.flagged', 'coding', coding, { flag }, { story: row.story })
    return null
  },
  'coding.remove': ({ store, write, viewer }, { codings }) => {
    for (const coding of codings) {
      const row = findCoding(store, coding)
      if (row?.removed) continue // a retry of the same call
      write.change('coding.removed', 'coding', coding, { removed: true }, { story: mustOwn(store, coding, viewer).story })
    }
    return null
  }
}

function recode({ store, write, viewer }: WriteContext, coding: Id, code: Id): null {
  const row = mustOwn(store, coding, viewer)
  mustOffer(store, code)
  const same = findSameCoding(store, row.coder, code, row.text, row.start, row.end)
  if (same && same !== coding) throw new Refusal('conflict', 'coding.same_there')
  write.change('coding.recoded', 'coding', coding, { code }, { story: row.story })
  return null
}

/**
 * Applies one code; gives the coding that now stands, which is an older one when coder, code and place were the same. `as`: for the
 * shared layer, in this story.
 */
export function apply({ store, write, viewer }: WriteContext, fragment: Fragment, coding: Id, code: Id, flag: z.infer<typeof CodingFlag>, as?: { kind: string; coder: Id; story: Id }): Id {
  const { story, checksum, at } = checkFragment(store, fragment)
  if (as && as.story !== story) throw new Refusal('not_found', 'text.absent')
  const coder = as?.coder ?? viewer
  mustOffer(store, code)
  if (findCoding(store, coding)) return coding // a retry of the same call
  const { text, revision, start, end } = fragment
  const same = findSameCoding(store, coder, code, text, at.start, at.end)
  if (same) return same
  write.insert(as?.kind ?? 'coding.applied', 'coding', coding, { text, revision, start, end, checksum, code, coder, flag, removed: false }, { story })
  return coding
}

/** [C1] A retired code is no longer offered: its old codings stay, new ones are refused. */
function mustOffer(store: Store, code: Id): void {
  const row = findCode(store, code)
  if (!row) throw new Refusal('not_found', 'code.absent')
  if (row.retired) throw new Refusal('conflict', 'code.retired', { code: row.name })
}

/** [C3] A coder changes and removes own codings only, whatever the role. */
function mustOwn(store: Store, coding: Id, viewer: Id): CodingRow {
  const row = findCoding(store, coding)
  if (!row || row.removed) throw new Refusal('not_found', 'coding.absent')
  if (row.coder !== viewer) throw new Refusal('forbidden', 'coding.not_yours', { name: findCoder(store, row.coder)?.name ?? '?' })
  return row
}
