// Stories brought in through the wizard: a workbook from the file to the story list; and what people really bring: transcripts, bad files,
// a large file stopped half way; and all of it by keys alone.
import { expect, test } from 'vitest'
import { writeXlsx } from '../../db/exchange/write-xlsx.ts'
import { axe, shot } from '../support/browser.ts'
import { dutchCsv, dutchRows } from '../fixtures/imports/table-formats.ts'
import { bringIn, file, give, toCheck, toColumns, wizard } from './support/import-steps.ts'
import { goTo, heading, leave, press } from './support/steps.ts'
import { shareWorkbench } from './support/workbench.ts'

const [headings, ...rows] = dutchRows()
const workbook = () => file('verhalen.xlsx', writeXlsx([{ name: 'Blad1', headings: headings!, rows }]).bytes)

const bench = shareWorkbench({})

test('a workbook comes into a new project, step by step, up to the list of stories', async () => {
  const { page } = bench()
  await wizard(page, 'Demostad')
  expect(await axe(page)).toEqual([])
  await shot(page, 'import-1-empty')
  await give(page, workbook())
  await page.getByText(/^Excel-tabel: 12 rijen/).waitFor()
  await page.getByLabel('Van welke groep zijn deze verhalen?').fill('Gezinnen')
  expect(await axe(page)).toEqual([])
  await shot(page, 'import-1-files')
  await toColumns(page)
  expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('H1')
  await page.getByRole('complementary', { name: 'Voorbeeld' }).getByText('Ze kwam binnen en zette eerst haar tas neer.').waitFor()
  expect(await axe(page)).toEqual([])
  await shot(page, 'import-2-columns')
  await toCheck(page)
  await page.getByText('Klaar om in te lezen.').waitFor()
  expect(await axe(page)).toEqual([])
  await shot(page, 'import-3-check')
  await bringIn(page, '12 verhalen')
  expect(await axe(page)).toEqual([])
  await shot(page, 'import-4-done')
  await press(page, 'Verhalen lezen')
  await page.getByRole('listbox', { name: 'Verhalen' }).getByRole('option').first().waitFor()
  expect(await page.getByRole('listbox', { name: 'Verhalen' }).getByRole('option').count()).toBe(12)
  await leave(page, 'Demostad')
})

test('transcripts have no columns: each becomes one story', async () => {
  const { page } = bench()
  await wizard(page, 'Transcripten')
  await give(page, file('gesprek 2.txt', 'Ze vroeg hoe het ging.\r\nIk zei: goed.'), file('gesprek 10.md', 'Dat was het.'))
  await page.getByRole('heading', { name: '2 transcripten' }).waitFor()
  expect(await axe(page)).toEqual([])
  await press(page, 'Verder')
  await heading(page, 'Wat gaat er gebeuren?')
  await bringIn(page, '2 verhalen')
  await press(page, 'Verhalen lezen')
  await page.getByText('Ze vroeg hoe het ging.').first().waitFor()
  await leave(page, 'Transcripten')
})

test('a bad file says what is wrong and how to go on; a bad cell is told with its place, and nothing comes in', async () => {
  const { page } = bench()
  await wizard(page, 'Fouten')
  await give(page, file('foto.csv', Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13)))
  await page.getByText('Dit is een afbeelding (PNG), geen tabel. Kies een CSV- of Excel-bestand.').waitFor()
  expect(await page.getByRole('button', { name: 'Verder' }).isDisabled()).toBe(true)
  expect(await axe(page)).toEqual([])
  await shot(page, 'import-1-bad')
  await press(page, 'Haal foto.csv weg')
  const rows = Array.from({ length: 90 }, (_, i) => `${i + 1};Dit is verhaal ${i + 1} van iemand.;${i}`)
  await give(page, file('schuif.csv', ['nr;Verhaal;Invloed (geen – veel)', ...rows, '91;Nog een verhaal van iemand.;101', '91;Weer een verhaal van iemand.;50'].join('\n')))
  await toColumns(page)
  await toCheck(page)
  await page.getByText('2 fouten houden het inlezen tegen.').waitFor()
  const list = page.getByRole('grid', { name: 'Wat er opvalt' })
  expect(await list.getByRole('row').allInnerTexts()).toEqual([
    'rij 92 · kolom “Invloed (geen – veel)”\nDe waarde 101 ligt buiten de schaal van 0 tot 100. Verbeter de cel of de schaal.',
    'rij 93 · kolom “nr”\nHet nummer “91” staat ook in rij 92. Geef elk verhaal een eigen nummer.'
  ])
  expect(await axe(page)).toEqual([])
  await shot(page, 'import-3-errors')
  expect(await page.getByRole('button', { name: /^Lees.* in$/ }).isDisabled()).toBe(true)
  const saving = page.waitForEvent('download')
  await press(page, 'Bewaren als tekst')
  expect((await saving).suggestedFilename()).toBe('problemen bij het inlezen.txt')
  await goTo(page, 'lezen')
  await page.getByText('Nog geen verhalen').waitFor()
  await press(page, 'Verhalen inlezen…')
  await page.getByText('schuif.csv').waitFor() // nothing of the wizard is lost by looking elsewhere
  await leave(page, 'Fouten')
})

test('an import that is stopped half way leaves nothing', async () => {
  const { page } = bench()
  await wizard(page, 'Gestopt')
  const text = 'Zij kwam elke week langs en vroeg eerst hoe het met ons ging. '.repeat(12)
  await give(page, file('groot.csv', ['nr;Verhaal;Score', ...Array.from({ length: 12_000 }, (_, i) => `${i};Verhaal ${i}. ${text};${i % 101}`)].join('\n')))
  await page.getByText(/meer dan 500 rijen/).waitFor()
  await toColumns(page)
  await toCheck(page)
  await press(page, 'Lees 12.000 verhalen in')
  await heading(page, 'Verhalen worden ingelezen')
  await shot(page, 'import-4-busy')
  await press(page, 'Stoppen')
  await heading(page, 'Er is niets ingelezen')
  expect(await axe(page)).toEqual([])
  await goTo(page, 'lezen')
  await page.getByText('Nog geen verhalen').waitFor()
  await leave(page, 'Gestopt')
})

test('from the file to the stories by keys alone', async () => {
  const { page } = bench()
  await wizard(page, 'Toetsen')
  const keys = async (...pressed: string[]) => { for (const key of pressed) await page.keyboard.press(key) }
  const tabTo = async (name: string) => {
    for (let steps = 0; steps < 60; steps++) {
      await page.keyboard.press('Tab')
      if (await page.evaluate(wanted => (document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent ?? '').includes(wanted), name)) return
    }
    throw new Error(`Tab never came to ${name}`)
  }
  await page.getByRole('heading', { level: 1 }).focus()
  const chooser = page.waitForEvent('filechooser')
  await tabTo('Bestanden kiezen…')
  await keys('Enter')
  await (await chooser).setFiles({ name: 'verhalen.csv', mimeType: 'text/csv', buffer: Buffer.from(dutchCsv()) })
  await page.getByText(/^CSV-tabel: 12 rijen/).waitFor()
  await tabTo('Verder')
  await keys('Enter')
  await heading(page, 'Wat staat er in elke kolom?')
  await tabTo('Naar de regel die je moet nakijken')
  await keys('Enter')
  await page.getByText('Welke kant is hoog?').waitFor()
  // The options move by Alt and an arrow, and the focus goes along.
  await page.getByRole('textbox', { name: 'Antwoord 1', exact: true }).focus()
  await keys('Alt+ArrowDown')
  await page.waitForFunction(() => (document.activeElement as HTMLInputElement).getAttribute('aria-label') === 'Antwoord 2' || (document.activeElement as HTMLInputElement).value === 'Zeer ontevreden')
  expect(await page.getByRole('textbox', { name: /^Antwoord [12]$/ }).evaluateAll(fields => fields.map(field => (field as HTMLInputElement).value))).toEqual(['Ontevreden', 'Zeer ontevreden'])
  await keys('Alt+ArrowUp')
  await page.getByRole('heading', { level: 1 }).focus()
  await tabTo('Verder: nakijken')
  await keys('Enter')
  await page.getByText('Klaar om in te lezen.').waitFor()
  await tabTo('Lees 12 verhalen in')
  await keys('Enter')
  await heading(page, 'De verhalen zijn binnen')
  await tabTo('Verhalen lezen')
  await keys('Enter')
  await page.getByRole('listbox', { name: 'Verhalen' }).waitFor()
})
