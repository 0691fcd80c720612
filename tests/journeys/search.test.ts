// Searching in a real window: from a key to the hit in its story, words in context, words counted, and suggestions that can be switched off.
import { expect, test } from 'vitest'
import { axe, shot } from '../support/browser.ts'
import { sitDown, smallStudy, type Study } from './support/small-study.ts'
import { withWorkbench } from './support/workbench.ts'

test('[Z2] words are found from a key on, in stories, answers and memos; a hit opens its story there', async () => {
  let study: Study | undefined
  await withWorkbench({ prepare: ({ home }) => { study = smallStudy(home); return { projectFile: study.file } } }, async ({ page }) => {
    // As in a large project, where the words are long in being listed: nothing is said to stand nowhere.
    await page.route('**/call/search.state', async route => route.fulfill({ body: (await (await route.fetch()).text()).replace('"ready"', '"building"') }))
    await sitDown(page, 'Anna de Boer')
    await page.keyboard.press('Control+Shift+F')
    await page.getByRole('heading', { level: 1, name: 'Zoeken in verhalen' }).waitFor()
    await page.keyboard.type('xylofoon')
    await page.locator('.search-count').waitFor({ state: 'attached' })
    expect(await page.locator('.search-hits').textContent()).toBe('')
    await page.keyboard.press('Control+a')
    await page.keyboard.type('luisterde')
    await page.getByText('In 1 verhaal.').waitFor()
    const snippets = page.locator('.search-snippet')
    await expect.poll(() => snippets.locator('mark').allTextContents()).toEqual(['luisterde', 'luisterde'])
    expect(await axe(page)).toEqual([])
    await shot(page, 'search')
    await page.getByRole('tab', { name: 'In de zin' }).click()
    await page.getByText('op wat erna komt').click()
    await expect.poll(() => page.locator('.search-line mark').count()).toBe(2)
    await shot(page, 'search-lines')
    await page.getByRole('tab', { name: 'Vaak gebruikte woorden' }).click()
    await page.getByRole('button', { name: 'Laat “school” weg' }).click()
    await page.getByRole('button', { name: 'Laat “school” weg' }).waitFor({ state: 'detached' })
    expect(await axe(page)).toEqual([])
    await page.getByRole('tab', { name: 'Staat er vaak bij' }).click()
    await page.getByText('2 keer gevonden. Vlakbij is: hooguit vijf woorden ervoor of erna.').waitFor()
    await page.getByRole('tab', { name: 'Lijkt erop' }).click()
    await page.getByText('Voorstellen aan voor dit project').click()
    await page.getByRole('combobox', { name: /Zoek stukken/ }).waitFor({ state: 'detached' })
    await page.getByRole('tab', { name: 'Per verhaal' }).click()
    await page.getByRole('link', { name: /nieuw/ }).click()
    await page.getByRole('heading', { level: 1, name: 'Verhaal 1' }).waitFor()
  })
})
