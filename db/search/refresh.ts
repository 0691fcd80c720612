// Brings the index of words up to date with its project: what the project has now is compared with what was indexed, text by text,
// so that it ends the same however the words came (import, correction, merge, a file put in another's place).
import { createHash } from 'node:crypto'
import { plainMemo } from '../../shared/text/memo-text.ts'
import { wordsOf } from '../../shared/text/words.ts'
import { projectId } from '../project.ts'
import { headOf } from '../snapshots.ts'
import type { Store } from '../store.ts'
import { lastSeq } from '../transact.ts'
import { emptyIndex, KINDS, type PieceKind, type SearchIndex } from './index-file.ts'
import { packForms, packPlaces } from './tokens.ts'

export type Stem = (form: string) => string
/** `done` of `total` pieces that had to be read. */
export type Refreshing = { onProgress?: (done: number, total: number) => void; isStopped?: () => boolean }

/** So many pieces in one transaction: a reader of the index waits for none. */
const BATCH = 200
/** So many ops later it is looked after in any case, lest every question go through all of them. */
const MANY_OPS = 5000

type Piece = { num: number; id: Buffer; kind: number; story: number | null; revision: number }

/** The words of live stories and of memos that stand, private ones too: who asks is known when it is asked. `stem` by form. */
export function refreshIndex(store: Store, index: SearchIndex, stem: Stem, { onProgress, isStopped }: Refreshing = {}): void {
  const seq = lastSeq(store)
  if (!isOfThisFile(store, index) || holdsWithdrawn(store, index)) emptyIndex(index)
  const had = new Map((index.sql('SELECT num, id, kind, story, revision FROM piece').all() as Piece[]).map((piece) => [piece.num, piece]))
  const wanted = [...textPieces(store), ...memoPieces(store)]
  const fresh = wanted.filter((piece) => !isSame(had.get(piece.num), piece))
  const standing = new Set(wanted.map(({ num }) => num))
  const gone = [...had.keys()].filter((num) => !standing.has(num))
  const write = writer(store, index, stem)
  const made = index.fact('made')
  /** False: it was emptied by another process; what is known of it here holds no more, and the next refresh fills it. */
  const together = (work: () => void): boolean => index.db.transaction(() => {
    if (index.fact('made') !== made) return false
    work()
    return true
  }).immediate()
  if (!together(() => gone.forEach((num) => write.remove(num)))) return
  for (let done = 0; done < fresh.length; done += BATCH) {
    if (isStopped?.()) return
    if (!together(() => fresh.slice(done, done + BATCH).forEach((piece) => write.put(piece)))) return
    onProgress?.(Math.min(fresh.length, done + BATCH), fresh.length)
  }
  together(() => {
    for (const [name, value] of [['project', projectId(store)], ['seq', String(seq)], ['head', headOf(store, seq)], ['whole', '1']]) {
      index.sql('INSERT OR REPLACE INTO fact (name, value) VALUES (?, ?)').run(name, value)
    }
  })
  index.db.pragma('wal_checkpoint(TRUNCATE)')
}

/** Did ops after those that the index knows touch any words? Codings, by far the most ops, do not. */
export function isBehind(store: Store, index: SearchIndex | null): boolean {
  if (!index?.isWhole || !isOfThisFile(store, index)) return true
  const seq = Number(index.fact('seq'))
  if (lastSeq(store) - seq > MANY_OPS) return true
  return store.get(`SELECT 1 FROM op WHERE seq > ? AND entity IN ('import', 'story', 'text', 'revision', 'memo') LIMIT 1`, [seq]) !== undefined
}

/** The op that was the last one then still stands at its place: else another file, or an older copy, was put there. */
function isOfThisFile(store: Store, index: SearchIndex): boolean {
  const seq = index.fact('seq')
  return seq === null || (index.fact('project') === projectId(store) && index.fact('head') === headOf(store, Number(seq)) && Number(seq) <= lastSeq(store))
}

/** Words of a withdrawn story stand in the lists of words too: all is made anew without them. */
function holdsWithdrawn(store: Store, index: SearchIndex): boolean {
  const withdrawn = store.all<{ num: number }>(`SELECT num FROM story WHERE state = 'withdrawn'`)
  const held = index.sql('SELECT 1 FROM piece WHERE story = ? LIMIT 1')
  return withdrawn.some(({ num }) => held.get(num) !== undefined)
}

const isSame = (one: Piece | undefined, other: Piece): boolean => one !== undefined && one.revision === other.revision && one.story === other.story && one.id.equals(other.id)

const kindOf = (kind: PieceKind): number => KINDS.indexOf(kind)

const textPieces = (store: Store): Piece[] =>
  store.all<{ num: number; id: Buffer; kind: PieceKind; story: number; newest: number }>(
    `SELECT t.num, t.id, t.kind, t.story, t.newest FROM text t JOIN story s ON s.num = t.story WHERE s.state = 'live' ORDER BY s.number, t.num`)
    .map(({ num, id, kind, story, newest }) => ({ num: num * 2, id, kind: kindOf(kind), story, revision: newest }))

const memoPieces = (store: Store): Piece[] =>
  store.all<{ num: number; id: Buffer; title: string; body: string }>('SELECT num, id, title, body FROM memo WHERE removed = 0')
    .map(({ num, id, title, body }) => ({ num: num * 2 + 1, id, kind: kindOf('memo'), story: null, revision: memoRevision(title, body) }))

/** A memo has no revisions: its words stand for themselves. */
export const memoRevision = (title: string, body: string): number => createHash('sha256').update(memoText(title, body)).digest().readUIntBE(0, 6)

/** What is searched of a memo: its words, without the marks of how they look. */
export const memoText = (title: string, body: string): string => `${title}\n${plainMemo(body)}`

/** The words of a piece as the project has them now; null: none. `num` as the index counts. */
function readPiece(store: Store, num: number): string | null {
  if (num % 2 === 0) return store.get<{ body: string | null }>('SELECT r.body FROM text t JOIN revision r ON r.text = t.num AND r.number = t.newest WHERE t.num = ?', [num / 2])?.body ?? null
  const memo = store.get<{ title: string; body: string }>('SELECT title, body FROM memo WHERE num = ? AND removed = 0', [(num - 1) / 2])
  return memo ? memoText(memo.title, memo.body) : null
}

function writer(store: Store, index: SearchIndex, stem: Stem) {
  const known = new Map<string, { num: number; stem: number }>()
  const stemNum = (form: string): number => {
    const stemmed = stem(form)
    const found = index.sql('SELECT num FROM stem WHERE stem = ?', 'firsts').get(stemmed) as number | undefined
    return found ?? Number(index.sql('INSERT INTO stem (stem) VALUES (?)').run(stemmed).lastInsertRowid)
  }
  const formOf = (form: string): { num: number; stem: number } => {
    const kept = known.get(form) ?? (index.sql('SELECT num, stem FROM form WHERE form = ?').get(form) as { num: number; stem: number } | undefined)
    if (kept) {
      known.set(form, kept)
      return kept
    }
    const made = { num: 0, stem: stemNum(form) }
    made.num = Number(index.sql('INSERT INTO form (form, stem) VALUES (?, ?)').run(form, made.stem).lastInsertRowid)
    known.set(form, made)
    return made
  }
  const remove = (num: number): void => {
    index.sql('DELETE FROM stems WHERE rowid = ?').run(num)
    for (const table of ['piece', 'tokens']) index.sql(`DELETE FROM ${table} WHERE num = ?`).run(num)
  }
  return {
    remove,
    put({ num, id, kind, story, revision }: Piece): void {
      remove(num)
      const words = [...wordsOf(readPiece(store, num) ?? '')]
      const forms = words.map(({ form }) => formOf(form))
      index.sql('INSERT INTO piece (num, id, kind, story, revision) VALUES (?, ?, ?, ?, ?)').run(num, id, kind, story, revision)
      index.sql('INSERT INTO tokens (num, count, forms, places) VALUES (?, ?, ?, ?)').run(num, words.length, packForms(forms.map((form) => form.num)), packPlaces(words))
      index.sql('INSERT INTO stems (rowid, words) VALUES (?, ?)').run(num, forms.map((form) => form.stem).join(' '))
    }
  }
}
