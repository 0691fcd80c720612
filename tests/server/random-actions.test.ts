// A property of the whole core: whatever coders do, undo and redo, the file stays whole and the rows are what the log says.
import { expect, test } from 'vitest'
import { checkStore } from '../../db/check.ts'
import { toBlob } from '../../db/ids.ts'
import { newId, type Id } from '../../shared/domain/ids.ts'
import { plainStories } from '../support/plain-stories.ts'
import { workbench } from '../support/workbench.ts'
import { dispatch } from '../../server/dispatch.ts'
import { lastSeq } from '../../db/transact.ts'

/** Texts in which an offset can go wrong: emoji, combining marks, right to left, line breaks, placeholders. */
const BODIES = [
  'Ze zei: 👨‍👩‍👧‍👦 wij zijn één gezin 🙂🙂 en dat klopte.\nDaarna ging het beter.',
  'Cafe\u0301 de Brug, re\u0301sume\u0301, ge\u00efsoleerd en nai\u0308ef; <naam> hielp ons.',
  'שלום עולם — مرحبا بالعالم — hallo wereld',
  'a\n\n\nb\tc  d',
  'Kort.'
]
/** mulberry32: the same walk on every run. */
function randomness(seed: number): (below: number) => number {
  return (below) => {
    seed = (seed + 0x6d2b79f5) | 0
    let t = Math.imul(seed ^ (seed >>> 15), 1 | seed)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return Math.floor((((t ^ (t >>> 14)) >>> 0) / 4294967296) * below)
  }
}

test('[F1] [F2] [8.8] [W7] after 10,000 random acts with undo and redo the file is whole, and a call that was sent again wrote nothing', { timeout: 120_000 }, async () => {
  const bench = workbench()
  const random = randomness(20261122)
  const pick = <T>(list: readonly T[]): T => list[random(list.length)]!
  const coders = [await bench.join('Anna de Boer'), await bench.join('Bram Visser'), await bench.join('Chantal Mol')]
  const texts = plainStories(bench.store, BODIES)
  bench.store.db.pragma('synchronous = OFF') // what is tested here is the log, not the disk
  const codes: Id[] = []
  const codings: Id[] = []
  const memos: Id[] = []
  const selections: Id[] = []
  const [packs, cards, sessions, harvests]: Id[][] = [[], [], [], []]
  const outcomes = new Map<string, number>()
  /** As a window does that got no answer. */
  const resent = new Set<string>()

  /** Any state that a text has been in: somebody may still be reading it. */
  const states = texts.map(({ text }, place) => ({ text, revision: 1, body: BODIES[place]! }))
  const fragment = ({ body, text, revision } = pick(states)) => {
    const start = random(body.length)
    const end = start + 1 + random(body.length - start)
    return { text, revision, start, end, quote: body.slice(start, end) }
  }
  const newest = (text: Id) => bench.store.get<{ number: number; body: string }>(
    'SELECT r.number, r.body FROM text t JOIN revision r ON r.text = t.num AND r.number = t.newest WHERE t.id = ?', [toBlob(text)])!
  const asItIs = () => {
    const { text } = pick(texts)
    const { number, body } = newest(text)
    return { text, revision: number, body }
  }
  const correction = () => {
    const state = asItIs()
    const { text, revision: number, body } = state
    states.push(state)
    const [one, other] = [random(body.length), random(body.length)].toSorted((a, b) => a - b) as [number, number]
    const words = pick(['', '<naam>', 'verbeterd ', '🙂', body.slice(one, one + 9), 'e\u0301'])
    const from = random(9) === 0 ? pick(states).revision : number
    return { texts: [{ text, revision: newId(), from, body: body.slice(0, one) + words + body.slice(random(3) === 0 ? other : one) }], reason: 'spelling' }
  }
  const rule = () => ({ codes: [pick(codes)], ...(random(3) === 0 ? { not: [{ selections: [pick(selections)] }] } : {}) })
  const acts: [name: string, weight: number, input: () => unknown][] = [
    ['code.create', 6, () => ({ id: remember(codes), name: `code ${random(400)}`, parent: random(3) === 0 && codes.length > 1 ? pick(codes) : null })],
    ['code.change', 4, () => ({ code: pick(codes), name: `code ${random(400)}`, definition: `Als iemand zegt dat het ${random(9)} keer klikte.` })],
    ['code.move', 4, () => ({ code: pick(codes), parent: random(2) === 0 ? null : pick(codes), before: random(2) === 0 ? null : pick(codes) })],
    ['code.merge', 1, () => ({ code: pick(codes), into: pick(codes) })],
    ['code.retire', 1, () => ({ code: pick(codes) })],
    ['code.restore', 2, () => ({ code: pick(codes) })],
    ['coding.apply', 40, () => ({ fragment: fragment(), codes: Array.from({ length: 1 + random(2) }, () => ({ coding: remember(codings), code: pick(codes) })) })],
    ['coding.applyNew', 3, () => ({ fragment: fragment(), coding: remember(codings), code: remember(codes), name: `vivo ${random(400)}`, parent: null })],
    ['coding.move', 8, () => ({ coding: pick(codings), fragment: fragment(asItIs()) })],
    ['coding.recode', 8, () => ({ coding: pick(codings), code: pick(codes) })],
    ['coding.flag', 3, () => ({ coding: pick(codings), flag: pick(['', 'literal', 'underlying']) })],
    ['coding.remove', 8, () => ({ codings: [pick(codings)] })],
    ['text.revise', 3, correction],
    ['memo.write', 4, () => ({ id: remember(memos), about: 'code', aboutId: pick(codes), body: 'Waarom hier?' })],
    ['memo.change', 2, () => ({ memo: pick(memos), body: `Nog eens gelezen ${random(9)}` })],
    ['memo.remove', 1, () => ({ memo: pick(memos) })],
    ['selection.keep', 3, () => ({ id: remember(selections), name: `selectie ${random(60)}`, rule: rule() })],
    ['selection.change', 2, () => ({ selection: pick(selections), name: `selectie ${random(60)}`, rule: rule() })],
    ['selection.freeze', 1, () => ({ selection: pick(selections) })],
    ['selection.release', 1, () => ({ selection: pick(selections) })],
    ['selection.remove', 1, () => ({ selection: pick(selections) })],
    ['pack.make', 2, () => ({ id: remember(packs!), name: `pakket ${random(40)}`, source: { form: 'story' }, method: { is: 'hand', seed: 1 }, tables: 2, cards: newCards() })],
    ['pack.change', 2, () => ({ pack: pick(packs!), name: `pakket ${random(40)}`, counted: [{ table: 1, out: 9, back: random(9) }] })],
    ['pack.remove', 1, () => ({ pack: pick(packs!) })],
    ['card.add', 3, () => ({ pack: pick(packs!), cards: newCards() })],
    ['card.change', 2, () => ({ card: pick(cards!), title: `titel ${random(9)}`, tables: [1 + random(2)] })],
    ['card.edit', 6, () => { const { revision, start, end } = fragment(); return { card: pick(cards!), revision, start, end, edits: [{ is: 'correction', start, end: start, words: '[dus]' }] } }],
    ['card.remove', 1, () => ({ cards: [pick(cards!)] })],
    ['session.hold', 1, () => ({ id: remember(sessions!), pack: random(2) ? pick(packs!) : null, name: 'Avond', heldOn: null })],
    ['harvest.write', 2, () => ({ id: remember(harvests!), session: pick(sessions!), ...told() })],
    ['harvest.change', 1, () => ({ harvest: pick(harvests!), ...told() })],
    ['reading.mark', 4, () => ({ story: pick(texts).story, done: random(2) === 0 })],
    ['history.undo', 22, () => ({})],
    ['history.redo', 16, () => ({})]
  ]
  const newCards = () => [{ card: remember(cards!), from: random(2) ? { is: 'story', story: pick(texts).story } : { is: 'fragment', fragment: fragment() }, tables: [1] }]
  const told = () => ({ table: 1, observation: `Gezien ${random(9)}`, cards: [pick(cards!)], readings: [{ words: 'Zo', votes: 1 }, { words: 'Of zo', votes: random(9) }], action: '', owner: '', due: null, signal: '', about: null })
  const bag = acts.flatMap((act) => Array<typeof act>(act[1]).fill(act))
  const remember = (list: Id[]): Id => {
    const id = newId()
    list.push(id)
    return id
  }
  for (const list of [codes, codings, memos, selections, packs!, cards!, sessions!, harvests!]) remember(list) // one that never exists, so that pick() always has something
  for (let step = 0; step < 10_000; step++) {
    const [name, , makeInput] = pick(bag)
    const [coder, input] = [pick(coders), makeInput()]
    const send = () => dispatch({ store: bench.store, coder, profile: bench.profile }, name, input)
    const { result } = await send()
    if (result.ok && step % 8 === 0 && !name.startsWith('history.')) {
      const seq = lastSeq(bench.store)
      await send()
      resent.add(`${name} ${lastSeq(bench.store) === seq ? 'wrote nothing' : 'wrote twice'}`)
    }
    const outcome = `${name} ${result.ok ? 'ok' : result.failure.kind}`
    outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1)
  }
  expect([...resent].filter((what) => what.endsWith('twice'))).toEqual([])
  expect(resent.size).toBeGreaterThan(20)
  expect([...outcomes.keys()].filter((outcome) => /internal|invalid_input/.test(outcome) && !outcome.startsWith('selection'))).toEqual([])
  // Every sort of act succeeded now and then, so the walk has been somewhere.
  expect(acts.map(([name]) => name).filter((name) => !outcomes.has(`${name} ok`))).toEqual([])
  expect(checkStore(bench.store)).toEqual([])
  bench.reopen()
  expect(checkStore(bench.store)).toEqual([])
})
