// Correcting a text through the real core: revisions, the places of codings in them, undo, and two people at once.
import { expect, test } from 'vitest'
import { checkStore } from '../../db/check.ts'
import { newId, type Id } from '../../shared/domain/ids.ts'
import { plainStories } from '../support/plain-stories.ts'
import { workbench, type Workbench } from '../support/workbench.ts'

const BODY = 'Wij kreegen hulp van Sanne. Ze luisterde echt 🙂 en dat klikte meteen.\nDaarna hoorden we niets meer.'

async function setUp() {
  const bench = workbench()
  const [anna, bram] = [await bench.join('Anna de Boer'), await bench.join('Bram Visser')]
  const [{ story, text }] = plainStories(bench.store, [BODY]) as [{ story: Id; text: Id }]
  const klik = newId()
  await bench.call(anna, 'code.create', { id: klik, name: 'Klik' })
  return { bench, anna, bram, klik, text, story }
}

const at = (body: string, quote: string) => ({ start: body.indexOf(quote), end: body.indexOf(quote) + quote.length, quote })

async function apply(bench: Workbench, coder: Id, code: Id, text: Id, quote: string, revision = 1, body = BODY): Promise<Id> {
  const coding = newId()
  await bench.call(coder, 'coding.apply', { fragment: { text, revision, ...at(body, quote) }, codes: [{ coding, code }] })
  return coding
}

async function revise(bench: Workbench, coder: Id, text: Id, from: number, body: string): Promise<{ number: number }> {
  const { numbers } = await bench.call(coder, 'text.revise', { texts: [{ text, revision: newId(), from, body }], reason: 'spelling' })
  return { number: numbers[0]! }
}

/** What a reader sees of each coding: its words and how they fit. */
async function seen(bench: Workbench, coder: Id, story: Id): Promise<Record<Id, [string, string]>> {
  const { codings, texts } = await bench.call(coder, 'story.read', { story })
  return Object.fromEntries(codings.map(({ id, start, end, fit }) => [id, [texts[0]!.body.slice(start, end), fit]]))
}

const CORRECTED = 'Wij kregen hulp van <naam>. Ze luisterde echt 🙂 en dat klikte meteen.'

test('[V1] every coding follows its words, and those that lost them are listed with the words they had', async () => {
  const { bench, anna, bram, klik, text, story } = await setUp()
  const [hulp, naam, klikte, niets] = [
    await apply(bench, anna, klik, text, 'Wij kreegen hulp'), await apply(bench, bram, klik, text, 'Sanne'), await apply(bench, anna, klik, text, 'dat klikte meteen'),
    await apply(bench, bram, klik, text, 'hoorden we niets meer')
  ]
  const { number } = await revise(bench, anna, text, 1, `${CORRECTED}\n`)
  expect(await seen(bench, anna, story)).toEqual({
    [hulp]: ['Wij kregen hulp', 'corrected'], [naam]: ['<naam>', 'corrected'], [klikte]: ['dat klikte meteen', 'same'], [niets]: ['', 'look']
  })
  const { texts: [newest] } = await bench.call(anna, 'story.read', { story })
  expect(newest).toEqual({ id: text, kind: 'main', signifier: null, revision: number, version: 2, body: `${CORRECTED}\n` })
  const gone = { id: niets, story, number: 1000, group: null, text, start: CORRECTED.length + 1, end: CORRECTED.length + 1, code: klik, coder: bram }
  expect(await bench.call(anna, 'coding.toLook', { story })).toEqual([{ ...gone, revision: 1, was: 'hoorden we niets meer', before: CORRECTED.slice(-79) + '\n', quote: '', after: '' }])
  // A reading list shows the words it was made on.
  const { rows } = await bench.call(anna, 'coding.list', { coder: bram })
  expect(rows.map(({ quote }) => quote)).toEqual(['<naam>', 'hoorden we niets meer'])
  const made = expect.any(Number) as number
  expect(await bench.call(anna, 'text.revisions', { text })).toEqual([
    { number, at: made, version: 2, from: 1, reason: 'spelling', coder: anna, newest: true, aside: false },
    { number: 1, at: null, version: 1, from: null, reason: null, coder: null, newest: false, aside: false }
  ])
  expect(await bench.call(anna, 'text.body', { text, number: 1 })).toEqual({ body: BODY })
  expect(checkStore(bench.store)).toEqual([])
  bench.reopen()
  expect(checkStore(bench.store)).toEqual([])
})

test('[F2] the op of a correction holds no words', async () => {
  const { bench, anna, text } = await setUp()
  await revise(bench, anna, text, 1, CORRECTED)
  const [entry] = await bench.call(anna, 'history.list', { limit: 1 })
  expect(entry).toMatchObject({ kind: 'text.revised', entity: 'revision', patch: { text, from: null, reason: 'spelling', coder: anna, removed: false } })
  expect(JSON.stringify(bench.dump().op)).not.toMatch(/hulp|naam/)
})

test('placed by hand a coding stands on the new words; let go it is gone; undo gives both back', async () => {
  const { bench, anna, klik, text, story } = await setUp()
  const [niets, hoorden] = [await apply(bench, anna, klik, text, 'hoorden we niets meer'), await apply(bench, anna, klik, text, 'Daarna hoorden')]
  const { number } = await revise(bench, anna, text, 1, CORRECTED)
  expect((await bench.call(anna, 'coding.toLook', {})).map(({ id, was }) => [id, was])).toEqual([[niets, 'hoorden we niets meer'], [hoorden, 'Daarna hoorden']])
  await bench.call(anna, 'coding.move', { coding: niets, fragment: { text, revision: number, ...at(CORRECTED, 'luisterde echt') } })
  await bench.call(anna, 'coding.remove', { codings: [hoorden] })
  expect(await bench.call(anna, 'coding.toLook', {})).toEqual([])
  expect(await seen(bench, anna, story)).toEqual({ [niets]: ['luisterde echt', 'same'] })
  await bench.call(anna, 'history.undo', {})
  await bench.call(anna, 'history.undo', {})
  expect((await bench.call(anna, 'coding.toLook', {})).map(({ id }) => id)).toEqual([niets, hoorden])
  expect(checkStore(bench.store)).toEqual([])
})

test('undo of a correction puts words and codings back, with what a colleague coded meanwhile; redo brings it again', async () => {
  const { bench, anna, bram, klik, text, story } = await setUp()
  const [klikte, niets] = [await apply(bench, anna, klik, text, 'dat klikte meteen'), await apply(bench, bram, klik, text, 'hoorden we niets meer')]
  const { number } = await revise(bench, anna, text, 1, CORRECTED)
  const later = await apply(bench, bram, klik, text, 'Ze luisterde echt', number, CORRECTED)
  const after = await seen(bench, anna, story)
  expect(await bench.call(anna, 'history.undo', {})).toEqual({ kind: 'text.revised', story })
  expect(await seen(bench, anna, story)).toEqual({ [klikte]: ['dat klikte meteen', 'same'], [niets]: ['hoorden we niets meer', 'same'], [later]: ['Ze luisterde echt', 'same'] })
  expect((await bench.call(anna, 'story.read', { story })).texts[0]).toMatchObject({ revision: 1, version: 1, body: BODY })
  await bench.call(anna, 'history.redo', {})
  expect(await seen(bench, anna, story)).toEqual(after)
  expect(checkStore(bench.store)).toEqual([])
})

test('[U2] a correction that a colleague built on is not undone', async () => {
  const { bench, anna, bram, text } = await setUp()
  const { number } = await revise(bench, anna, text, 1, CORRECTED)
  await revise(bench, bram, text, number, CORRECTED.replace('echt', 'écht'))
  expect(await bench.refused(anna, 'history.undo', {})).toEqual({ kind: 'conflict', message: 'undo.in_use', values: { name: 'Bram Visser', entity: 'revision', own: 0 } })
})

test('[V2] the second of two who correct the same words is told who was first, and nothing is written over', async () => {
  const { bench, anna, bram, text } = await setUp()
  await revise(bench, anna, text, 1, CORRECTED)
  const mine = BODY.replace('kreegen', 'kregen')
  expect(await bench.refused(bram, 'text.revise', { texts: [{ text, revision: newId(), from: 1, body: mine }], reason: 'spelling' }))
    .toEqual({ kind: 'stale', message: 'text.revised_meanwhile', values: { name: 'Anna de Boer' } })
})

test('the same correction twice is one; the same words again are none; line ends become LF; no words at all are refused', async () => {
  const { bench, anna, text } = await setUp()
  const once = { text, revision: newId(), from: 1, body: 'Een\r\ntwee\rdrie' }
  const { numbers: [number] } = await bench.call(anna, 'text.revise', { texts: [once], reason: 'other' }) as { numbers: [number] }
  expect(await bench.call(anna, 'text.revise', { texts: [once], reason: 'other' })).toEqual({ numbers: [number] })
  expect(await revise(bench, anna, text, number, 'Een\ntwee\r\ndrie')).toEqual({ number })
  expect(await bench.call(anna, 'text.body', { text, number })).toEqual({ body: 'Een\ntwee\ndrie' })
  expect(await bench.call(anna, 'text.revisions', { text })).toHaveLength(2)
  expect(await bench.refused(anna, 'text.revise', { texts: [{ ...once, revision: newId(), from: number, body: ' \n ' }], reason: 'other' })).toEqual({ kind: 'invalid_input', message: 'text.empty', values: {} })
})

test('[C2] a fragment chosen before a correction is coded where its words went, or refused when they changed', async () => {
  const { bench, anna, bram, klik, text, story } = await setUp()
  await revise(bench, anna, text, 1, `Vooraf. ${CORRECTED}`)
  const coding = await apply(bench, bram, klik, text, 'dat klikte meteen')
  expect(await seen(bench, bram, story)).toEqual({ [coding]: ['dat klikte meteen', 'same'] })
  expect(await bench.refused(bram, 'coding.apply', { fragment: { text, revision: 1, ...at(BODY, 'Wij kreegen') }, codes: [{ coding: newId(), code: klik }] }))
    .toEqual({ kind: 'stale', message: 'fragment.moved', values: {} })
  expect(checkStore(bench.store)).toEqual([])
})
