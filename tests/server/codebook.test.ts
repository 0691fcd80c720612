// Reworking the codebook on a real file: split with undo as one act, a codebook out and in again, pointers, the history of a meaning.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { planRows, readCodebookRows, writeCodebookRows, type CodebookRow } from '../../shared/domain/codebook-rows.ts'
import { newId, type Id } from '../../shared/domain/ids.ts'
import { plainStories } from '../support/plain-stories.ts'
import { workbench, type Workbench } from '../support/workbench.ts'

const BODY = 'een twee drie vier vijf zes zeven acht negen tien elf twaalf'
const at = (words: string) => ({ start: BODY.indexOf(words), end: BODY.indexOf(words) + words.length, quote: words })

async function bench(stories = 1) {
  const b = workbench()
  const [anna, bram] = [await b.join('Anna'), await b.join('Bram')]
  const texts = plainStories(b.store, Array.from({ length: stories }, () => BODY))
  const make = async (name: string, parent: Id | null = null, more = {}): Promise<Id> => {
    const id = newId()
    await b.call(anna, 'code.create', { id, name, parent, ...more })
    return id
  }
  const apply = async (coder: Id, code: Id, words: string, story = 0): Promise<Id> => {
    const coding = newId()
    await b.call(coder, 'coding.apply', { fragment: { text: texts[story]!.text, revision: 1, ...at(words) }, codes: [{ coding, code }] })
    return coding
  }
  return { b, anna, bram, texts, make, apply }
}

/** `code: words by coder, …` of what stands, as the lead sees it. */
async function codings(b: Workbench, viewer: Id): Promise<Record<string, string[]>> {
  const codes = await b.call(viewer, 'code.list', {})
  const names = new Map((await b.call(viewer, 'coder.list', {})).map(({ id, name }) => [id, name]))
  const { rows } = await b.call(viewer, 'coding.list', { limit: 500 })
  return Object.fromEntries(codes.map(({ id, name, retired }) => [retired ? `${name}†` : name, rows.filter(({ code }) => code === id).map(({ quote, coder }) => `${quote} ${names.get(coder)}`)]))
}

/** Words, code and coder of every coding that stands, agreed ones too, as made. */
const places = async (b: Workbench): Promise<string[][]> =>
  b.store.all<{ start: number; end: number; code: string; coder: string }>(
    'SELECT c.start, c."end", k.name AS code, p.name AS coder FROM coding c JOIN code k ON k.num = c.code JOIN coder p ON p.num = c.coder WHERE c.removed = 0 ORDER BY c.num')
    .map(({ start, end, code, coder }) => [BODY.slice(start, end), code, coder])

describe('splitting a code', () => {
  test('[C5] everyone’s codings go where they were sent, in one act that is undone whole', async () => {
    const { b, anna, bram, make, apply } = await bench()
    const [school, thuis] = [await make('School'), await make('Thuis')]
    const [een, twee, drie, vier] = [await apply(anna, school, 'een'), await apply(bram, school, 'twee'), await apply(bram, school, 'drie'), await apply(anna, school, 'vier')]
    await apply(bram, thuis, 'twee')
    const before = await codings(b, anna)
    const juf = newId()
    const split = { code: school, made: [{ id: juf, name: 'De juf' }], moves: [{ coding: een, into: juf }, { coding: drie, into: juf }, { coding: twee, into: thuis }], retire: false }
    expect(await b.call(anna, 'code.split', split)).toEqual({ moved: 3, stayed: 0 })
    const after = { School: ['vier Anna'], Thuis: ['twee Bram'], 'De juf': ['een Anna', 'drie Bram'] }
    expect(await codings(b, anna)).toEqual(after)
    expect(await b.call(anna, 'code.split', split)).toEqual({ moved: 0, stayed: 3 }) // a retry
    expect(await codings(b, anna)).toEqual(after)
    expect((await b.call(anna, 'history.state', {})).undo).toBe('code.split')
    await b.call(anna, 'history.undo', {})
    expect(await codings(b, anna)).toEqual(before)
    await b.call(anna, 'history.redo', {})
    expect(await codings(b, anna)).toEqual(after)
    expect(await b.call(anna, 'code.split', { code: school, made: [], moves: [{ coding: vier, into: thuis }], retire: true })).toEqual({ moved: 1, stayed: 0 })
    expect(await codings(b, anna)).toEqual({ 'School†': [], Thuis: ['twee Bram', 'vier Anna'], 'De juf': ['een Anna', 'drie Bram'] })
  })

  test('[C5] what was agreed on at that place goes along, uncounted, and comes back; new codes are told apart by colour', async () => {
    const { b, anna, bram, texts, make, apply } = await bench()
    const school = await make('School')
    const [een, twee] = [await apply(anna, school, 'een'), await apply(bram, school, 'twee')]
    const agreed = ['een', 'drie'].map((words) => ({ coding: newId(), code: school, fragment: { text: texts[0]!.text, revision: 1, ...at(words) } }))
    await b.call(anna, 'consensus.accept', { story: texts[0]!.story, agreed })
    const [juf, klas] = [newId(), newId()]
    const before = await places(b)
    expect(await b.call(anna, 'code.split', { code: school, made: [{ id: juf, name: 'De juf', colour: 4 }, { id: klas, name: 'De klas', colour: 5 }], moves: [{ coding: een, into: juf }, { coding: twee, into: klas }] })).toEqual({ moved: 2, stayed: 0 })
    expect(await places(b)).toEqual([['een', 'De juf', 'Anna'], ['twee', 'De klas', 'Bram'], ['een', 'De juf', 'Gezamenlijke laag'], ['drie', 'School', 'Gezamenlijke laag']])
    expect((await b.call(anna, 'code.list', {})).map(({ name, colour }) => [name, colour])).toEqual([['School', 1], ['De juf', 4], ['De klas', 5]])
    await b.call(anna, 'history.undo', {})
    expect(await places(b)).toEqual(before)
    expect(await b.call(bram, 'code.merge', { code: school, into: await make('Thuis') })).toEqual({ codings: 2 })
    expect((await places(b)).map(([words, code]) => [words, code])).toEqual([['een', 'Thuis'], ['twee', 'Thuis'], ['een', 'Thuis'], ['drie', 'Thuis']])
  })

  test('[C5] what changed hands meanwhile stays, and so does what blind coding hides; a code cannot be split into itself', async () => {
    const { b, anna, bram, make, apply } = await bench()
    const [school, thuis, werk] = [await make('School'), await make('Thuis'), await make('Werk')]
    const [een, twee, drie] = [await apply(bram, school, 'een'), await apply(bram, school, 'twee'), await apply(anna, school, 'drie')]
    await b.call(bram, 'coding.recode', { coding: een, code: werk })
    const moves = [een, twee, drie].map((coding) => ({ coding, into: thuis }))
    await b.call(anna, 'project.change', { blind: true })
    expect(await b.call(anna, 'code.split', { code: school, made: [], moves })).toEqual({ moved: 1, stayed: 2 })
    await b.call(anna, 'project.change', { blind: false })
    expect(await codings(b, anna)).toEqual({ School: ['twee Bram'], Thuis: ['drie Anna'], Werk: ['een Bram'] })
    expect(await b.refused(anna, 'code.split', { code: school, made: [], moves: [{ coding: twee, into: school }] })).toMatchObject({ kind: 'conflict', message: 'code.split_into' })
    expect(await b.refused(anna, 'code.split', { code: school, made: [{ id: newId(), name: 'thuis' }], moves: [] })).toMatchObject({ message: 'code.same_name' })
  })
})

describe('a codebook as a file', () => {
  const SAY = { semantic: 'letterlijk', latent: 'onderliggend', yes: 'ja' }
  const HEADINGS = ['Code', 'Omschrijving', 'Wel gebruiken als', 'Niet gebruiken als', 'Letterlijk of onderliggend', 'Niet meer in gebruik']
  const asTable = (cells: string[][]) => cells.map((row, place) => ({ row: place + 2, cells: row }))

  test('[C6] what leaves comes back the same, and into an empty project makes the same codebook', async () => {
    const { b, anna, make } = await bench()
    const hulp = await make('Hulp', null, { definition: 'Wie er hielp;\n"echt"', include: 'ook =SOM(1)', exclude: '' })
    await make('Juf > meester', hulp)
    const oud = await make('Oud', hulp, { definition: 'Van vroeger' })
    await b.call(anna, 'code.change', { code: oud, flag: 'latent' })
    await b.call(anna, 'code.retire', { code: oud })
    const codes = await b.call(anna, 'code.list', {})
    const cells = writeCodebookRows(codes, SAY)
    expect(cells).toEqual([
      ['Hulp', 'Wie er hielp;\n"echt"', 'ook =SOM(1)', '', '', ''], ['Hulp > Juf>meester', '', '', '', '', ''], ['Hulp > Oud', 'Van vroeger', '', '', 'onderliggend', 'ja']
    ])
    const { rows, problems, unknown } = readCodebookRows(HEADINGS, asTable(cells))!
    expect({ problems, unknown }).toEqual({ problems: [], unknown: [] })
    expect(planRows(codes, rows).map(({ changes }) => changes)).toEqual([{}, {}, {}])
    const before = b.dump()
    expect(await b.call(anna, 'code.import', { rows })).toEqual({ made: 0, changed: 0, same: 3 })
    expect(b.dump().op).toEqual(before.op)
    const other = await bench()
    expect(await other.b.call(other.anna, 'code.import', { rows: rows.toReversed() })).toEqual({ made: 3, changed: 1, same: 0 })
    expect(writeCodebookRows(await other.b.call(other.anna, 'code.list', {}), SAY).map(String).toSorted((x, y) => x.localeCompare(y))).toEqual(cells.map(String).toSorted((x, y) => x.localeCompare(y)))
  })

  test('[C6] a row changes what its file has a column for, and nothing else; the whole file is one act', async () => {
    const { b, anna, make } = await bench()
    await make('School', null, { definition: 'oud', include: 'blijft' })
    await make('Thuis')
    const read = readCodebookRows([' naam', 'Definitie', 'Aantal'], asTable([['SCHOOL', 'nieuw', '3'], ['School > Juf', 'de juf', ''], ['', '', '']]))!
    expect(read).toEqual({ rows: [{ path: ['SCHOOL'], definition: 'nieuw' }, { path: ['School', 'Juf'], definition: 'de juf' }], problems: [], unknown: ['Aantal'] })
    expect(await b.call(anna, 'code.import', { rows: read.rows })).toEqual({ made: 1, changed: 1, same: 0 })
    expect((await b.call(anna, 'code.list', {})).map(({ name, definition, include }) => [name, definition, include])).toEqual([['School', 'nieuw', 'blijft'], ['Juf', 'de juf', ''], ['Thuis', '', '']])
    await b.call(anna, 'history.undo', {})
    expect((await b.call(anna, 'code.list', {})).map(({ name, definition }) => [name, definition])).toEqual([['School', 'oud'], ['Thuis', '']])
  })

  test('rows that cannot be are named by their number, and a file without a column of codes is none', () => {
    expect(readCodebookRows(['Vraag'], [])).toBeNull()
    const table = asTable([['', 'x', '', ''], ['Klik', '', 'soms', ''], ['Klik', '', '', 'misschien'], ['Klik', '', '', ''], ['klik', '', '', ''], ['a'.repeat(201), '', '', '']])
    expect(readCodebookRows(['Code', 'Omschrijving', 'flag', 'retired'], table)!.problems).toEqual([
      { row: 2, is: 'no_name' }, { row: 3, is: 'flag' }, { row: 4, is: 'retired' }, { row: 6, is: 'twice' }, { row: 7, is: 'too_long' }
    ])
  })

  test('[C6] any rows read twice change nothing the second time', async () => {
    const { b, anna } = await bench()
    const name = fc.constantFrom('a', 'b', 'C', 'é')
    const row = fc.record<CodebookRow>({ path: fc.array(name, { minLength: 1, maxLength: 3 }), definition: fc.constantFrom('', 'x', 'y') }, { requiredKeys: ['path'] })
    await fc.assert(fc.asyncProperty(fc.uniqueArray(row, { minLength: 1, maxLength: 6, selector: ({ path }) => path.join('>').toLowerCase().replace('é', 'e') }), async (rows) => {
      await b.call(anna, 'code.import', { rows })
      expect(planRows(await b.call(anna, 'code.list', {}), rows).map(({ code, changes }) => [code !== null, changes])).toEqual(rows.map(() => [true, {}]))
      expect((await b.call(anna, 'code.import', { rows })).same).toBe(rows.length)
    }), { seed: 5, numRuns: 25 })
  })
})

test('pointers: codes on the same words, used once, unused, or often without a definition; each counted by place', async () => {
  const { b, anna, bram, make, apply } = await bench(6)
  const [klik, band, los, leeg, ouder] = [await make('Klik', null, { definition: 'd' }), await make('Band', null, { definition: 'd' }), await make('Los'), await make('Leeg'), await make('Ouder')]
  await make('Kind', ouder)
  for (let story = 0; story < 5; story++) {
    await apply(anna, klik, 'een twee drie', story)
    if (story < 4) await apply(bram, band, 'twee drie', story)
  }
  await apply(bram, klik, 'een twee drie', 0) // the same place: counts once
  await apply(anna, band, 'acht negen', 5)
  await apply(anna, los, 'elf', 0)
  expect(await b.call(anna, 'code.pointers', {})).toEqual({
    overlapping: [{ code: klik, with: band, together: 4, of: 5 }], once: [los], unused: [leeg, (await b.call(anna, 'code.list', {})).at(-1)!.id], undefined: []
  })
  await b.call(anna, 'code.change', { code: klik, definition: ' ' })
  expect((await b.call(anna, 'code.pointers', {})).undefined).toEqual([klik])
  await b.call(anna, 'project.change', { blind: true })
  expect((await b.call(anna, 'code.pointers', {})).overlapping).toEqual([])
})

test('the history of what a code means tells each rewriting with whose it was, undone ones too', async () => {
  const { b, anna, bram, make } = await bench()
  const code = await make('Klik', null, { definition: 'eerst' })
  await b.call(bram, 'code.change', { code, definition: 'daarna', colour: 4 })
  await b.call(bram, 'history.undo', {})
  const told = (await b.call(anna, 'code.history', { code })).map(({ coder, field, was, now }) => [coder === anna ? 'Anna' : 'Bram', field, was, now])
  // The history page finds an act's words by its moment.
  const acts = (await b.call(anna, 'history.timeline', { code, nouns: ['code'] })).acts.map(({ at, fields }) => [at, fields.includes('definition')])
  expect(acts.flatMap(([at, isRewritten]) => (isRewritten ? [at] : []))).toEqual((await b.call(anna, 'code.history', { code })).slice(0, 2).map(({ at }) => at))
  expect(told).toEqual([['Bram', 'definition', 'daarna', 'eerst'], ['Bram', 'definition', 'eerst', 'daarna'], ['Anna', 'name', '', 'Klik'], ['Anna', 'definition', '', 'eerst']])
})
