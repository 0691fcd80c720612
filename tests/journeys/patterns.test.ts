// From a pattern to its stories and on: few that had a say become a selection, a table within it, a quote; and a line drawn in a triad.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { axe, shot } from '../support/browser.ts'
import { toldTwice, YEARS } from '../support/demostad-twice.ts'
import { enterAs, goTo, saved } from './support/steps.ts'
import { shareWorkbench } from './support/workbench.ts'

const drawer = (page: Page) => page.getByRole('complementary').filter({ has: page.getByRole('button', { name: 'Bewaar als selectie' }) })
const filterMenu = (page: Page) => page.locator('main').getByRole('button', { name: 'Filter', exact: true })
const listed = (page: Page) => page.getByRole('navigation', { name: 'Vragen' })
const middleOf = async (page: Page, name: RegExp) => { const box = (await page.getByRole('button', { name }).locator('.chart-hit').boundingBox())!; return [box.x + box.width / 2, box.y + box.height / 2] as const }

// Its families told twice, so that there are two years to hold against each other.
const prepare = ({ dataFolder }: { dataFolder: string }) => toldTwice(join(dataFolder, 'Demostad.duiding'))
const bench = shareWorkbench({ sample: true, prepare, page: { acceptDownloads: true } }, async ({ page }) => {
  await enterAs(page, 'Anna de Boer')
  await goTo(page, 'patronen')
})

test('a triad: what the line goes round is what opens, with zones and parts by keys', async () => {
  const { page } = bench()
  await listed(page).getByRole('link', { name: 'Wie bepaalde wat er ging gebeuren?' }).click()
  await page.getByText('n = 162 van 171 verhalen · n.v.t. 9').waitFor()
  const box = (await page.locator('.chart-triad.is-big svg').boundingBox())!
  const at = (x: number, y: number) => [box.x + box.width * x, box.y + box.height * y] as const
  await page.mouse.move(...at(0.4, 0.3))
  await page.mouse.down()
  for (const [x, y] of [[0.6, 0.3], [0.62, 0.6], [0.4, 0.62], [0.38, 0.35]] as const) await page.mouse.move(...at(x, y), { steps: 6 })
  await page.mouse.up()
  await drawer(page).getByRole('heading', { name: 'Binnen de getekende lijn' }).waitFor()
  const inside = (await page.locator('.chart-dots.is-inside').getAttribute('d'))!.split('M').length - 1
  expect(inside).toBeGreaterThan(20)
  await drawer(page).getByText(`${inside} verhalen`).waitFor()
  await shot(page, 'patterns-lasso')
  await page.keyboard.press('Escape')
  await drawer(page).waitFor({ state: 'detached' })

  const zone = page.getByRole('button', { name: /^in het midden: \d+ verhalen/ })
  const count = /(\d+) verhalen/.exec((await zone.getAttribute('aria-label'))!)![1]!
  await zone.focus()
  await page.keyboard.press('Enter')
  await drawer(page).locator('.filter-behind-sum', { hasText: `${count} verhalen` }).waitFor()
  await page.keyboard.press('Escape')
  await page.getByRole('radio', { name: 'Tabel' }).check({ force: true })
  await page.getByRole('table', { name: 'Wie bepaalde wat er ging gebeuren?' }).waitFor()
  await page.getByRole('radio', { name: 'Beeld' }).check({ force: true })
  await listed(page).getByRole('link', { name: 'Codes, meest gebruikt eerst' }).click()
  await page.getByRole('button', { name: /^Gezinnen, Klik: 77/ }).waitFor()
  expect(await axe(page)).toEqual([])
  // On paper the bars are there, in the colours of paper, whatever lamp one reads by.
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' })
  expect(await page.locator('.chart-pair-fill').first().evaluate(bar => { const { printColorAdjust, colorScheme } = getComputedStyle(bar); return [printColorAdjust, colorScheme] })).toEqual(['exact', 'light'])
  await page.emulateMedia({ media: 'screen', colorScheme: 'light' })
  await listed(page).getByRole('link', { name: 'Wie antwoordde wat' }).click()
  await page.getByRole('button', { name: 'Hoe tevreden bent u nu over het leven thuis?, Gezinnen, blanco: 4' }).click()
  await drawer(page).locator('.filter-behind-sum', { hasText: '4 verhalen' }).waitFor()
  expect(await axe(page)).toEqual([])
}, 90_000)

test('two scales: what is dragged over opens as many stories as its cells say', async () => {
  const { page } = bench()
  await listed(page).getByRole('link', { name: 'Hoeveel had u zelf te zeggen over de ondersteuning?' }).click()
  const beside = page.getByRole('combobox', { name: 'Naast elkaar' })
  await beside.fill('Werd er naar u')
  await beside.press('Enter')
  await page.getByText('n = 171 van 171 verhalen met een score op beide').waitFor()
  // Row by row from below: three across and three up, from the lower left corner.
  const cells = [0, 1, 2, 10, 11, 12, 20, 21, 22].map(at => page.locator(`[data-cell="${at}"]`))
  const counts = await Promise.all(cells.map(async cell => Number(/: (\d+) verha/.exec((await cell.getAttribute('aria-label'))!)![1])))
  const sum = counts.reduce((all, count) => all + count, 0)
  expect(sum).toBeGreaterThan(3)
  await cells[0]!.hover()
  await page.mouse.down()
  await cells.at(-1)!.hover()
  await page.mouse.up()
  await drawer(page).locator('.filter-behind-sum', { hasText: `${sum} verhalen` }).waitFor()
  expect(await drawer(page).locator('.filter-stories > li').count()).toBe(sum)
  await page.keyboard.press('Escape')
})

test('[X10] two years of one question: a bar of the second opens its stories, and so do the tellers of both', async () => {
  const { page } = bench()
  await page.getByRole('radio', { name: 'Vergelijk metingen' }).check({ force: true })
  await page.getByRole('button', { name: 'Eerst' }).click()
  await page.getByRole('option', { name: YEARS[0] }).click()
  await page.getByRole('region', { name: YEARS[0], exact: true }).waitFor()
  expect(await page.locator('.patterns-multiples h3').allTextContents()).toEqual([...YEARS])
  const bar = page.getByRole('region', { name: YEARS[1], exact: true }).getByRole('button', { name: /^80: \d+ verhalen/ })
  const count = /: (\d+) verhalen/.exec((await bar.getAttribute('aria-label'))!)![1]!
  await bar.press('Enter')
  await drawer(page).getByRole('heading', { name: `${YEARS[1]} · 80` }).waitFor()
  await drawer(page).locator('.filter-behind-sum', { hasText: `${count} verhalen` }).waitFor()
  await page.keyboard.press('Escape')
  await page.getByText('50 vertellers gaven beide keren antwoord').waitFor()
  await page.getByRole('button', { name: 'Lees wat zij beide keren vertelden' }).click()
  await drawer(page).locator('.filter-behind-sum', { hasText: '100 verhalen' }).waitFor()
  expect(await axe(page)).toEqual([])
  await page.keyboard.press('Escape')
  await page.getByRole('radio', { name: 'Beeld' }).check({ force: true })
  await page.getByRole('combobox', { name: 'Naast elkaar' }).fill('Alle verhalen')
  await page.getByRole('combobox', { name: 'Naast elkaar' }).press('Enter')
})

test('[X11] a table of others is pasted beside the stories, with what its numbers are out of', async () => {
  const { page } = bench()
  await listed(page).getByRole('link', { name: 'Registratie' }).click()
  await page.getByRole('button', { name: 'Tabel toevoegen' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Hoe heet de tabel?').fill('Doorverwezen')
  await dialog.getByRole('textbox', { name: 'Over hoeveel gaat het?' }).fill('20')
  await dialog.getByLabel('De getallen').fill('Naar;aantal\nSchool;12\nWijkteam;13')
  await dialog.getByRole('button', { name: 'Bewaar', exact: true }).click()
  await page.getByText('registratie · periode niet bekend · over 20 gevallen').waitFor()
  await page.getByText('Samen zijn het er 25 op 20 gevallen').waitFor()
  expect(await page.getByRole('row', { name: /School/ }).getByRole('cell').allTextContents()).toEqual(['12 (60%)'])
  expect(await axe(page)).toEqual([])
})

test('eleven who had little to say: histogram, stories, selection, table, quote', async () => {
  const { page, home } = bench()
  await goTo(page, 'patronen')
  await page.keyboard.press('Escape')
  await listed(page).getByRole('link', { name: 'Hoeveel had u zelf te zeggen over de ondersteuning?' }).click()
  await page.getByRole('heading', { level: 2, name: 'Hoeveel had u zelf te zeggen over de ondersteuning?' }).waitFor()
  await filterMenu(page).click()
  await page.getByRole('menuitem', { name: /^Gezinnen/ }).click()
  await page.getByText('n = 100 van 100 verhalen').waitFor()
  expect(await page.getByRole('button', { name: '0: 4 verhalen, 4%', exact: true }).count()).toBe(1)
  expect(await axe(page)).toEqual([])
  await shot(page, 'patterns')

  const [from, to] = [await middleOf(page, /^0: 4/), await middleOf(page, /^20: 4/)]
  await page.mouse.move(...from)
  await page.mouse.down()
  await page.mouse.move(...to, { steps: 6 })
  await page.mouse.up()
  await drawer(page).getByText('11 verhalen, 11%').waitFor()
  await drawer(page).getByText(/van 0 tot 25/).waitFor()
  await drawer(page).locator('.filter-stories > li').nth(10).waitFor()
  expect(await drawer(page).locator('.filter-stories > li').count()).toBe(11)
  expect(await axe(page)).toEqual([])
  await drawer(page).getByRole('button', { name: 'Bewaar als selectie' }).click()
  await page.getByRole('dialog').getByLabel('Naam').fill('Weinig te zeggen')
  await page.keyboard.press('Enter')
  await page.getByRole('dialog').waitFor({ state: 'detached' })
  await saved(page)

  // The picture and its numbers leave with the question and n on them.
  for (const [name, ending] of [['Beeld als SVG', 'svg'], ['Beeld als PNG', 'png'], ['Getallen als CSV', 'csv']] as const) {
    await page.getByRole('button', { name: 'Bewaar', exact: true }).click()
    const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('menuitem', { name: new RegExp(`^${name}`) }).click()])
    expect(file.suggestedFilename()).toBe(`invloed.${ending}`)
    await file.saveAs(join(home, `picture.${ending}`))
  }
  const svg = readFileSync(join(home, 'picture.svg'), 'utf8')
  expect(svg).toMatch(/Hoeveel had u zelf te zeggen over de[^<]*<\/text>/)
  expect(svg).toContain('n = 100 van 100 verhalen')
  expect(svg).not.toMatch(/oklch|var\(|class=/)
  expect(readFileSync(join(home, 'picture.png')).subarray(1, 4).toString()).toBe('PNG')
  expect(readFileSync(join(home, 'picture.csv'), 'utf8').split('\r\n').slice(1, 4)).toEqual(['0;4;4', '10;3;3', '20;4;4'])

  await goTo(page, 'kruistabel')
  await page.getByRole('grid').waitFor()
  await filterMenu(page).click()
  await page.getByRole('menuitem', { name: 'Weinig te zeggen' }).click()
  await page.getByText(/n = 11 van 11 verhalen/).waitFor()
  await page.getByRole('grid').locator('td[data-line]').filter({ hasText: /^[1-9]/ }).first().click()
  const quote = page.getByRole('complementary').locator('.filter-quote').first()
  const [address, words] = [await quote.getAttribute('href'), await quote.locator('mark').textContent()]
  await quote.click()
  await page.waitForURL(url => url.hash === address)
  await page.getByText(words!.slice(0, 25)).first().waitFor()
}, 90_000)
