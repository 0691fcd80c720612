// Reading a team folder: of every writer the files in the order of their numbers. A file counts as read when all its ops are in the store;
// one that is missing or not whole is waited for, and holds up its own writer alone.
import { join } from 'node:path'
import type { Id } from '../../shared/domain/ids.ts'
import type { Waiting } from '../replication/apply-op.ts'
import { applyOps } from '../replication/apply-ops.ts'
import { heardOf, inStampOrder, type Heard, type WireOp } from '../replication/wire.ts'
import { loadContent } from './content.ts'
import { readOneOf } from './disk.ts'
import { opFileName, readOpName, writerFolders } from './names.ts'
import { openOps } from './op-file.ts'
import { findFolders } from './look-around.ts'
import { covers, raise } from './record.ts'
import { keepRecord, type Team } from './team.ts'

/** A file that is waited for: absent while later ones are there, or there but short, damaged or of a newer program. */
export type FileWait = { writer: Id; number: number; why: 'missing' | 'damaged' }
export type Received = { ops: number; files: FileWait[]; waiting: Waiting[]; /** There were more files than are read at once. */ more: boolean }
/** Of one writer, so many files at once: what a long absence left is taken in by parts. */
const AT_ONCE = 500
/** So many are under way at the same moment at most. */
const MOST_AHEAD = 16

type Come = { writer: Id; number: number; ops: WireOp[]; stray: string | null }

/**
 * Takes in what is new. thorough: also looks for files that a synchroniser gave another name, and for gaps; else only for the next
 * number of each writer, which is quick on a slow share. Throws what the disk throws.
 */
export async function receive(team: Team, thorough: boolean): Promise<Received> {
  const come: Come[] = []
  const files: FileWait[] = []
  let more = false
  if (thorough) team.seen.folders = await findFolders(team)
  for (const [writer, folders] of await writerFolders(team)) {
    if (team.record.next[writer] === undefined && !team.seen.all) await skipKnown(team, writer, folders)
    const found = thorough ? await listOps(team, folders) : new Map<number, string[]>()
    more = await readWriter(team, writer, folders, found, come, files) || more
    if (thorough) await readStrays(team, writer, found, come)
  }
  const { ops, waiting } = await takeIn(team, come)
  if (thorough && !team.seen.all && waiting.some(({ why }) => why === 'gap' || why === 'built_on')) {
    // Perhaps in a file that was passed over (two copies of one profile wrote under one name): once, everything is read.
    team.seen.all = true
    team.record.next = {}
  }
  return { ops, files, waiting, more: more && ops > 0 }
}

async function takeIn(team: Team, come: readonly Come[]): Promise<{ ops: number; waiting: Waiting[] }> {
  const { store, profile, record } = team
  const ops = inStampOrder(come.flatMap((file) => file.ops))
  const content = await loadContent(team, ops)
  const applied = await applyOps({ store, profile, content, ops: (heard) => ops.filter((op) => op.rseq > (heard.get(op.replica) ?? 0)) })
  const heard = heardOf(store)
  const stopped = new Set<Id>()
  for (const { writer, number, ops: lines, stray } of come) {
    if (!isIn(heard, lines)) stopped.add(writer)
    if (stopped.has(writer)) continue
    raise(record.told, lines)
    if (stray) team.seen.strays.add(stray)
    else record.next[writer] = number + 1
  }
  if (come.length > 0) keepRecord(team)
  return { ops: applied.ops, waiting: applied.waiting }
}

const isIn = (heard: Heard, ops: readonly WireOp[]): boolean => ops.every(({ replica, rseq }) => (heard.get(replica) ?? 0) >= rseq)

/** Per number the files that may hold it. */
async function listOps({ disk }: Team, folders: readonly string[]): Promise<Map<number, string[]>> {
  const found = new Map<number, string[]>()
  for (const folder of folders) {
    for (const name of await disk.list(folder)) {
      const read = readOpName(name)
      if (read) found.set(read.number, [...(found.get(read.number) ?? []), join(folder, name)])
    }
  }
  return found
}

/**
 * From the next number on, as far as the numbers go without a gap. A share takes its time for every file, so as long as there are more
 * of them several are asked for at once.
 */
async function readWriter(team: Team, writer: Id, folders: readonly string[], found: Map<number, string[]>, come: Come[], files: FileWait[]): Promise<boolean> {
  const first = team.record.next[writer] ?? 1
  const read = (number: number): ReturnType<typeof readNumber> =>
    readNumber(team, writer, number, new Set([...folders.map((folder) => join(folder, opFileName(number))), ...(found.get(number) ?? [])]))
  for (let [next, ahead] = [first, 1]; next < first + AT_ONCE; ahead = Math.min(2 * ahead, MOST_AHEAD)) {
    const numbers = Array.from({ length: Math.min(ahead, first + AT_ONCE - next) }, (_, at) => next + at)
    for (const [at, { ops, there }] of (await Promise.all(numbers.map(read))).entries()) {
      const number = numbers[at]!
      if (!ops) {
        if (there) files.push({ writer, number, why: 'damaged' })
        else if ([...found.keys()].some((later) => later > number)) files.push({ writer, number, why: 'missing' })
        return false
      }
      come.push({ writer, number, ops, stray: null })
    }
    next += numbers.length
  }
  return true
}

/** Whose work is in the files of a writer, as far as the first of them that are whole tell. */
export async function codersOf(team: Team, writer: Id): Promise<Id[]> {
  const coders = new Set<Id>()
  const folders = (await writerFolders(team)).get(writer) ?? []
  for (let number = 1; number <= FIRST_FILES; number++) {
    const { ops } = await readNumber(team, writer, number, folders.map((folder) => join(folder, opFileName(number))))
    for (const { coder } of ops ?? []) if (coder) coders.add(coder)
  }
  return [...coders]
}
const FIRST_FILES = 5

/**
 * A writer of whom nothing was read yet, in a mirror that was made of the shared file: its files up to the last one all of which is here
 * need no reading. What the files say goes up with their numbers, so halving finds it.
 */
async function skipKnown(team: Team, writer: Id, folders: readonly string[]): Promise<void> {
  const heard = heardOf(team.store)
  const found = await listOps(team, folders)
  const isHere = async (number: number): Promise<boolean> => {
    for (const path of found.get(number) ?? []) {
      const bytes = await readOneOf(team.disk, path)
      const file = bytes && openOps(bytes)
      if (file?.project === team.record.project && file.writer === writer && file.number === number) return file.upTo !== undefined && covers(heard, file.upTo)
    }
    return false
  }
  let [low, high] = [0, Math.max(0, ...found.keys())]
  while (low < high) {
    const middle = Math.ceil((low + high) / 2)
    if (await isHere(middle)) low = middle
    else high = middle - 1
  }
  team.record.next[writer] = low + 1
}

/** All that whole files with this number hold: two that differ are of two copies of one profile, and both count. */
async function readNumber(team: Team, writer: Id, number: number, paths: Iterable<string>): Promise<{ ops: WireOp[] | null; there: boolean }> {
  let [ops, there]: [WireOp[] | null, boolean] = [null, false]
  for (const path of paths) {
    const bytes = await readOneOf(team.disk, path)
    there ||= bytes !== null
    const file = bytes && openOps(bytes)
    if (file?.project === team.record.project && file.writer === writer && file.number === number) ops = [...(ops ?? []), ...file.lines]
  }
  return { ops, there }
}

/** Files with other names whose number was read already: looked into once, for what the one with the right name did not hold. */
async function readStrays(team: Team, writer: Id, found: Map<number, string[]>, come: Come[]): Promise<void> {
  for (const [number, paths] of found) {
    if (number >= (team.record.next[writer] ?? 1)) continue
    for (const path of paths) {
      if (path === join(team.folder, writer, opFileName(number)) || team.seen.strays.has(path)) continue
      const { ops } = await readNumber(team, writer, number, [path])
      if (ops) come.push({ writer, number, ops, stray: path })
    }
  }
}
