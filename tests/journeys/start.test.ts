// From nothing to a project one works in: made, joined, renamed, copied, opened again; by mouse and by keyboard; in both languages.
import { existsSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { axe, shot } from '../support/browser.ts'
import { goTo, heading, inFrame, joinAs, makeProject, openRecent, press, saved } from './support/steps.ts'
import { withWorkbench } from './support/workbench.ts'

test('a project is made, joined, renamed, copied, left, and found again among the recent ones', async () => {
  await withWorkbench({}, async ({ page, home }) => {
    await heading(page, 'Samen duiding geven aan verhalen')
    expect(await axe(page)).toEqual([])
    await shot(page, 'start')
    await makeProject(page, 'Demostad: meting 2?')
    await shot(page, 'who-first')
    expect(await axe(page)).toEqual([])
    expect(existsSync(join(home, 'Documents', 'Demostad meting 2.duiding'))).toBe(true)
    await joinAs(page, 'Anna de Boer')

    await goTo(page, 'project')
    await page.getByLabel('Titel').fill('Demostad 2026')
    await page.getByLabel('Titel').press('Enter')
    await page.getByRole('button', { name: 'Demostad 2026' }).waitFor()
    await saved(page)
    expect(await axe(page)).toEqual([])
    await shot(page, 'project')

    await press(page, 'Demostad 2026')
    await page.getByRole('menuitem', { name: 'Kopie bewaren…' }).click()
    await page.getByLabel('Naam van de kopie').fill('Naar huis')
    expect(await axe(page)).toEqual([])
    await shot(page, 'save-copy')
    await press(page, 'Bewaar kopie')
    const copy = join(home, 'Documents', 'Naar huis.duiding')
    await page.getByText(`Kopie bewaard: ${copy}`).waitFor()
    expect(existsSync(copy)).toBe(true)

    await press(page, 'Demostad 2026')
    await page.getByRole('menuitem', { name: 'Ander project openen…' }).click()
    await heading(page, 'Samen duiding geven aan verhalen')
    await openRecent(page, 'Demostad 2026')
    await press(page, /Anna de Boer.*vorige keer/)
    await inFrame(page, 'Anna de Boer')
  })
})

test('all of it by keyboard alone', async () => {
  await withWorkbench({}, async ({ page, home }) => {
    const keys = async (...pressed: string[]) => { for (const key of pressed) await page.keyboard.press(key) }
    await heading(page, 'Samen duiding geven aan verhalen')
    await keys('Tab', 'Enter')
    await page.getByRole('dialog', { name: 'Nieuw project' }).waitFor()
    await page.keyboard.type('Met toetsen')
    await page.getByText('Bestand: Met toetsen.duiding').waitFor()
    await keys('Enter')
    await heading(page, 'Wie ben je?')
    await page.keyboard.type('Karim el Idrissi')
    await keys('Tab')
    await page.keyboard.type('Jongerenwerker')
    await keys('Tab', 'Enter')
    await inFrame(page, 'Karim el Idrissi')
    expect(existsSync(join(home, 'Documents', 'Met toetsen.duiding'))).toBe(true)

    await keys('Control+k')
    await page.keyboard.type('over dit')
    await keys('Enter')
    await heading(page, 'Over dit project')
    await page.getByLabel('Titel').focus()
    await keys('Control+a')
    await page.keyboard.type('Anders')
    await keys('Enter', 'Tab', 'Tab') // out of the fields: in a field Ctrl+Z is the field's own
    await page.getByRole('button', { name: 'Anders', exact: true }).waitFor()
    await keys('Control+z')
    await page.getByText('Ongedaan gemaakt: projectgegevens gewijzigd').waitFor()
    await page.getByRole('button', { name: 'Met toetsen', exact: true }).waitFor()
    expect(await page.getByLabel('Titel').inputValue()).toBe('Met toetsen')
    await keys('Control+Shift+z')
    await page.getByRole('button', { name: 'Anders', exact: true }).waitFor()

    await keys('?')
    await page.getByRole('dialog', { name: 'Toetsen' }).waitFor()
    expect(await axe(page)).toEqual([])
    await shot(page, 'keys')
    await keys('Escape', 'Control+k')
    await page.getByRole('dialog', { name: 'Zoek of doe iets' }).waitFor()
    expect(await axe(page)).toEqual([])
    await shot(page, 'palette')
  })
})

test('language, theme and size of the letters take hold at once and are found again in another window', async () => {
  await withWorkbench({ page: { colorScheme: 'light' } }, async ({ page, colleague }) => {
    const ground = (of: Page) => of.evaluate(() => getComputedStyle(document.body).backgroundColor)
    await heading(page, 'Samen duiding geven aan verhalen')
    const paper = await ground(page)
    await press(page, 'Weergave en taal…')
    await page.getByText('Lamp (donker)').click()
    await page.getByText('Groot', { exact: true }).click()
    await page.getByText('English').click()
    await page.getByRole('dialog', { name: 'Display and language' }).waitFor()
    expect(await axe(page)).toEqual([])
    await shot(page, 'settings-lamp-english')
    await press(page, 'Done')
    await heading(page, 'Making sense of stories together')
    const look = (of: Page) => of.evaluate(() => ({ lang: document.documentElement.lang, size: document.documentElement.style.fontSize, theme: document.documentElement.dataset.theme }))
    expect(await look(page)).toEqual({ lang: 'en', size: '115%', theme: 'dark' })
    expect(await ground(page)).not.toBe(paper)
    expect(await axe(page)).toEqual([])
    await shot(page, 'start-lamp-english')
    await page.waitForResponse(response => response.url().endsWith('/call/desk.remember'), { timeout: 2000 }).catch(() => undefined)
    await colleague(async other => {
      await heading(other, 'Making sense of stories together')
      expect(await look(other)).toEqual({ lang: 'en', size: '115%', theme: 'dark' })
    })
  })
})

test('a recent project that is gone says so, cannot be pressed, and can be taken off the list', async () => {
  await withWorkbench({}, async ({ page, home }) => {
    await makeProject(page, 'Verdwijnt')
    await press(page, 'Ander project')
    await heading(page, 'Samen duiding geven aan verhalen')
    rmSync(join(home, 'Documents', 'Verdwijnt.duiding'))
    await page.reload()
    const line = page.getByRole('button', { name: /^Verdwijnt.*Niet gevonden op deze plek/ })
    await line.waitFor()
    expect(await line.isDisabled()).toBe(true)
    expect(await axe(page)).toEqual([])
    await press(page, 'Haal Verdwijnt uit deze lijst')
    await page.getByText('Projecten die je opent, vind je hier de volgende keer terug.').waitFor()
  })
})

test('a name that looks like somebody who is there is asked about first', async () => {
  await withWorkbench({}, async ({ page }) => {
    await makeProject(page, 'Namen')
    await joinAs(page, 'Anna de Boer')
    await press(page, /^AB/)
    await page.getByRole('menuitem', { name: 'Wissel van codeur…' }).click()
    await heading(page, 'Wie ben je?')
    await press(page, 'Ik sta er niet bij')
    await page.getByLabel('Je naam').fill('Anna d. Boer')
    await press(page, 'Doe mee')
    await page.getByText('Deze naam lijkt op iemand die er al is. Ben jij dat?').waitFor()
    expect(await axe(page)).toEqual([])
    await shot(page, 'who-similar')
    await press(page, 'Ja, ik ben Anna de Boer')
    await inFrame(page, 'Anna de Boer')
    await goTo(page, 'project')
    await page.getByRole('rowheader', { name: /Anna de Boer/ }).waitFor()
    expect(await page.getByRole('rowheader').count()).toBe(1)
  })
})

test('opening by the file browser: up, into a folder, and the file', async () => {
  await withWorkbench({}, async ({ page }) => {
    await makeProject(page, 'Te vinden')
    await press(page, 'Ander project')
    await press(page, 'Project openen')
    await page.getByRole('row', { name: 'Documents' }).waitFor()
    expect(await axe(page)).toEqual([])
    await page.getByRole('row', { name: 'Documents' }).focus()
    await page.keyboard.press('Enter')
    await page.getByRole('row', { name: 'Te vinden.duiding' }).waitFor()
    await shot(page, 'browse')
    await press(page, 'Een map omhoog')
    await page.getByRole('row', { name: 'Documents' }).click()
    await page.getByRole('row', { name: 'Te vinden.duiding' }).click()
    await heading(page, 'Wie ben je?')
  })
})
