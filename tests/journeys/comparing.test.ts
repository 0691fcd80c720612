// Comparing coders as a conversation: two read one passage differently, talk about it, and put what they agree on in the shared layer;
// nobody's own codings change, and Lezen shows the layer by itself.
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { axe, shot } from '../support/browser.ts'
import { MAIN, sitDown, smallStudy } from './support/small-study.ts'
import { goTo, saved } from './support/steps.ts'
import { withWorkbench } from './support/workbench.ts'

const [ANNA, BRAM] = ['Anna de Boer', 'Bram Visser']
const at = (words: string) => ({ start: MAIN.indexOf(words), end: MAIN.indexOf(words) + words.length })
const study = (home: string) => ({
  projectFile: smallStudy(home, {
    stories: [
      {
        body: MAIN, group: 'gezinnen', doneBy: [ANNA, BRAM], codings: [
          { coder: ANNA, code: 'klik', ...at('Toen viel het kwartje.') }, { coder: BRAM, code: 'klik', ...at('Toen viel het kwartje.') },
          { coder: ANNA, code: 'klik', ...at('Ze luisterde echt naar mij') }, { coder: BRAM, code: 'expertise', ...at('Ze luisterde echt naar mij') },
          { coder: ANNA, code: 'school', ...at('weer naar school') }, { coder: BRAM, code: 'school', ...at('naar school, met een buddy') }
        ]
      },
      { body: 'Niemand belde terug.', group: 'gezinnen', doneBy: [ANNA] }
    ]
  }).file
})

const place = (page: Page, kind: string) => page.locator('.compare-place').filter({ hasText: kind })
/** How many stretches of the text are painted so. */
const painted = (page: Page, name: string) => page.evaluate(paint => (CSS.highlights.get(paint)?.size ?? 0), name)

test('a difference becomes a talk with an outcome, and what is agreed on becomes the shared layer', async () => {
  await withWorkbench({ prepare: ({ home }) => study(home) }, async ({ page }) => {
    await sitDown(page, ANNA)
    await goTo(page, 'samen/weg') // the address of no story: the first one stands
    await place(page, 'Een andere code').waitFor()
    await page.locator('.compare-list-head').getByText('2 verschillen · 1 gelijk').waitFor()
    await expect.poll(() => Promise.all(['same', 'edges', 'some', 'other'].map(kind => painted(page, `duiding-spot-${kind}`)))).toEqual([1, 1, 0, 1])
    expect(await page.locator('.reader-lane').count()).toBe(2)

    // By keys: to the first difference, a question, and on the table with it.
    await page.keyboard.press(']')
    await page.locator('.compare-place[data-active]').getByRole('button', { name: 'Begin een gesprek' }).waitFor()
    expect(await painted(page, 'duiding-spot-chosen')).toBe(1)
    await page.keyboard.press('g')
    await page.getByLabel('Wat wil je bespreken?').fill('Is luisteren klik of kunde?')
    await page.keyboard.press('Control+Enter')
    await page.getByRole('button', { name: 'Rond af: Is luisteren klik of kunde?' }).click()
    expect(await axe(page)).toEqual([])
    await page.getByText('We hebben iets geleerd').click()
    await page.getByLabel('In eigen woorden').fill('Luisteren is hier allebei.')
    await page.locator('.compare-talk').getByRole('button', { name: 'Rond af' }).click()
    await page.locator('.compare-outcome').getByText('Luisteren is hier allebei.').waitFor()

    // Both codes for the one, all the words for the other, and what was alike; then the story is talked over.
    await page.getByRole('button', { name: /^Neem over ?: Beide codes/ }).click()
    await place(page, 'Een andere code').getByText('Staat in de gezamenlijke laag').waitFor()
    await place(page, 'Zelfde code, andere woorden').getByRole('button').first().click()
    await page.getByRole('button', { name: /^Neem over ?: Alle woorden samen/ }).click()
    await place(page, 'Zelfde code, andere woorden').getByText('Staat in de gezamenlijke laag').waitFor()
    await page.getByRole('button', { name: 'Neem verhaal over' }).click()
    await page.getByRole('menuitem', { name: '1 gelijke plek' }).click()
    await expect.poll(() => page.getByRole('button', { name: 'Neem verhaal over' }).isDisabled()).toBe(true)
    await page.getByRole('button', { name: 'Samen besproken' }).click()
    await page.getByRole('button', { name: 'Besproken', exact: true }).waitFor()
    await shot(page, 'comparing')
    await saved(page)

    await page.getByRole('link', { name: 'Gesprekken' }).click()
    await page.getByRole('heading', { name: /Afgeronde gesprekken/ }).waitFor()
    expect(await page.locator('.compare-talk .compare-quote').allInnerTexts()).toEqual(['Ze luisterde echt naar mij'])

    await page.getByRole('link', { name: 'Verhaal 1', exact: true }).click()
    await page.locator('.compare-place[data-active]').waitFor()
    await page.getByRole('button', { name: 'Lees in Lezen' }).click()
    const shown = (what: string) => page.locator(what).evaluateAll(all => all.map(one => one.textContent?.trim()).toSorted())
    await expect.poll(() => shown('.reader-initials')).toEqual(['An', 'An', 'An', 'Br', 'Br', 'Br'])
    await page.getByRole('button', { name: 'Gezamenlijke laag' }).click()
    await expect.poll(() => shown('.reader-name')).toEqual(['expertise ∩', 'klik ∩', 'klik ∩', 'school ∩'])
  })
})
