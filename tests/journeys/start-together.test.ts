// Two windows on one project, and a host that goes away: nothing is lost, nothing is said that is not so.
import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { startHost } from '../../server/start.ts'
import { axe, shot } from '../support/browser.ts'
import { builtWindow } from './support/built-window.ts'
import { enterAs, goTo, heading, inFrame, joinAs, makeProject, openRecent, press, saved } from './support/steps.ts'
import { shareWorkbench, withWorkbench } from './support/workbench.ts'

const title = (page: Page) => page.getByLabel('Titel')
const named = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).waitFor()

describe('in one project', () => {
  const bench = shareWorkbench({}, async ({ page }) => {
    await makeProject(page, 'Samen')
    await joinAs(page, 'Anna de Boer')
    await goTo(page, 'project')
  })

  test('[W3] a colleague’s change arrives by itself, but never in the field one is writing in', async () => {
    const { page, colleague } = bench()
    await colleague(async other => {
      await openRecent(other, 'Samen')
      await joinAs(other, 'Karim el Idrissi')
      await page.getByRole('rowheader', { name: /Karim/ }).waitFor()
      // Karim may not change the project, until Anna gives him the role for it.
      await goTo(other, 'project')
      await other.getByText(/^Met jouw rol kun je het project bekijken/).waitFor()
      expect(await axe(other)).toEqual([])
      await press(page, /Rol van Karim/)
      await page.getByRole('option', { name: 'Onderzoekt' }).click()
      await other.getByText(/^Met jouw rol kun je het project bekijken/).waitFor({ state: 'detached' })

      await title(page).fill('Half geschre')
      await title(other).fill('Van Karim')
      await title(other).press('Enter')
      await named(page, 'Van Karim')
      expect(await title(page).inputValue()).toBe('Half geschre')
      await title(page).press('Escape')
      expect(await title(page).inputValue()).toBe('Van Karim')

      // Undo is one's own: Anna has only the role she gave, Karim the title.
      await page.locator('h1').click()
      await page.keyboard.press('Control+z')
      await page.getByText('Ongedaan gemaakt: gegevens van een codeur gewijzigd').waitFor()
      await named(page, 'Van Karim')
      await other.getByText(/^Met jouw rol kun je het project bekijken/).waitFor()
    })
  })

  test('everybody writes about themselves, and the others see it', async () => {
    const { page, colleague } = bench()
    await page.getByRole('button', { name: 'Jij bent Anna de Boer' }).waitFor()
    await colleague(async other => {
      await openRecent(other, 'Van Karim')
      await enterAs(other, 'Karim el Idrissi')
      await goTo(other, 'project')
      await other.getByLabel('Letters').fill('KEI')
      await other.getByLabel('Letters').press('Enter')
      await other.getByLabel('Waar kijk je vanuit?').fill('Ik groeide op in deze wijk.')
      await other.getByLabel('Wat breng je mee?').fill('Jongerenwerker')
      await other.getByLabel('Wat breng je mee?').blur()
      await saved(other)
      await page.getByRole('rowheader', { name: /Karim el Idrissi.*Jongerenwerker/ }).waitFor()
      expect(await page.getByRole('row').filter({ hasText: 'Karim' }).getByRole('cell').first().innerText()).toBe('KEI')
      await other.reload()
      await inFrame(other, 'Karim el Idrissi')
      expect(await other.getByLabel('Waar kijk je vanuit?').inputValue()).toBe('Ik groeide op in deze wijk.')
      expect(await axe(other)).toEqual([])
      await shot(other, 'yourself')
    })
  })

  test('the last one who leads cannot lay that down, and is told why', async () => {
    // A refusal is an answer with a status of its own, which the browser writes down.
    const { page, expectErrors } = bench()
    expectErrors(/status of 409/)
    await press(page, /Rol van Anna/)
    await page.getByRole('option', { name: 'Leest mee' }).click()
    await page.getByText('Iemand moet het project leiden. Geef die rol eerst aan een ander.').waitFor()
    expect(await page.getByRole('button', { name: /Rol van Anna/ }).textContent()).toContain('Leidt het project')
    await page.getByText('Laat elkaars coderingen pas zien').click()
    await page.getByRole('checkbox', { name: /Laat elkaars/, checked: true }).waitFor()
    await page.reload()
    await page.getByRole('checkbox', { name: /Laat elkaars/, checked: true }).waitFor()
    await saved(page)
  })

  test('[W6] a duplicated tab is a window of its own', async () => {
    const { page, host } = bench()
    const kept = await page.evaluate(() => Object.fromEntries(Object.entries(sessionStorage)) as Record<string, string>)
    const copy = await page.context().newPage()
    await copy.addInitScript(items => { if (!sessionStorage.getItem('duiding.window')) for (const [key, value] of Object.entries(items)) sessionStorage.setItem(key, value) }, kept)
    await copy.goto(new URL(host.url).origin)
    await inFrame(copy, 'Anna de Boer')
    const ids = await Promise.all([page, copy].map(one => one.evaluate(() => sessionStorage.getItem('duiding.window'))))
    expect(ids[0]).toBe(kept['duiding.window'])
    expect(ids[1]).not.toBe(ids[0])
    await press(copy, 'Van Karim')
    await copy.getByRole('menuitem', { name: 'Ander project openen…' }).click()
    await heading(copy, 'Samen duiding geven aan verhalen')
    await page.reload()
    await inFrame(page, 'Anna de Boer')
    await copy.close()
  })
})

test('[W1] [W4] a host that goes away and comes back: said at once, changes wait, go through, and the window enters again by itself', async () => {
  const expectedErrors = /Failed to load resource|WebSocket connection|ERR_CONNECTION_REFUSED/
  await withWorkbench({ page: { expectedErrors } }, async ({ page, host, dataFolder }) => {
    await makeProject(page, 'Weg en terug')
    await joinAs(page, 'Anna de Boer')
    await goTo(page, 'project')
    await title(page).waitFor()
    await host.close()
    await page.locator('.frame-save[data-state=offline]').waitFor()
    await title(page).fill('Eerst dit')
    await title(page).press('Enter')
    await title(page).fill('Geschreven zonder verbinding')
    await title(page).press('Enter')
    await press(page, /geen verbinding/)
    await page.getByText('2 wijzigingen wachten.').waitFor()
    expect(await axe(page)).toEqual([])
    await shot(page, 'offline')
    await page.keyboard.press('Escape')

    const again = await startHost({ dataFolder, port: host.port, rendererFolder: await builtWindow() })
    try {
      await page.locator('.frame-save[data-state=stranger]').waitFor()
      // The coder opens Duiding again in the same browser: the first window is known again.
      const second = await page.context().newPage()
      second.setDefaultTimeout(8000)
      await second.goto(again.url)
      await heading(second, 'Samen duiding geven aan verhalen')
      await saved(page)
      await named(page, 'Geschreven zonder verbinding')
      await second.reload()
      await openRecent(second, 'Geschreven zonder verbinding')
      await enterAs(second, 'Anna de Boer')
      await named(second, 'Geschreven zonder verbinding')
      await goTo(second, 'project')
      await title(second).fill('Live')
      await title(second).press('Enter')
      await named(page, 'Live')
    } finally {
      await again.close()
    }
  })
})

