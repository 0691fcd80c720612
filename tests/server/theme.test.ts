// Themes through dispatch on a real file: what lies on them, what they rest on, whose verdicts are whose, and taking back.
import { expect, test } from 'vitest'
import { newId, type Id } from '../../shared/domain/ids.ts'
import { checkStore } from '../../db/check.ts'
import { plainStories } from '../support/plain-stories.ts'
import { workbench } from '../support/workbench.ts'

const BODIES = ['Het klikte meteen. Daarna bleef het stil.', 'Niemand belde ooit terug.', 'Ze luisterde en toen klikte het.']

/** Two coders, three stories, codes Klik and Stil; a passage coded Klik by both, one Klik by Anna alone, one Stil by Bram. */
async function coded() {
  const bench = workbench()
  const [anna, bram] = [await bench.join('Anna de Boer'), await bench.join('Bram Visser')]
  const stories = plainStories(bench.store, BODIES)
  const [klik, stil] = [newId(), newId()]
  await bench.call(anna, 'code.create', { id: klik, name: 'Klik' })
  await bench.call(anna, 'code.create', { id: stil, name: 'Stil' })
  const apply = async (coder: Id, story: number, quote: string, code: Id): Promise<Id> => {
    const start = BODIES[story]!.indexOf(quote)
    const coding = newId()
    await bench.call(coder, 'coding.apply', { fragment: { text: stories[story]!.text, revision: 1, start, end: start + quote.length, quote }, codes: [{ coding, code }] })
    return coding
  }
  const codings = {
    annaKlik: await apply(anna, 0, 'klikte meteen', klik), bramKlik: await apply(bram, 0, 'klikte meteen', klik),
    annaLater: await apply(anna, 2, 'klikte het', klik), bramStil: await apply(bram, 1, 'Niemand belde', stil)
  }
  const theme = newId()
  await bench.call(anna, 'theme.create', { id: theme, name: 'Gezien worden', codes: [klik] })
  const evidence = () => bench.call(anna, 'theme.evidence', { theme })
  return { bench, anna, bram, stories: stories.map(({ story }) => story), codes: { klik, stil }, codings, theme, apply, evidence }
}

test('[E1] a theme counts a place once, whoever coded it; what was laid by hand goes before what came with a code', async () => {
  const { bench, anna, bram, stories, codings, codes, theme, evidence } = await coded()
  const about = { n: 3, layer: { is: 'all' }, viewer: anna, mode: 'analysis', blind: false }
  expect(await evidence()).toEqual({
    about, read: 0, supports: { fragments: 2, codings: 3, stories: 2, coders: 2 }, contradicts: { fragments: 0, stories: 0 }, apart: 0, telling: 0, doubted: 0,
    groups: [{ group: null, supports: 2, contradicts: 0, of: 3 }],
    coders: [{ coder: anna, fragments: 2, stories: 2 }, { coder: bram, fragments: 1, stories: 1 }], fullest: { story: stories[0], number: 1000, fragments: 1 }
  })
  await bench.call(bram, 'theme.place', { theme, targets: [{ coding: codings.annaKlik }, { coding: codings.bramStil }], side: 'contradicts' })
  await bench.call(bram, 'theme.place', { theme, targets: [{ coding: codings.annaLater }], side: 'apart' })
  const [part] = (await bench.call(anna, 'theme.list', {}))[0]!.parts.filter((one) => one.is === 'coding' && one.coding === codings.bramStil)
  await bench.call(anna, 'theme.turn', { part: part!.id, telling: true, note: 'zegt alles' })
  expect(await evidence()).toEqual({
    about, read: 0, supports: { fragments: 0, codings: 0, stories: 0, coders: 0 }, contradicts: { fragments: 2, stories: 2 }, apart: 1, telling: 1, doubted: 0,
    groups: [{ group: null, supports: 0, contradicts: 2, of: 3 }], coders: [], fullest: null
  })
  const { rows, total } = await bench.call(anna, 'theme.fragments', { theme, side: 'contradicts' })
  expect(total).toBe(2)
  expect(rows.map(({ quote, codings: by, telling, note }) => ({ quote, by, telling, note }))).toEqual([
    { quote: 'klikte meteen', telling: false, note: '', by: [{ coding: codings.annaKlik, code: codes.klik, coder: anna, placed: true }, { coding: codings.bramKlik, code: codes.klik, coder: bram, placed: false }] },
    { quote: 'Niemand belde', telling: true, note: 'zegt alles', by: [{ coding: codings.bramStil, code: codes.stil, coder: bram, placed: true }] }
  ])
  expect(checkStore(bench.store)).toEqual([])
})

test('[E2] a verdict is its coder’s own; every story is held against the theme, uncoded ones too; a story that speaks against counts', async () => {
  const { bench, anna, bram, stories, codings, theme, evidence } = await coded()
  await bench.call(bram, 'theme.judge', { theme, on: { coding: codings.bramKlik }, verdict: 'out' })
  await bench.call(anna, 'theme.judge', { theme, on: { coding: codings.annaKlik }, verdict: 'fits' })
  await bench.call(anna, 'theme.judge', { theme, on: { story: stories[1]! }, verdict: 'doubt' })
  await bench.call(anna, 'theme.judge', { theme, on: { story: stories[1]! }, verdict: 'against' })
  expect((await bench.call(anna, 'theme.fragments', { theme, doubted: true })).rows.map(({ quote, mine, others }) => ({ quote, mine, others })))
    .toEqual([{ quote: 'klikte meteen', mine: 'fits', others: [{ coder: bram, verdict: 'out' }] }])
  const shown = await bench.call(bram, 'theme.stories', { theme })
  expect({ ...shown, rows: shown.rows.map(({ story, codings: n, supports, contradicts, mine, others }) => ({ story, n, supports, contradicts, mine, others })) }).toEqual({
    total: 3, all: 3, judged: 0, rows: [
      { story: stories[0], n: 2, supports: 1, contradicts: 0, mine: null, others: [] },
      { story: stories[1], n: 1, supports: 0, contradicts: 0, mine: null, others: [{ coder: anna, verdict: 'against' }] },
      { story: stories[2], n: 1, supports: 1, contradicts: 0, mine: null, others: [] }
    ]
  })
  expect((await evidence()).contradicts).toEqual({ fragments: 0, stories: 1 })
  const open = await bench.call(anna, 'theme.stories', { theme, only: 'open' })
  expect([open.total, open.all, open.judged]).toEqual([2, 3, 1])
  expect((await bench.call(anna, 'theme.stories', { theme, only: 'silent' })).total).toBe(0)
  expect((await bench.call(anna, 'theme.fragments', { theme, limit: 1 })).judged).toBe(1)
  await bench.call(anna, 'theme.judge', { theme, on: { story: stories[1]! }, verdict: null })
  expect((await bench.call(anna, 'theme.stories', { theme, only: 'silent' })).rows.map(({ story }) => story)).toEqual([stories[1]])
  expect((await evidence()).contradicts.stories).toBe(0)
  expect(await bench.refused(anna, 'theme.judge', { theme, on: { coding: codings.annaKlik }, verdict: 'against' })).toEqual({ kind: 'invalid_input', message: 'theme.against_stories', values: {} })
})

test('[E3] making a theme from codes, moving a card and taking a theme away are one act each, and undo takes each back whole', async () => {
  const { bench, anna, bram, codes, codings, theme } = await coded()
  const shape = async () => (await bench.call(anna, 'theme.list', {})).map(({ name, parts }) => [name, ...parts.map((part) => (part.is === 'code' ? part.code : part.is === 'coding' ? part.coding : part.is))])
  const other = newId()
  await bench.call(anna, 'theme.create', { id: other, name: 'Aan het lijntje', codes: [codes.stil] })
  await bench.call(anna, 'theme.place', { theme: other, targets: [{ coding: codings.annaKlik }], side: 'contradicts' })
  const before = (await bench.call(anna, 'theme.list', {}))[1]!.parts[0]!.id
  await bench.call(anna, 'theme.place', { theme: other, from: theme, targets: [{ code: codes.klik }], before })
  const moved = [['Gezien worden'], ['Aan het lijntje', codes.klik, codes.stil, codings.annaKlik]]
  expect(await shape()).toEqual(moved)
  expect((await bench.call(anna, 'history.undo', {})).kind).toBe('part.placed')
  expect(await shape()).toEqual([['Gezien worden', codes.klik], ['Aan het lijntje', codes.stil, codings.annaKlik]])
  await bench.call(anna, 'history.redo', {})
  expect(await shape()).toEqual(moved)
  await bench.call(anna, 'theme.remove', { theme: other })
  expect(await shape()).toEqual([['Gezien worden']])
  expect((await bench.call(anna, 'history.undo', {})).kind).toBe('theme.removed')
  expect(await shape()).toEqual(moved)
  await bench.call(anna, 'history.undo', {})
  await bench.call(anna, 'history.undo', {})
  await bench.call(anna, 'history.undo', {})
  expect(await shape()).toEqual([['Gezien worden', codes.klik]])
  await bench.call(bram, 'theme.place', { theme, targets: [{ coding: codings.bramStil }] })
  expect(await bench.refused(anna, 'history.undo', {})).toEqual({ kind: 'conflict', message: 'undo.in_use', values: { name: 'Bram Visser', entity: 'theme_part', own: 0 } })
  // A coding goes although a theme rests on it; then it may also go again.
  const standing = () => bench.store.get<{ n: number }>('SELECT count(*) AS n FROM coding WHERE removed = 0')!.n
  await bench.call(bram, 'coding.remove', { codings: [codings.bramStil] })
  await bench.call(bram, 'history.undo', {})
  expect(standing()).toBe(4)
  await bench.call(bram, 'history.redo', {})
  expect(standing()).toBe(3)
  expect(checkStore(bench.store)).toEqual([])
})

test('[E4] a theme goes on resting on a code that was merged into another; a name is a theme’s own', async () => {
  const { bench, anna, bram, codes, theme } = await coded()
  await bench.call(bram, 'code.merge', { code: codes.klik, into: codes.stil })
  expect((await bench.call(anna, 'theme.list', {}))[0]!.parts.map((part) => part.is === 'code' && part.code)).toEqual([codes.stil])
  expect((await bench.call(anna, 'theme.evidence', { theme })).supports.fragments).toBe(3)
  await bench.call(bram, 'history.undo', {})
  expect((await bench.call(anna, 'theme.list', {}))[0]!.parts.map((part) => part.is === 'code' && part.code)).toEqual([codes.klik])
  expect(await bench.refused(bram, 'theme.create', { id: newId(), name: 'gezien  Worden' })).toEqual({ kind: 'conflict', message: 'theme.same_name', values: { theme: 'gezien  Worden' } })
  expect(checkStore(bench.store)).toEqual([])
})

test('the group says where it is, and may go back; the history tells each step', async () => {
  const { bench, anna, bram } = await coded()
  expect((await bench.call(anna, 'project.read', {})).phase).toBe(null)
  for (const [coder, phase] of [[anna, 'themes'], [bram, 'review'], [anna, 'coding']] as const) await bench.call(coder, 'project.phase', { phase })
  expect((await bench.call(bram, 'project.read', {})).phase).toBe('coding')
  const { acts } = await bench.call(bram, 'history.timeline', { nouns: ['project'] })
  expect(acts.map(({ kind, coder }) => [kind, coder])).toEqual([['project.phased', anna], ['project.phased', bram], ['project.phased', anna]])
})
