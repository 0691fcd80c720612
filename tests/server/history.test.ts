// The history that people read, and undoing an act of one's own later on.
import { expect, test } from 'vitest'
import { checkStore } from '../../db/check.ts'
import type { Act } from '../../shared/contract/history.ts'
import { newId, type Id } from '../../shared/domain/ids.ts'
import { plainStories } from '../support/plain-stories.ts'
import { workbench } from '../support/workbench.ts'

const BODY = 'Wij kregen hulp van Sanne en dat klikte meteen.'

async function project() {
  const bench = workbench()
  const [anna, bram] = [await bench.join('Anna de Boer'), await bench.join('Bram Visser')]
  const stories = plainStories(bench.store, [BODY, BODY])
  const code = newId()
  await bench.call(anna, 'code.create', { id: code, name: 'Klik' })
  const apply = async (coder: Id, story: number, start: number, ...codes: Id[]): Promise<Id[]> =>
    (await bench.call(coder, 'coding.apply', {
      fragment: { text: stories[story]!.text, revision: 1, start, end: start + 5, quote: BODY.slice(start, start + 5) }, codes: (codes.length ? codes : [code]).map((each) => ({ coding: newId(), code: each }))
    })).codings
  return { bench, anna, bram, code, stories, apply }
}

/** An act without what differs from run to run. */
const told = ({ kind, count, name, was, story, canUndo }: Act) => ({ kind, count, name, was, story: story?.number ?? null, canUndo })

test('[H1] one line per act: who, when, what, where, under which name; filtered by story, code, coder, sort and time', async () => {
  const { bench, anna, bram, code, stories, apply } = await project()
  const other = newId()
  await bench.call(bram, 'code.create', { id: other, name: 'Contact' })
  await apply(anna, 0, 0, code, other)
  await bench.call(bram, 'code.change', { code: other, name: 'Band' })
  const [later] = await apply(bram, 1, 11)
  await bench.call(bram, 'coding.remove', { codings: [later!] })
  await bench.call(bram, 'reading.mark', { story: stories[1]!.story, done: true })
  const { acts, next } = await bench.call(bram, 'history.timeline', {})
  expect(next).toBeNull()
  expect(acts.map(told)).toEqual([
    { kind: 'reading.marked', count: 1, name: null, was: null, story: 1001, canUndo: true },
    { kind: 'coding.removed', count: 1, name: 'Klik', was: null, story: 1001, canUndo: true },
    { kind: 'coding.applied', count: 1, name: 'Klik', was: null, story: 1001, canUndo: false },
    { kind: 'code.changed', count: 1, name: 'Band', was: 'Contact', story: null, canUndo: true },
    { kind: 'coding.applied', count: 2, name: 'Band', was: null, story: 1000, canUndo: false },
    { kind: 'code.created', count: 1, name: 'Contact', was: null, story: null, canUndo: true },
    { kind: 'code.created', count: 1, name: 'Klik', was: null, story: null, canUndo: false },
    { kind: 'coder.joined', count: 1, name: 'Bram Visser', was: null, story: null, canUndo: false },
    { kind: 'coder.joined', count: 1, name: 'Anna de Boer', was: null, story: null, canUndo: false }
  ])
  const kinds = async (rule: object): Promise<string[]> => (await bench.call(bram, 'history.timeline', rule)).acts.map(({ kind }) => kind)
  expect(await kinds({ story: stories[1]!.story })).toEqual(['reading.marked', 'coding.removed', 'coding.applied'])
  expect(await kinds({ code: other })).toEqual(['code.changed', 'coding.applied', 'code.created'])
  expect(await kinds({ coder: anna, nouns: ['code', 'coding'] })).toEqual(['coding.applied', 'code.created'])
  expect(await kinds({ from: acts[3]!.at, to: acts[3]!.at + 1, nouns: ['code'] })).toContain('code.changed')
  expect(await kinds({ to: 1000 })).toEqual([])

  const pages: Act[] = []
  for (let before: number | undefined, more = true; more;) {
    const page = await bench.call(bram, 'history.timeline', { limit: 2, ...(before === undefined ? {} : { before }) })
    pages.push(...page.acts)
    more = page.next !== null
    before = page.next ?? undefined
  }
  expect(pages).toEqual(acts)
})

test('[B1] [H1] under blind coding the history holds what its viewer may see', async () => {
  const { bench, anna, bram, stories, apply } = await project()
  await bench.call(anna, 'project.change', { blind: true })
  await apply(anna, 0, 0)
  await apply(bram, 0, 11)
  const of = async (viewer: Id): Promise<Id[]> => (await bench.call(viewer, 'history.timeline', { nouns: ['coding'] })).acts.map(({ coder }) => coder!)
  expect([await of(anna), await of(bram)]).toEqual([[anna], [bram]])
  await bench.call(bram, 'reading.mark', { story: stories[0]!.story, done: true })
  expect([await of(anna), await of(bram)]).toEqual([[anna], [bram, anna]])
})

test('[U4] an act of long ago is undone by itself, and that can be undone in turn', async () => {
  const { bench, anna, code, apply } = await project()
  const [first] = await apply(anna, 0, 0)
  const { acts: [act] } = await bench.call(anna, 'history.timeline', { limit: 1 })
  await apply(anna, 0, 11)
  await bench.call(anna, 'code.change', { code, definition: 'Het klikt.' })
  const standing = async (): Promise<Id[]> => (await bench.call(anna, 'coding.list', {})).rows.map(({ id }) => id)
  expect(await standing()).toHaveLength(2)
  expect(await bench.call(anna, 'history.undo', { seq: act!.seq })).toMatchObject({ kind: 'coding.applied' })
  expect(await standing()).not.toContain(first)
  expect(await bench.refused(anna, 'history.undo', { seq: act!.seq })).toMatchObject({ kind: 'conflict', message: 'undo.done' })
  await bench.call(anna, 'history.undo', {}) // the undoing itself is the last gesture
  expect(await standing()).toHaveLength(2)
  await bench.call(anna, 'history.undo', {}) // and behind it stands the definition, as before
  expect((await bench.call(anna, 'code.list', {}))[0]!.definition).toBe('')
  expect(checkStore(bench.store)).toEqual([])
})

test('[U4] it is refused, by name, when a colleague built on it, when it is a colleague’s, and when one built on it oneself', async () => {
  const { bench, anna, bram, code, apply } = await project()
  const lastSeq = async (viewer: Id): Promise<number> => (await bench.call(viewer, 'history.timeline', { limit: 1, coder: viewer })).acts[0]!.seq
  const made = await lastSeq(anna)
  await apply(bram, 0, 0)
  expect(await bench.refused(anna, 'history.undo', { seq: made })).toMatchObject({ message: 'undo.in_use', values: { name: 'Bram Visser' } })
  await bench.call(anna, 'code.change', { code, name: 'Band' })
  const renamed = await lastSeq(anna)
  await bench.call(bram, 'code.change', { code, name: 'Contact' })
  expect(await bench.refused(anna, 'history.undo', { seq: renamed })).toMatchObject({ message: 'undo.built_on', values: { name: 'Bram Visser' } })
  expect(await bench.refused(anna, 'history.undo', { seq: await lastSeq(bram) })).toMatchObject({ kind: 'forbidden', message: 'undo.not_yours', values: { name: 'Bram Visser' } })
  await bench.call(bram, 'code.change', { code, name: 'Klikt' })
  const [, before] = (await bench.call(bram, 'history.timeline', { nouns: ['code'] })).acts
  expect(await bench.refused(bram, 'history.undo', { seq: before!.seq })).toMatchObject({ message: 'undo.built_on_yourself' })
  const [joined] = (await bench.call(anna, 'history.timeline', { coder: anna })).acts.slice(-1)
  expect(await bench.refused(anna, 'history.undo', { seq: joined!.seq })).toMatchObject({ message: 'undo.no_way' })
})

test('[H1] what was undone and done again says so, with what; what a colleague put back does not', async () => {
  const { bench, anna, bram, code, apply } = await project()
  const other = newId()
  await bench.call(anna, 'code.create', { id: other, name: 'Contact' })
  const [coding] = await apply(anna, 0, 0)
  await bench.call(anna, 'coding.recode', { coding: coding!, code: other })
  await bench.call(anna, 'history.undo', {})
  await bench.call(anna, 'code.change', { code, name: 'Band' })
  await bench.call(anna, 'history.undo', {})
  await bench.call(anna, 'history.redo', {})
  await bench.call(anna, 'history.undo', {})
  await bench.call(anna, 'code.change', { code, definition: 'Het klikt.' })
  await bench.call(bram, 'code.change', { code, definition: '' })
  const { acts } = await bench.call(anna, 'history.timeline', { limit: 8 })
  expect(acts.map(({ kind, turned, was, name }) => [kind, turned, was, name])).toEqual([
    ['code.changed', null, null, 'Klik'], ['code.changed', null, null, 'Klik'],
    ['code.changed', 'undone', 'Klik', 'Band'], ['code.changed', 'redone', 'Klik', 'Band'], ['code.changed', 'undone', 'Klik', 'Band'], ['code.changed', null, 'Klik', 'Band'],
    ['coding.recoded', 'undone', null, 'Contact'], ['coding.recoded', null, null, 'Contact']
  ])
  expect((await bench.call(anna, 'code.history', { code })).map(({ field, now, turned }) => [field, now, turned])).toEqual([
    ['definition', '', null], ['definition', 'Het klikt.', null], ['name', 'Klik', 'undone'], ['name', 'Band', 'redone'], ['name', 'Klik', 'undone'], ['name', 'Band', null], ['name', 'Klik', null]
  ])
})
