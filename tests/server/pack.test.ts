// Packs, cards and what came of sessions, through the core on a real file.
import { expect, onTestFinished, test } from 'vitest'
import type { CardFrom } from '../../shared/contract/pack.ts'
import { newId, type Id } from '../../shared/domain/ids.ts'
import type { StoryFilter } from '../../shared/domain/layer.ts'
import { cardPieces, REDACTED, wordsOfPieces } from '../../shared/session/edits.ts'
import { checkStore } from '../../db/check.ts'
import { ask } from '../support/ask.ts'
import { plainProject } from '../support/plain-project.ts'
import { plainStories } from '../support/plain-stories.ts'
import { workbench } from '../support/workbench.ts'

const BODIES = ['Sanne kwam elke week. Mijn vader sloeg toen nog. Later werd het rustig.', 'Niemand belde terug 🙂, drie weken niet.', 'Wij zaten onder de tafel.']
const byHand = { source: { form: 'story' }, method: { is: 'hand', seed: 7 }, tables: 2 } as const

async function made() {
  const bench = workbench()
  const [anna, bram] = [await bench.join('Anna de Boer'), await bench.join('Bram Visser')]
  const stories = plainStories(bench.store, BODIES)
  const [pack, whole, part] = [newId(), newId(), newId()]
  const fragment = { text: stories[0]!.text, revision: 1, start: 0, end: 48, quote: BODIES[0]!.slice(0, 48) }
  const input = { id: pack, name: 'Avond', question: 'Wie had invloed?', ...byHand, cards: [{ card: whole, from: { is: 'story', story: stories[1]!.story } as CardFrom, tables: [1] }, { card: part, from: { is: 'fragment', fragment } as CardFrom, tables: [1, 2] }] }
  await bench.call(anna, 'pack.make', input)
  const card = async (id: Id, coder = anna) => (await bench.call(coder, 'pack.read', { pack })).cards.find((each) => each.id === id)
  const words = async (id: Id) => { const found = (await card(id))!; return found.fit === 'look' ? 'look' : wordsOfPieces(cardPieces('x'.repeat(found.start) + found.told, found, found.edits, REDACTED.nl)) }
  const revise = (text: Id, from: number, body: string) => bench.call(bram, 'text.revise', { texts: [{ text, revision: newId(), from, body }], reason: 'anonymising' })
  return { bench, anna, bram, stories, pack, whole, part, input, card, words, revise }
}

test('[P6] a pack keeps places and no words; making it again changes nothing; undo and redo take all of it along', async () => {
  const { bench, anna, pack, whole, part, input, card, words } = await made()
  await bench.call(anna, 'pack.make', input)
  expect(await words(whole)).toBe(BODIES[1])
  expect(await words(part)).toBe('Sanne kwam elke week. Mijn vader sloeg toen nog.')
  expect({ ...await card(part), id: 0, number: 0, text: 0, story: 0 }).toEqual({
    id: 0, number: 0, text: 0, story: 0, storyNumber: 1000, group: null, smallGroup: false, language: null, revision: 1, start: 0, end: 48, whole: false, fit: 'same', before: false, after: true,
    told: BODIES[0]!.slice(0, 48), edits: [], title: '', tables: [1, 2], side: '', triggers: ['violence'], used: [], answers: [], rare: []
  })
  const log = JSON.stringify(bench.store.all(`SELECT patch FROM op WHERE entity IN ('pack', 'card')`))
  expect(BODIES.flatMap((body) => body.split(/[.,]? /)).filter((word) => word.length > 4 && log.includes(word))).toEqual([])
  await bench.call(anna, 'history.undo', {})
  expect(await bench.call(anna, 'pack.list', {})).toEqual([])
  await bench.call(anna, 'history.redo', {})
  expect((await bench.call(anna, 'pack.list', {})).map(({ id, cards, tables }) => [id, cards, tables])).toEqual([[pack, 2, 2]])
  expect(checkStore(bench.store)).toEqual([])
})

test('[P7] edits hold through corrections of the story; a part made unrecognisable never shows again by a correction', async () => {
  const { bench, anna, stories, part, words, revise } = await made()
  const edits = [{ is: 'redaction', start: 0, end: 5, what: 'name' }, { is: 'ellipsis', start: 22, end: 43 }, { is: 'correction', start: 47, end: 47, words: ' (jaren geleden)' }] as const
  await bench.call(anna, 'card.edit', { card: part, revision: 1, start: 0, end: 48, edits: [...edits] })
  expect(await words(part)).toBe('[naam] kwam elke week. […] nog (jaren geleden).')
  const { numbers } = await revise(stories[0]!.text, 1, `Toen was het zo. ${BODIES[0]!}`)
  expect(await words(part)).toContain('[naam] kwam elke week. […]')
  expect(await bench.refused(anna, 'card.edit', { card: part, revision: 1, start: 0, end: 48, edits: [] })).toMatchObject({ kind: 'stale' })
  // The name is not where it was: nobody can say what must stay hidden now.
  const later = await revise(stories[0]!.text, numbers[0]!, `Toen was het zo. Een vrouw die Sanneke heette ${BODIES[0]!.slice(6)}`)
  expect(await words(part)).toBe('look')
  expect(await bench.refused(anna, 'card.edit', { card: part, revision: later.numbers[0]!, start: 0, end: 20, edits: [{ is: 'ellipsis', start: 4, end: 9 }, { is: 'ellipsis', start: 8, end: 12 }] })).toMatchObject({ message: 'card.edits_overlap' })
  expect(checkStore(bench.store)).toEqual([])
})

test('[P6] a theme gives its codes’ passages and those laid on it, without those laid apart', async () => {
  const { bench, anna, stories } = await made()
  const [code, other, theme] = [newId(), newId(), newId()]
  const codings = [newId(), newId(), newId()] as const
  await bench.call(anna, 'code.create', { id: code, name: 'Wachten' })
  await bench.call(anna, 'code.create', { id: other, name: 'Bellen' })
  for (const [at, of] of [code, code, other].entries()) {
    await bench.call(anna, 'coding.apply', { fragment: { text: stories[at]!.text, revision: 1, start: 0, end: 5, quote: BODIES[at]!.slice(0, 5) }, codes: [{ coding: codings[at]!, code: of }] })
  }
  await bench.call(anna, 'theme.create', { id: theme, name: 'Stilte', codes: [code] })
  await bench.call(anna, 'theme.place', { theme, targets: [{ coding: codings[2] }], side: 'supports' })
  await bench.call(anna, 'theme.place', { theme, targets: [{ coding: codings[1] }], side: 'apart' })
  const { rows } = await bench.call(anna, 'pack.draw', { source: { form: 'fragment', codes: [code], theme }, method: { is: 'random', seed: 5 }, count: 9 })
  expect(rows.map(({ from }) => from).toSorted((a, b) => JSON.stringify(a).localeCompare(JSON.stringify(b)))).toEqual([codings[0], codings[2]].map((coding) => ({ is: 'coding', coding })).toSorted((a, b) => JSON.stringify(a).localeCompare(JSON.stringify(b))))
})

test('[P7] M37: the second use of the same words is told on both packs', async () => {
  const { bench, anna, stories, part, card } = await made()
  const second = newId()
  await bench.call(anna, 'pack.make', { id: second, name: 'Tweede', ...byHand, cards: [{ card: newId(), from: { is: 'story', story: stories[0]!.story }, tables: [1] }] })
  expect((await card(part))!.used).toEqual([{ pack: second, name: 'Tweede' }])
  await bench.call(anna, 'pack.remove', { pack: second })
  expect((await card(part))!.used).toEqual([])
})

test('[B2] [B1] a facilitator makes packs of released stories only; blind coding hides a colleague’s choice of passage', async () => {
  const { bench, anna, bram, stories, pack, whole, part } = await made()
  const els = await bench.join('Els Facilitator')
  await bench.call(anna, 'coder.change', { coder: els, role: 'facilitator' })
  await bench.call(anna, 'story.release', { stories: [stories[1]!.story], released: true })
  const seen = async (coder: Id) => { const { cards, gone } = await bench.call(coder, 'pack.read', { pack }); return [cards.map(({ id }) => id).toSorted(), gone] }
  expect(await seen(els)).toEqual([[whole], 1])
  expect((await bench.call(els, 'pack.draw', { source: { form: 'story' }, method: { is: 'random', seed: 1 }, count: 9 })).rows.map(({ story }) => story)).toEqual([stories[1]!.story])
  expect(await bench.refused(els, 'card.add', { pack, cards: [{ card: newId(), from: { is: 'story', story: stories[2]!.story }, tables: [1] }] })).toMatchObject({ kind: 'not_found' })
  await bench.call(els, 'card.change', { card: whole, title: 'Wachten' })
  await bench.call(anna, 'project.change', { blind: true })
  expect([await seen(anna), await seen(bram)]).toEqual([[[whole, part].toSorted(), 0], [[whole], 1]])
  await bench.call(bram, 'reading.mark', { story: stories[0]!.story, done: true })
  expect(await seen(bram)).toEqual([[whole, part].toSorted(), 0])
})

test('[P5] the balance report counts beside the whole set, and what it offers mends', async () => {
  const stories = Array.from({ length: 40 }, (_, at) => ({
    body: `Verhaal ${at} ${'over van alles '.repeat(3)}`, group: at < 28 ? 'Gezinnen' : 'Medewerkers', teller: `t${at}`,
    answers: { tevreden: { value: at < 8 ? 5 + at : 40 + at }, wie: { shares: at >= 36 ? [100, 0, 0] as [number, number, number] : [30 + at % 3, 30, 40 - at % 3] as [number, number, number] } },
    codings: at < 20 ? [{ coder: 'Anna', code: 'Klik', start: 0, end: 7 }] : at === 20 ? [{ coder: 'Bram', code: 'Tijd', start: 0, end: 7 }] : []
  }))
  const plain = plainProject({
    coders: [{ name: 'Anna', role: 'lead' }, { name: 'Bram' }], groups: ['Gezinnen', 'Medewerkers'], codes: [{ name: 'Klik' }, { name: 'Tijd' }], stories,
    signifiers: [{ key: 'tevreden', kind: 'slider', anchors: ['niet', 'heel'] }, { key: 'wie', kind: 'triad', anchors: ['gezin', 'hulp', 'samen'] }]
  })
  onTestFinished(plain.close)
  const pack = newId()
  const source: { form: 'story'; filter: StoryFilter } = { form: 'story', filter: { groups: [plain.id('Gezinnen')] } }
  const drawn = await ask(plain, 'Anna', 'pack.draw', { source: source, method: { is: 'outliers', seed: 3, measures: [plain.id('tevreden')] }, count: 40 })
  expect([drawn.of, drawn.rows.length]).toEqual([28, 28])
  const high = drawn.rows.filter(({ story }) => Array.from({ length: 12 }, (_, at) => plain.id(`#${at + 17}`)).includes(story))
  const look = { group: false }
  await ask(plain, 'Anna', 'pack.make', { id: pack, name: 'Hoog', source: source, method: { is: 'random', seed: 3 }, tables: 3, tone: plain.id('tevreden'), look, cards: high.map(({ from }) => ({ card: newId(), from, tables: [1] })) })
  const report = async () => ask(plain, 'Anna', 'pack.balance', { pack })
  const told = async () => (await report()).advice.map(({ warning: { is }, add, outside, drop }) => [is, add.length, outside, drop.length])
  expect((await report()).dimensions.find(({ kind }) => kind === 'group')).toMatchObject({ whole: 40, pack: 12, categories: [{ name: 'Gezinnen', whole: 28, pack: 12 }, { name: 'Medewerkers', whole: 12, pack: 0 }] })
  expect(await told()).toEqual([['onlyPositive', 3, false, 0], ['absent', 3, true, 0], ['absent', 3, false, 0], ['off', 3, true, 0], ['noOutlier', 3, true, 0]])
  const take = async (is: string) => {
    const { add } = (await report()).advice.find(({ warning }) => warning.is === is)!
    await ask(plain, 'Anna', 'card.add', { pack, cards: [{ card: newId(), from: add[0]!, tables: [1] }] })
  }
  await take('onlyPositive')
  expect((await told()).map(([is]) => is)).not.toContain('onlyPositive')
  const before = await told()
  await take('noOutlier')
  expect((await told()).map(([is]) => is)).not.toContain('noOutlier')
  expect(before.map(([is]) => is)).toContain('noOutlier')
  // Of the stories far out, and of those with a low score, those were taken that mend what was absent as well.
  expect((await told()).map(([is]) => is)).toEqual(['off', 'off', 'off', 'mixedVoices'])
})

test('[P8] a harvest stands apart from codes, with two readings at least, and goes and comes by undo', async () => {
  const { bench, anna, pack, whole } = await made()
  const [session, harvest, code] = [newId(), newId(), newId()]
  await bench.call(anna, 'code.create', { id: code, name: 'Wachten' })
  await bench.call(anna, 'session.hold', { id: session, pack, name: 'Avond in Noord', heldOn: '2026-11-20' })
  const told = { table: 2, observation: 'Er wordt niet gebeld.', cards: [whole], readings: [{ words: 'Te weinig mensen.', votes: 4 }, { words: 'Niemand voelt zich eigenaar.', votes: 7 }], action: 'Elke vrijdag bellen', owner: 'Team Noord', due: '2026-12-18', signal: 'Geen gezin wacht langer dan een week', about: { is: 'code' as const, code } }
  expect(await bench.refused(anna, 'harvest.write', { id: harvest, session, ...told, readings: told.readings.slice(1) })).toMatchObject({ kind: 'invalid_input' })
  await bench.call(anna, 'harvest.write', { id: harvest, session, ...told })
  const row = { id: harvest, session, ...told, coder: anna, at: expect.any(Number) as number }
  expect(await bench.call(anna, 'harvest.list', { session })).toEqual([row])
  expect((await bench.call(anna, 'code.counts', {})).map(({ codings }) => codings)).toEqual([0])
  await bench.call(anna, 'history.undo', {})
  expect(await bench.call(anna, 'harvest.list', {})).toEqual([])
  await bench.call(anna, 'history.redo', {})
  const lesson = newId()
  await bench.call(anna, 'lesson.make', { id: lesson, name: 'Bellen is zorgen', questions: ['Wie belt er bij ons?'], harvests: [harvest] })
  await bench.call(anna, 'lesson.change', { lesson, questions: ['Wie belt er bij ons?', 'Wanneer?'] })
  expect(await bench.call(anna, 'lesson.list', {})).toEqual([{ id: lesson, name: 'Bellen is zorgen', questions: ['Wie belt er bij ons?', 'Wanneer?'], harvests: [harvest], coder: anna, at: expect.any(Number) as number }])
  expect(await bench.call(anna, 'session.list', {})).toEqual([{ id: session, pack, name: 'Avond in Noord', heldOn: '2026-11-20', notes: '', coder: anna, at: expect.any(Number) as number, harvests: 1 }])
  expect(checkStore(bench.store)).toEqual([])
})

test('[P9] a fact that fewer than five stories share is told apart, for it points at somebody; how somebody sees it is not', async () => {
  const story = (place: string, age: number, state: 'live' | 'withdrawn' = 'live') => ({ body: 'Er werd niet gebeld.', state, answers: { wijk: { option: place }, over: { options: ['school', place] }, leeftijd: { value: age }, tevreden: { value: age }, ging: { option: place === 'Noord' ? 'goed' : 'slecht' } } })
  const options = ['Noord', 'Kanaal', 'school']
  const plain = plainProject({
    coders: [{ name: 'Anna', role: 'lead' }], codes: [],
    signifiers: [{ key: 'wijk', kind: 'choice', options }, { key: 'over', kind: 'multi', options }, { key: 'leeftijd', kind: 'number' }, { key: 'tevreden', kind: 'slider' }, { key: 'ging', kind: 'likert', options: ['goed', 'slecht'] }],
    stories: [...Array.from({ length: 5 }, () => story('Noord', 12)), ...Array.from({ length: 4 }, () => story('Kanaal', 12)), story('Kanaal', 17, 'withdrawn'), story('Noord', 17)]
  })
  onTestFinished(() => plain.close())
  const { rows } = await ask(plain, 'Anna', 'pack.draw', { source: { form: 'story' }, method: { is: 'random', seed: 1 }, count: 20 })
  const pack = newId()
  await ask(plain, 'Anna', 'pack.make', { id: pack, name: 'Avond', question: '', ...byHand, cards: rows.map(({ from }) => ({ card: newId(), from, tables: [] })) })
  const { cards } = await ask(plain, 'Anna', 'pack.read', { pack })
  const [wijk, over, leeftijd] = ['wijk', 'over', 'leeftijd'].map(plain.id)
  expect(cards.toSorted((a, b) => a.storyNumber - b.storyNumber).map(({ storyNumber, rare }) => [storyNumber, rare])).toEqual([
    ...[1, 2, 3, 4, 5].map((number) => [number, []]), ...[6, 7, 8, 9].map((number) => [number, [wijk, over]]), [11, [leeftijd]]
  ])
})
