// Merging copies: whatever coders did apart from each other, and in whatever order it comes together, every copy ends the same.
import fc from 'fast-check'
import { afterEach, expect, test, vi } from 'vitest'
import { checkStore } from '../../../db/check.ts'
import { canonicalView } from '../../../db/replication/view.ts'
import { contentOf, rebuild } from '../../../db/replication/rebuild.ts'
import { applyOps } from '../../../db/replication/apply-ops.ts'
import type { ContentSource } from '../../../db/replication/apply-content.ts'
import { inStampOrder, opsAfter } from '../../../db/replication/wire.ts'
import type { Store } from '../../../db/store.ts'
import { dispatch } from '../../../server/dispatch.ts'
import { bring, histories, live, templateOfFile, TRIALS, trials, world, type Act, type Copy, type World } from '../../support/random-copies.ts'

if (TRIALS > 0) vi.setConfig({ testTimeout: 3_600_000 })

const template = templateOfFile()
afterEach(() => vi.restoreAllMocks())

const view = (store: Store): string[] => [...canonicalView(store)]
const setClock = (now: number): void => void vi.spyOn(Date, 'now').mockReturnValue(now)

/** Lets the history happen, then `prove`; always closes. */
async function after({ acts, skew }: { acts: Act[]; skew: number[] }, prove: (here: World) => Promise<void>): Promise<void> {
  const here = await world(template(), skew)
  try {
    await live(here, acts, setClock)
    await prove(here)
  } finally {
    vi.restoreAllMocks()
    here.close()
  }
}

async function merged(here: World, into: Copy, ...others: Copy[]): Promise<Store> {
  const copy = here.duplicate(into)
  for (const other of others) expect((await bring(other, copy)).waiting).toEqual([])
  return copy.store
}

/** A few at every run of the tests, so that all of them together stay within seconds; a soak run asks for thousands. */
const property = (usual: number, prove: (here: World) => Promise<void>): Promise<void> =>
  fc.assert(fc.asyncProperty(histories(), (history) => after(history, prove)), trials(usual))

test('[N3] [8.1] [8.12] merge(A, B) = merge(B, A), clocks a day apart or not, and both files are whole', () => property(12, async (here) => {
  const [a, b] = here.copies as [Copy, Copy]
  const [ab, ba] = [await merged(here, a, b), await merged(here, b, a)]
  expect(view(ab)).toEqual(view(ba))
  expect(checkStore(ab)).toEqual([])
}))

test('[8.2] [8.4] which copies meet first makes no difference: the same ops give the same bytes, conflicts and cuts too', () => property(8, async (here) => {
  const [a, b, c] = here.copies as [Copy, Copy, Copy]
  const bc = here.duplicate(b)
  await bring(c, bc)
  const [left, right, back] = [await merged(here, a, b, c), await merged(here, a, bc), await merged(here, c, a, b)]
  expect(view(right)).toEqual(view(left))
  expect(view(back)).toEqual(view(left))
}))

test('[8.3] merging again changes nothing, and ops may come twice and in any order', () => property(6, async (here) => {
  const [a, b, c] = here.copies as [Copy, Copy, Copy]
  const once = here.duplicate(a)
  await bring(b, once)
  await bring(c, once)
  const before = view(once.store)
  await bring(b, once)
  await bring(c, once)
  expect(view(once.store)).toEqual(before)
  const late = here.duplicate(a)
  const parcels = [...opsAfter(b.store, new Map()), ...opsAfter(c.store, new Map()), ...opsAfter(b.store, new Map())]
  const sources = [contentOf(b.store), contentOf(c.store)]
  const content: ContentSource = {
    importBundle: (id) => sources.map((source) => source.importBundle(id)).find((bundle) => bundle !== null) ?? null,
    revision: (id) => sources.map((source) => source.revision(id)).find((body) => body !== null) ?? null
  }
  const { waiting } = await applyOps({ store: late.store, profile: late.profile, ops: () => shuffled(parcels), content })
  expect(waiting).toEqual([])
  expect(view(late.store)).toEqual(before)
}))

test('[8.5] [8.13] a file rebuilt from log and content, and one that was copied whole, hold the same as the one that grew', () => property(6, async (here) => {
  const [a, b] = here.copies as [Copy, Copy]
  const grown = here.duplicate(a)
  await bring(b, grown)
  const again = await rebuild(grown.store, `${grown.path}.again`, grown.profile)
  expect(again.applied.waiting).toEqual([])
  expect(view(again.store)).toEqual(view(grown.store))
  again.store.close()
  const whole = here.duplicate(grown)
  expect(view(whole.store)).toEqual(view(grown.store))
  await bring(here.copies[2]!, whole)
  await bring(here.copies[2]!, grown)
  expect(view(whole.store)).toEqual(view(grown.store))
}))

test('[8.9] no coding is lost: each that anybody made is there, and is away only by an op with a name', () => property(6, async (here) => {
  const all = await merged(here, ...here.copies as [Copy, Copy, Copy])
  const made = new Set(here.copies.flatMap(({ store }) => store.all<{ id: string }>(`SELECT hex(entity_id) AS id FROM op WHERE kind IN ('coding.applied', 'coding.agreed')`).map(({ id }) => id)))
  const there = all.all<{ id: string; removed: number }>('SELECT hex(id) AS id, removed FROM coding ORDER BY id')
  expect(there.map(({ id }) => id)).toEqual([...made].toSorted())
  const named = all.all<{ id: string }>(`SELECT DISTINCT hex(entity_id) AS id FROM op WHERE entity = 'coding' AND before IS NOT NULL AND patch ->> 'removed' = 1 AND coder IS NOT NULL`)
  const away = there.filter(({ removed }) => removed === 1).map(({ id }) => id)
  expect(away.filter((id) => !named.some((row) => row.id === id))).toEqual([])
}))

test('[8.10] undo and redo give back what was, and leave what others did since', () => property(6, async (here) => {
  const [a, b] = here.copies as [Copy, Copy]
  const copy = here.duplicate(a)
  await bring(b, copy)
  // A redo writes anew: where it is now the newest edge of a circle, that is the one cut.
  const rows = (): string[] => view(copy.store).filter((text) => !/^\["(?:op|stamp|rival|held|shown code)"/.test(text))
  const before = rows()
  for (const coder of here.coders) {
    const undone = await dispatch({ store: copy.store, coder, profile: copy.profile }, 'history.undo', {})
    if (undone.result.ok && undone.ops.length > 0) expect((await dispatch({ store: copy.store, coder, profile: copy.profile }, 'history.redo', {})).result.ok).toBe(true)
    expect(rows()).toEqual(before)
  }
}))

test('[8.11] any part of what others wrote is a valid project, and a stream that stops holds up its own writer alone', () => property(8, async (here) => {
  const [a, b, c] = here.copies as [Copy, Copy, Copy]
  const copy = here.duplicate(a)
  const ops = inStampOrder([...opsAfter(b.store, new Map()), ...opsAfter(c.store, new Map())])
  const cut = ops.filter((_, at) => at % 5 !== 3 && at < ops.length * 0.8) // holes, and an end too early
  const first = await applyOps({ store: copy.store, profile: copy.profile, ops: () => cut, content: contentOf(b.store) })
  expect(checkStore(copy.store)).toEqual([])
  expect(first.waiting.filter(({ why }) => why === 'damaged')).toEqual([])
  await bring(b, copy)
  await bring(c, copy)
  expect(view(copy.store)).toEqual(view(await merged(here, a, b, c)))
}))

/** Each thing up to forty places from its own; the same disorder on every run. */
function shuffled<T>(list: readonly T[]): T[] {
  const keyed = list.map((value, at) => ({ value, key: at + (Math.imul(at + 1, 0x9e3779b1) >>> 0) % 40 }))
  return keyed.toSorted((x, y) => x.key - y.key).map(({ value }) => value)
}
