// Searching on a real project and a real index: what is found, by whom, in which order, and that the index follows its project.
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { toBlob } from '../../db/ids.ts'
import { projectId } from '../../db/project.ts'
import { indexPath, purgeIndexes } from '../../db/search/index-file.ts'
import { unpackForms, unpackPlaces, packForms, packPlaces } from '../../db/search/tokens.ts'
import type { Output } from '../../shared/contract/index.ts'
import { newId } from '../../shared/domain/ids.ts'
import { likelihoodRatio } from '../../shared/statistics/likelihood-ratio.ts'
import { wordsOf } from '../../shared/text/words.ts'
import { plainStories } from '../support/plain-stories.ts'
import { workbench, type Workbench } from '../support/workbench.ts'

const BODIES = [
  'Het gezin voelde zich geïsoleerd. Niemand belde.\nDe school zei niets; de school wachtte af.',
  'Twee gezinnen kwamen samen eten. De hulpverlener luisterde en de foto’s lagen op tafel.',
  'De juf luistert goed. Mijn gezin zegt: de school luistert niet naar ons gezin.',
  'Eerst de schaamte, dan de school. Ik zweeg uit schaamte en niemand vroeg iets.'
]

async function bench(bodies = BODIES) {
  const bench = workbench()
  const [anna, bram] = [await bench.join('Anna'), await bench.join('Bram')]
  const stories = plainStories(bench.store, bodies)
  bench.index()
  return { bench, anna, bram, stories }
}

/** Number of each story with what is marked in it. */
const told = ({ stories }: Output<'search.find'>): [number, string[]][] =>
  stories.map(({ number, snippets }) => [number, snippets.flatMap(({ words, marks }) => marks.map(([start, end]) => words.slice(start, end)))])
const find = async (bench: Workbench, viewer: string, words: string) => told(await bench.call(viewer, 'search.find', { words })).toSorted(([a], [b]) => a - b)

describe('what is found', () => {
  test('[Z2] capitals, accents and endings do not count; the last word may be a beginning; all words must be there', async () => {
    const { bench: b, anna } = await bench()
    expect(await find(b, anna, 'GEZIN ')).toEqual([[1000, ['gezin']], [1001, ['gezinnen']], [1002, ['gezin', 'gezin']]])
    expect(await find(b, anna, 'geisoleerd ')).toEqual([[1000, ['geïsoleerd']]])
    expect(await find(b, anna, 'fotos ')).toEqual([[1001, ['foto’s']]])
    expect(await find(b, anna, 'scha')).toEqual([[1003, ['schaamte', 'schaamte']]])
    expect(await find(b, anna, 'scha ')).toEqual([])
    expect(await find(b, anna, 'school niemand ')).toEqual([[1000, ['Niemand', 'school', 'school']], [1003, ['school', 'niemand']]])
    expect(await find(b, anna, '"de school zei"')).toEqual([[1000, ['De school zei']]])
    expect(await find(b, anna, '"gezinnen"')).toEqual([[1001, ['gezinnen']]])
    expect(await find(b, anna, 'kerk')).toEqual([])
    expect(await find(b, anna, ' " ')).toEqual([])
    expect(await find(b, anna, `school OR 'x' NEAR( ^ * - ""`)).toEqual([])
  })

  test('[Z5] a story is found by its number and by that of its source, as it begins; not by a name that was made of its words', async () => {
    const { bench: b, anna, stories } = await bench()
    for (const [place, source] of ['G-010', 'g-011', '12', '0abcdefghij0123456789-2'].entries()) b.store.run('UPDATE story SET source_id = ? WHERE number = ?', [source, 1000 + place])
    const called = async (words: string) => (await b.call(anna, 'search.find', { words })).called.map(({ number }) => number)
    const listed = async (search: string) => (await b.call(anna, 'story.list', { filter: { search } })).rows.map(({ number }) => number)
    for (const [words, expected] of [['g-01', [1000, 1001]], ['G-011', [1001]], ['1001', [1001]], ['#1003', [1003]], ['verhaal 1001', [1001]], ['Story  1001', [1001]], ['12', [1002]], ['1', []], ['G', []], ['%1', []], ['0abc', []]] as const) {
      expect([words, await called(words), await listed(words)]).toEqual([words, expected, words === 'G' ? [1000, 1001, 1002, 1003] : expected])
    }
    expect((await b.call(anna, 'search.find', { words: ' g-010 ' })).called).toEqual([{ story: stories[0]!.story, number: 1000, sourceId: 'G-010', group: null, opening: BODIES[0]!.replace('\n', ' ') }])
    b.store.run(`UPDATE story SET state = 'withdrawn' WHERE number = 1000`)
    expect(await called('g-01')).toEqual([1001])
  })

  test('a snippet says where it stands in the text, and where its marks are', async () => {
    const { bench: b, anna, stories } = await bench()
    const found = await b.call(anna, 'search.find', { words: 'belde ' })
    expect(found).toEqual({
      total: 1, memos: [], called: [], meant: [],
      stories: [{
        story: stories[0]!.story, number: 1000, group: null, hits: 1,
        snippets: [{ text: stories[0]!.text, kind: 'main', signifier: null, start: 42, end: 47, words: BODIES[0]!.replace('\n', ' '), marks: [[42, 47]] }]
      }]
    })
    expect(BODIES[0]!.slice(42, 47)).toBe('belde')
  })

  test('[Z1] where nothing is found, what may have been meant is offered as it is written, and only where this viewer would find it', async () => {
    const { bench: b, anna, bram, stories } = await bench()
    const meant = async (viewer: string, words: string) => (await b.call(viewer, 'search.find', { words })).meant
    expect(await meant(anna, 'geisolerd')).toEqual(['geïsoleerd'])
    expect(await meant(anna, 'niemand sgaamte')).toEqual(['niemand schaamte'])
    expect(await meant(anna, 'gezin sgaamte')).toEqual([]) // each stands somewhere, in no text together
    expect(await meant(anna, 'zwoeg sgaamte')).toEqual([]) // two words at once
    expect(await meant(anna, 'schaamte')).toEqual([])
    expect(await meant(anna, 'xylofoon')).toEqual([])
    await b.call(anna, 'memo.write', { id: newId(), about: 'story', aboutId: stories[1]!.story, body: 'Over de dominee', private: true })
    b.index()
    expect([await meant(anna, 'domine'), await meant(bram, 'domine'), await meant(bram, 'dominee')]).toEqual([[], [], []]) // “domine” begins it, for Anna
    expect([await meant(anna, 'domminee'), await meant(bram, 'domminee')]).toEqual([['dominee'], []])
    await b.call(bram, 'memo.write', { id: newId(), about: 'story', aboutId: stories[1]!.story, body: 'Over de domineer', private: true })
    b.index()
    expect(await meant(bram, 'domminee')).toEqual(['domineer'])
    expect(await meant(anna, 'dominer')).toEqual(['dominee'])
  })

  test('words in their context, sorted by what follows and by what precedes', async () => {
    const { bench: b, anna } = await bench()
    const lines = async (sort: 'story' | 'left' | 'right') => (await b.call(anna, 'search.lines', { words: 'school ', sort })).lines.map(({ number, left, words, right }) => `${number} ${left.slice(-8)}|${words}|${right.slice(0, 9)}`)
    expect(await lines('right')).toEqual(['1003  dan de |school|. Ik zwee', '1002 egt: de |school| luistert', '1000 ets; de |school| wachtte ', '1000 lde. De |school| zei niet'])
    expect((await b.call(anna, 'search.lines', { words: 'school ', sort: 'left' })).lines.map(({ left }) => left.match(/(\w+)\W+de $/i)?.[1])).toEqual(['belde', 'dan', 'niets', 'zegt'])
    expect(await b.call(anna, 'search.lines', { words: 'school ', limit: 1, offset: 3 })).toMatchObject({ all: 4, looked: 4, lines: [{ number: 1003 }] })
  })

  test('how often words occur, with the project’s own list of words that say little', async () => {
    const { bench: b, anna } = await bench()
    const rows = async (withStops = false) => (await b.call(anna, 'search.words', { withStops, limit: 3 })).rows
    expect(await rows()).toEqual([
      { word: 'gezin', forms: ['gezin', 'gezinnen'], times: 4, stories: 3, byGroup: [4] },
      { word: 'school', forms: ['school'], times: 4, stories: 3, byGroup: [4] },
      { word: 'luistert', forms: ['luistert'], times: 2, stories: 1, byGroup: [2] }
    ])
    expect((await rows(true))[0]).toEqual({ word: 'de', forms: ['de'], times: 8, stories: 4, byGroup: [8] })
    await b.call(anna, 'search.change', { added: ['School', 'school '], dropped: ['Niemand'] })
    expect((await rows()).map(({ word, times }) => [word, times])).toEqual([['gezin', 4], ['niemand', 2], ['luistert', 2]])
    expect(await b.call(anna, 'search.state', {})).toEqual({ state: 'ready', stops: { added: ['school'], dropped: ['niemand'] }, suggestions: true })
    const { groups, words } = await b.call(anna, 'search.words', {})
    expect({ groups, words }).toEqual({ groups: [{ id: null, name: '', words: 57, stories: 4 }], words: 57 })
    expect(words).toBe(BODIES.reduce((sum, body) => sum + [...wordsOf(body)].length, 0))
  })

  test('words that stand near others more often than chance', async () => {
    const { bench: b, anna } = await bench([...Array.from({ length: 6 }, () => 'Bij de kapper hoorde ik van de schaamte over geld, en later liep ik weer een eind langs het water naar huis.'), 'Het water was mooi en de lucht was grijs.'])
    const { hits, rows } = await b.call(anna, 'search.near', { words: 'schaamte ' })
    expect(hits).toBe(6)
    expect(rows.map(({ word, near, times, stories }) => [word, near, times, stories])).toEqual([['geld', 6, 6, 6], ['hoorde', 6, 6, 6], ['kapper', 6, 6, 6], ['liep', 6, 6, 6]])
    expect(rows[0]!.strength).toBeCloseTo(rows[1]!.strength, 10)
  })
})

describe('who finds it', () => {
  test('[Z1] a private memo is found by its writer; a memo on a coding that is hidden by none; a story that is not released not by a facilitator', async () => {
    const { bench: b, anna, bram, stories } = await bench()
    const code = newId()
    await b.call(anna, 'code.create', { id: code, name: 'Klik' })
    const coding = newId()
    await b.call(anna, 'coding.apply', { fragment: { text: stories[0]!.text, revision: 1, start: 0, end: 9, quote: 'Het gezin' }, codes: [{ coding, code }] })
    const memo = async (words: string, about: 'story' | 'coding', aboutId: string, isPrivate = false) =>
      b.call(anna, 'memo.write', { id: newId(), about, aboutId, body: words, private: isPrivate })
    await memo('Twijfel over de kerk', 'story', stories[1]!.story)
    await memo('Heimelijk over de kerk', 'story', stories[1]!.story, true)
    await memo('Codering over de kerk', 'coding', coding)
    b.index()
    const memos = async (viewer: string) => (await b.call(viewer, 'search.find', { words: 'kerk' })).memos.map(({ words, marks }) => [words.trim(), words.slice(...marks[0]!)]).toSorted(([a], [b]) => a!.localeCompare(b!))
    expect(await memos(anna)).toEqual([['Codering over de kerk', 'kerk'], ['Heimelijk over de kerk', 'kerk'], ['Twijfel over de kerk', 'kerk']])
    expect(await memos(bram)).toEqual([['Codering over de kerk', 'kerk'], ['Twijfel over de kerk', 'kerk']])
    await b.call(anna, 'project.change', { blind: true })
    expect(await memos(bram)).toEqual([['Twijfel over de kerk', 'kerk']])
    await b.call(anna, 'coder.change', { coder: bram, role: 'facilitator' })
    await b.call(anna, 'story.release', { stories: [stories[2]!.story], released: true })
    expect(await find(b, bram, 'school ')).toEqual([[1002, ['school']]])
    expect((await b.call(bram, 'search.lines', { words: 'school ' })).all).toBe(1)
    expect((await b.call(bram, 'search.words', { withStops: true })).words).toBe(14)
    expect(await memos(bram)).toEqual([])
  })
})

describe('the index', () => {
  test('[Z3] follows corrections, memos and new stories; a lost or damaged one is made again', async () => {
    const { bench: b, anna, stories } = await bench()
    await b.call(anna, 'text.revise', { texts: [{ text: stories[3]!.text, revision: newId(), from: 1, body: 'Eerst de trots, dan de school.' }], reason: 'other' })
    expect(await find(b, anna, 'schaamte ')).toEqual([]) // not yet indexed anew, and no longer its words
    b.index()
    expect(await find(b, anna, 'trots ')).toEqual([[1003, ['trots']]])
    plainStories(b.store, ['Nog een verhaal over trots.'])
    b.index()
    expect(await find(b, anna, 'trots ')).toEqual([[1000, ['trots']], [1003, ['trots']]])
    for (const ending of ['', '-wal', '-shm']) rmSync(indexPath(b.profile, b.path) + ending, { force: true })
    b.index()
    expect(await find(b, anna, 'trots ')).toEqual([[1000, ['trots']], [1003, ['trots']]])
    writeFileSync(indexPath(b.profile, b.path), 'geen index'.repeat(1000))
    rmSync(`${indexPath(b.profile, b.path)}-wal`, { force: true })
    b.index()
    expect(await find(b, anna, 'trots ')).toEqual([[1000, ['trots']], [1003, ['trots']]])
    expect((await b.call(anna, 'search.state', {})).state).toBe('ready')
  })

  test('[Z3] words of a withdrawn story stand in no byte of the index', async () => {
    const { bench: b, anna, stories } = await bench(['Over Xantippe die wegliep.', 'Over iemand anders.'])
    const holds = () => ['', '-wal'].some((ending) => existsSync(indexPath(b.profile, b.path) + ending) && readFileSync(indexPath(b.profile, b.path) + ending).includes('xantip'))
    expect(holds()).toBe(true)
    b.store.run(`UPDATE story SET state = 'withdrawn' WHERE id = ?`, [toBlob(stories[0]!.story)])
    expect(await find(b, anna, 'xantippe')).toEqual([])
    expect(purgeIndexes(b.profile, projectId(b.store), [])).toBe(0)
    expect(purgeIndexes(b.profile, projectId(b.store), [toBlob(stories[0]!.text)])).toBe(1)
    expect(holds()).toBe(false)
    b.index()
    expect(holds()).toBe(false)
    expect(await find(b, anna, 'over')).toEqual([[1001, ['Over']]])
  })

  test('places of words come back as they were put away', () => {
    fc.assert(fc.property(fc.array(fc.tuple(fc.nat(300_000), fc.integer({ min: 1, max: 40 })), { maxLength: 60 }), (gaps) => {
      let at = 0
      const places = gaps.map(([gap, length]) => {
        const start = at + gap
        return { start, end: (at = start + length) }
      })
      const { starts, ends } = unpackPlaces(packPlaces(places), places.length)
      expect(places).toEqual([...starts].map((start, i) => ({ start, end: ends[i] })))
      expect([...unpackForms(packForms(places.map(({ end }) => end)))]).toEqual(places.map(({ end }) => end))
    }), { seed: 7, numRuns: 100 })
  })

  test('a word stands where the text has it', () => {
    fc.assert(fc.property(fc.string({ unit: fc.constantFrom('a', 'É', 'ï', ' ', '.', '’', '👍', '<', '>', '1', 'ß', '\n'), maxLength: 40 }), (text) => {
      for (const { form, start, end } of wordsOf(text)) expect([...wordsOf(text.slice(start, end))].map((word) => word.form)).toEqual([form])
    }), { seed: 11, numRuns: 300 })
  })
})

describe('passages that are alike', () => {
  const alike = [
    'We wandelden. De wijkagent kwam langs en sprak rustig met de buren over het lawaai. Daarna was het stil.',
    'Vorig jaar ging het anders. De buren klaagden over lawaai en de wijkagent kwam meteen langs. Zo ging dat.',
    'Op school bakten de kinderen een taart met appels en veel kaneel. Iedereen wilde een stuk van die taart.'
  ]

  test('[Z4] share their telling words, lie elsewhere, are no codings, and are refused where the project wants none', async () => {
    const { bench: b, anna, stories } = await bench(alike)
    const start = alike[0]!.indexOf('De wijkagent')
    const like = { is: 'place' as const, text: stories[0]!.text, start, end: alike[0]!.indexOf(' Daarna') }
    const { passages, like: from } = await b.call(anna, 'search.alike', { like })
    expect(from).toBe('De wijkagent kwam langs en sprak rustig met de buren over het lawaai.')
    expect(passages.map(({ number, words, shared }) => [number, words, shared.toSorted((a, b) => a.localeCompare(b))])).toEqual([[1001, 'Vorig jaar ging het anders. De buren klaagden over lawaai en de wijkagent kwam meteen langs.', ['buren', 'langs', 'lawaai', 'wijkagent']]])
    expect((await b.call(anna, 'coding.list', {})).total).toBe(0)
    await b.call(anna, 'search.change', { suggestions: false })
    expect(await b.refused(anna, 'search.alike', { like })).toMatchObject({ kind: 'forbidden', message: 'search.no_suggestions' })
  })
})

test('G² is that of Dunning’s definition', () => {
  // By hand: 10 of 100 against 10 of 900; expected 2 and 18 of each.
  const byHand = 2 * (10 * Math.log(10 / 2) + 90 * Math.log(90 / 98) + 10 * Math.log(10 / 18) + 890 * Math.log(890 / 882))
  expect(likelihoodRatio(10, 100, 10, 900)).toBeCloseTo(byHand, 10)
  expect(likelihoodRatio(5, 100, 45, 900)).toBeCloseTo(0, 10)
  expect(likelihoodRatio(0, 0, 3, 9)).toBe(0)
})
