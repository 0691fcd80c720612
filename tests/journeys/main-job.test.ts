// The whole main job in one sitting: a new project, a workbook through the wizard, a coder, three overlapping fragments by mouse and by
// keys, undo and redo, a cross-table against a slider and a triad, and from a cell back to the words.
import type { Page } from 'playwright-core'
import { expect, test, vi } from 'vitest'
import { writeXlsx } from '../../db/exchange/write-xlsx.ts'
import { checkStore } from '../../db/check.ts'
import { openStore } from '../../db/open.ts'
import { shot } from '../support/browser.ts'
import { dutchRows } from '../fixtures/imports/table-formats.ts'
import { bringIn, file, give, toCheck, toColumns, wizard } from './support/import-steps.ts'
import { press, saved } from './support/steps.ts'
import { withWorkbench } from './support/workbench.ts'

vi.setConfig({ testTimeout: 150_000 })

/** A busy machine is slow, not wrong. */
const WAIT = { timeout: 20_000 }
const [headings, ...rows] = dutchRows()
const keys = async (page: Page, ...pressed: string[]) => { for (const key of pressed) await page.keyboard.press(key) }
const reader = (page: Page) => page.getByRole('textbox', { name: /^Verhaal \d+$/ })
const picker = (page: Page) => page.getByRole('dialog', { name: 'Kies een code' })
const codings = (page: Page) => page.getByRole('toolbar', { name: 'Coderingen in de marge' }).getByRole('button')

/** The figure of a code under a column heading. */
async function cell(page: Page, code: string, column: string) {
  await page.getByRole('columnheader').filter({ hasText: column }).first().waitFor() // the table of the question before stands until this one is counted
  const heads = await page.getByRole('grid').getByRole('columnheader').evaluateAll(all => all.map(head => (head.querySelector('.crosstab-column-name') ?? head).textContent))
  return page.getByRole('grid').locator('tbody tr', { has: page.locator('.crosstab-code-name', { hasText: new RegExp(`^${code}$`) }) }).locator(`[data-column="${heads.indexOf(column)}"]`)
}

async function columnsBy(page: Page, question: string): Promise<void> {
  const box = page.getByRole('combobox', { name: 'Kolommen' })
  await box.fill(question)
  await page.getByRole('option', { name: new RegExp(question) }).first().click()
  await page.getByRole('heading', { level: 2, name: new RegExp(question) }).waitFor()
}

test('from a workbook to the story behind a number', async () => {
  await withWorkbench({}, async ({ page, home }) => {
    await wizard(page, 'Hoofdtaak')
    await give(page, file('verhalen.xlsx', writeXlsx([{ name: 'Blad1', headings: headings!, rows }]).bytes))
    await page.getByLabel('Van welke groep zijn deze verhalen?').fill('Gezinnen')
    await toColumns(page)
    await toCheck(page)
    await bringIn(page, '12 verhalen')
    await press(page, 'Verhalen lezen')

    // v-101: invloed 82,5; plan 60 gezin, 30 professional, 10 netwerk.
    await page.getByRole('searchbox', { name: /nummer of woorden/ }).fill('tas neer')
    const found = page.getByRole('listbox', { name: 'Verhalen' }).getByRole('option')
    await expect.poll(() => found.count(), WAIT).toBe(1)
    await found.click()
    await reader(page).getByText('Ze kwam binnen').waitFor()

    // By mouse: a word that is pressed twice is selected.
    await reader(page).getByText('Ze kwam binnen').dblclick({ position: { x: 40, y: 14 } })
    await page.getByRole('toolbar', { name: 'Met de geselecteerde woorden' }).getByRole('button', { name: 'Code' }).first().click()
    await picker(page).waitFor()
    await page.keyboard.type('klik')
    await keys(page, 'Control+Enter')
    await expect.poll(() => codings(page).count(), WAIT).toBe(1)
    // By keys: the whole first sentence, then the whole first paragraph, around that word.
    await keys(page, 'Escape', 't', 'Control+Home', 's', 'Enter')
    await picker(page).waitFor()
    await page.keyboard.type('expertise')
    await keys(page, 'Control+Enter')
    await expect.poll(() => codings(page).count(), WAIT).toBe(2)
    await keys(page, 'a', 'c')
    await picker(page).waitFor()
    await page.keyboard.type('klik')
    await keys(page, 'Enter')
    await saved(page)
    await shot(page, 'main-job-coded')

    await keys(page, 'Control+z', 'Control+z')
    await expect.poll(() => codings(page).count(), WAIT).toBe(1)
    await keys(page, 'Control+Shift+Z', 'Control+Shift+Z')
    await saved(page)
    await keys(page, 'd')
    await saved(page)

    await page.getByRole('link', { name: 'Kruistabel' }).click()
    await columnsBy(page, 'Hoeveel invloed had u zelf')
    expect(await (await cell(page, 'klik', '80')).locator('.crosstab-figure').textContent()).toBe('1')
    await columnsBy(page, 'Wie maakte het plan')
    await shot(page, 'main-job-triad')
    const corner = await cell(page, 'expertise', 'het gezin')
    expect(await corner.locator('.crosstab-figure').textContent()).toBe('1')
    await corner.click()
    const quote = page.getByRole('complementary').locator('.filter-quote').first()
    const words = await quote.locator('mark').textContent()
    expect(words).toMatch(/^Ze kwam binnen/)
    await quote.click()
    await page.waitForURL(/#\/lezen\/[\w-]{22}\?van=/)
    await reader(page).getByText('Ze kwam binnen').waitFor()

    const store = openStore(`${home}/Documents/Hoofdtaak.duiding`)
    try {
      expect(store.get('SELECT count(*) AS n FROM coding WHERE removed = 0')).toEqual({ n: 3 })
      expect(checkStore(store)).toEqual([])
    } finally {
      store.close()
    }
  })
})
