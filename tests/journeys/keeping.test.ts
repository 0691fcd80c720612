// The history and the safety copies as a coder meets them: an act taken back later, the project as it was, and going back.
import { readdirSync } from 'node:fs'
import { expect, test } from 'vitest'
import { axe, contactSheet } from '../support/browser.ts'
import { enterAs, goTo, heading } from './support/steps.ts'
import { withWorkbench } from './support/workbench.ts'

test('[U4] [K3] [K4] history: undone later, opened as it was; a safety copy is gone back to', async () => {
  await withWorkbench({ sample: true }, async ({ page, dataFolder }) => {
    const pictures: { name: string, picture: Buffer }[] = []
    const shoot = async (name: string) => { if (process.env.DUIDING_SHOTS) pictures.push({ name, picture: await page.screenshot({ animations: 'disabled' }) }) }
    await page.setViewportSize({ width: 1440, height: 900 })
    await enterAs(page, 'Anna de Boer')
    await goTo(page, 'project')
    const title = page.getByRole('textbox', { name: 'Titel' })
    await title.fill('Demostad, herzien')
    await title.blur()
    await page.getByRole('button', { name: 'Maak er nu een' }).click()
    await page.getByText('Veiligheidskopie gemaakt.').waitFor()
    await title.fill('Demostad, nog eens')
    await title.blur()
    await page.locator('.frame-project', { hasText: 'Demostad, nog eens' }).waitFor()

    await page.locator('.frame-project', { hasText: 'Demostad, nog eens' }).click()
    await page.getByRole('menuitem', { name: 'Geschiedenis…' }).click()
    await heading(page, 'Geschiedenis')
    const newest = page.locator('.history-act').first()
    await newest.getByText('projectgegevens gewijzigd').waitFor()
    expect(await axe(page)).toEqual([])
    await shoot('geschiedenis')
    await newest.getByRole('button', { name: /^Ongedaan maken/ }).click()
    await page.locator('.frame-project', { hasText: 'Demostad, herzien' }).waitFor()

    await goTo(page, 'project')
    await page.getByRole('heading', { name: 'Veiligheidskopieën' }).scrollIntoViewIfNeeded()
    await page.getByRole('textbox', { name: 'Titel' }).fill('Iets heel anders')
    await page.getByRole('textbox', { name: 'Titel' }).blur()
    await page.locator('.frame-project', { hasText: 'Iets heel anders' }).waitFor()
    await page.getByRole('heading', { name: 'Veiligheidskopieën' }).scrollIntoViewIfNeeded()
    await shoot('veiligheidskopieen')
    await page.getByRole('row', { name: /op verzoek/ }).getByRole('button', { name: /^Terug naar/ }).click()
    await shoot('terug')
    await page.getByRole('button', { name: 'Zet terug' }).click()
    await page.locator('.frame-project', { hasText: 'Demostad, herzien' }).waitFor()
    await page.getByRole('row', { name: /voor het teruggaan/ }).waitFor()

    await goTo(page, 'geschiedenis')
    await page.getByRole('button', { name: /^Open de stand van toen, na: projectgegevens gewijzigd/ }).last().click()
    await page.getByText(/Dit is een kopie van het project zoals het was/).waitFor()
    await heading(page, 'Wie ben je?')
    await shoot('kopie')
    expect(readdirSync(dataFolder).filter(name => /^Demostad \(.*\)\.duiding$/.test(name))).toHaveLength(1)
    await contactSheet('keeping', pictures, 1440)
  })
})
