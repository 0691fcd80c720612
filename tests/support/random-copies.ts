// Copies of one project in which coders do random things, apart from each other: what the tests of merging start from.
// Every act is a real call through dispatch, or a real import; refusals are part of life and change nothing.
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll } from 'vitest'
import { contract, type CallName, type Input, type Output } from '../../shared/contract/index.ts'
import { newId, type Id } from '../../shared/domain/ids.ts'
import type { SignifierShape } from '../../shared/domain/signifier.ts'
import type { StagedStory } from '../../shared/importing/staged.ts'
import { createStore, openStore } from '../../db/open.ts'
import { contentOf } from '../../db/replication/rebuild.ts'
import { applyOps, type Applied } from '../../db/replication/apply-ops.ts'
import { opsAfter } from '../../db/replication/wire.ts'
import { beginImport } from '../../db/staging.ts'
import type { Store } from '../../db/store.ts'
import { transact } from '../../db/transact.ts'
import { withdrawStory } from '../../db/withdrawal.ts'
import { dispatch } from '../../server/dispatch.ts'

export type Copy = { store: Store; path: string; profile: string }
/** One thing that happens: in which copy, by whom, what, and numbers to choose its parts with. */
export type Act = { copy: number; coder: number; what: number; picks: number[] }

export const COPIES = 3
/** Trials per property; a soak run asks for many more. */
export const TRIALS = Number(process.env.DUIDING_TRIALS ?? 0)
/** A fixed seed in the tests, another one each time in a soak; DUIDING_SEED is one that failed, to try again. */
const seed = Number(process.env.DUIDING_SEED ?? (TRIALS ? Date.now() % 2 ** 31 : 20261122))
export const trials = (usual: number): { numRuns: number; seed: number; endOnFailure: boolean } => ({ numRuns: TRIALS || usual, seed, endOnFailure: process.env.DUIDING_SHRINK === undefined })

const acts = (most: number): fc.Arbitrary<Act[]> => fc.array(fc.record({
  copy: fc.nat(COPIES - 1), coder: fc.nat(2), what: fc.nat(199), picks: fc.array(fc.nat(997), { minLength: 5, maxLength: 5 })
}), { minLength: Math.floor(most / 2), maxLength: most, size: 'max' })
/** What happened, and how far each copy's clock is off (hours, up to a day either way). */
export const histories = (most = 60): fc.Arbitrary<{ acts: Act[]; skew: number[] }> =>
  fc.record({ acts: acts(most), skew: fc.array(fc.integer({ min: -24, max: 24 }), { minLength: COPIES, maxLength: COPIES }) })

const SHAPES: SignifierShape[] = [
  { key: 'invloed', kind: 'slider', title: 'Invloed', options: [], highLast: null, anchors: ['geen', 'veel'], stones: [], linkedTo: null },
  { key: 'steun', kind: 'multi', title: 'Steun', options: [{ key: 'gezin', label: 'Gezin' }, { key: 'kind', label: 'Kind' }], highLast: null, anchors: [], stones: [], linkedTo: null },
  { key: 'telde', kind: 'stones', title: 'Wat telde', options: [], highLast: null, anchors: ['weinig', 'veel'], stones: [{ key: 'klik', label: 'Klik' }, { key: 'tijd', label: 'Tijd' }], linkedTo: null },
  { key: 'anders', kind: 'text', title: 'Anders, namelijk', options: [], highLast: null, anchors: [], stones: [], linkedTo: 'steun' }
]
export const BODIES = ['Het klikte meteen met Sanne.\nDaarna ging het beter 🙂 thuis.', 'Niemand belde terug. Drie weken lang niet.', 'Cafe\u0301 de Brug hielp ons; <naam> ook.', 'We zaten onder de tafel en dat hielp.', 'De brief kwam te laat.']

/** A story of the source; `version` changes what was answered, not what was told. */
function staged(which: number, version: number): StagedStory {
  return {
    row: which + 2, sourceId: `v-${which}`, group: which % 2 ? 'Gezinnen' : 'Medewerkers', teller: which % 3 ? `t-${which % 2}` : null, wave: null, collectedOn: `2026-03-1${version}`, language: 'nl', channel: null, consent: true,
    text: BODIES[which % BODIES.length]!,
    answers: {
      invloed: version % 3 === 2 ? { is: 'na' } : { is: 'number', value: (which * 13 + version * 7) % 101 }, steun: { is: 'options', options: version % 2 ? ['gezin', 'kind'] : ['kind'] },
      telde: { is: 'stones', places: [{ stone: 'klik', x: which * 9 % 101, y: null }, ...(version % 2 ? [{ stone: 'tijd', x: 50, y: null }] : [])] },
      ...(version % 2 ? { anders: { is: 'text', text: `ook de buurvrouw van ${which}` } } : {})
    }
  }
}

export async function importStories(copy: Copy, coder: Id, from: number, count: number, version: number): Promise<void> {
  const shapes = SHAPES.slice(0, version === 0 ? 3 : 4)
  const writer = await beginImport(copy.store, { coder, profile: copy.profile, files: [`export-${version}.csv`], mapping: '{}', signifiers: shapes })
  await writer.add(Array.from({ length: count }, (_, at) => staged(from + at, version)).map((story) => (version === 0 ? { ...story, answers: Object.fromEntries(Object.entries(story.answers).filter(([key]) => key !== 'anders')) } : story)))
  await writer.finish(shapes)
}

export type World = { copies: Copy[]; coders: Id[]; clock: { now: number; skew: number[] }; duplicate(copy: Copy): Copy; close(): void }

/** Three copies of one small project: coders, codes and four stories are in all of them. */
export async function world(template: string, skew: number[]): Promise<World> {
  const folder = mkdtempSync(join(tmpdir(), 'duiding-copies-'))
  const opened: Copy[] = []
  const take = (path: string): Copy => {
    const store = openStore(path)
    store.db.pragma('synchronous = OFF') // what is tested here is the log, not the disk
    const copy = { store, path, profile: join(folder, `profile-${opened.length}`) }
    opened.push(copy)
    return copy
  }
  const copies = Array.from({ length: COPIES }, (_, at) => {
    copyFileSync(template, join(folder, `copy-${at}.duiding`))
    return take(join(folder, `copy-${at}.duiding`))
  })
  const coders = copies[0]!.store.all<{ id: Buffer }>('SELECT id FROM coder ORDER BY num').map(({ id }) => id.toString('base64url'))
  return {
    copies, coders, clock: { now: Date.UTC(2026, 10, 22), skew },
    duplicate(copy) {
      const path = join(folder, `twin-${opened.length}.duiding`)
      copy.store.db.prepare('VACUUM INTO ?').run(path)
      return take(path)
    },
    close() {
      for (const { store } of opened) store.close()
      rmSync(folder, { recursive: true, force: true })
    }
  }
}

/** The file all copies are made of; gives its path. */
export async function makeTemplate(folder: string): Promise<string> {
  const path = join(folder, 'template.duiding')
  const store = createStore(path, { title: 'Proef' })
  const copy = { store, path, profile: join(folder, 'profile') }
  const coders = [newId(), newId(), newId()]
  for (const [at, id] of coders.entries()) await call(copy, null, 'coder.join', { id, name: ['Anna de Boer', 'Bram Visser', 'Chantal Mol'][at] })
  await importStories(copy, coders[0]!, 0, 4, 1)
  for (const name of ['Klik', 'Tijd', 'Regie']) await call(copy, coders[0]!, 'code.create', { id: newId(), name })
  store.db.pragma('wal_checkpoint(TRUNCATE)')
  store.close()
  return path
}

/** One for all tests of a file, gone after them: its path. */
export function templateOfFile(): () => string {
  let [folder, template] = ['', '']
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'duiding-template-'))
    template = await makeTemplate(folder)
  })
  afterAll(() => rmSync(folder, { recursive: true, force: true }))
  return () => template
}

async function call(copy: Copy, coder: Id | null, name: string, input: unknown): Promise<void> {
  const { result } = await dispatch({ store: copy.store, coder, profile: copy.profile }, name, input)
  if (!result.ok && (result.failure.kind === 'internal' || result.failure.kind === 'invalid_input')) throw new Error(`${name}: ${JSON.stringify(result.failure)}`)
}

/** A call that must succeed. */
export async function callIn<N extends CallName>(copy: Copy, coder: Id, name: N, input: Input<N>): Promise<Output<N>> {
  const { result } = await dispatch({ store: copy.store, coder, profile: copy.profile }, name, JSON.parse(JSON.stringify(input)))
  if (!result.ok) throw new Error(`${name}: ${JSON.stringify(result.failure)}`)
  return contract[name].output.parse(JSON.parse(JSON.stringify(result.value))) as Output<N>
}

/** Everything of `from` that `to` lacks. */
export const bring = (from: Copy, to: Copy): Promise<Applied> =>
  applyOps({ store: to.store, profile: to.profile, ops: (heard) => opsAfter(from.store, heard), content: contentOf(from.store) })

const idsOf = (store: Store, table: string, where = '1'): Id[] => store.all<{ id: Buffer }>(`SELECT id FROM ${table} WHERE ${where} ORDER BY id`).map(({ id }) => id.toString('base64url'))
const one = <T>(list: readonly T[], pick: number): T | null => (list.length === 0 ? null : list[pick % list.length]!)

/** Does the acts one after the other, each by the clock of its copy. `setClock` makes Date.now say so. */
export async function live({ copies, coders, clock }: World, history: readonly Act[], setClock: (now: number) => void): Promise<void> {
  for (const act of history) {
    clock.now += 1000 * (1 + act.picks[4]! % 600)
    setClock(clock.now + clock.skew[act.copy]! * 3_600_000)
    await happen(copies, copies[act.copy]!, coders[act.coder]!, act.what, act.picks)
  }
}

async function happen(copies: Copy[], copy: Copy, coder: Id, what: number, picks: number[]): Promise<void> {
  const { store } = copy
  const [p, q, r, s] = picks as [number, number, number, number]
  /** When the last code was taken away, one that never was. */
  const code = (pick: number): Id => one(idsOf(store, 'code', 'removed = 0'), pick) ?? newId()
  const coding = (): Id | null => one(idsOf(store, 'coding', `removed = 0 AND coder = (SELECT num FROM coder WHERE hex(id) = '${Buffer.from(coder, 'base64url').toString('hex').toUpperCase()}')`), p)
  const story = (): Id | null => one(idsOf(store, 'story', `state = 'live'`), p)
  const fragment = () => {
    const text = one(store.all<{ id: Buffer; newest: number; body: string }>(
      `SELECT t.id, t.newest, r.body FROM text t JOIN revision r ON r.text = t.num AND r.number = t.newest JOIN story s ON s.num = t.story AND s.state = 'live' ORDER BY t.id`), q)
    if (!text) return null
    const start = r % text.body.length
    const end = start + 1 + s % (text.body.length - start)
    return { text: text.id.toString('base64url'), revision: text.newest, start, end, quote: text.body.slice(start, end) }
  }
  const when = <T>(value: T | null, name: string, input: (value: T) => unknown): Promise<void> => (value === null ? Promise.resolve() : call(copy, coder, name, input(value)))
  const theme = (pick: number): Id => one(idsOf(store, 'theme', 'removed = 0'), pick) ?? newId()
  if (what < 3) return call(copy, coder, 'theme.create', { id: newId(), name: `thema ${p % 4}`, codes: q % 2 ? [code(r)] : [] })
  if (what < 6) return call(copy, coder, 'theme.place', { theme: theme(p), targets: [q % 2 ? { code: code(r) } : { coding: coding() ?? newId() }], side: s % 2 ? 'supports' : 'contradicts' })
  if (what < 8) return when(one(idsOf(store, 'theme_part', 'removed = 0'), p), q % 2 ? 'theme.take' : 'theme.turn', (part) => (q % 2 ? { parts: [part] } : { part, note: `omdat ${r % 9}` }))
  if (what < 10) return when(story(), 'theme.judge', (id) => ({ theme: theme(q), on: { story: id }, verdict: [null, 'fits', 'against'][r % 3] }))
  if (what < 12) return call(copy, coder, q % 4 ? 'theme.change' : 'theme.remove', { theme: theme(p), ...(q % 4 ? { concept: `Een patroon waarin ${r % 9}.` } : {}) })
  const talk = (): Id | null => one(idsOf(store, 'talk', 'removed = 0'), p)
  if (what < 15) return when(fragment(), 'talk.open', (place) => ({ id: newId(), fragment: place, codes: [code(p)], coders: [coder], question: `Waarom ${q % 9}?` }))
  if (what < 17) return when(talk(), 'talk.settle', (id) => ({ talk: id, outcome: ['both', 'learned', 'changed'][q % 3], words: `Omdat ${r % 9}` }))
  if (what < 18) return when(talk(), q % 2 ? 'talk.reopen' : 'talk.remove', (id) => ({ talk: id }))
  if (what < 22) return agree(copy, coder, fragment(), code(p), q % 3 === 0)
  if (what < 40) return when(fragment(), 'coding.apply', (place) => ({ fragment: place, codes: [{ coding: newId(), code: code(p) }] }))
  if (what < 52) return when(coding(), 'coding.recode', (id) => ({ coding: id, code: code(q) }))
  if (what < 60) return when(coding(), 'coding.remove', (id) => ({ codings: [id] }))
  if (what < 68) return when(coding(), 'coding.flag', (id) => ({ coding: id, flag: ['', 'literal', 'underlying'][q % 3] }))
  if (what < 76) return when(fragment(), 'coding.move', (place) => ({ coding: coding() ?? newId(), fragment: place }))
  if (what < 86) return call(copy, coder, 'code.create', { id: newId(), name: `code ${p % 5}`, parent: q % 3 ? code(r) : null })
  if (what < 102) return call(copy, coder, 'code.change', { code: code(p), name: `code ${q % 9}`, definition: `Als het ${r % 9} keer klikte.` })
  if (what < 120) return call(copy, coder, 'code.move', { code: code(p), parent: q % 4 ? code(r) : null, before: null })
  if (what < 122) return call(copy, coder, 'code.merge', { code: code(p), into: code(q) })
  if (what < 124) {
    const part = newId()
    const moves = idsOf(store, 'coding', 'removed = 0').filter((_, at) => at % 3 === r % 3).map((each) => ({ coding: each, into: part }))
    return call(copy, coder, 'code.split', { code: code(p), made: [{ id: part, name: `deel ${q % 5}` }], moves, retire: s % 2 === 0 })
  }
  if (what < 130) return call(copy, coder, p % 2 ? 'code.retire' : 'code.restore', { code: code(q) })
  if (what < 134) return call(copy, coder, 'memo.write', { id: newId(), about: 'code', aboutId: code(p), body: `Waarom ${q % 9}?` })
  if (what < 142) return when(one(idsOf(store, 'memo', 'removed = 0'), p), 'memo.change', (memo) => ({ memo, body: `Nog eens ${q % 9}` }))
  if (what < 150) return when(story(), 'reading.mark', (id) => ({ story: id, done: q % 3 > 0 }))
  if (what < 153) return when(story(), 'reading.place', (id) => ({ story: id, position: q % 20 }))
  if (what < 155) return call(copy, coder, 'assignment.divide', { coders: [coder], overlap: 0, seed: p, keep: q % 2 === 0 })
  if (what < 157) return call(copy, coder, 'project.change', { title: `Proef ${p % 4}`, blind: q % 2 === 0 })
  if (what < 161) return when(one(idsOf(store, 'story_group'), p), 'group.rename', (group) => ({ group, name: `Groep ${q % 5}` }))
  if (what < 179) return call(copy, coder, r % 3 ? 'history.undo' : 'history.redo', {})
  if (what < 186) return importStories(copy, coder, p % 6, 1 + q % 3, r % 4)
  if (what < 190) return revise(copy, coder, p, q)
  if (what < 192) return withdraw(copy, coder, story())
  if (what < 195) return prepare(copy, coder, picks)
  const from = copies[p % copies.length]!
  if (from !== copy) await bring(from, copy)
}

/** Into the shared layer, which is made when there is none; sometimes in place of what was there. */
async function agree(copy: Copy, coder: Id, place: { text: Id } | null, code: Id, replaces: boolean): Promise<void> {
  if (!place) return
  const { id } = copy.store.get<{ id: Buffer }>('SELECT s.id FROM story s JOIN text t ON t.story = s.num WHERE t.id = ?', [Buffer.from(place.text, 'base64url')])!
  const there = idsOf(copy.store, 'coding', `removed = 0 AND coder IN (SELECT num FROM coder WHERE role = 'consensus') AND story = (SELECT num FROM story WHERE hex(id) = '${id.toString('hex').toUpperCase()}')`)
  await call(copy, coder, 'consensus.accept', { story: id.toString('base64url'), agreed: [{ coding: newId(), code, fragment: place }], gone: replaces ? there : [], discussed: replaces })
}

/** Session material: packs, cards, sessions, and what came of them. */
async function prepare(copy: Copy, coder: Id, [p, q, r]: readonly number[]): Promise<void> {
  const { store } = copy
  const pack = one(idsOf(store, 'pack', 'removed = 0'), p!)
  const story = one(idsOf(store, 'story', `state = 'live'`), q!)
  const session = one(idsOf(store, 'session', 'removed = 0'), p!)
  if (!pack || r! % 5 === 0) return call(copy, coder, 'pack.make', { id: newId(), name: `pakket ${p! % 4}`, source: { form: 'story' }, method: { is: 'hand', seed: 1 }, tables: 2, cards: story ? [{ card: newId(), from: { is: 'story', story }, tables: [1] }] : [] })
  if (r! % 5 === 1) return call(copy, coder, 'pack.change', { pack, name: `pakket ${q! % 9}`, counted: [{ table: 1, out: 9, back: p! % 9 }] })
  if (r! % 5 === 2 && story) return call(copy, coder, 'card.add', { pack, cards: [{ card: newId(), from: { is: 'story', story }, tables: [2] }] })
  if (!session || r! % 5 === 3) return call(copy, coder, 'session.hold', { id: newId(), pack, name: 'Avond', heldOn: null })
  return call(copy, coder, 'harvest.write', { id: newId(), session, table: 1, observation: 'Gezien', cards: [], readings: [{ words: 'Zo', votes: 1 }, { words: 'Of zo', votes: 2 }], action: '', owner: '', due: null, signal: '', about: null })
}

async function revise(copy: Copy, coder: Id, pick: number, how: number): Promise<void> {
  const text = one(copy.store.all<{ id: Buffer; newest: number; body: string }>(
    `SELECT t.id, t.newest, r.body FROM text t JOIN revision r ON r.text = t.num AND r.number = t.newest JOIN story s ON s.num = t.story AND s.state = 'live' ORDER BY t.id`), pick)
  if (!text) return
  const words = text.body.split(' ')
  words.splice(how % words.length, how % 2, ['<naam>', 'eigenlijk'][how % 2]!)
  await call(copy, coder, 'text.revise', { texts: [{ text: text.id.toString('base64url'), revision: newId(), from: text.newest, body: words.join(' ') }], reason: 'spelling' })
}

export async function withdraw(copy: Copy, coder: Id, story: Id | null): Promise<void> {
  if (story === null) return
  await transact(copy.store, { coder, undoable: false, profile: copy.profile }, (write) => withdrawStory(write, story))
}
