// What columns are taken for: roles, privacy, scales, choices, several answers in a cell; each with a reason in two languages.
import { describe, expect, test } from 'vitest'
import { headingsOf } from '../../../shared/importing/headings.ts'
import { checkMapping } from '../../../shared/importing/read-mapping.ts'
import { proposeMapping, reasonSentence } from '../../../shared/importing/propose.ts'
import type { Proposal } from '../../../shared/importing/propose.ts'
import type { MappedSignifier } from '../../../shared/importing/mapping.ts'
import type { KnownKinds } from '../../../shared/importing/as-known.ts'
import { findLikert, risesAlong } from '../../../shared/importing/likert-scales.ts'
import { anchorsIn } from '../../../shared/importing/single-questions.ts'

const told = Array.from({ length: 12 }, (_, i) => `Verhaal ${i}: het liep anders dan we dachten, en achteraf was dat misschien maar goed ook.`)

/** A table of twelve rows; a column is a list of cells that repeats. */
function propose(columns: Record<string, string[]>, delimiter: ';' | ',' = ';', kinds?: KnownKinds): Proposal {
  const names = Object.keys(columns)
  const sample = told.map((_, i) => ({ row: i + 2, cells: names.map((name) => columns[name]![i % columns[name]!.length]!) }))
  return proposeMapping({ file: 'f.csv', format: 'csv', sheets: [], sheet: null, delimiter, encoding: 'utf-8', headerRows: [names], headings: headingsOf([names]), sample, sampleIsAll: true }, { kinds })
}

const numbers = (...values: number[]) => values.map(String)
const many = told.map((_, i) => String(((i * 37) % 101) + (i % 2 ? 0.5 : 0)))

function roles(proposal: Proposal): Record<string, string> {
  return Object.fromEntries(proposal.mapping.columns.map((c) => [c.column, c.role === 'answer' ? `${proposal.mapping.signifiers.find((s) => s.key === c.signifier)!.kind}:${c.part.is}` : c.role === 'drop' ? `drop:${c.reason}` : c.role]))
}

function question(proposal: Proposal, key: string): MappedSignifier {
  return proposal.mapping.signifiers.find((signifier) => signifier.key === key)!
}

describe('roles', () => {
  test('of a Dutch table made by hand', () => {
    const proposal = propose({
      Nr: told.map((_, i) => String(i + 1)), Verhaal: told, Gezinscode: ['G1', 'G2', 'G3'], Meting: ['T0', 'T1'], 'Datum invullen': ['12-03-2024', '28-03-2024'], Taal: ['nl', 'en'], Kanaal: ['app', 'web'], Groep: ['gezin', 'medewerker'],
      Toestemming: ['Ja', 'Nee'], Leeftijd: numbers(34, 41, 29, 55), 'Hoe prettig was het contact?': many, 'Cijfer': numbers(7, 8, 6, 9), Stadsdeel: ['Oost', 'West', 'Zuid'], 'Hoe gaat het nu?': ['Goed', 'Matig', 'Zeer goed'],
      'Wie hielp?': ['School; Familie', 'Familie', 'Buren; School', 'School'], 'Begin hulp': ['01-02-2023', '15-06-2022'], Opmerking: told.map((t) => t.slice(10)), Leeg: ['']
    })
    expect(roles(proposal)).toEqual({
      Nr: 'sourceId', Verhaal: 'storyText', Gezinscode: 'teller', Meting: 'wave', 'Datum invullen': 'collectedOn', Taal: 'language', Kanaal: 'channel', Groep: 'group', Toestemming: 'consent',
      Leeftijd: 'number:value', 'Hoe prettig was het contact?': 'slider:value', Cijfer: 'number:value', Stadsdeel: 'choice:value', 'Hoe gaat het nu?': 'likert:value', 'Wie hielp?': 'multi:value', 'Begin hulp': 'date:value', Opmerking: 'text:value', Leeg: 'ignore'
    })
    expect(proposal.mapping.columns.find((c) => c.role === 'consent')).toEqual({ column: 'Toestemming', role: 'consent', yes: ['Ja'] })
    expect(question(proposal, 'Hoe gaat het nu?')).toEqual({
      kind: 'likert', key: 'Hoe gaat het nu?', title: 'Hoe gaat het nu?', na: [], unknown: 'problem', highLast: true,
      options: ['Zeer slecht', 'Slecht', 'Matig', 'Goed', 'Zeer goed'].map((label) => ({ key: label, label, values: [] }))
    })
    expect(question(proposal, 'Wie hielp?')).toMatchObject({ delimiter: ';', options: ['School', 'Familie', 'Buren'].map((label) => ({ key: label, label, values: [] })) })
    expect(checkMapping(proposal.mapping, 'f').ok).toBe(true)
    expect(proposal.problems).toEqual([])
  })

  test('a comma inside an answer makes no question with several answers; ticked answers that mix do', () => {
    const cells = (...kinds: string[]) => Array.from({ length: 20 }, (_, i) => kinds[i % kinds.length]!)
    const proposal = propose({ Verhaal: told, 'Geholpen?': cells('Ja, helemaal', 'Ja, een beetje', 'Nee, niet echt'), 'Wie hielp?': cells('School, Buren', 'School', 'Familie, Buren', 'Familie') })
    expect(roles(proposal)).toMatchObject({ 'Geholpen?': 'choice:value', 'Wie hielp?': 'multi:value' })
    expect(question(proposal, 'Geholpen?')).toMatchObject({ options: ['Ja, helemaal', 'Ja, een beetje', 'Nee, niet echt'].map((label) => ({ key: label })) })
  })

  test('without a column that is named so, the longest texts are the story', () => {
    const proposal = propose({ a: ['x', 'y'], b: told, c: many })
    expect([roles(proposal).b, proposal.notes.find((note) => note.column === 'b')]).toEqual(['storyText', { column: 'b', confidence: 'likely', reason: 'longest_text', values: {} }])
  })

  test('a table without a story says so', () => {
    expect(propose({ a: ['x'], b: many }).problems.map((problem) => problem.message)).toEqual(['mapping_no_story'])
  })
})

describe('[I6] privacy', () => {
  test.each<[string, string[], string]>([
    ['E-mailadres', ['a@b.nl'], 'email'], ['contact', ['jan@voorbeeld.test', 'piet@voorbeeld.test'], 'email'], ['Telefoonnummer', ['0612345678'], 'phone'], ['bereikbaar', ['06-12345678', '+31612345678'], 'phone'],
    ['IP Address', ['10.0.0.1'], 'ip'], ['herkomst', ['192.168.1.4', '10.0.0.7'], 'ip'], ['meta_started_location_latitude', ['52.37'], 'location'], ['Plaats', ['52.3702|4.8952', '52.0907|5.1214'], 'location'], ['Postcode', ['1011AB'], 'location'],
    ['Naam', ['<naam>'], 'name'], ['Voornaam kind', ['x'], 'name'], ['Naam van de verteller', ['x'], 'name'], ['First name', ['x'], 'name'], ['Geboortedatum', ['01-02-1990'], 'birth'], ['BSN', ['111222333'], 'dossier'], ['nummer kind', ['111222333', '123456782', '111222333'], 'dossier'],
    ['Cliëntnummer', ['c-1'], 'dossier'], ['Dossiernummer', ['d1'], 'dossier'], ['Browser', ['Firefox'], 'device'], ['deviceid', ['abc'], 'device'], ['User ID', ['u1'], 'account'], ['Token', ['t'], 'account'], ['Foto', ['https://voorbeeld.test/a.jpg'], 'media']
  ])('%s is left out', (name, cells, reason) => {
    expect(roles(propose({ id: told.map((_, i) => String(i)), Verhaal: told, [name]: cells }))[name]).toBe(`drop:${reason}`)
  })

  test.each(['Hoe vond u het contact via e-mail met de hulpverlener, en wat zou u daaraan willen veranderen als het kon?', 'Naam van de organisatie die hielp', 'Woont u op een goed adres om kinderen op te voeden, vindt u zelf, en waarom dan?', 'Tevreden met het apparaat van de gemeente en alle regels die daar bij horen?'])('%s is a question, no trace', (name) => {
    expect(roles(propose({ Verhaal: told, [name]: ['Goed', 'Matig'] }))[name]).toBe('likert:value')
  })
})

describe('numbers', () => {
  test.each<[string, string[], object]>([
    ['een schaal van 0 tot 1', ['0.25', '0.5', '0.99', '1'], { kind: 'slider', scale: { from: 0, to: 1 } }], ['een schaal met een uitschieter', [...many.slice(0, 11), '101'], { kind: 'slider', scale: { from: 0, to: 100 } }],
    ['Tevreden? (1 = zeer ontevreden, 5 = zeer tevreden)', numbers(1, 3, 5, 4), { kind: 'likert', highLast: true, options: [{ key: '1', label: '1 zeer ontevreden', values: [] }, ...['2', '3', '4'].map((n) => ({ key: n, label: n, values: [] })), { key: '5', label: '5 zeer tevreden', values: [] }] }],
    ['Aantal kinderen', numbers(1, 2, 3, 4), { kind: 'number' }], ['Leeftijd moeder', numbers(31, 45, 52, 28), { kind: 'number' }], ['Bijdrage', ['€ 12,50', '€ 80', '€ 99,95'], { kind: 'number' }], ['Hoe oud bent u zelf?', numbers(31, 45, 52, 28, 39, 61), { kind: 'number' }], ['Hoeveel had u te zeggen?', many, { kind: 'slider' }], ['Rapportcijfer', ['7,5', '8', '6,5', '9'], { kind: 'number' }]
  ])('%s', (name, cells, expected) => {
    expect(question(propose({ Verhaal: told, [name]: cells }), name)).toMatchObject(expected)
  })

  test('a scale of 0 to 1 and one of 0 to 100 in one column are for a person to look at', () => {
    const { notes } = propose({ Verhaal: told, Invloed: ['0.25', '0.75', '40', '88', '61', '12'] })
    expect(notes.find(({ column }) => column === 'Invloed')).toEqual({ column: 'Invloed', confidence: 'guess', reason: 'scale_mixed', values: {} })
  })

  test('missing codes are blank, the decimal mark is the file’s', () => {
    const { mapping } = propose({ Verhaal: told, score: ['12,5', '-99', '80', 'NA'], ander: ['1,5', '99', '30,25'] })
    expect([mapping.file.blank, mapping.file.decimal]).toEqual([['-99', 'NA'], ','])
  })

  test.each<[string, Record<string, string[]>, string, string, string]>([
    ['beside a decimal comma a point stands between thousands', { score: ['0,5', '12,75'], waarde: ['1.250', '12.300', '845'] }, ';', ',', 'number'],
    ['round amounts in a Dutch file are thousands', { waarde: ['1.250', '12.300', '900'] }, ';', ',', 'number'],
    ['and in an English one', { waarde: ['1,250', '12,300', '900'] }, ',', '.', 'number'],
    ['three decimals that are not round are decimals', { waarde: ['1.257', '12.303', '45.118', '9.041'] }, ';', '.', 'slider'],
    ['and so are those of a share', { waarde: ['0.250', '0.750', '0.500'] }, ';', '.', 'slider']
  ])('%s', (_, columns, delimiter, mark, kind) => {
    const { mapping } = propose({ Verhaal: told, ...columns }, delimiter as ';' | ',')
    expect([mapping.file.decimal, mapping.signifiers.find(({ key }) => key === 'waarde')!.kind]).toEqual([mark, kind])
  })

  test('both ends of a slider out of its words', () => {
    expect(['Invloed (geen – veel)', 'Tempo (te langzaam - te snel)', 'Hoe was het? (0 = slecht, 100 = goed)', 'Wat nu? (toelichting)', 'Druk (van weinig tot veel)'].map(anchorsIn)).toEqual([['geen', 'veel'], ['te langzaam', 'te snel'], ['slecht', 'goed'], [], ['van weinig', 'veel']])
  })
})

describe('questions over several columns', () => {
  test('three shares, x and y, ticks, with n.v.t. beside them', () => {
    const proposal = propose({
      Verhaal: told, 'Plan: gezin': ['0,5', '0,2'], 'Plan: werker': ['0,3', '0,2'], 'Plan: netwerk': ['0,2', '0,6'], 'Plan: n.v.t.': ['', ''],
      'Stenen › Klik x': numbers(10, 90, 30), 'Stenen › Klik y': numbers(20, 80, 45), 'Stenen › Op tijd x': numbers(40, 60, 15), 'Stenen › Op tijd y': numbers(50, 70, 80),
      'Steun [Kind]': ['1', '0'], 'Steun [Gezin]': ['0', '1'], Moeder: ['x', ''], Vader: ['', 'x'], Oma: ['x', '', '']
    })
    expect(roles(proposal)).toEqual({
      Verhaal: 'storyText', 'Plan: gezin': 'triad:share', 'Plan: werker': 'triad:share', 'Plan: netwerk': 'triad:share', 'Plan: n.v.t.': 'triad:na', 'Stenen › Klik x': 'stones:x', 'Stenen › Klik y': 'stones:y',
      'Stenen › Op tijd x': 'stones:x', 'Stenen › Op tijd y': 'stones:y', 'Steun [Kind]': 'multi:tick', 'Steun [Gezin]': 'multi:tick', Moeder: 'multi:tick', Vader: 'multi:tick', Oma: 'multi:tick'
    })
    expect(question(proposal, 'Plan')).toMatchObject({ anchors: ['gezin', 'werker', 'netwerk'], whole: 1 })
    expect(question(proposal, 'Stenen')).toMatchObject({ stones: [{ key: 'Klik', label: 'Klik' }, { key: 'Op tijd', label: 'Op tijd' }], scale: { from: 0, to: 100 } })
    expect(checkMapping(proposal.mapping, 'f').ok).toBe(true)
  })

  test('“anders, namelijk” belongs to the question before it', () => {
    const proposal = propose({ Verhaal: told, Woonsituatie: ['Thuis', 'Pleeggezin', 'Thuis'], 'Anders, namelijk': ['', '', '', 'bij oma', '', '', 'op kamers'] })
    expect(question(proposal, 'Anders, namelijk')).toMatchObject({ kind: 'text', linkedTo: 'Woonsituatie', ticksOption: 'Anders' })
    expect(question(proposal, 'Woonsituatie')).toMatchObject({ options: [{ key: 'Thuis' }, { key: 'Pleeggezin' }, { key: 'Anders' }] })
  })
})

describe('scales of words', () => {
  test.each<[string[], string[] | null]>([
    [['tevreden', 'zeer ontevreden', 'n.v.t.'], ['zeer ontevreden', 'ontevreden', 'neutraal', 'tevreden', 'zeer tevreden']], [['Mee eens', 'Helemaal mee oneens', 'Mee oneens'], ['Helemaal mee oneens', 'Mee oneens', 'Neutraal', 'Mee eens', 'Helemaal mee eens']],
    [['5 zeer tevreden', '4 tevreden'], ['zeer ontevreden', 'ontevreden', 'neutraal', '4 tevreden', '5 zeer tevreden']], [['nooit', 'soms', 'regelmatig'], ['nooit', 'zelden', 'soms', 'regelmatig', 'vaak', 'altijd']],
    [['Agree', 'Strongly disagree'], ['Strongly disagree', 'Disagree', 'Neutral', 'Agree', 'Strongly agree']], [['ja', 'nee'], null], [['Oost', 'West'], null], [['tevreden'], null], [['tevreden', 'paars'], null]
  ])('%j', (values, options) => {
    expect(findLikert(values)?.options ?? null).toEqual(options)
  })

  test('n.v.t. is no step', () => {
    expect(findLikert(['tevreden', 'ontevreden', 'N.v.t.'])?.na).toEqual(['N.v.t.'])
  })

  test('“weet niet” is no step and no number, “geen antwoord” and a dash are blank', () => {
    const { mapping } = propose({ Verhaal: told, Tevreden: ['Tevreden', 'Weet ik niet', 'Zeer tevreden', '-', 'Ontevreden'], Cijfer: ['7,5', 'weet niet', '8', '-'], Hulp: ['School', 'weet niet', 'Geen antwoord', 'Familie'] })
    expect(mapping.file.blank).toEqual(['-', 'Geen antwoord'])
    expect(mapping.signifiers.map((asked) => [asked.kind, asked.na, 'options' in asked ? asked.options.map(({ label }) => label) : []])).toEqual([
      ['likert', ['Weet ik niet'], ['Zeer ontevreden', 'Ontevreden', 'Neutraal', 'Tevreden', 'Zeer tevreden']], ['number', ['weet niet'], []], ['choice', [], ['School', 'weet niet', 'Familie']]
    ])
  })

  test('formatting in a question goes from its title, not from its name; <naam> stays', () => {
    const name = 'Q4. <p>Wie <strong>hielp</strong> &lt;naam&gt;?<br /></p>'
    expect([headingsOf([[name, 'Q5. <span style="color:red">En nu?</span>']]).map(({ title }) => title), headingsOf([[name]])[0]!.name]).toEqual([['Wie hielp <naam>?', 'En nu?'], name])
  })

  test.each(['Mag dit gebruikt worden?', 'Mogen uw woorden worden gedeeld?', 'May we share this?'])('%s asks for consent', (name) => {
    expect(roles(propose({ Verhaal: told, [name]: ['Ja', 'Nee', 'yes'] }))[name]).toBe('consent')
  })

  test('a given order rises, falls or is none', () => {
    expect([['Zeer ontevreden', 'Ontevreden', 'Tevreden'], ['zeer tevreden', 'tevreden', 'neutraal', 'ontevreden', 'n.v.t.'], ['tevreden', 'ontevreden', 'zeer tevreden'], ['Oost', 'West', 'Zuid']].map(risesAlong)).toEqual([true, false, null, null])
  })
})

test('a question the project has is proposed as the kind it is there, where its cells allow that', () => {
  const columns = { Verhaal: told, Tevreden: ['Tevreden', 'Zeer tevreden'], Invloed: numbers(1, 2, 4), Hulp: ['School', 'Buren'], Gesprekken: ['1', 'meer dan 3', 'weinig'], Druk: ['10', '40', 'veel'] }
  const kinds = new Map([['Tevreden', 'choice'], ['Invloed', 'slider'], ['Hulp', 'choice'], ['Gesprekken', 'number'], ['Druk', 'slider']] as const)
  expect(propose(columns).mapping.signifiers.map(({ kind }) => kind)).toEqual(['likert', 'likert', 'choice', 'choice', 'choice'])
  const { mapping, notes } = propose(columns, ';', kinds)
  expect(mapping.signifiers.map((asked) => [asked.kind, 'options' in asked ? asked.options.map(({ label }) => label) : []])).toEqual([
    ['choice', ['Tevreden', 'Zeer tevreden']], ['slider', []], ['choice', ['School', 'Buren']], ['choice', ['1', 'meer dan 3', 'weinig']], ['slider', []]
  ])
  expect(mapping.signifiers.flatMap((asked) => (asked.kind === 'slider' ? [asked.scale.to] : []))).toEqual([100, 100])
  expect(notes.filter(({ reason }) => reason === 'known_kind').map(({ column }) => column)).toEqual(['Tevreden', 'Invloed', 'Druk'])
  expect(checkMapping(mapping, 'f').ok).toBe(true)
})

test('a heading that differs from a known one in capitals, quotes or the mark at its end asks the same', () => {
  const kinds = new Map([["Hoe ging het met uw foto's?", 'choice'], ['Invloed', 'slider'], ['invloed op thuis', 'slider']] as const)
  const { mapping } = propose({ Verhaal: told, 'hoe ging het met uw foto’s': ['Goed zo', 'Anders'], 'INVLOED *': many, Invloed: many.toReversed() }, ';', kinds)
  expect(mapping.signifiers.map(({ key, title }) => [key, title])).toEqual([["Hoe ging het met uw foto's?", 'hoe ging het met uw foto’s'], ['INVLOED *', 'INVLOED *'], ['Invloed', 'Invloed']])
  expect(checkMapping(mapping, 'f').ok).toBe(true)
})

test('every proposal has one reason a column, in both languages, with nothing left to fill in', () => {
  const { notes, mapping } = propose({ Nr: told.map((_, i) => String(i)), Verhaal: told, 'Wie?': ['A;', 'B;A;'], Wijk: ['Oost', 'West'], 'E-mail': ['x'], Leeg: [''] })
  expect(notes.map((note) => note.column)).toEqual(mapping.columns.map((column) => column.column))
  const sentences = notes.flatMap((note) => [reasonSentence(note, 'nl'), reasonSentence(note, 'en')])
  expect(sentences.filter((sentence) => /[{}]|undefined/.test(sentence) || !/[.]$/.test(sentence))).toEqual([])
  expect(reasonSentence(notes[2]!)).toBe('Meer antwoorden in één cel, gescheiden door “;”.')
})
