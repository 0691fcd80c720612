// How far the reading is, and dividing it: counted by hand on a real file, and fair for any stories and coders.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { contract } from '../../shared/contract/index.ts'
import { divideStories } from '../../shared/domain/division.ts'
import { newId, type Id } from '../../shared/domain/ids.ts'
import { toBlob } from '../../db/ids.ts'
import { plainStories } from '../support/plain-stories.ts'
import { workbench } from '../support/workbench.ts'

async function bench(count = 6) {
  const b = workbench()
  const [anna, bram, cem] = [await b.join('Anna'), await b.join('Bram'), await b.join('Cem')]
  const stories = plainStories(b.store, Array.from({ length: count }, (_, at) => `Dit is verhaal ${at}.`))
  const groups = ['gezinnen', 'team'].map((name, position) => {
    const id = newId()
    b.store.run('INSERT INTO story_group (id, name, position, removed) VALUES (?, ?, ?, 0)', [toBlob(id), name, position])
    return id
  })
  b.store.run(`UPDATE story SET story_group = 1 + (number % 2)`)
  const code = newId()
  await b.call(anna, 'code.create', { id: code, name: 'Klik' })
  const apply = (coder: Id, story: number) => b.call(coder, 'coding.apply', { fragment: { text: stories[story]!.text, revision: 1, start: 0, end: 3, quote: 'Dit' }, codes: [{ coding: newId(), code }] })
  const finish = (coder: Id, story: number) => b.call(coder, 'reading.mark', { story: stories[story]!.story, done: true })
  return { b, anna, bram, cem, stories, groups, apply, finish }
}

describe('coverage', () => {
  test('[J3] unread, read by one alone, without a code, quoted nowhere; by hand, and under blind coding', async () => {
    const { b, anna, bram, groups, apply, finish } = await bench()
    await finish(anna, 0)
    await finish(bram, 0)
    await finish(anna, 1)
    await finish(bram, 2)
    await apply(anna, 1)
    await apply(bram, 2)
    await apply(bram, 5) // nobody finished it: unread, and not without a code
    expect(await b.call(anna, 'coverage.count', {})).toEqual({ stories: 6, unread: 3, single: 2, uncoded: 1, unquoted: 6 })
    const numbers = async (kind: 'unread' | 'single' | 'uncoded' | 'unquoted', filter = {}) => (await b.call(anna, 'coverage.stories', { kind, filter })).map(({ number, opening }) => `${number} ${opening}`)
    expect(await numbers('unread')).toEqual(['1003 Dit is verhaal 3.', '1004 Dit is verhaal 4.', '1005 Dit is verhaal 5.'])
    expect(await numbers('single')).toEqual(['1001 Dit is verhaal 1.', '1002 Dit is verhaal 2.'])
    expect(await numbers('uncoded')).toEqual(['1000 Dit is verhaal 0.'])
    expect(await numbers('unread', { groups: [groups[1]!] })).toEqual(['1003 Dit is verhaal 3.', '1005 Dit is verhaal 5.'])
    await b.call(anna, 'project.change', { blind: true })
    expect(await numbers('uncoded')).toEqual(['1000 Dit is verhaal 0.', '1002 Dit is verhaal 2.']) // what Bram coded there is hidden from Anna
  })

  test('[J3] today counts what one did oneself since that moment and what still stands of it', async () => {
    const { b, anna, bram, stories, apply, finish } = await bench()
    await finish(anna, 0)
    await b.call(anna, 'assignment.divide', { coders: [anna], overlap: 0, seed: 1, keep: false })
    const before = Date.now() - 60_000
    await apply(anna, 1)
    const { codings } = await apply(anna, 2)
    await apply(bram, 1)
    await finish(bram, 1)
    await b.call(anna, 'coding.remove', { codings })
    const progress = await b.call(anna, 'coverage.progress', { since: before })
    expect(progress.today).toEqual({ stories: 1, codings: 1 })
    expect(progress.coders.slice(0, 2)).toEqual([{ coder: anna, assigned: stories.length, doneOfThose: 1, done: 1 }, { coder: bram, assigned: 0, doneOfThose: 0, done: 1 }])
    expect((await b.call(anna, 'coverage.progress', { since: Date.now() + 60_000 })).today).toEqual({ stories: 0, codings: 0 })
  })
})

describe('dividing', () => {
  test('[J2] a division replaces the one before or leaves what was given, shows as “my stories”, and is undone as one act', async () => {
    const { b, anna, bram, cem, stories } = await bench(7)
    const mine = async (coder: Id) => (await b.call(coder, 'story.list', { filter: { assignedToMe: true } })).rows.map(({ number }) => number)
    const wish = { coders: [anna, bram], overlap: 0, seed: 3, keep: false }
    const plan = await b.call(anna, 'assignment.plan', wish)
    expect(plan.coders.map(({ stories: n, shared }) => [n, shared]).toSorted(([a], [c]) => a! - c!)).toEqual([[3, 0], [4, 0]])
    expect(await b.call(anna, 'assignment.divide', wish)).toEqual({ stories: 7 })
    const [a, c] = [await mine(anna), await mine(bram)]
    expect([...a, ...c].toSorted((x, y) => x - y)).toEqual([1000, 1001, 1002, 1003, 1004, 1005, 1006])
    expect([a.length, c.length]).toEqual(plan.coders.map((row) => row.stories))
    expect(await b.call(anna, 'assignment.divide', wish)).toEqual({ stories: 7 }) // the same again: nothing changes
    expect([await mine(anna), await mine(bram)]).toEqual([a, c])
    plainStories(b.store, ['Nog een.', 'En nog een.'])
    b.store.run('UPDATE story SET story_group = 1, number = number + 100 WHERE story_group IS NULL')
    expect(await b.call(anna, 'assignment.divide', { ...wish, coders: [anna, bram, cem], keep: true })).toEqual({ stories: 2 })
    expect([await mine(anna), await mine(bram)]).toEqual([a, c])
    expect(await mine(cem)).toEqual([1100, 1101])
    await b.call(anna, 'history.undo', {})
    expect(await mine(cem)).toEqual([])
    expect((await b.call(anna, 'history.state', {})).redo).toBe('assignment.made')
    expect(await b.call(anna, 'assignment.clear', { filter: {} })).toEqual({ removed: 7 })
    expect(await mine(anna)).toEqual([])
    await b.call(anna, 'history.undo', {})
    expect(await mine(anna)).toEqual(a)
    await b.call(anna, 'coder.change', { coder: bram, role: 'coder' })
    expect(await b.refused(bram, 'assignment.divide', wish)).toMatchObject({ kind: 'forbidden' })
    expect(stories).toHaveLength(7)
  })

  test('[J1] fair for any stories and coders: by group and in all, with the share that two read', () => {
    const wish = fc.record({ sizes: fc.array(fc.integer({ min: 0, max: 30 }), { minLength: 1, maxLength: 4 }), coders: fc.integer({ min: 1, max: 6 }), overlap: fc.constantFrom(0, 0.1, 0.25, 0.5, 1), seed: fc.nat(1000) })
    fc.assert(fc.property(wish, ({ sizes, coders: count, overlap, seed }) => {
      const stories = sizes.flatMap((size, group) => Array.from({ length: size }, (_, at) => ({ id: `${group}-${at}`, group: `g${group}` })))
      const coders = Array.from({ length: count }, (_, at) => `c${at}`)
      const divided = divideStories(stories, { coders, overlap, seed })
      expect(divideStories(stories, { coders, overlap, seed })).toEqual(divided)
      const readers = Map.groupBy(divided, ({ story }) => story)
      expect([...readers.keys()].toSorted((x, y) => x.localeCompare(y))).toEqual(stories.map(({ id }) => id).toSorted((x, y) => x.localeCompare(y)))
      for (const of of readers.values()) expect(new Set(of.map(({ coder }) => coder)).size).toBe(of.length)
      sizes.forEach((size, group) => {
        const own = divided.filter(({ story }) => story.startsWith(`${group}-`))
        expect(own.length).toBe(size + (count > 1 ? Math.round(size * overlap) : 0))
        const loads = coders.map((coder) => own.filter((each) => each.coder === coder).length)
        expect(Math.max(...loads) - Math.min(...loads)).toBeLessThanOrEqual(1)
      })
      const loads = coders.map((coder) => divided.filter((each) => each.coder === coder).length)
      expect(Math.max(...loads) - Math.min(...loads)).toBeLessThanOrEqual(2)
    }), { seed: 13, numRuns: 200 })
  })
})

test('[J2] whatever a filter picks is asked anew when stories are divided, and when a selection changes', () => {
  const filtered = Object.entries(contract).flatMap(([name, call]) => (call.is === 'read' && 'shape' in call.input && 'filter' in call.input.shape ? [{ name, reads: call.reads }] : []))
  expect(filtered.length).toBeGreaterThan(10)
  expect(filtered.filter(({ reads }) => !reads.includes('selection') || !reads.includes('assignment')).map(({ name }) => name)).toEqual([])
})
