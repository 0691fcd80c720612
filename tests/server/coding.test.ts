// Coding, undo and redo through the real core: whole rows in, whole rows out, ops beside them.
import { expect, test } from 'vitest'
import { checkStore } from '../../db/check.ts'
import { newId, type Id } from '../../shared/domain/ids.ts'
import { plainStories } from '../support/plain-stories.ts'
import { workbench, type Workbench } from '../support/workbench.ts'

const BODY = 'Wij kregen hulp van Sanne. Ze luisterde echt 🙂 en dat klikte meteen.'

async function setUp(): Promise<{ bench: Workbench; anna: Id; bram: Id; klik: Id; text: Id; story: Id }> {
  const bench = workbench()
  const [anna, bram] = [await bench.join('Anna de Boer'), await bench.join('Bram Visser')]
  const [{ story, text }] = plainStories(bench.store, [BODY]) as [{ story: Id; text: Id }]
  const klik = newId()
  await bench.call(anna, 'code.create', { id: klik, name: 'Klik' })
  return { bench, anna, bram, klik, text, story }
}

const fragment = (text: Id, quote: string) => ({ text, revision: 1, start: BODY.indexOf(quote), end: BODY.indexOf(quote) + quote.length, quote })

test('a coding stands in the story, in the list and in the log', async () => {
  const { bench, anna, klik, text, story } = await setUp()
  const coding = newId()
  expect(await bench.call(anna, 'coding.apply', { fragment: fragment(text, 'dat klikte meteen'), codes: [{ coding, code: klik }] })).toEqual({ codings: [coding] })
  const start = BODY.indexOf('dat klikte')
  const whole = { id: coding, text, start, end: start + 17, code: klik, coder: anna, flag: '', fit: 'same', memos: 0 }
  expect((await bench.call(anna, 'story.read', { story })).codings).toEqual([whole])
  expect((await bench.call(anna, 'coding.list', { code: klik })).rows).toEqual([
    { id: coding, story, number: 1000, group: null, text, start, end: start + 17, code: klik, coder: anna, before: BODY.slice(0, start), quote: 'dat klikte meteen', after: '.' }
  ])
  const [entry] = await bench.call(anna, 'history.list', { limit: 1 })
  expect(entry).toMatchObject({ coder: anna, kind: 'coding.applied', entity: 'coding', id: coding })
  expect(JSON.stringify(entry)).not.toContain('klikte')
})

test('[C1] a retired code is refused for new codings; its old ones stay', async () => {
  const { bench, anna, klik, text } = await setUp()
  await bench.call(anna, 'coding.apply', { fragment: fragment(text, 'Sanne'), codes: [{ coding: newId(), code: klik }] })
  await bench.call(anna, 'code.retire', { code: klik })
  expect(await bench.refused(anna, 'coding.apply', { fragment: fragment(text, 'hulp'), codes: [{ coding: newId(), code: klik }] }))
    .toEqual({ kind: 'conflict', message: 'code.retired', values: { code: 'Klik' } })
  expect((await bench.call(anna, 'coding.list', { code: klik })).total).toBe(1)
})

test('[C2] a quote that no longer stands at its place is refused, and so is half a character', async () => {
  const { bench, anna, klik, text } = await setUp()
  const codes = [{ coding: newId(), code: klik }]
  const stale = { kind: 'stale', message: 'fragment.moved', values: {} }
  expect(await bench.refused(anna, 'coding.apply', { fragment: { ...fragment(text, 'Sanne'), quote: 'sanne' }, codes })).toEqual(stale)
  expect(await bench.refused(anna, 'coding.apply', { fragment: { ...fragment(text, 'Sanne'), revision: 2 }, codes })).toEqual(stale)
  const smile = BODY.indexOf('🙂')
  expect(await bench.refused(anna, 'coding.apply', { fragment: { text, revision: 1, start: smile, end: smile + 1, quote: BODY.slice(smile, smile + 1) }, codes })).toEqual(stale)
})

test('[C3] nobody moves, recodes or removes a colleague’s coding', async () => {
  const { bench, anna, bram, klik, text } = await setUp()
  const coding = newId()
  await bench.call(anna, 'coding.apply', { fragment: fragment(text, 'Sanne'), codes: [{ coding, code: klik }] })
  const no = { kind: 'forbidden', message: 'coding.not_yours', values: { name: 'Anna de Boer' } }
  expect(await bench.refused(bram, 'coding.remove', { codings: [coding] })).toEqual(no)
  expect(await bench.refused(bram, 'coding.recode', { coding, code: klik })).toEqual(no)
  expect(await bench.refused(bram, 'coding.move', { coding, fragment: fragment(text, 'hulp') })).toEqual(no)
})

test('recoding to a code that is made for it is one gesture: one undo takes both back, and a second try changes nothing', async () => {
  const { bench, anna, bram, klik, text, story } = await setUp()
  const [coding, warmth] = [newId(), newId()]
  await bench.call(anna, 'coding.apply', { fragment: fragment(text, 'luisterde echt'), codes: [{ coding, code: klik }] })
  const wish = { coding, code: warmth, name: 'Warmte', parent: klik }
  expect(await bench.refused(bram, 'coding.recodeNew', wish)).toEqual({ kind: 'forbidden', message: 'coding.not_yours', values: { name: 'Anna de Boer' } })
  expect((await bench.call(anna, 'code.list', {})).map(({ name }) => name)).toEqual(['Klik'])
  for (const _ of [1, 2]) await bench.call(anna, 'coding.recodeNew', wish)
  const stands = async () => ({ codes: (await bench.call(anna, 'code.list', {})).map(({ name, parent }) => [name, parent]), coded: (await bench.call(anna, 'story.read', { story })).codings.map(({ id, code }) => [id, code]) })
  expect(await stands()).toEqual({ codes: [['Klik', null], ['Warmte', klik]], coded: [[coding, warmth]] })
  expect((await bench.call(anna, 'history.undo', {})).kind).toBe('coding.recoded')
  expect(await stands()).toEqual({ codes: [['Klik', null]], coded: [[coding, klik]] })
  await bench.call(anna, 'coding.applyNew', { fragment: fragment(text, 'Sanne'), coding: newId(), code: newId(), name: 'Nabij', parent: null })
  expect(await bench.call(anna, 'history.state', {})).toEqual({ undo: 'coding.applied', redo: null })
})

test('[C7] a code that two make in one moment is one code: what both coded with it stands, and each undoes their own', async () => {
  const { bench, anna, bram, text, story } = await setUp()
  const [made, late, first, second, third] = [newId(), newId(), newId(), newId(), newId()]
  await bench.call(bram, 'coding.applyNew', { fragment: fragment(text, 'Sanne'), coding: first, code: made, name: 'Nabij', parent: null })
  const wish = { code: late, name: ' nabij', parent: null }
  await bench.call(anna, 'coding.applyNew', { ...wish, fragment: fragment(text, 'Sanne'), coding: second })
  await bench.call(anna, 'coding.applyNew', { ...wish, fragment: fragment(text, 'luisterde echt'), coding: third })
  const coded = async () => (await bench.call(anna, 'story.read', { story })).codings.map(({ id, code }) => [id, code])
  expect(Object.fromEntries(await coded())).toEqual({ [first]: made, [second]: made, [third]: made })
  expect((await bench.call(anna, 'code.list', {})).map(({ name }) => name)).toEqual(['Klik', 'Nabij'])
  for (const _ of [1, 2]) await bench.call(anna, 'history.undo', {})
  expect(await coded()).toEqual([[first, made]])
  // One's own, made and undone before the next coding with it came in: it is made again.
  await bench.call(anna, 'coding.applyNew', { fragment: fragment(text, 'Sanne'), coding: newId(), code: late, name: 'Warm', parent: null })
  await bench.call(anna, 'history.undo', {})
  await bench.call(anna, 'coding.applyNew', { fragment: fragment(text, 'luisterde echt'), coding: newId(), code: late, name: 'Warm', parent: null })
  expect((await bench.call(anna, 'code.list', {})).map(({ name }) => name)).toEqual(['Klik', 'Nabij', 'Warm'])
})

test('[C4] of the same place twice the one that bears a memo or lies on a theme remains; both, when both do; undo gives all back', async () => {
  const { bench, anna, bram, klik, text, story } = await setUp()
  const [band, theme] = [newId(), newId()]
  await bench.call(anna, 'code.create', { id: band, name: 'Band' })
  const coded = async (quote: string): Promise<[Id, Id]> => {
    const [one, other] = [newId(), newId()]
    await bench.call(bram, 'coding.apply', { fragment: fragment(text, quote), codes: [{ coding: one, code: klik }, { coding: other, code: band }] })
    return [one, other]
  }
  const [[noted], [laid], [first, second]] = [await coded('Sanne'), await coded('hulp'), await coded('klikte')]
  for (const coding of [noted, first, second]) await bench.call(bram, 'memo.write', { id: newId(), about: 'coding', aboutId: coding, body: 'Dit telt.' })
  await bench.call(anna, 'theme.create', { id: theme, name: 'Contact' })
  await bench.call(anna, 'theme.place', { theme, targets: [{ coding: laid }], side: 'contradicts' })
  const read = async () => (await bench.call(bram, 'story.read', { story })).codings
  const before = await read()
  await bench.call(anna, 'code.merge', { code: klik, into: band })
  expect((await read()).map(({ id, code, memos }) => ({ id, code, memos })).toSorted((a, b) => (a.id < b.id ? -1 : 1))).toEqual(
    [[noted, 1], [laid, 0], [first, 1], [second, 1]].map(([id, memos]) => ({ id, code: band, memos })).toSorted((a, b) => (a.id! < b.id! ? -1 : 1)))
  expect((await bench.call(anna, 'conflict.list', {})).twice.map(({ codings }) => codings)).toEqual([[first, second].toSorted()])
  await bench.call(anna, 'history.undo', {})
  expect(await read()).toEqual(before)
  expect(checkStore(bench.store)).toEqual([])
})

test('[C4] merging codes keeps every coder’s codings; the same place twice becomes one; undo gives all back', async () => {
  const { bench, anna, bram, klik, text, story } = await setUp()
  const band = newId()
  await bench.call(anna, 'code.create', { id: band, name: 'Band' })
  for (const coder of [anna, bram]) await bench.call(coder, 'coding.apply', { fragment: fragment(text, 'Sanne'), codes: [{ coding: newId(), code: klik }] })
  await bench.call(anna, 'coding.apply', { fragment: fragment(text, 'Sanne'), codes: [{ coding: newId(), code: band }] })
  const before = (await bench.call(anna, 'story.read', { story })).codings
  expect(await bench.call(anna, 'code.merge', { code: klik, into: band })).toEqual({ codings: 2 })
  const after = (await bench.call(anna, 'story.read', { story })).codings
  expect(after.map(({ coder, code }) => ({ coder, code }))).toEqual([{ coder: bram, code: band }, { coder: anna, code: band }])
  expect((await bench.call(anna, 'code.list', {})).find(({ id }) => id === klik)).toMatchObject({ retired: true, mergedInto: band })
  expect((await bench.call(anna, 'history.undo', {})).kind).toBe('code.merged')
  expect((await bench.call(anna, 'story.read', { story })).codings).toEqual(before)
})

test('[U1] undo and redo walk the coder’s own gestures, over a restart', async () => {
  const { bench, anna, bram, klik, text, story } = await setUp()
  const codings = [newId(), newId()] as const
  await bench.call(anna, 'coding.apply', { fragment: fragment(text, 'Sanne'), codes: [{ coding: codings[0], code: klik }] })
  await bench.call(bram, 'coding.apply', { fragment: fragment(text, 'hulp'), codes: [{ coding: newId(), code: klik }] })
  await bench.call(anna, 'coding.apply', { fragment: fragment(text, 'echt'), codes: [{ coding: codings[1], code: klik }] })
  bench.reopen()
  const mine = async (): Promise<Id[]> => (await bench.call(anna, 'story.read', { story })).codings.filter(({ coder }) => coder === anna).map(({ id }) => id)
  expect(await bench.call(anna, 'history.undo', {})).toEqual({ kind: 'coding.applied', story })
  expect(await mine()).toEqual([codings[0]])
  await bench.call(anna, 'history.undo', {})
  expect(await mine()).toEqual([])
  bench.reopen()
  await bench.call(anna, 'history.redo', {})
  await bench.call(anna, 'history.redo', {})
  expect(await mine()).toEqual(codings)
  expect(await bench.call(anna, 'history.redo', {})).toEqual({ kind: null, story: null })
})

test('[U2] undo is refused by name when a colleague built on it', async () => {
  const { bench, anna, bram, text } = await setUp()
  const band = newId()
  await bench.call(anna, 'code.create', { id: band, name: 'Band' })
  await bench.call(bram, 'coding.apply', { fragment: fragment(text, 'Sanne'), codes: [{ coding: newId(), code: band }] })
  expect(await bench.refused(anna, 'history.undo', {})).toEqual({ kind: 'conflict', message: 'undo.in_use', values: { name: 'Bram Visser', entity: 'coding', own: 0 } })
  await bench.call(bram, 'code.change', { code: band, definition: 'Een band van vertrouwen' })
  await bench.call(anna, 'code.change', { code: band, name: 'Vertrouwensband' })
  await bench.call(bram, 'code.change', { code: band, name: 'Hechte band' })
  expect(await bench.refused(anna, 'history.undo', {})).toEqual({ kind: 'conflict', message: 'undo.built_on', values: { name: 'Bram Visser' } })
})

test('[U3] something new after an undo ends the redo', async () => {
  const { bench, anna, klik, text } = await setUp()
  await bench.call(anna, 'coding.apply', { fragment: fragment(text, 'Sanne'), codes: [{ coding: newId(), code: klik }] })
  await bench.call(anna, 'history.undo', {})
  await bench.call(anna, 'coding.apply', { fragment: fragment(text, 'hulp'), codes: [{ coding: newId(), code: klik }] })
  expect(await bench.call(anna, 'history.state', {})).toEqual({ undo: 'coding.applied', redo: null })
})

test('the same call twice is one coding, and so is the same code at the same place', async () => {
  const { bench, anna, klik, text } = await setUp()
  const coding = newId()
  const input = { fragment: fragment(text, 'Sanne'), codes: [{ coding, code: klik }] }
  await bench.call(anna, 'coding.apply', input)
  expect(await bench.call(anna, 'coding.apply', input)).toEqual({ codings: [coding] })
  expect(await bench.call(anna, 'coding.apply', { ...input, codes: [{ coding: newId(), code: klik }] })).toEqual({ codings: [coding] })
  expect((await bench.call(anna, 'coding.list', {})).total).toBe(1)
})


test('a coding is cut in two and joined again, each as one gesture', async () => {
  const { bench, anna, bram, klik, text, story } = await setUp()
  const [coding, made] = [newId(), newId()]
  await bench.call(anna, 'coding.apply', { fragment: fragment(text, 'Ze luisterde echt'), codes: [{ coding, code: klik }], flag: 'literal' })
  const stands = async () => (await bench.call(anna, 'story.read', { story })).codings.map(({ id, start, end, code, flag }) => [id, BODY.slice(start, end), code, flag])
  const cut = { coding, made, first: fragment(text, 'Ze luisterde'), second: fragment(text, 'echt') }
  expect(await bench.refused(bram, 'coding.split', cut)).toMatchObject({ message: 'coding.not_yours' })
  await bench.call(anna, 'coding.split', cut)
  await bench.call(anna, 'coding.split', cut)
  const two = [[coding, 'Ze luisterde', klik, 'literal'], [made, 'echt', klik, 'literal']]
  expect(await stands()).toEqual(two)
  await bench.call(anna, 'coding.join', { coding, gone: made, fragment: fragment(text, 'Ze luisterde echt') })
  const one = [[coding, 'Ze luisterde echt', klik, 'literal']]
  expect(await stands()).toEqual(one)
  await bench.call(anna, 'history.undo', {})
  expect(await stands()).toEqual(two)
  await bench.call(anna, 'history.undo', {})
  expect(await stands()).toEqual(one)
})

test('codings of different codes are not joined', async () => {
  const { bench, anna, klik, text } = await setUp()
  const [one, other, band] = [newId(), newId(), newId()]
  await bench.call(anna, 'code.create', { id: band, name: 'Band' })
  await bench.call(anna, 'coding.apply', { fragment: fragment(text, 'Sanne'), codes: [{ coding: one, code: klik }, { coding: other, code: band }] })
  expect(await bench.refused(anna, 'coding.join', { coding: one, gone: other, fragment: fragment(text, 'Sanne') })).toEqual({ kind: 'conflict', message: 'coding.other_code', values: {} })
})
