// The whole main job from the command line on a raw SenseMaker export with its definition: BOM, epoch milliseconds, `_NA`
// columns, one column per option. Every count below was worked out by hand from the eight stories.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { duidingJson, duidingTyped } from '../support/cli.ts'
import { temporaryFolder } from '../support/workbench.ts'

const [OOST, WEST] = ['5f0d1c1e-0000-4000-8000-00000000000a', '5f0d1c1e-0000-4000-8000-00000000000b']
const DEFINITION = {
  name: 'Proefraamwerk', id: 'p1', fragment_signifier_id: 'verhaal',
  signifiers: [
    { id: 'verhaal', type: 'freetext', title: 'Vertel een verhaal', content: {} },
    { id: 'wijk', type: 'list', title: 'In welke<br>wijk?', allow_na: false, content: { items: [{ id: OOST, title: 'Oost' }, { id: WEST, title: 'West' }], max_responses: 1 } },
    { id: 'hulp', type: 'list', title: 'Welke hulp?', content: { items: [{ id: 'kind', title: 'Voor het kind' }, { id: 'ouder', title: 'Voor de ouder' }], max_responses: 2 } },
    { id: 'invloed', type: 'dyad', title: 'Hoeveel invloed had je?', allow_na: true, content: { labels: [{ id: 'geen', title: 'geen' }, { id: 'alle', title: 'alle' }] } },
    { id: 'plan', type: 'triad', title: 'Wie maakte het plan?', allow_na: true, content: { labels: [{ id: 'gezin', title: 'gezin' }, { id: 'prof', title: 'professional' }, { id: 'net', title: 'netwerk' }] } }
  ]
}
/** id, wijk, kind, ouder, invloed 0–1 or NA, [gezin, prof, net] or NA, text */
type Told = [id: string, wijk: string, kind: 0 | 1, ouder: 0 | 1, invloed: number | 'na' | null, plan: [number, number, number] | 'na' | null, text: string]
const TOLD: Told[] = [
  ['s1', OOST, 1, 0, 0.91, [0.8, 0.1, 0.1], 'Het klikte meteen met haar.\nZe luisterde.'],
  ['s2', OOST, 1, 1, 0.74, [0.7, 0.2, 0.1], 'Wij hadden een klik. Zij wist veel.'],
  ['s3', WEST, 0, 1, 0.12, [0.1, 0.8, 0.1], 'Zij wist veel van ADHD, "echt waar".'],
  ['s4', WEST, 0, 0, 'na', 'na', 'Het ging niet goed met <naam>.'],
  ['s5', OOST, 0, 1, 0.5, [0.1, 0.1, 0.8], 'Mijn zus hielp ons, en de buurvrouw.'],
  ['s6', WEST, 1, 0, 0.05, [0.2, 0.75, 0.05], 'Er werd over ons beslist. Geen klik.'],
  ['s7', OOST, 1, 0, null, null, 'Prima, dank je 🙂 het klikte.'],
  ['s8', WEST, 0, 1, 0.66, [0.4, 0.4, 0.2], 'Samen maakten we een plan.']
]
const cell = (value: string | number): string => (/[",\n]/.test(String(value)) ? `"${String(value).replace(/"/g, '""')}"` : String(value))

function csv(): string {
  const head = ['id', 'project_id', 'server_upload_time', 'meta_started_location_latitude', 'verhaal', 'wijk', 'hulp_kind', 'hulp_ouder', 'invloed_percentX', 'invloed_geen', 'invloed_alle', 'invloed_NA',
    'plan_percentX', 'plan_percentY', 'plan_gezin', 'plan_prof', 'plan_net', 'plan_NA']
  const rows = TOLD.map(([id, wijk, kind, ouder, invloed, plan, text], at) => {
    const slide = typeof invloed === 'number' ? [invloed, 1 - invloed, invloed, ''] : ['', '', '', invloed === 'na' ? 1 : '']
    const corner = Array.isArray(plan) ? [plan[2] + plan[0] / 2, plan[0], ...plan, ''] : ['', '', '', '', '', plan === 'na' ? 1 : '']
    return [id, 'p1', 1711000000000 + at * 86_400_000, 52.1, text, wijk, kind || '', ouder || '', ...slide, ...corner]
  })
  return `\ufeff${[head, ...rows].map((row) => row.map(cell).join(',')).join('\n')}\n`
}

/** Fragments by their words. */
function codings(): string {
  const rows: [story: string, words: string, code: string, coder: string][] = [
    ['s1', 'klikte', 'klik', 'Anna de Boer'], ['s1', 'klikte', 'klik', 'Bram Visser'], ['s1', 'Ze luisterde', 'klik', 'Anna de Boer'],
    ['s2', 'een klik', 'klik', 'Anna de Boer'], ['s2', 'Zij wist veel', 'expertise', 'Anna de Boer'], ['s3', 'Zij wist veel', 'expertise', 'Bram Visser'],
    ['s7', 'klikte', 'klik', 'Bram Visser'], ['s5', 'Mijn zus', 'netwerk', 'Bram Visser']
  ]
  return ['story,start,end,quote,code,coder', ...rows.map(([story, words, code, coder]) => {
    const start = TOLD.find(([id]) => id === story)![6].indexOf(words)
    return [story, start, start + words.length, words, code, coder].map(cell).join(',')
  })].join('\n')
}

test('from a raw export to a cross-table, by command', { timeout: 120_000 }, async () => {
  const folder = temporaryFolder()
  writeFileSync(join(folder, 'ruw.csv'), csv())
  writeFileSync(join(folder, 'definitie.json'), JSON.stringify(DEFINITION))
  writeFileSync(join(folder, 'codings.csv'), codings())
  const run = (...args: string[]) => duidingJson(folder, ...args)
  await run('new', 'p.duiding')

  expect(await run('import', 'p.duiding', 'ruw.csv', '--definition', 'definitie.json', '--group', 'Gezinnen'))
    .toMatchObject({ added: 8, unchanged: 0, problems: [], dropped: ['meta_started_location_latitude'] })
  expect(await run('import', 'p.duiding', 'ruw.csv', '--definition', 'definitie.json', '--group', 'Gezinnen')).toMatchObject({ added: 0, unchanged: 8 })
  expect(await run('info', 'p.duiding')).toMatchObject({
    stories: 8, groups: [{ name: 'Gezinnen', stories: 8 }],
    signifiers: [
      { key: 'wijk', kind: 'choice', title: 'In welke wijk?', options: ['Oost', 'West'] }, { key: 'hulp', kind: 'multi', options: ['Voor het kind', 'Voor de ouder'] },
      { key: 'invloed', kind: 'slider' }, { key: 'plan', kind: 'triad' }
    ]
  })

  expect(await run('code-import', 'p.duiding', 'codings.csv')).toEqual({ added: 8, present: 0, newCodes: ['klik', 'expertise', 'netwerk'], newCoders: ['Anna de Boer', 'Bram Visser'] })
  expect(await run('code-import', 'p.duiding', 'codings.csv')).toEqual({ added: 0, present: 8, newCodes: [], newCoders: [] })
  // klik: five codings, four places (s1 twice by two coders is one), three stories, two coders.
  const klik = { code: 'klik', codings: 5, fragments: 4, stories: 3, coders: 2 }
  expect(await run('frequencies', 'p.duiding')).toEqual([klik, { code: 'expertise', codings: 2, fragments: 2, stories: 2, coders: 2 }, { code: 'netwerk', codings: 1, fragments: 1, stories: 1, coders: 1 }])
  expect(await run('frequencies', 'p.duiding', '--by', 'coder')).toMatchObject([
    { code: 'klik', by: { 'Anna de Boer': { codings: 3, stories: 2 }, 'Bram Visser': { codings: 2, stories: 2 } } }, { code: 'expertise' }, { code: 'netwerk' }
  ])

  type Table = { columns: { name: string; stories: number }[]; rows: { code: string; counts: Record<string, number>; scores: Record<string, { with: { n: number; mean: number | null; median: number | null } }> }[]; valid: number; na: number; blank: number }
  const crosstab = async (...args: string[]): Promise<Table> => (await run('crosstab', 'p.duiding', ...args)) as Table
  const counts = (table: Table, code: string): Record<string, number> =>
    Object.fromEntries(Object.entries(table.rows.find((row) => row.code === code)!.counts).filter(([, count]) => count > 0))

  const wijk = await crosstab('--signifier', 'wijk')
  expect({ valid: wijk.valid, na: wijk.na, blank: wijk.blank, klik: counts(wijk, 'klik'), expertise: counts(wijk, 'expertise') })
    .toEqual({ valid: 8, na: 0, blank: 0, klik: { Oost: 3 }, expertise: { Oost: 1, West: 1 } })
  const hulp = await crosstab('--signifier', 'hulp')
  expect({ valid: hulp.valid, blank: hulp.blank, klik: counts(hulp, 'klik') }).toEqual({ valid: 7, blank: 1, klik: { 'Voor het kind': 3, 'Voor de ouder': 1 } })
  // invloed: s1 91, s2 74, s7 blank; s4 n.v.t. Rounded to the nearest ten: 90 and 70.
  const invloed = await crosstab('--signifier', 'invloed')
  expect({ valid: invloed.valid, na: invloed.na, blank: invloed.blank, klik: counts(invloed, 'klik') }).toEqual({ valid: 6, na: 1, blank: 1, klik: { 90: 1, 70: 1, blank: 1 } })
  expect(Object.values(invloed.rows.find(({ code }) => code === 'klik')!.scores)[0]!.with).toMatchObject({ n: 2, mean: 82.5, median: 82.5 })
  expect(counts(await crosstab('--signifier', 'invloed', '--bins', '2', '--codes', 'klik'), 'klik')).toEqual({ '50–100': 2, blank: 1 })
  expect(counts(await crosstab('--signifier', 'invloed', '--unit', 'fragment'), 'klik')).toEqual({ 90: 2, 70: 1, blank: 1 })
  expect(counts(await crosstab('--signifier', 'invloed', '--unit', 'coding'), 'klik')).toEqual({ 90: 3, 70: 1, blank: 1 })
  // plan: s1 and s2 lie at the top (gezin at least 60), s3 at the left (professional), s5 at the right (netwerk).
  const plan = await crosstab('--signifier', 'plan')
  expect([counts(plan, 'klik'), counts(plan, 'expertise'), counts(plan, 'netwerk')]).toEqual([{ top: 2, blank: 1 }, { top: 1, left: 1 }, { right: 1 }])

  expect(await run('undo', 'p.duiding', '--coder', 'Anna de Boer')).toEqual({ undone: 'coding.applied' })
  expect(await run('frequencies', 'p.duiding')).toMatchObject([{ code: 'klik', codings: 2, fragments: 2, stories: 2 }, { code: 'expertise', codings: 1 }, { code: 'netwerk', codings: 1 }])
  expect(await duidingTyped(folder, 'check', 'p.duiding', '--json')).toEqual({ code: 0, out: '[]\n', err: '' })
})

test('a wrong quote is refused with its row, and nothing of the file comes in', async () => {
  const folder = temporaryFolder()
  writeFileSync(join(folder, 'ruw.csv'), csv())
  writeFileSync(join(folder, 'definitie.json'), JSON.stringify(DEFINITION))
  writeFileSync(join(folder, 'codings.csv'), codings().replace('een klik', 'een kloek'))
  await duidingJson(folder, 'new', 'p.duiding')
  await duidingJson(folder, 'import', 'p.duiding', 'ruw.csv', '--definition', 'definitie.json')
  const before = await duidingJson(folder, 'log', 'p.duiding')
  expect(await duidingTyped(folder, 'code-import', 'p.duiding', 'codings.csv')).toEqual({
    code: 1, out: '', err: 'codings.csv, rij 5, kolom “quote”: Op deze plek staan andere woorden dan het citaat: “een klik”. Controleer start en end.\n'
  })
  expect(await duidingJson(folder, 'log', 'p.duiding')).toEqual(before)
  expect(await duidingJson(folder, 'codings', 'p.duiding')).toEqual([])
})
