// Rules of the codebook: a tree that is never locked, in which nothing takes a colleague's codings away.
import type { Id } from '../../shared/domain/ids.ts'
import { Refusal } from '../../shared/errors.ts'
import { freshColour } from '../../shared/domain/fresh-colour.ts'
import { sameName } from '../../shared/domain/names.ts'
import { findCode, listBranch, listCodes, listSiblings } from '../../db/codes.ts'
import { bearsWork, countCodingsOfCode, findCoding, findSameCoding, listCodingsOfCode } from '../../db/codings.ts'
import { readFields } from '../../db/rows.ts'
import { layerCodings } from '../../db/scope.ts'
import { countCodes } from '../../db/code-counts.ts'
import type { Code } from '../../shared/contract/code.ts'
import type { Store } from '../../db/store.ts'
import type { Writer } from '../../db/record.ts'
import type { ReadHandlers, WriteHandlers } from '../context.ts'
import { followMerge } from './theme.ts'

export const codeReads: ReadHandlers<'code.list' | 'code.counts'> = {
  'code.list': ({ store }) => listCodes(store),
  'code.counts': ({ store, viewer }, { layer }) => countCodes(store, viewer, layer)
}

export const codeWrites: WriteHandlers<'code.create' | 'code.change' | 'code.move' | 'code.merge' | 'code.retire' | 'code.restore'> = {
  'code.create': ({ store, write }, { id, ...fields }) => {
    if (findCode(store, id)) return null // a retry of the same call
    createCode(store, write, id, fields)
    return null
  },
  'code.change': ({ store, write }, { code, ...patch }) => {
    const today = mustFind(store, code)
    if (patch.name !== undefined) refuseSameName(store, today.parent, patch.name, code)
    write.change('code.changed', 'code', code, patch)
    return null
  },
  'code.move': ({ store, write }, { code, parent, before }) => {
    const today = mustFind(store, code)
    if (parent !== null) {
      mustFind(store, parent)
      if (listBranch(store, code).includes(parent)) throw new Refusal('conflict', 'code.under_itself', { code: today.name })
    }
    if (parent !== today.parent) refuseSameName(store, parent, today.name, code)
    write.change('code.moved', 'code', code, { parent, position: placeBefore(listSiblings(store, parent).filter((other) => other.id !== code), before) })
    return null
  },
  'code.merge': (context, { code, into }) => {
    const { store, write, viewer } = context
    const [from, to] = [mustFind(store, code), mustFind(store, into)]
    if (listBranch(store, code).includes(into)) throw new Refusal('conflict', 'code.merge_into_itself', { code: from.name, into: to.name })
    const seen = countCodingsOfCode(store, code, layerCodings(store, { is: 'all' }, viewer))
    // First, for the first op gives the act its name: undoing it says that codes were merged.
    write.change('code.merged', 'code', code, { retired: true, mergedInto: into })
    for (const child of listSiblings(store, code)) write.change('code.moved', 'code', child.id, { parent: into, position: placeBefore(listSiblings(store, into), null) })
    for (const coding of listCodingsOfCode(store, code)) recodeOrDrop(store, write, coding, into)
    followMerge(context, code, into)
    return { codings: seen }
  },
  'code.retire': ({ store, write }, { code }) => {
    mustFind(store, code)
    write.change('code.retired', 'code', code, { retired: true })
    return null
  },
  'code.restore': ({ store, write }, { code }) => {
    mustFind(store, code)
    write.change('code.restored', 'code', code, { retired: false, mergedInto: null, removed: false }) // removed: while a colleague used it
    return null
  }
}

/** Makes a code as the last child of its parent; a colour that few siblings bear when none was asked for. */
export function createCode(store: Store, write: Writer, id: Id, fields: { name: string; parent: Id | null; colour?: number; definition?: string; include?: string; exclude?: string }): void {
  const { name, parent } = fields
  const above = parent === null ? null : mustFind(store, parent)
  refuseSameName(store, parent, name, id)
  write.insert('code.created', 'code', id, {
    parent, position: placeBefore(listSiblings(store, parent), null), name, colour: fields.colour ?? above?.colour ?? freshColour(listSiblings(store, null)),
    definition: fields.definition ?? '', include: fields.include ?? '', exclude: fields.exclude ?? '', flag: '', retired: false, mergedInto: null, removed: false
  })
}

/**
 * The code that coding goes on with: `id`, made when it is not there; or one of that name in use under that parent, which a colleague made
 * in the same moment, or while this window could not reach the host.
 */
export function codeToGive(store: Store, write: Writer, id: Id, fields: { name: string; parent: Id | null }): Id {
  if (findCode(store, id)) return id
  const same = sameNamed(store, fields.parent, fields.name)
  if (same) return same.id
  // Its making was undone while the next coding with it was on its way: that one is its making again.
  if (readFields(store, 'code', id, ['removed'])) write.change('code.restored', 'code', id, { removed: false, parent: fields.parent && mustFind(store, fields.parent).id })
  else createCode(store, write, id, fields)
  return id
}

/**
 * [C4] A coding of a merged code moves along; where its coder had the other code at that very place, one of the two remains: the one that
 * something was laid on. If that is both, both stay, and are listed as the same twice.
 */
export function recodeOrDrop(store: Store, write: Writer, coding: Id, into: Id): void {
  const row = findCoding(store, coding)!
  const about = { story: row.story }
  const same = findSameCoding(store, row.coder, into, row.text, row.start, row.end)
  if (same && !bearsWork(store, coding)) return void write.change('coding.removed', 'coding', coding, { removed: true }, about)
  if (same && !bearsWork(store, same)) write.change('coding.removed', 'coding', same, { removed: true }, about)
  write.change('coding.recoded', 'coding', coding, { code: into }, about)
}

/** Throws a Refusal (not_found) for a code that is not there. */
export function mustFind(store: Store, id: Id): Code {
  const code = findCode(store, id)
  if (!code) throw new Refusal('not_found', 'code.absent')
  return code
}

function refuseSameName(store: Store, parent: Id | null, name: string, self: Id): void {
  if (sameNamed(store, parent, name, self)) throw new Refusal('conflict', 'code.same_name', { code: name })
}

const sameNamed = (store: Store, parent: Id | null, name: string, self: Id | null = null): Code | undefined =>
  listSiblings(store, parent).find((other) => other.id !== self && !other.retired && sameName(other.name, name))

/** A position between a sibling and the one ahead of it; behind all when `before` is null or gone. */
function placeBefore(siblings: Code[], before: Id | null): number {
  const index = siblings.findIndex((sibling) => sibling.id === before)
  if (index < 0) return (siblings.at(-1)?.position ?? 0) + 1
  return ((siblings[index - 1]?.position ?? siblings[index]!.position - 2) + siblings[index]!.position) / 2
}
