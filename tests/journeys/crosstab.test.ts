// Codes against answers: a slider and a triad, a cell opened by mouse and by keys, and landing in the story at the fragment.
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { axe, shot } from '../support/browser.ts'
import { readXlsxRows } from '../support/xlsx-rows.ts'
import { shareWorkbench } from './support/workbench.ts'

const SLIDER = 'Hoeveel had u zelf te zeggen over de ondersteuning?'

const bench = shareWorkbench({ sample: true, page: { acceptDownloads: true } }, async ({ page }) => {
  await page.getByRole('button', { name: /Anna de Boer/ }).click()
  await page.waitForURL(/#\/lezen\/[\w-]{22}/) // the first story is on its way; leaving before it came would be a race of the test's own
  await page.getByRole('link', { name: 'Kruistabel' }).click()
  await page.getByRole('heading', { level: 1, name: 'Kruistabel' }).waitFor()
  await grid(page).waitFor()
})

const grid = (page: Page) => page.getByRole('grid')
/** The cell of a code in a column, by the words of both. */
const cell = async (page: Page, code: string, column: string) => {
  const heads = await grid(page).getByRole('columnheader').evaluateAll(all => all.map(head => (head.querySelector('.crosstab-column-name') ?? head).textContent))
  return grid(page).locator('tbody tr', { has: page.locator('.crosstab-code-name', { hasText: new RegExp(`^${code}$`) }) }).locator(`[data-column="${heads.indexOf(column)}"]`)
}
const drawer = (page: Page) => page.getByRole('complementary')

test('a slider: what a cell counts is what it opens, and a fragment lands in its story', async () => {
  const { page } = bench()
  await page.getByRole('heading', { level: 2, name: SLIDER }).waitFor()
  await shot(page, 'crosstab') // axe looks at it in screens.test.ts
  const target = await cell(page, 'Klik', '80')
  const count = Number(await target.locator('.crosstab-figure').textContent())
  expect(count).toBeGreaterThan(5)
  await target.click()
  const stories = drawer(page).locator('.filter-stories > li')
  await stories.first().waitFor()
  expect(await drawer(page).locator('.crosstab-behind-sum').textContent()).toMatch(new RegExp(`^${count} verhalen · `))
  expect(await stories.count()).toBe(Math.min(25, count))
  expect(await axe(page)).toEqual([])
  await shot(page, 'crosstab-behind')
  const quote = drawer(page).locator('.filter-quote').first()
  const words = await quote.locator('mark').textContent()
  const address = await quote.getAttribute('href')
  expect(address).toMatch(/^#\/lezen\/[\w-]{22}\?van=[\w-]{22}:\d+-\d+$/)
  await quote.click()
  await page.waitForURL(url => url.hash === address)
  await page.getByText(words!.slice(0, 30)).first().waitFor()
  await page.goBack()
  await grid(page).waitFor()
})

test('by keys alone: walk, sort, pin, open, close; the choice is found again', async () => {
  const { page } = bench()
  const first = await cell(page, 'Klik', '0')
  await first.focus()
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('ArrowDown')
  const here = page.locator(':focus')
  expect([await here.getAttribute('data-line'), await here.getAttribute('data-column')]).toEqual(['3', '2'])
  expect(await page.locator('.crosstab-told').textContent()).toMatch(/^Expertise: \d+ van de \d+ verhalen bij “10”/)
  await page.keyboard.press('p')
  await grid(page).locator('tbody tr').first().getByText('Expertise').waitFor()
  await page.keyboard.press('s')
  await page.getByRole('button', { name: /Op “10”/ }).waitFor()
  await page.keyboard.press('Control+Home')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('End')
  await page.keyboard.press('Enter')
  await drawer(page).getByRole('heading', { name: 'Expertise: kan het toeval zijn?' }).waitFor()
  await drawer(page).getByText('Dit is een verband. Het zegt niet waardoor het komt.').waitFor()
  expect(await axe(page)).toEqual([])
  await shot(page, 'crosstab-explained')
  await page.keyboard.press('Escape')
  await drawer(page).waitFor({ state: 'detached' })
  expect(await page.locator(':focus').getAttribute('data-column')).not.toBeNull()
  await page.getByRole('link', { name: 'Lezen' }).click()
  await page.getByRole('link', { name: 'Kruistabel' }).click()
  await grid(page).locator('tbody tr').first().getByText('Expertise').waitFor()
  await page.getByRole('button', { name: /Op “10”/ }).waitFor()
})

test('as the study did it, two codes on one scale, codes together, and a data file that is noted', async () => {
  const { page, home } = bench()
  // The marks come from a worker: a row without its chance is a row whose stories are still being shuffled.
  await expect.poll(() => grid(page).locator('tbody tr', { hasText: 'Klik' }).first().locator('.crosstab-chance').textContent()).toMatch(/^\d,\d\d$/)
  await page.getByText('Zoals in het onderzoek', { exact: true }).click()
  await page.getByText(/^Over 1\.592 fragmenten: χ² = /).waitFor()
  await page.getByText(/^Per verhaal zijn er \d+ codes van de 53 met p na correctie onder 0,05\./).waitFor()
  await page.getByRole('link', { name: 'Twee codes' }).click()
  await page.getByText('Student: t = -0,4853, df = 199, p = 0,62799.').waitFor()
  await page.getByRole('button', { name: 'Klik en Expertise', exact: true }).click()
  await drawer(page).getByText('41 verhalen').waitFor()
  expect(await axe(page)).toEqual([])
  await page.keyboard.press('Escape')
  // Written down before looking: told apart in the table, and its row opens with it.
  await page.getByRole('link', { name: 'Verwachtingen' }).click()
  for (const [label, words] of [['Code of thema', 'Klik'], ['Vraag', 'Hoeveel had u zelf']] as const) {
    const box = page.getByRole('combobox', { name: label })
    await box.fill(words)
    await page.getByRole('option').first().waitFor()
    await box.press('ArrowDown')
    await box.press('Enter')
  }
  await page.getByRole('button', { name: 'Schrijf op' }).click()
  await page.getByText(/^Met “Klik” gemiddeld \d/).waitFor()
  expect(await axe(page)).toEqual([])
  await page.getByRole('button', { name: 'Bekijk in de kruistabel' }).click()
  await grid(page).getByText(/^◆ 0,\d\d$/).click()
  await drawer(page).getByText('Verhalen met “Klik” scoren hoger.').waitFor()
  await page.keyboard.press('Escape')
  await drawer(page).waitFor({ state: 'detached' })
  await page.getByRole('button', { name: '1 rij gekozen' }).click()
  await page.getByText('Alle codes', { exact: true }).click()
  await page.keyboard.press('Escape')
  await page.getByRole('link', { name: 'Codes samen' }).click()
  await grid(page).getByRole('gridcell', { name: 'Expertise, Klik: 41' }).click()
  await drawer(page).getByText(/^Klik en Expertise staan samen in 41 verhalen\./).waitFor()
  await page.getByRole('link', { name: 'Gegevens' }).click()
  const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Excel', exact: true }).first().click()])
  const path = join(home, 'data.xlsx')
  await file.saveAs(path)
  const { Gegevens: rows } = readXlsxRows(readFileSync(path))
  expect([rows!.length, rows!.slice(1).reduce((sum, row) => sum + Number(row[rows![0]!.indexOf('aantal_klik')] ?? 0), 0)]).toEqual([172, 127])
  await page.getByRole('cell', { name: 'gegevens-per-verhaal.xlsx' }).waitFor()
})

test('a triad in zones, means of its shares, groups and a file', async () => {
  const { page, home } = bench()
  await page.getByRole('link', { name: 'Tabel', exact: true }).click()
  await grid(page).waitFor()
  const question = page.getByRole('combobox', { name: 'Kolommen' })
  await question.fill('Waar leunde')
  await page.getByRole('option', { name: /Waar leunde/ }).waitFor()
  await question.press('ArrowDown')
  await question.press('Enter')
  await page.getByRole('heading', { level: 2, name: /Waar leunde/ }).waitFor()
  await grid(page).getByRole('columnheader', { name: /midden/ }).waitFor()
  await shot(page, 'crosstab-triad')
  await page.getByText('Gemiddelden', { exact: true }).click()
  await page.getByRole('columnheader', { name: 'mediaan' }).first().waitFor()
  expect(await axe(page)).toEqual([])
  await shot(page, 'crosstab-means')
  await page.getByRole('button', { name: 'Bewaar tabel' }).click()
  const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('menuitem', { name: /Als CSV/ }).click()])
  const path = join(home, 'table.csv')
  await file.saveAs(path)
  expect(file.suggestedFilename()).toBe('kruistabel.csv')
  expect(existsSync(path)).toBe(true)
  const lines = readFileSync(path, 'utf8').split('\r\n')
  expect(lines[0]).toMatch(/^\uFEFFCode;/)
  expect(lines.find(line => line.startsWith('Klik;'))?.split(';').slice(1, 4).every(part => /^\d+$/.test(part))).toBe(true)
})
