// Every chart and table of the checklist (domain, M1–M55) as Demostad shows it: where it stands and what was chosen for it, so that each
// can be looked at on a contact sheet.
import type { Page } from 'playwright-core'
import { POPULATION, registrationSheets } from '../../../demo/files/reference-tables.ts'
import type { Output } from '../../../shared/contract/index.ts'
import { newId } from '../../../shared/domain/ids.ts'
import { firstSettings, readLog } from '../../../shared/registration/log.ts'

export interface ChartView {
  name: string
  /** The place in the address. */
  at: string
  /** What is remembered, by key. */
  chosen?: Record<string, unknown>
  /** Presses what must be open. */
  act?: (page: Page) => Promise<void>
  /** Takes the whole width of a sheet. */
  wide?: boolean
  /** Also looked at on a small screen and at 200 %. */
  small?: boolean
  /** In the study whose families told twice. */
  twice?: boolean
}

export type Ask = <T>(name: string, input: unknown) => Promise<T>

/** Calls as the open window makes them. */
export const asWindow = (page: Page): Ask => (name, input) => page.evaluate(async ([call, body]) => {
  const headers = { 'content-type': 'application/json', 'x-duiding-window': sessionStorage.getItem('duiding.window')! }
  const result = await (await fetch(`/call/${call}`, { method: 'POST', headers, body })).json() as { ok: boolean, value: unknown, failure?: unknown }
  if (!result.ok) throw new Error(`${call}: ${JSON.stringify(result.failure)}`)
  return result.value as never
}, [name, JSON.stringify(input)] as const)

/** Two tables of others, so that there is something to draw. */
export async function addRegisters(ask: Ask): Promise<void> {
  const facts = { source: 'registration', origin: 'tien medewerkers, na elk gesprek', from: '2024-01-01', to: '2024-06-30' }
  const sheets = registrationSheets().map(({ name, headings, rows }) => ({ name, rows: [headings, ...rows.map(row => row.map(String))] }))
  const body = readLog(sheets, { worker: 'sheet', case: 0, conversation: 1, duration: 2 })!
  await ask('register.make', { ...facts, id: newId(), name: 'Gesprekken', unit: 'gezinnen', base: 58, table: { kind: 'log', body, settings: { ...firstSettings(body), without: 2 } } })
  const rows = Object.entries({ 'Opvoeding': [33, 25], 'Onderwijs en school': [5, 3], 'Psychiatrische problematiek van een van de ouders': [4, 4], 'Wonen': [0, 1], 'Anders': [10, 18] })
  await ask('register.make', {
    ...facts, id: newId(), name: 'Soort vraag van ouders en kinderen', source: 'interviews', origin: '', unit: 'gezinnen', base: 58,
    table: { kind: 'counts', body: { columns: [{ name: 'ouders', base: 52 }, { name: 'kinderen', base: 51 }], rows: rows.map(([name, values]) => ({ name, values })) } }
  })
}

export async function chartViews(ask: Ask): Promise<ChartView[]> {
  const [project, signifiers, codes] = [await ask<Output<'project.read'>>('project.read', {}), await ask<Output<'signifier.list'>>('signifier.list', {}), await ask<Output<'code.list'>>('code.list', {})]
  const asked = (key: string) => signifiers.find(one => one.key === key)!.id
  const stone = (key: string, name: string) => signifiers.find(one => one.key === key)!.stones.find(one => one.name === name)!.id
  const code = (name: string) => codes.find(one => one.name === name)!.id
  const waves = project.waves.length > 1 ? project.waves.slice(0, 2).map(({ id }) => id) : null
  const families = { groups: [project.groups[0]!.id] }
  const layer = { is: 'all' }
  const pattern = (name: string, key: string, chosen: object = {}, more: Partial<ChartView> = {}): ChartView => ({
    name, at: `patronen/${signifiers.some(one => one.key === key) ? asked(key) : key}`, ...more,
    chosen: { [`patterns:${project.id}`]: { filter: {}, layer, split: null, bins: 'tens', middle: 'arithmetic', density: false, zones: true, stones: {}, face: 'picture', unit: 'stories', lump: 0, ...chosen } }
  })
  const table = (name: string, chosen: object = {}, more: Partial<ChartView> = {}): ChartView => ({
    name, at: 'kruistabel', wide: true, ...more,
    chosen: {
      [`crosstab:${project.id}`]: { columns: null, rows: { is: 'own', rows: codes.filter(({ parent, retired }) => parent !== null && !retired).slice(0, 12).map(({ id }) => ({ code: id, branch: false })) }, unit: 'story', layer, filter: {}, show: 'count', sort: { is: 'codebook' }, pinned: [], face: 'spread', measure: '', turned: false, adjust: 'holm', rule: 'literal', ...chosen },
      ...more.chosen
    }
  })
  const by = (key: string) => ({ split: { is: 'signifier', signifier: asked(key) } })
  const group = { split: { is: 'group' } }
  const klik = { split: { is: 'code', code: code('Klik'), branch: false } }
  const bars = (key: string) => ({ columns: { is: 'signifier', signifier: asked(key) } })
  const pair = (chosen: object) => ({ [`pair:${project.id}`]: { first: code('Klik'), second: code('Expertise'), stone: null, measure: null, ...chosen } })
  const together = (chosen: object) => ({ [`together:${project.id}`]: { by: 'stories', face: 'matrix', least: null, ...chosen } })
  return [
    pattern('M1 response', 'respons', {}, { wide: true }),
    pattern('M2 M5 choice', 'stadsdeel'), pattern('M5 choice by group', 'stadsdeel', group), pattern('M2 choice by choice', 'verteller', by('bron')),
    pattern('M3 several, long words', 'gezinssituatie'), pattern('M4 several by group', 'leeftijden', group), pattern('M15 several with union', 'verder', {}, { act: async page => {
      await page.locator('.patterns-figure').getByText(/samen|together/i).first().click()
      for (const at of [0, 2, 3]) await page.locator('.chart-bars-row').nth(at).press('Enter')
    } }),
    pattern('M16 others, namely', 'verder-anders'), pattern('M16 free words', 'leefomgeving'),
    pattern('M11 likert', 'tevredenheid', { filter: families }), pattern('M25 likert by group', 'tevredenheid', group, { small: true }), pattern('M25 not asked', 'gezinsleven', group), pattern('M21 best first', 'effect-jeugd', group),
    pattern('M31 likert by age', 'tevredenheid', by('leeftijden')), pattern('M32 likert by district', 'tevredenheid', by('stadsdeel')), pattern('likert as table', 'tevredenheid', { ...group, face: 'table' }), pattern('number', 'leeftijd'), pattern('date', 'sinds'), pattern('date by group', 'sinds', group),
    pattern('M26 histogram', 'invloed', { filter: families }, { small: true }), pattern('M26 ten classes, geometric', 'invloed', { bins: 'classes', middle: 'geometric' }),
    pattern('M26 by group', 'invloed', group), pattern('M26 not asked', 'duidelijk', group), pattern('M35 range with its stories', 'invloed', { filter: families }, { wide: true, act: async page => {
      const bar = page.locator('.chart-bar').first()
      await bar.focus(); await page.keyboard.press('Shift+ArrowRight'); await page.keyboard.press('Shift+ArrowRight'); await page.keyboard.press('Enter')
      await page.locator('.filter-stories > li').first().waitFor()
    } }),
    pattern('M42 means per code', 'invloed', { face: 'codes' }), pattern('M42 with and without a code', 'invloed', klik),
    pattern('M27 triad', 'plan', { filter: families }, { small: true }), pattern('M27 density, ellipse, geometric', 'plan', { density: true, ellipse: true, middle: 'geometric' }), pattern('M27 by group', 'vakmanschap', { ...group, density: true }),
    pattern('M42 triad with and without a code', 'plan', klik), pattern('triad by district', 'plan', by('stadsdeel')), pattern('triad as table', 'plan', { face: 'table' }),
    pattern('M18 stones', 'ervaring-belang', { filter: families }, { small: true }), pattern('M34 one stone', 'ervaring-belang', { filter: families, ellipse: true, stones: { [asked('ervaring-belang')]: stone('ervaring-belang', 'Klik') } }),
    pattern('M33 stones by age', 'ervaring-belang', { ...by('leeftijden'), stones: { [asked('ervaring-belang')]: stone('ervaring-belang', 'Klik') } }), pattern('M24 stones by group', 'ervaring-belang', group),
    pattern('M28 stones on a line', 'factoren', { filter: families }), pattern('M28 one stone', 'factoren', { filter: families, stones: { [asked('factoren')]: stone('factoren', 'School') } }), pattern('M29 only counted', 'factoren-genoemd', group),
    pattern('M46 scale by scale', 'invloed', by('luisteren')), pattern('M46 as table', 'invloed', { ...by('luisteren'), face: 'table' }),
    ...(waves ? [['scale', 'invloed'], ['steps', 'tevredenheid'], ['several', 'leeftijden'], ['triad', 'plan']].map(([kind, key]) => pattern(`M55 waves, ${kind}`, key!, { face: 'change', waves }, { twice: true })) : []),
    pattern('M38 codes', 'codes', { lump: 4 }, { small: true }), pattern('M38 fragments', 'codes', { unit: 'fragments', lump: 4 }), pattern('M43 per hundred', 'codes', { unit: 'per100', lump: 10 }),
    pattern('M53 M54 registration', 'registratie'),
    table('M42 code by scale', bars('invloed'), { small: true }), table('M43 code by group, residuals', { columns: { is: 'group' }, show: 'residual', sort: { is: 'chance' } }), table('M47 as in the study', { columns: { is: 'group' }, face: 'study' }),
    table('M42 means', { ...bars('invloed'), face: 'means' }), table('M42 triad', { ...bars('plan'), show: 'row' }), table('turned', { ...bars('stadsdeel'), turned: true, show: 'row' }), table('M44 coders', { columns: { is: 'coder' } }),
    table('M40 themes', { columns: { is: 'group' }, rows: { is: 'themes' } }), table('cell', bars('tevredenheid'), { act: async page => { await page.locator('td[data-line]').filter({ hasText: /^[1-9]/ }).first().click(); await page.locator('.filter-quote').first().waitFor() } }),
    table('M45 klik v expertise', {}, { at: 'kruistabel/twee-codes', chosen: pair({ signifier: asked('tevredenheid') }) }), table('M45 scale', {}, { at: 'kruistabel/twee-codes', chosen: pair({ signifier: asked('luisteren') }) }),
    table('M41 matrix', {}, { at: 'kruistabel/samen', chosen: together({}) }), table('M41 network', { rows: { is: 'all' } }, { at: 'kruistabel/samen', chosen: together({ face: 'network' }) }),
    table('new codes per story', {}, { at: 'kruistabel/verloop' }), table('M7–M10 sample', {}, { at: 'kruistabel/steekproef', act: fillSample, chosen: { [`population:${project.id}`]: asked('stadsdeel') } }), table('expectations', {}, { at: 'kruistabel/verwachtingen' }), table('data', {}, { at: 'kruistabel/gegevens' }), table('M50 M51 method', {}, { at: 'kruistabel/verantwoording' }),
    { name: 'M44 often', at: 'samen/codes', wide: true }, { name: 'M44 figures', at: 'samen/cijfers', wide: true, act: async page => { await page.getByRole('main').getByRole('button').last().click(); await page.getByRole('table').first().waitFor() } }, { name: 'M44 side by side', at: 'samen', wide: true },
    { name: 'coverage', at: 'dekking', wide: true }
  ]
}

/** The sample of the study: 465 families, 291 asked, and where they live. */
async function fillSample(page: Page): Promise<void> {
  const numbers = page.locator('.crosstab-sample').first().getByRole('textbox')
  for (const [at, value] of ['465', '291'].entries()) { await numbers.nth(at).fill(value); await numbers.nth(at).press('Tab') }
  await page.locator('.crosstab-sample select, .crosstab-sample .ui-select').first().waitFor()
  const words = Object.entries(POPULATION[0]!.shares).map(([name, share]) => `${name};${share}`).join('\n')
  await page.locator('input[type=file]').setInputFiles({ name: 'stadsdelen.csv', mimeType: 'text/csv', buffer: Buffer.from(words) })
  await page.locator('.crosstab-sample').nth(1).getByText('29').first().waitFor().catch(() => undefined)
}
