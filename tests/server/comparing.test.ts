// Comparing readings through the door: which stories, what differs, what blind coding keeps shut; talk with an outcome; the shared layer.
import { describe, expect, test } from 'vitest'
import { checkStore } from '../../db/check.ts'
import { newId, type Id } from '../../shared/domain/ids.ts'
import { plainStories } from '../support/plain-stories.ts'
import { workbench, type Workbench } from '../support/workbench.ts'

const BODY = 'Het klikte meteen tussen ons. Zij wist veel van autisme en legde dat rustig uit.'

/** Anna and Bram read the first two of three stories; Bram has no codings in the second. */
async function team() {
  const bench = workbench()
  const [anna, bram] = [await bench.join('Anna de Boer'), await bench.join('Bram Visser')]
  const stories = plainStories(bench.store, [BODY, BODY, BODY])
  const [klik, kunde] = [newId(), newId()]
  await bench.call(anna, 'code.create', { id: klik, name: 'Klik' })
  await bench.call(anna, 'code.create', { id: kunde, name: 'Kunde' })
  const at = (story: number, quote: string) => ({ text: stories[story]!.text, revision: 1, start: BODY.indexOf(quote), end: BODY.indexOf(quote) + quote.length, quote })
  const apply = async (coder: Id, story: number, quote: string, code: Id): Promise<Id> => {
    const coding = newId()
    await bench.call(coder, 'coding.apply', { fragment: at(story, quote), codes: [{ coding, code }] })
    return coding
  }
  const done = async (coder: Id, ...list: number[]) => { for (const story of list) await bench.call(coder, 'reading.mark', { story: stories[story]!.story, done: true }) }
  const codings = {
    same: [await apply(anna, 0, 'Het klikte meteen', klik), await apply(bram, 0, 'Het klikte meteen', klik)],
    other: [await apply(anna, 0, 'legde dat rustig uit', klik), await apply(bram, 0, 'legde dat rustig uit.', kunde)],
    alone: await apply(anna, 1, 'Zij wist veel van autisme', kunde)
  }
  await done(anna, 0, 1, 2)
  await done(bram, 0, 1)
  return { bench, anna, bram, stories: stories.map(({ story }) => story), klik, kunde, at, codings, coders: [anna, bram] }
}

const whole = (bench: Workbench) => expect([...checkStore(bench.store)]).toEqual([])

describe('stories side by side', () => {
  test('[A2] those that two finished, most differences first; a story only one finished is not compared', async () => {
    const { bench, anna, bram, stories, coders, klik, kunde } = await team()
    const row = (id: Id, number: number, spots: object) => ({ id, number, group: null, opening: BODY, readers: [anna, bram], spots: { same: 0, edges: 0, some: 0, other: 0, ...spots }, talks: 0, agreed: false })
    const answer = await bench.call(anna, 'compare.stories', { coders })
    expect(answer).toEqual({
      about: { n: 2, layer: { is: 'all' }, viewer: anna, mode: 'analysis', blind: false }, total: 2, waiting: 0, spots: { same: 1, edges: 0, some: 1, other: 1 },
      rows: [row(stories[0]!, 1000, { same: 1, other: 1 }), row(stories[1]!, 1001, { some: 1 })]
    })
    expect((await bench.call(anna, 'compare.stories', { coders, codes: [klik] })).spots).toEqual({ same: 1, edges: 0, some: 0, other: 1 })
    expect((await bench.call(anna, 'compare.story', { story: stories[0]!, coders, codes: [kunde] })).spots.map(({ kind }) => kind)).toEqual(['other'])
    expect((await bench.call(anna, 'compare.stories', { coders, order: 'number', offset: 1 })).rows.map(({ number }) => number)).toEqual([1001])
  })

  test('[A2] the places of one story, with who put what there', async () => {
    const { bench, anna, bram, stories, coders, klik, kunde, codings, at } = await team()
    const { text, start, end } = at(0, 'legde dat rustig uit')
    const { text: _, ...same } = at(0, 'Het klikte meteen')
    const pair = [{ code: klik, coders: [anna], codings: [codings.other[0]!] }, { code: kunde, coders: [bram], codings: [codings.other[1]!] }]
    expect(await bench.call(bram, 'compare.story', { story: stories[0]!, coders })).toEqual({
      readers: [anna, bram], isShut: false, agreed: [], isDiscussed: false,
      spots: [
        { text, start: same.start, end: same.end, kind: 'same', codes: [{ code: klik, coders: [anna, bram], codings: codings.same }] },
        { text, start, end: end + 1, kind: 'other', codes: pair.toSorted((a, b) => (a.code < b.code ? -1 : 1)) }
      ]
    })
    expect((await bench.call(bram, 'compare.story', { story: stories[2]!, coders })).readers).toEqual([])
  })

  test('[A3] blind coding keeps a story shut until the viewer finished it: not compared, not talked about, not agreed on', async () => {
    const { bench, anna, bram, stories, coders, klik, at } = await team()
    const carla = await bench.join('Carla Smit')
    await bench.call(anna, 'project.change', { blind: true })
    expect(await bench.call(carla, 'compare.stories', { coders })).toMatchObject({ total: 0, waiting: 2, rows: [], spots: { same: 0, edges: 0, some: 0, other: 0 } })
    expect(await bench.call(carla, 'compare.figures', { coders })).toMatchObject({ stories: 0, waiting: 2, rows: [] })
    expect(await bench.call(carla, 'compare.story', { story: stories[0]!, coders })).toEqual({ readers: [], isShut: true, spots: [], agreed: [], isDiscussed: false })
    const talk = newId()
    await bench.call(bram, 'talk.open', { id: talk, fragment: at(0, 'legde dat rustig uit'), codes: [klik], coders, question: 'Klik of kunde?' })
    expect(await bench.call(carla, 'talk.list', {})).toEqual([])
    const shut = { kind: 'forbidden', message: 'compare.not_yet' }
    expect(await bench.refused(carla, 'talk.open', { id: newId(), fragment: at(0, 'Zij wist'), codes: [klik], coders })).toMatchObject(shut)
    expect(await bench.refused(carla, 'talk.settle', { talk, outcome: 'both' })).toMatchObject({ message: 'talk.absent' })
    expect(await bench.refused(carla, 'consensus.accept', { story: stories[0]!, agreed: [] })).toMatchObject(shut)
    expect(await bench.refused(carla, 'consensus.mark', { story: stories[0]!, discussed: true })).toMatchObject(shut)
    await bench.call(carla, 'reading.mark', { story: stories[0]!, done: true })
    expect((await bench.call(carla, 'talk.list', {})).map(({ id }) => id)).toEqual([talk])
    expect(await bench.call(carla, 'compare.stories', { coders })).toMatchObject({ total: 1, waiting: 1 })
  })
})

describe('talk', () => {
  test('[A5] a card is opened, settled with an outcome, reopened and taken back by undo; its place follows corrected words', async () => {
    const { bench, anna, bram, stories, klik, kunde, at, coders } = await team()
    const [id, fragment] = [newId(), at(0, 'legde dat rustig uit')]
    await bench.call(anna, 'talk.open', { id, fragment, codes: [klik, kunde], coders, question: 'Klik of kunde?' })
    const card = (await bench.call(bram, 'talk.list', { story: stories[0]! }))[0]!
    expect(card).toEqual({
      id, story: stories[0], number: 1000, text: fragment.text, start: fragment.start, end: fragment.end, quote: fragment.quote, codes: [klik, kunde], coders,
      question: 'Klik of kunde?', coder: anna, at: card.at, settled: null
    })
    await bench.call(bram, 'talk.settle', { talk: id, outcome: 'learned', words: 'Kunde: het gaat om uitleg.' })
    const settled = (await bench.call(anna, 'talk.list', {}))[0]!
    expect(settled).toEqual({ ...card, settled: { outcome: 'learned', words: 'Kunde: het gaat om uitleg.', by: bram, at: settled.settled!.at } })
    expect(await bench.call(bram, 'history.undo', {})).toEqual({ kind: 'talk.settled', story: stories[0] })
    expect(await bench.call(anna, 'talk.list', {})).toEqual([card])
    expect(await bench.call(bram, 'history.redo', {})).toEqual({ kind: 'talk.settled', story: stories[0] })
    await bench.call(anna, 'talk.reopen', { talk: id })
    await bench.call(anna, 'text.revise', { texts: [{ text: fragment.text, revision: newId(), from: 1, body: BODY.replace('Het klikte', 'Ja, het klikte') }], reason: 'spelling' })
    expect(await bench.call(anna, 'talk.list', {})).toEqual([{ ...card, start: card.start + 4, end: card.end + 4 }])
    expect((await bench.call(anna, 'history.timeline', { story: stories[0]!, nouns: ['talk'] })).acts.map(({ kind, story }) => [kind, story?.number])).toEqual(
      [['talk.reopened', 1000], ['talk.settled', 1000], ['talk.reopened', 1000], ['talk.settled', 1000], ['talk.opened', 1000]])
    whole(bench)
  })

  test('[A5] its question is its opener’s; a place whose words moved is refused', async () => {
    const { bench, anna, bram, klik, at, coders } = await team()
    const id = newId()
    await bench.call(anna, 'talk.open', { id, fragment: at(0, 'Zij wist'), codes: [klik], coders })
    expect(await bench.refused(bram, 'talk.change', { talk: id, question: 'Wat bedoel je?' })).toMatchObject({ kind: 'forbidden', message: 'talk.not_yours' })
    expect(await bench.refused(bram, 'talk.remove', { talk: id })).toMatchObject({ kind: 'forbidden', message: 'talk.not_yours' })
    expect(await bench.refused(bram, 'talk.open', { id: newId(), fragment: { ...at(0, 'Zij wist'), quote: 'Hij wist' }, codes: [klik], coders })).toMatchObject({ kind: 'stale' })
    await bench.call(anna, 'talk.remove', { talk: id })
    expect(await bench.call(anna, 'talk.list', {})).toEqual([])
    whole(bench)
  })
})

describe('the shared layer', () => {
  test('[A4] what is agreed is added to it, originals stay; taking one in twice adds nothing; undo takes back just that', async () => {
    const { bench, anna, bram, stories, klik, kunde, at, codings } = await team()
    const own = async () => (await bench.call(anna, 'story.read', { story: stories[0]! })).codings.filter(({ coder }) => coder === anna || coder === bram).map(({ id }) => id)
    const before = await own()
    const [first, second, third] = [newId(), newId(), newId()]
    await bench.call(anna, 'consensus.accept', { story: stories[0]!, agreed: [{ coding: first, code: kunde, fragment: at(0, 'legde dat rustig uit.') }] })
    expect(await bench.call(bram, 'consensus.accept', { story: stories[0]!, agreed: [{ coding: second, code: klik, fragment: at(0, 'Het klikte meteen') }, { coding: third, code: kunde, fragment: at(0, 'legde dat rustig uit.') }], discussed: true }))
      .toEqual({ codings: [second, first] })
    const layer = (await bench.call(anna, 'coder.list', {})).find(({ role }) => role === 'consensus')!
    expect(layer).toMatchObject({ name: 'Gezamenlijke laag', initials: '∩' })
    expect((await bench.call(anna, 'coder.work', {})).find(({ id }) => id === layer.id)).toEqual({ id: layer.id, codings: 2, done: 1 })
    expect(await bench.call(anna, 'compare.story', { story: stories[0]!, coders: [anna, bram] })).toMatchObject({ agreed: [second, first], isDiscussed: true })
    expect((await bench.call(anna, 'project.read', {})).hasConsensus).toBe(true)
    expect(await own()).toEqual(before)
    const counts = await bench.call(anna, 'code.counts', { layer: { is: 'consensus' } })
    expect(counts.map(({ code, codings: n }) => [code, n])).toEqual([[klik, 1], [kunde, 1]])
    // Anna's first thing goes, what Bram agreed on since stays, and so does the layer.
    expect(await bench.call(anna, 'history.undo', {})).toEqual({ kind: 'coding.agreed', story: stories[0] })
    expect(await bench.call(anna, 'compare.story', { story: stories[0]!, coders: [anna, bram] })).toMatchObject({ agreed: [second], isDiscussed: true })
    await bench.call(bram, 'history.undo', {})
    expect(await bench.call(anna, 'compare.story', { story: stories[0]!, coders: [anna, bram] })).toMatchObject({ agreed: [], isDiscussed: false })
    expect((await bench.call(anna, 'project.read', {})).hasConsensus).toBe(false)
    expect(await own()).toEqual(before)
    expect(codings.same.every((id) => before.includes(id))).toBe(true)
    whole(bench)
  })

  test('[A4] one fragment in place of others, as one gesture; what is not of the layer, or of another story, is refused', async () => {
    const { bench, anna, stories, klik, kunde, at, codings } = await team()
    const [one, merged] = [newId(), newId()]
    await bench.call(anna, 'consensus.accept', { story: stories[0]!, agreed: [{ coding: one, code: klik, fragment: at(0, 'Het klikte') }] })
    await bench.call(anna, 'consensus.accept', { story: stories[0]!, agreed: [{ coding: merged, code: klik, fragment: at(0, 'Het klikte meteen tussen ons') }], gone: [one] })
    const agreed = async () => (await bench.call(anna, 'compare.story', { story: stories[0]!, coders: [anna, newId()] })).agreed
    expect(await agreed()).toEqual([merged])
    await bench.call(anna, 'history.undo', {})
    expect(await agreed()).toEqual([one])
    expect(await bench.refused(anna, 'consensus.accept', { story: stories[0]!, agreed: [], gone: [codings.same[0]] })).toMatchObject({ kind: 'forbidden', message: 'coding.not_yours' })
    expect(await bench.refused(anna, 'consensus.accept', { story: stories[1]!, agreed: [], gone: [one] })).toMatchObject({ kind: 'not_found' })
    expect(await bench.refused(anna, 'consensus.accept', { story: stories[1]!, agreed: [{ coding: newId(), code: kunde, fragment: at(0, 'Zij wist') }] })).toMatchObject({ kind: 'not_found' })
    expect(await bench.refused(anna, 'coding.remove', { codings: [one] })).toMatchObject({ message: 'coding.not_yours' })
  })
})

test('[A1] figures by code: refused under ten stories or five uses; with enough, κ on characters is 0, −1, −0,2 and 1', async () => {
  const bench = workbench()
  const [anna, bram] = [await bench.join('Anna'), await bench.join('Bram')]
  const body = 'x'.repeat(100)
  const stories = plainStories(bench.store, Array.from({ length: 10 }, () => body))
  const codes = new Map<string, Id>()
  const mark = async (coder: Id, name: string, spans: [number, number][], list: readonly { text: Id }[]) => {
    const code = codes.get(name) ?? newId()
    if (!codes.has(name)) await bench.call(anna, 'code.create', { id: code, name })
    codes.set(name, code)
    for (const { text } of list) {
      for (const [start, end] of spans) await bench.call(coder, 'coding.apply', { fragment: { text, revision: 1, start, end, quote: body.slice(start, end) }, codes: [{ coding: newId(), code }] })
    }
  }
  for (const [name, a, b] of [
    ['nul', [[0, 50]], [[25, 75]]], ['min een', [[0, 50]], [[50, 100]]], ['min een vijfde', [[0, 50], [0, 49]], [[90, 100]]], ['een', [[10, 60]], [[10, 60]]]
  ] as [string, [number, number][], [number, number][]][]) {
    await mark(anna, name, a, stories)
    await mark(bram, name, b, stories)
  }
  await mark(anna, 'zelden', [[0, 9]], stories.slice(0, 4))
  for (const coder of [anna, bram]) for (const { story } of stories.slice(0, 9)) await bench.call(coder, 'reading.mark', { story, done: true })
  const early = await bench.call(anna, 'compare.figures', { coders: [anna, bram] })
  expect(early.stories).toBe(9)
  expect(early.rows.map(({ name, why, story, text }) => [name, why, story, text])).toEqual(['nul', 'min een', 'min een vijfde', 'een', 'zelden'].map((name) => [name, 'fewStories', null, null]))
  for (const coder of [anna, bram]) await bench.call(coder, 'reading.mark', { story: stories[9]!.story, done: true })
  const { rows, stories: n, raters } = await bench.call(anna, 'compare.figures', { coders: [bram, anna] })
  expect([n, raters]).toEqual([10, 2])
  const round = (value: number | null | undefined) => (value === null || value === undefined ? null : Math.round(value * 1e9) / 1e9)
  expect(rows.map(({ name, uses, why, text }) => [name, uses, why, round(text?.kappa)])).toEqual([
    ['nul', 20, null, 0], ['min een', 20, null, -1], ['min een vijfde', 30, null, -0.2], ['een', 20, null, 1], ['zelden', 4, 'fewUses', null]
  ])
  expect(rows[3]!.text).toEqual({ percent: 1, jaccard: 1, f1: 1, kappa: 1, alpha: 1, uAlpha: 1 })
  const sure = async (name: string) => (await bench.call(anna, 'compare.figure', { coders: [bram, anna], code: codes.get(name)! }))
  expect((await sure('een')).intervals).toMatchObject({ story: { percent: [1, 1], kappa: null }, text: { kappa: [1, 1], uAlpha: [1, 1] } })
  expect(await sure('zelden')).toMatchObject({ stories: 10, uses: 4, why: 'fewUses', intervals: null })
  // Every story has the code by both: full agreement, and nothing for kappa and alpha to compare with.
  expect(rows[0]!.story).toEqual({ percent: 1, ac1: 1, kappa: null, fleiss: null, alpha: null })
})

test('[A6] how often: by coder and by background, in what each finished; small codes in one row; what opens behind it is what it counted', async () => {
  const { bench, anna, bram, stories, klik, kunde, coders, at } = await team()
  await bench.call(anna, 'coding.apply', { fragment: at(2, 'Het klikte'), codes: [{ coding: newId(), code: klik }] })
  // Bram did not finish the third story: what he coded there is no part of what he read.
  await bench.call(bram, 'coding.apply', { fragment: at(2, 'Het klikte'), codes: [{ coding: newId(), code: klik }] })
  const cell = (inStories: number, codings: number) => ({ stories: inStories, codings })
  const often = await bench.call(anna, 'compare.often', { coders })
  expect(often).toEqual({
    about: { n: 3, layer: { is: 'all' }, viewer: anna, mode: 'analysis', blind: false },
    parts: [{ coders: [anna], name: 'Anna de Boer', stories: 3 }, { coders: [bram], name: 'Bram Visser', stories: 2 }],
    rows: [
      { code: klik, name: 'Klik', colour: often.rows[0]!.colour, lumped: [], cells: [cell(2, 3), cell(1, 1)] },
      { code: kunde, name: 'Kunde', colour: often.rows[1]!.colour, lumped: [], cells: [cell(1, 1), cell(1, 1)] }
    ]
  })
  const behind = async (code: Id, coder: Id) => (await bench.call(anna, 'story.list', { filter: { codes: [code], layer: { is: 'coder', coder }, doneBy: coder } })).rows.map(({ id }) => id)
  expect([await behind(klik, anna), await behind(klik, bram)]).toEqual([[stories[0], stories[2]], [stories[0]]])
  for (const coder of coders) await bench.call(coder, 'coder.change', { coder, background: coder === anna ? 'Onderzoek' : ' onderzoek ' })
  const together = await bench.call(anna, 'compare.often', { coders, by: 'background', lump: 2 })
  expect(together.parts).toEqual([{ coders: [anna, bram], name: 'Onderzoek', stories: 3 }])
  expect(together.rows.map(({ code, lumped, cells }) => [code, lumped, cells])).toEqual([[klik, [], [cell(2, 4)]], [null, [kunde], [cell(2, 2)]]])
  await bench.call(anna, 'project.change', { blind: true })
  expect((await bench.call(bram, 'compare.often', { coders })).parts.map(({ stories: n }) => n)).toEqual([2, 2])
})
