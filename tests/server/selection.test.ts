// Kept selections: rules with "and", "or" and "not", kept, renamed, frozen, taken away and put back, and nothing that rests on itself.
import { expect, test } from 'vitest'
import { newId, type Id } from '../../shared/domain/ids.ts'
import type { StoryFilter } from '../../shared/domain/layer.ts'
import { contract } from '../../shared/contract/index.ts'
import { OF_FILTER } from '../../shared/contract/call.ts'
import { checkStore } from '../../db/check.ts'
import { dispatch } from '../../server/dispatch.ts'
import { plainStories } from '../support/plain-stories.ts'
import { workbench } from '../support/workbench.ts'

async function seven() {
  const bench = workbench()
  const anna = await bench.join('Anna de Boer')
  plainStories(bench.store, ['School en thuis.', 'Alleen school.', 'Alleen thuis.', 'Iets anders.', 'School, thuis en buurt.', 'De buurt.', 'Niets.'])
  const picked = async (filter: StoryFilter, coder = anna): Promise<number[]> => (await bench.call(coder, 'story.list', { filter })).rows.map(({ number }) => number - 999)
  const keep = async (name: string, rule: StoryFilter): Promise<Id> => {
    const id = newId()
    await bench.call(anna, 'selection.keep', { id, name, rule })
    return id
  }
  const listed = async () => (await bench.call(anna, 'selection.list', {})).rows.map(({ name, stories, frozen }) => [name, stories, frozen?.stories ?? null])
  return { bench, anna, picked, keep, listed }
}

test('[Q1] a rule that is in no words at all, as a broken or hostile copy may bring it, picks nothing, and the others stand', async () => {
  const { bench, picked, keep, listed, anna } = await seven()
  const [broken, frozen] = [await keep('Stuk', { search: 'school' }), await keep('Vast', { search: 'thuis' })]
  await keep('Goed', { search: 'buurt' })
  await bench.call(anna, 'selection.freeze', { selection: frozen })
  bench.store.db.exec(`UPDATE selection SET rule = '{' WHERE name = 'Stuk'; UPDATE selection SET frozen = 'null' WHERE name = 'Vast'; UPDATE project SET stop_words = ''`)
  expect(await listed()).toEqual([['Goed', 2, null], ['Stuk', 0, null], ['Vast', 0, 0]])
  expect([await picked({ selections: [broken] }), await picked({ selections: [frozen] })]).toEqual([[], []])
  expect(await bench.call(anna, 'search.state', {})).toMatchObject({ stops: { added: [], dropped: [] } })
})

test('[Q1] and, or and not, over conditions and over kept selections, pick what they say', async () => {
  const { picked, keep, listed } = await seven()
  const school = await keep('School', { search: 'school' })
  const home = await keep('Thuis', { search: 'thuis' })
  expect(await picked({ selections: [school, home] })).toEqual([1, 5])
  expect(await picked({ any: [{ selections: [school] }, { selections: [home] }] })).toEqual([1, 2, 3, 5])
  expect(await picked({ not: [{ selections: [school] }] })).toEqual([3, 4, 6, 7])
  expect(await picked({ not: [{ any: [{ search: 'school' }, { search: 'thuis' }] }] })).toEqual([4, 6, 7])
  expect(await picked({ any: [{ search: 'school', not: [{ search: 'thuis' }] }, { search: 'buurt' }] })).toEqual([2, 5, 6])
  expect(await picked({ any: [] })).toEqual([])
  const either = await keep('School of thuis, niet buurt', { any: [{ selections: [school] }, { selections: [home] }], not: [{ search: 'buurt' }] })
  expect(await picked({ selections: [either] })).toEqual([1, 2, 3])
  expect(await listed()).toEqual([['School', 3, null], ['School of thuis, niet buurt', 3, null], ['Thuis', 3, null]])
})

test('[Q2] a selection is followed anew, a frozen one keeps its stories and its date, and undo gives each state back', async () => {
  const { bench, anna, picked, keep, listed } = await seven()
  const own = await keep('Door mij klaar', { doneByMe: true })
  const mark = async (nth: number) => bench.call(anna, 'reading.mark', { story: (await bench.call(anna, 'story.list', {})).rows[nth]!.id, done: true })
  await mark(0)
  expect(await picked({ selections: [own] })).toEqual([1])
  expect(await bench.call(anna, 'selection.freeze', { selection: own })).toEqual({ stories: 1 })
  await mark(1)
  expect(await picked({ selections: [own] })).toEqual([1])
  expect(await listed()).toEqual([['Door mij klaar', 1, 1]])
  await bench.call(anna, 'selection.release', { selection: own })
  expect(await picked({ selections: [own] })).toEqual([1, 2])
  await bench.call(anna, 'history.undo', {}) // frozen again
  expect(await picked({ selections: [own] })).toEqual([1])
  await bench.call(anna, 'history.redo', {})
  await bench.call(anna, 'selection.remove', { selection: own })
  expect([await listed(), await picked({ selections: [own] })]).toEqual([[], []])
  await bench.call(anna, 'history.undo', {})
  expect(await listed()).toEqual([['Door mij klaar', 2, null]])
  expect(checkStore(bench.store)).toEqual([])
})

test('[Q3] a name that is taken, a rule that rests on itself, one that another needs and one that is gone are refused', async () => {
  const { bench, anna, keep } = await seven()
  const a = await keep('Gezin', { search: 'thuis' })
  const b = await keep('Niet gezin', { not: [{ selections: [a] }] })
  const no = async (name: Parameters<typeof bench.refused>[1], input: unknown) => { const { kind, message } = await bench.refused(anna, name, input); return [kind, message] }
  expect(await no('selection.keep', { id: newId(), name: 'gezin', rule: {} })).toEqual(['conflict', 'selection.same_name'])
  expect(await no('selection.change', { selection: b, name: 'GEZIN' })).toEqual(['conflict', 'selection.same_name'])
  expect(await no('selection.change', { selection: a, rule: { any: [{ selections: [b] }] } })).toEqual(['invalid_input', 'selection.circular'])
  expect(await no('selection.remove', { selection: a })).toEqual(['conflict', 'selection.in_use'])
  expect(await no('selection.freeze', { selection: newId() })).toEqual(['not_found', 'selection.absent'])
  const deep = Array.from({ length: 12 }).reduce<StoryFilter>((rule) => ({ not: [rule] }), {})
  expect(await no('selection.keep', { id: newId(), name: 'Diep', rule: deep })).toEqual(['invalid_input', 'selection.too_deep'])
  expect(await no('story.list', { filter: deep })).toEqual(['invalid_input', 'selection.too_deep'])
})

test('two coders who together make a circle get a list that says so, and one more change mends it', async () => {
  const { bench, anna, keep, listed } = await seven()
  const a = await keep('A', {})
  const b = await keep('B', { selections: [a] })
  bench.store.run('UPDATE selection SET rule = ? WHERE name = ?', [JSON.stringify({ selections: [b] }), 'A']) // as a merge of two files would
  expect(await listed()).toEqual([['A', null, null], ['B', null, null]])
  await bench.call(anna, 'selection.change', { selection: a, rule: { search: 'school' } })
  expect(await listed()).toEqual([['A', 3, null], ['B', 3, null]])
})

test('a selection kept by a newer version picks nothing and stands in the list', async () => {
  const { bench, anna, keep } = await seven()
  const id = await keep('Later', {})
  bench.store.run('UPDATE selection SET rule = ?', [JSON.stringify({ weather: 'sunny' })])
  expect((await bench.call(anna, 'selection.list', {})).rows.map(({ rule, stories }) => [rule, stories])).toEqual([[null, 0]])
  const { result } = await dispatch({ store: bench.store, coder: anna, profile: bench.profile }, 'story.list', { filter: { selections: [id] } })
  expect(result.ok && (result.value as { total: number }).total).toBe(0)
})

test('[W3] whatever takes a filter is asked anew when a selection, a division or a theme that the filter may rest on changes', () => {
  const filtered = Object.entries(contract).flatMap(([name, call]) => (call.is === 'read' && 'filter' in (call.input as unknown as { shape: object }).shape ? [[name, call.reads] as const] : []))
  expect(filtered.length).toBeGreaterThan(20)
  expect(filtered.filter(([, reads]) => OF_FILTER.some((noun) => !reads.includes(noun))).map(([name]) => name)).toEqual([])
})
