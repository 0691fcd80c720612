// Rows and a mapping to stories: n.v.t. and blank, shares and places, ids, options, consent, duplicates.
import { describe, expect, test } from 'vitest'
import fc from 'fast-check'
import { Mapping } from '../../../shared/importing/mapping.ts'
import { problemSentence } from '../../../shared/importing/messages.ts'
import { createStager } from '../../../shared/importing/stage.ts'
import type { StagedEnd } from '../../../shared/importing/stage.ts'
import { StagedStory } from '../../../shared/importing/staged.ts'
import type { AnswerValue } from '../../../shared/domain/signifier.ts'

type Input = { columns: object[]; signifiers?: object[]; file?: object; rows: string[][] }

function stage({ columns, signifiers = [], file = {}, rows }: Input): { stories: StagedStory[]; end: StagedEnd; sentences: string[] } {
  const mapping = Mapping.parse({ duiding: 'import-mapping', version: 1, file, columns, signifiers })
  const stager = createStager(mapping, { file: 'f.csv', headings: mapping.columns.map(({ column }) => ({ name: column, title: column })) })
  const { stories } = stager.push({ rows: rows.map((cells, i) => ({ row: i + 2, cells })), problems: [] })
  const end = stager.finish()
  return { stories: stories.map((story) => StagedStory.parse(story)), end, sentences: end.problems.map((found) => problemSentence(found)) }
}

/** The answers of one question over several columns, one row each. */
function answers(signifier: object, parts: object[], rows: string[][], file: object = {}): { answers: (AnswerValue | undefined)[]; sentences: string[]; end: StagedEnd } {
  const columns = [{ column: 'verhaal', role: 'storyText' }, ...parts.map((part, i) => ({ column: `k${i}`, role: 'answer', signifier: 'q', part }))]
  const { stories, sentences, end } = stage({ columns, signifiers: [{ key: 'q', title: 'Q', ...signifier }], file, rows: rows.map((cells, i) => [`verhaal ${i}`, ...cells]) })
  return { answers: stories.map((story) => story.answers.q), sentences, end }
}

const value = { is: 'value' }
const na = { is: 'na' }
const shares = [0, 1, 2].map((anchor) => ({ is: 'share', anchor }))
const triad = { kind: 'triad', anchors: ['top', 'links', 'rechts'], whole: 100 }

describe('n.v.t. and blank', () => {
  test('are different in a column and beside one', () => {
    const slider = { kind: 'slider', anchors: ['geen', 'veel'], scale: { from: 0, to: 1 } }
    const staged = answers(slider, [value, na], [['0,5', ''], ['', '1'], ['', ''], ['N.V.T.', ''], ['-99', ''], ['0.25', '1']], { blank: ['-99'] })
    expect(staged.answers).toEqual([{ is: 'number', value: 50 }, { is: 'na' }, undefined, { is: 'na' }, undefined, { is: 'number', value: 25 }])
    expect(staged.sentences).toEqual(['f.csv, rij 7, kolom “k1”: Hier is n.v.t. aangekruist én een antwoord gegeven. Het antwoord telt.'])
  })

  test('ticks: none ticked is an answer, all blank is none', () => {
    const multi = { kind: 'multi', delimiter: null, options: [{ key: 'a', label: 'A' }, { key: 'b', label: 'B' }] }
    const ticks = [{ is: 'tick', option: 'a' }, { is: 'tick', option: 'b' }]
    expect(answers(multi, ticks, [['1', '0'], ['0', '0'], ['', ''], ['x', 'B']]).answers).toEqual([
      { is: 'options', options: ['a'] }, { is: 'options', options: [] }, undefined, { is: 'options', options: ['a', 'b'] }
    ])
  })
})

describe('triads', () => {
  test('from shares: rounding is closed to 100, more is a problem', () => {
    const staged = answers(triad, shares, [['33', '33', '33'], ['50', '30', '20'], ['0', '0', '100'], ['50', '50', '50'], ['50', '', '50'], ['-1', '51', '50'], ['0', '0', '0']])
    expect(staged.answers).toEqual([
      { is: 'triad', shares: [33.333333, 33.333333, 33.333333] }, { is: 'triad', shares: [50, 30, 20] }, { is: 'triad', shares: [0, 0, 100] }, undefined, undefined, undefined, undefined
    ])
    expect(staged.sentences).toEqual([
      'f.csv, rij 5, kolom “k0”: De aandelen tellen op tot 150, niet tot 100. Verbeter de cellen.',
      'f.csv, rij 6, kolom “k0”: Niet alle aandelen van deze vraag zijn ingevuld. Vul ze alle in of geen enkel.',
      'f.csv, rij 7, kolom “k0”: Het aandeel -1 ligt niet tussen 0 en 100. Verbeter de cel.',
      'f.csv, rij 8, kolom “k0”: De drie aandelen zijn alle 0. Dat is gelezen als niet ingevuld.'
    ])
  })

  test('from a place, with y as a share or as the height of the triangle', () => {
    const place = [{ is: 'x' }, { is: 'y' }]
    expect(answers({ ...triad, whole: 1 }, place, [['0.5', '1'], ['0', '0'], ['1', '0'], ['0.5', '0.5'], ['0', '0.9']]).answers).toEqual([
      { is: 'triad', shares: [100, 0, 0] }, { is: 'triad', shares: [0, 100, 0] }, { is: 'triad', shares: [0, 0, 100] }, { is: 'triad', shares: [50, 25, 25] }, undefined
    ])
    expect(answers({ ...triad, whole: 1, top: 'height' }, place, [['0.5', '0.8660254'], ['0.5', '0.4330127']]).answers).toEqual([
      { is: 'triad', shares: [100, 0, 0] }, { is: 'triad', shares: [50, 25, 25] }
    ])
    expect(answers({ ...triad, whole: 1 }, place, [['0', '0.9']]).sentences).toEqual(['f.csv, rij 2, kolom “k0”: De plaats (0, 0,9) ligt buiten de driehoek. Verbeter de cellen.'])
  })

  test('shares and place that contradict each other are a problem', () => {
    const both = [...shares, { is: 'x' }, { is: 'y' }]
    const staged = answers({ ...triad, whole: 1 }, both, [['0.5', '0.25', '0.25', '0.5', '0.5'], ['0.5', '0.25', '0.25', '0.8', '0.1']])
    expect(staged.answers).toEqual([{ is: 'triad', shares: [50, 25, 25] }, undefined])
    expect(staged.sentences).toEqual(['f.csv, rij 3, kolom “k0”: De plaats in de driehoek en de aandelen spreken elkaar tegen. Verbeter de cellen of koppel één van beide.'])
  })

  test('shares always come out closed, whatever the file rounds to', () => {
    fc.assert(fc.property(fc.tuple(fc.integer({ min: 0, max: 1000 }), fc.integer({ min: 0, max: 1000 }), fc.integer({ min: 0, max: 1000 })).filter(([a, b, c]) => a + b + c > 0), fc.integer({ min: 1, max: 4 }), (raw, decimals) => {
      const sum = raw[0] + raw[1] + raw[2]
      const [answer] = answers({ ...triad, whole: 100 }, shares, [raw.map((part) => ((part / sum) * 100).toFixed(decimals))]).answers
      const closed = answer?.is === 'triad' ? answer.shares : []
      expect(closed.reduce((a, b) => a + b, 0)).toBeCloseTo(100, 4)
      closed.forEach((share, i) => expect(Math.abs(share - (raw[i]! / sum) * 100)).toBeLessThan(0.2))
    }), { seed: 20241122, numRuns: 200 })
  })
})

describe('scales and stones', () => {
  test('any two ends become 0 and 100, beyond them is a problem', () => {
    expect(answers({ kind: 'slider', anchors: [], scale: { from: 1, to: 5 } }, [value], [['1'], ['3'], ['5']]).answers).toEqual([0, 50, 100].map((score) => ({ is: 'number', value: score })))
    expect(answers({ kind: 'slider', anchors: [], scale: { from: 10, to: 0 } }, [value], [['10'], ['2.5']]).answers).toEqual([0, 75].map((score) => ({ is: 'number', value: score })))
    expect(answers({ kind: 'slider', anchors: [], scale: { from: 0, to: 1 } }, [value], [['1.0000000000002'], ['-0.0000000001']]).answers).toEqual([100, 0].map((score) => ({ is: 'number', value: score })))
    expect(answers({ kind: 'slider', anchors: ['l', 'r'], scale: { from: 0, to: 1 } }, [{ is: 'share', anchor: 0 }], [['0.2']]).answers).toEqual([{ is: 'number', value: 80 }])
  })

  test('a stone not placed is absent, half a place is a problem, one axis has no y', () => {
    const stones = { kind: 'stones', anchors: [], scale: { from: 0, to: 1 }, stones: [{ key: 'k', label: 'Klik' }, { key: 't', label: 'Op tijd' }] }
    const plane = ['k', 't'].flatMap((stone) => [{ is: 'x', stone }, { is: 'y', stone }])
    const staged = answers(stones, plane, [['0.1', '0.2', '', ''], ['', '', '', ''], ['0.1', '', '0.3', '0.4'], ['0', '0', '1', '1']])
    expect(staged.answers).toEqual([{ is: 'stones', places: [{ stone: 'k', x: 10, y: 20 }] }, undefined, undefined, { is: 'stones', places: [{ stone: 'k', x: 0, y: 0 }, { stone: 't', x: 100, y: 100 }] }])
    expect(staged.sentences).toEqual(['f.csv, rij 4, kolom “k0”: De steen “Klik” heeft maar één van twee plaatsen. Vul x en y in, of geen van beide.'])
    expect(answers(stones, [{ is: 'x', stone: 'k' }], [['0.75']]).answers).toEqual([{ is: 'stones', places: [{ stone: 'k', x: 75, y: null }] }])
  })
})

describe('options', () => {
  const choice = { kind: 'choice', options: [{ key: 'u1', label: 'Zeer tevreden', values: ['5'] }, { key: 'u2', label: 'Anders' }] }

  test('are found by key, label or value, whatever case and spaces', () => {
    expect(answers(choice, [value], [['u1'], ['zeer  TEVREDEN '], ['5']]).answers).toEqual(Array.from({ length: 3 }, () => ({ is: 'option', option: 'u1' })))
  })

  test('new ones are a problem, or added in the order they come and told', () => {
    expect(answers(choice, [value], [['6']]).sentences).toEqual(['f.csv, rij 2, kolom “k0”: “6” is geen antwoord op deze vraag. Kies bij deze vraag: “6” toevoegen, of verbeter de cel.'])
    const grown = answers({ ...choice, unknown: 'option' }, [value], [['Half  tevreden'], ['half tevreden'], ['u1']])
    expect(grown.answers).toEqual([{ is: 'option', option: 'Half tevreden' }, { is: 'option', option: 'Half tevreden' }, { is: 'option', option: 'u1' }])
    expect(grown.end.signifiers[0]!.options.map((option) => option.key)).toEqual(['u1', 'u2', 'Half tevreden'])
    expect(grown.sentences).toEqual(['f.csv, rij 2, kolom “k0”: “Half tevreden” is als nieuw antwoord toegevoegd. Controleer of het een tikfout is.'])
  })

  test('several in one cell, also where an option holds the delimiter', () => {
    const multi = { kind: 'multi', delimiter: ', ', options: [{ key: 's', label: 'School, opleiding' }, { key: 'w', label: 'Werk' }, { key: 'v', label: 'Vrienden' }] }
    expect(answers(multi, [value], [['Werk, School, opleiding'], ['Vrienden'], ['n.v.t.']]).answers).toEqual([{ is: 'options', options: ['s', 'w'] }, { is: 'options', options: ['v'] }, { is: 'na' }])
  })

  test('words behind "anders" tick it where the file has no tick for it', () => {
    const { stories } = stage({
      columns: [{ column: 'verhaal', role: 'storyText' }, { column: 'a', role: 'answer', signifier: 'steun', part: { is: 'tick', option: 'kind' } }, { column: 'b', role: 'answer', signifier: 'anders', part: value }],
      signifiers: [{ kind: 'multi', key: 'steun', title: '', delimiter: null, options: [{ key: 'kind', label: 'Kind' }, { key: 'anders', label: 'Anders' }] }, { kind: 'text', key: 'anders', title: '', linkedTo: 'steun', ticksOption: 'anders' }],
      rows: [['een', 'x', 'de buren\r\nen zo'], ['twee', '', 'nvt'], ['drie', '', '']]
    })
    expect(stories.map((story) => story.answers)).toEqual([
      { steun: { is: 'options', options: ['kind', 'anders'] }, anders: { is: 'text', text: 'de buren\nen zo' } }, { anders: { is: 'na' } }, {}
    ])
  })
})

describe('stories', () => {
  const columns = [{ column: 'verhaal', role: 'storyText' }, { column: 'gezin', role: 'teller' }, { column: 'score', role: 'answer', signifier: 'q', part: value }]
  const signifiers = [{ kind: 'number', key: 'q', title: '' }]
  const long = 'Dit verhaal is lang genoeg om niet toevallig twee keer precies zo te zijn verteld.'

  test('text is untouched but for its line ends; place-holders, spaces and combining letters stay', () => {
    const told = '  <naam> zei:\r\n"é" e\u0301 👩‍👧 \rעברית\t'
    expect(stage({ columns, signifiers, rows: [[told, '', '']] }).stories[0]!.text).toBe('  <naam> zei:\n"é" e\u0301 👩‍👧 \nעברית\t')
  })

  test('without an id the words are the id: stable, the equal row is left out, the equal story numbered', () => {
    const rows = [[long, 'g1', '1'], ['kort', 'g1', '2'], [long, 'g1', '1'], [long, 'g1', '3'], [long, 'g2', '1']]
    const staged = stage({ columns, signifiers, rows })
    const [first, second, other, family] = staged.stories.map((story) => story.sourceId)
    expect(stage({ columns, signifiers, rows: [rows[1]!, rows[0]!] }).stories.map((story) => story.sourceId)).toEqual([second, first])
    expect([other, family !== first, new Set([first, second, other, family]).size]).toEqual([`${first}-2`, true, 4])
    expect(staged.sentences).toEqual(['f.csv, rij 4: Deze rij is gelijk aan rij 2 en is overgeslagen.', 'f.csv, rij 5, kolom “verhaal”: Dit verhaal is woord voor woord gelijk aan rij 2. Controleer of het dubbel is ingestuurd.'])
  })

  test('a blank story, no consent and nothing left', () => {
    const staged = stage({ columns: [...columns, { column: 'mag', role: 'consent', yes: ['ja'] }], signifiers, rows: [['', '', '5', 'ja'], [long, '', '5', 'nee'], [long, '', '5', '']] })
    expect(staged.stories).toEqual([])
    expect(staged.end.counts).toEqual({ rows: 3, stories: 0, error: 1, warning: 0, skipped: 3 })
    expect(staged.sentences.at(-1)).toBe('f.csv: Er is geen enkel verhaal om te importeren. Controleer de kolom van het verhaal en de toestemming.')
  })

  test('group of the file fills what the column leaves blank; roles are trimmed', () => {
    const { stories } = stage({
      columns: [{ column: 'verhaal', role: 'storyText' }, { column: 'nr', role: 'sourceId' }, { column: 'groep', role: 'group' }, { column: 'dag', role: 'collectedOn', date: 'd-m-y' }, { column: 'meting', role: 'wave' }],
      file: { group: 'gezinnen' }, rows: [['een', ' 7 ', '', '12-03-2024', 'T0'], ['twee', '8', ' werkers ', '', '']]
    })
    expect(stories.map(({ sourceId, group, collectedOn, wave }) => ({ sourceId, group, collectedOn, wave }))).toEqual([
      { sourceId: '7', group: 'gezinnen', collectedOn: '2024-03-12', wave: 'T0' }, { sourceId: '8', group: 'werkers', collectedOn: null, wave: null }
    ])
  })

  test('an id is one story within its group and wave', () => {
    const staged = stage({
      columns: [{ column: 'verhaal', role: 'storyText' }, { column: 'nr', role: 'sourceId' }, { column: 'groep', role: 'group' }, { column: 'meting', role: 'wave' }],
      rows: [['een', '1', 'gezin', 'T0'], ['twee', '1', 'gezin', 'T1'], ['drie', '1', 'werker', 'T0'], ['vier', '1', 'gezin', 'T1']]
    })
    expect(staged.sentences).toEqual(['f.csv, rij 5, kolom “nr”: Het nummer “1” staat ook in rij 3. Geef elk verhaal een eigen nummer.'])
  })

  test('a question may be called what a program has names of its own for', () => {
    const keys = ['__proto__', 'constructor', 'toString']
    const mapping = Mapping.parse({
      duiding: 'import-mapping', version: 1, columns: [{ column: 'verhaal', role: 'storyText' }, ...keys.map((key) => ({ column: key, role: 'answer', signifier: key, part: value }))],
      signifiers: keys.map((key) => ({ key, title: key, kind: 'number' }))
    })
    const stager = createStager(mapping, { file: 'f.csv', headings: mapping.columns.map(({ column }) => ({ name: column, title: column })) })
    const [story] = stager.push({ rows: [{ row: 2, cells: ['verhaal', '1', '2', '3'] }], problems: [] }).stories
    const named: string[] = []
    for (const key in story!.answers) named.push(key) // as they are stored
    expect([named, Object.values(story!.answers)]).toEqual([keys, [1, 2, 3].map((number) => ({ is: 'number', value: number }))])
  })

  test('batches make no difference', () => {
    const rows = Array.from({ length: 60 }, (_, i) => [`${long} ${i % 50}`, `g${i % 7}`, i % 9 === 0 ? 'stuk' : String(i)])
    const mapping = Mapping.parse({ duiding: 'import-mapping', version: 1, columns, signifiers })
    const head = { file: 'f.csv', headings: columns.map(({ column }) => ({ name: column, title: column })) }
    const run = (size: number) => {
      const stager = createStager(mapping, head)
      const stories: StagedStory[] = []
      for (let i = 0; i < rows.length; i += size) stories.push(...stager.push({ rows: rows.slice(i, i + size).map((cells, n) => ({ row: i + n + 2, cells })), problems: [] }).stories)
      return { stories, end: stager.finish() }
    }
    expect(run(1)).toEqual(run(60))
    expect(run(7)).toEqual(run(60))
  })

  test('nor does what stood in the rows before: a cell says, and is told, the same as in a file of its own', () => {
    const option = { key: 'a', label: 'Een', values: ['1'] }
    const questions = [
      { key: 'q0', kind: 'slider', anchors: ['geen', 'veel'], scale: { from: 0, to: 100 } }, { key: 'q1', kind: 'choice', options: [option], unknown: 'problem' },
      { key: 'q2', kind: 'multi', options: [option, { key: 'b', label: 'Twee', values: [] }], unknown: 'problem', delimiter: '|', na: ['-'] }, { key: 'q3', kind: 'date', date: 'd-m-y' },
      { key: 'q4', kind: 'text', linkedTo: null }, { key: 'q5', kind: 'number' }
    ].map((question) => ({ title: question.key, ...question }))
    const asked = [{ column: 'verhaal', role: 'storyText' }, ...questions.map(({ key }) => ({ column: key, role: 'answer', signifier: key, part: value }))]
    const cell = fc.constantFrom('', ' ', '1', '64', '101', 'Een', 'een', 'Een|Twee', 'Twee|een', 'Twee|zes', '-', 'n.v.t.', '12-03-2024', '31-02-2024', 'iets anders')
    fc.assert(fc.property(fc.array(fc.array(cell, { minLength: 6, maxLength: 6 }), { minLength: 2, maxLength: 12 }), (cells) => {
      const rows = cells.map((row, i) => [`verhaal ${i}`, ...row])
      const apart = rows.map((row) => stage({ columns: asked, signifiers: questions, rows: [row] }))
      const together = stage({ columns: asked, signifiers: questions, rows })
      expect(together.stories.map((story) => story.answers)).toEqual(apart.map(({ stories }) => stories[0]!.answers))
      expect(together.sentences.length).toBe(apart.reduce((sum, { sentences }) => sum + sentences.length, 0))
    }), { seed: 20_261_123, numRuns: 60 })
  })
})
