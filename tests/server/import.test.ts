// Imports into a real project: whole rows in, whole rows out, nothing left behind, nothing coded lost.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { checkStore } from '../../db/check.ts'
import { beginImport } from '../../db/staging.ts'
import { problemSentence } from '../../shared/importing/messages.ts'
import { newId, type Id } from '../../shared/domain/ids.ts'
import { runImport, type ImportReport } from '../../server/jobs/import-run.ts'
import { temporaryFolder, workbench, type Workbench } from '../support/workbench.ts'

const HEAD = 'nr;verhaal;Hoe tevreden bent u?;invloed;wijk'
const FIRST = [HEAD, '1;"Wij kregen hulp.\nHet klikte meteen";tevreden;73,5;Oost', '2;Het ging niet goed met <naam>;ontevreden;n.v.t.;West', '3;Prima;zeer tevreden;;Oost'].join('\n')

async function load(bench: Workbench, words: string, more: { group?: string; signal?: AbortSignal; rehearse?: boolean } = {}): Promise<ImportReport> {
  const path = join(temporaryFolder(), 'verhalen.csv')
  writeFileSync(path, words)
  const run = (rehearse: boolean) => runImport(bench.store, { inputs: [{ path, name: 'verhalen.csv' }], mapping: null, definition: null, group: more.group ?? 'Gezinnen' },
    { coder: null, profile: bench.profile, rehearse, signal: more.signal })
  const rehearsed = await run(true)
  if (more.rehearse) return rehearsed
  const report = await run(false)
  // Whatever is brought in here, the rehearsal said so before.
  if (report.ok && rehearsed.ok) {
    const { import: _, ...happened } = report.outcome!
    expect(rehearsed.rehearsed).toEqual(happened)
  }
  return report
}

const outcome = (report: ImportReport) => {
  if (!report.ok || !report.outcome) throw new Error(JSON.stringify(report))
  const { import: _, absent, ...rest } = report.outcome
  return { ...rest, absent: absent.map(({ sourceId }) => sourceId) }
}
const NOTHING = { added: 0, changed: 0, unchanged: 0, absent: [], withdrawn: [], textDiffers: [] }

/** Stories by source id with answers in words. */
async function stories(bench: Workbench, viewer: Id | null = null) {
  const signifiers = new Map((await bench.call(viewer, 'signifier.list', {})).map((signifier) => [signifier.id, signifier]))
  const rows = []
  for (const { id } of (await bench.call(viewer, 'story.list', {})).rows) {
    const story = await bench.call(viewer, 'story.read', { story: id })
    const answers = Object.fromEntries(story.answers.map(({ signifier, value }) => {
      const { key, options } = signifiers.get(signifier)!
      return [key, value.is === 'option' ? options.find((option) => option.id === value.option)!.name : value.is === 'number' ? value.value : value.is]
    }))
    rows.push({ source: story.sourceId, text: story.texts[0]!.body, answers })
  }
  return rows.toSorted((a, b) => a.source.localeCompare(b.source))
}

test('[I4] stories come in with their answers; n.v.t. and blank stay different', async () => {
  const bench = workbench()
  expect(outcome(await load(bench, FIRST))).toEqual({ ...NOTHING, added: 3 })
  expect(await stories(bench)).toEqual([
    { source: '1', text: 'Wij kregen hulp.\nHet klikte meteen', answers: { 'Hoe tevreden bent u?': 'tevreden', invloed: 73.5, wijk: 'Oost' } },
    { source: '2', text: 'Het ging niet goed met <naam>', answers: { 'Hoe tevreden bent u?': 'ontevreden', invloed: 'na', wijk: 'West' } },
    { source: '3', text: 'Prima', answers: { 'Hoe tevreden bent u?': 'zeer tevreden', wijk: 'Oost' } }
  ])
  expect((await bench.call(null, 'project.read', {})).groups.map(({ name, stories: n }) => [name, n])).toEqual([['Gezinnen', 3]])
  expect(checkStore(bench.store)).toEqual([])
})

test('[I2] the same file again adds nothing', async () => {
  const bench = workbench()
  await load(bench, FIRST)
  const before = bench.dump()
  expect(outcome(await load(bench, FIRST))).toEqual({ ...NOTHING, unchanged: 3 })
  const { import: _, op: __, sqlite_sequence: ___, cell: ____, ...after } = bench.dump()
  expect(after).toEqual(Object.fromEntries(Object.entries(before).filter(([table]) => table in after)))
})

test('[I3] a later export changes answers, adds and names stories; codings and words stay', async () => {
  const bench = workbench()
  await load(bench, FIRST)
  const anna = await bench.join('Anna de Boer')
  const [row] = (await bench.call(anna, 'story.list', { filter: { search: 'klikte' } })).rows
  const { texts: [text] } = await bench.call(anna, 'story.read', { story: row!.id })
  await bench.call(anna, 'coding.applyNew', { fragment: { text: text!.id, revision: 1, start: 17, end: 27, quote: 'Het klikte' }, coding: newId(), code: newId(), name: 'Klik', parent: null })
  const codings = (await bench.call(anna, 'coding.list', {})).rows
  const later = [HEAD, '1;"Wij kregen hulp.\nHet klikte meteen";zeer tevreden;80;Zuid', '2;Het ging wél goed met <naam>;ontevreden;n.v.t.;West', '4;Nieuw hier;tevreden;50;Oost'].join('\n')
  expect(outcome(await load(bench, later))).toEqual({ ...NOTHING, added: 1, changed: 2, absent: ['3'], textDiffers: ['2'] })
  expect((await stories(bench)).map(({ source, text: words, answers }) => [source, words, answers['wijk']])).toEqual([
    ['1', 'Wij kregen hulp.\nHet klikte meteen', 'Zuid'], ['2', 'Het ging niet goed met <naam>', 'West'], ['3', 'Prima', 'Oost'], ['4', 'Nieuw hier', 'Oost']
  ])
  expect((await bench.call(anna, 'coding.list', {})).rows).toEqual(codings)
  expect(checkStore(bench.store)).toEqual([])
})

test('[I3] a later export without a column takes no answers away, and words for the same answer are the same answer', async () => {
  const bench = workbench()
  const head = 'nr;verhaal;datum;Hoe tevreden?;wijk;hulp'
  await load(bench, [head, '1;Het liep goed;01-03-2024;Tevreden;Oost;School', '2;Het liep beter;02-03-2024;Zeer tevreden;West;Buren', '3;Het liep mis;03-03-2024;Ontevreden;Oost;School'].join('\n'))
  const later = ['nr;verhaal;Hoe tevreden?;hulp', '1;Het liep goed;niet tevreden;school', '2;Het liep beter;heel tevreden;buren', '3;Het liep mis;niet tevreden;Sportclub'].join('\n')
  const report = await load(bench, later)
  expect(outcome(report)).toEqual({ ...NOTHING, changed: 3 })
  expect(report.problems.map((found) => problemSentence(found))).toEqual([
    'verhalen.csv, kolom “Hoe tevreden?”: “niet tevreden” telt mee bij “Ontevreden”, zoals het antwoord in het project heet.',
    'verhalen.csv, kolom “Hoe tevreden?”: “heel tevreden” telt mee bij “Zeer tevreden”, zoals het antwoord in het project heet.',
    'verhalen.csv, kolom “hulp”: “Sportclub” was bij deze vraag nog geen antwoord. Is het een ander woord voor een antwoord dat er al was? Geef het bij de kolommen dan dat woord.'
  ])
  expect((await stories(bench)).map(({ answers }) => answers)).toEqual([
    { 'Hoe tevreden?': 'Ontevreden', wijk: 'Oost', hulp: 'School' }, { 'Hoe tevreden?': 'Zeer tevreden', wijk: 'West', hulp: 'Buren' }, { 'Hoe tevreden?': 'Ontevreden', wijk: 'Oost', hulp: 'Sportclub' }
  ])
  expect((await bench.call(null, 'signifier.list', {})).map(({ options }) => options.length)).toEqual([5, 2, 3])
  expect(bench.store.all<{ day: string }>('SELECT collected_on AS day FROM story ORDER BY source_id').map(({ day }) => day)).toEqual(['2024-03-01', '2024-03-02', '2024-03-03'])
  expect(outcome(await load(bench, later))).toEqual({ ...NOTHING, unchanged: 3 })
  expect(checkStore(bench.store)).toEqual([])
})

test('[I5] stories that come back under other numbers are told before they are in it twice', async () => {
  const bench = workbench()
  const told = (i: number) => `Verhaal ${i}: er kwam iemand langs die luisterde, en daarna ging het langzaam maar zeker beter met ons.`
  const file = (nr: (i: number) => string) => ['nr;verhaal', ...[1, 2, 3].map((i) => `${nr(i)};${told(i)}`)].join('\n')
  expect((await load(bench, file((i) => `00${i}`))).problems).toEqual([])
  const again = await load(bench, file((i) => `${i}`), { rehearse: true })
  expect(again.problems.map((found) => problemSentence(found))).toEqual([
    'verhalen.csv: Nieuwe verhalen die er woord voor woord al in staan onder een ander nummer, groep of meting: 3 (“1”, eerder “001”). Kijk na, anders komen ze er dubbel in.'
  ])
  expect((await load(bench, file((i) => `${i}`), { group: 'Medewerkers' })).problems.map(({ message, values }) => [message, values.count])).toEqual([['stories_again', 3]])
})

test('[I5] the same stories with a question under another heading: both headings are told', async () => {
  const bench = workbench()
  await load(bench, 'nr;verhaal;Tevreden?;Wijk\n1;Een verhaal;Tevreden;Oost\n2;Nog een;Ontevreden;West')
  const report = await load(bench, 'nr;verhaal;Hoe tevreden bent u?;wijk\n1.0;Een verhaal;Tevreden;Oost\nNr;Verhaal;Hoe tevreden bent u?;Wijk\n2.0;Nog een;Ontevreden;West')
  expect(outcome(report)).toEqual({ ...NOTHING, changed: 2 })
  expect(report.problems.map((found) => problemSentence(found))).toEqual([
    'verhalen.csv: Eerder gevraagd, niet in dit bestand: “Tevreden?”. Hier nieuw: “Hoe tevreden bent u?”. Kreeg een vraag een andere kop? Kies bij de kolommen dan de eerdere vraag.',
    'verhalen.csv, rij 3: Deze rij herhaalt de kopregel en is overgeslagen.'
  ])
  expect((await bench.call(null, 'signifier.list', {})).map(({ key }) => key)).toEqual(['Tevreden?', 'Wijk', 'Hoe tevreden bent u?'])
})

test('[I5] a question the project has as another kind is told when the file is checked', async () => {
  const bench = workbench()
  await load(bench, 'nr;verhaal;Aantal gesprekken\n1;Een verhaal;2\n2;Nog een;4')
  const before = bench.dump()
  const report = await load(bench, 'nr;verhaal;Aantal gesprekken\n1;Een verhaal;meer dan 3\n2;Nog een;weinig', { rehearse: true })
  expect([report.ok, report.problems.map((found) => problemSentence(found))]).toEqual([false, [
    'verhalen.csv, kolom “Aantal gesprekken”: Deze vraag staat al in het project als “Getal”. Kies dat bij de kolommen ook, of geef de kolom een andere naam.'
  ]])
  expect(bench.dump()).toEqual(before)
})

test('[I1] an error in the last row leaves nothing', async () => {
  const bench = workbench()
  const before = bench.dump()
  const report = await load(bench, `${FIRST}\n2;Dubbel nummer;tevreden;50;Oost`)
  expect(report.ok ? [] : report.problems.map(({ row, message }) => [row, message])).toEqual([[5, 'id_twice']])
  expect({ ...bench.dump(), replica: [], sqlite_sequence: [] }).toEqual({ ...before, replica: [], sqlite_sequence: [] })
})

test('[I1] one number in two files: a copy is left out, another story is an error that names both places', async () => {
  const bench = workbench()
  const folder = temporaryFolder()
  const files = { 'a.csv': FIRST, 'b.csv': [HEAD, '3;Prima;zeer tevreden;;Oost', '4;Nieuw;tevreden;5;Oost'].join('\n'), 'c.csv': [HEAD, '4;Iets anders;tevreden;5;Oost'].join('\n') }
  for (const [name, words] of Object.entries(files)) writeFileSync(join(folder, name), words)
  const both = (...names: string[]) => runImport(bench.store, { inputs: names.map((name) => ({ path: join(folder, name), name })), mapping: null, definition: null, group: 'Gezinnen' },
    { coder: null, profile: bench.profile, rehearse: false })
  const refused = await both('a.csv', 'b.csv', 'c.csv')
  expect(refused.ok ? [] : refused.problems.map((found) => [found.severity, problemSentence(found)])).toEqual([
    ['skipped', 'b.csv, rij 2: Dit verhaal staat ook in a.csv, rij 4, en is hier overgeslagen.'],
    ['error', 'c.csv, rij 2: Het nummer “4” staat ook in b.csv, rij 3, met een ander verhaal of andere antwoorden. Geef elk verhaal een eigen nummer, of lees de bestanden na elkaar in.']
  ])
  expect(await stories(bench)).toEqual([])
  const report = await both('a.csv', 'b.csv')
  expect(report.ok && report.counts).toEqual({ rows: 5, stories: 4, warning: 0, skipped: 1 })
  expect(outcome(report).added).toBe(4)
})

test('[I1] a cancel half way leaves nothing, and neither does a rehearsal', async () => {
  const bench = workbench()
  const before = { ...bench.dump(), replica: [], sqlite_sequence: [] }
  const stop = new AbortController()
  stop.abort()
  expect(await load(bench, FIRST, { signal: stop.signal })).toMatchObject({ ok: false, cancelled: true })
  expect(await load(bench, FIRST, { rehearse: true })).toMatchObject({ ok: true, outcome: null, rehearsed: { added: 3, changed: 0, unchanged: 0, absent: [] }, counts: { stories: 3 } })
  expect({ ...bench.dump(), replica: [], sqlite_sequence: [] }).toEqual(before)
})

test('[I1] staged stories are invisible, and a second import waits its turn', async () => {
  const bench = workbench()
  const start = { coder: null, profile: bench.profile, files: ['a'], mapping: '{}', signifiers: [] }
  const writer = await beginImport(bench.store, start)
  await writer.add([{ row: 2, sourceId: '1', group: 'Gezinnen', teller: 'fam-7', wave: '2024', collectedOn: null, language: null, channel: null, consent: null, text: 'Stil', answers: {} }])
  expect((await bench.call(null, 'story.list', {})).total).toBe(0)
  expect((await bench.call(null, 'project.read', {})).groups).toEqual([])
  await expect(beginImport(bench.store, start)).rejects.toThrow('import.running')
  await writer.cancel()
  const again = await beginImport(bench.store, start)
  await again.cancel()
  for (const table of ['import', 'story', 'text', 'revision', 'teller', 'wave', 'story_group', 'op']) expect(bench.store.all(`SELECT * FROM ${table}`)).toEqual([])
})

test('[I1] an import that was taken for abandoned stops with a sentence and leaves nothing', async () => {
  const bench = workbench()
  const story = (sourceId: string) => ({ row: 2, sourceId, group: 'Gezinnen', teller: null, wave: null, collectedOn: null, language: null, channel: null, consent: null, text: 'Stil', answers: {} })
  const start = { coder: null, profile: bench.profile, files: ['a'], mapping: '{}', signifiers: [] }
  const slept = await beginImport(bench.store, start)
  await slept.add([story('1')])
  bench.store.run('UPDATE import SET at = 0')
  const next = await beginImport(bench.store, start)
  await expect(slept.add([story('2')]).then(() => slept.finish([]))).rejects.toThrow('import.gone')
  expect(bench.store.all('SELECT source_id FROM story')).toEqual([])
  await next.cancel()
  expect(bench.store.db.pragma('foreign_keys', { simple: true })).toBe(1)
})

test('two groups keep their own questionnaires; a question of the same name is one, with both wordings', async () => {
  const bench = workbench()
  outcome(await load(bench, 'nr;verhaal;invloed;wijk\n1;Het ging goed;10;Oost\n2;Het ging mis;20;West'))
  outcome(await load(bench, 'nr;verhaal;invloed;rol\n1;Ik hielp ze;30;coach\n2;Ik bleef langs gaan;40;ondersteuner', { group: 'Medewerkers' }))
  const { groups } = await bench.call(null, 'project.read', {})
  const name = (id: Id): string => groups.find((group) => group.id === id)!.name
  expect((await bench.call(null, 'signifier.list', {})).map(({ key, wordings }) => [key, wordings.map(({ group }) => name(group))])).toEqual([
    ['invloed', ['Gezinnen', 'Medewerkers']], ['wijk', ['Gezinnen']], ['rol', ['Medewerkers']]
  ])
  expect((await bench.call(null, 'story.list', {})).total).toBe(4)
})
