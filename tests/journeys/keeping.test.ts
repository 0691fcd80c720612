// The history and the safety copies as a coder meets them: an act taken back later, the project as it was, and going back.
import { existsSync, readdirSync, renameSync, rmSync, truncateSync } from 'node:fs'
import { appendFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { createStore } from '../../db/open.ts'
import { axe, contactSheet } from '../support/browser.ts'
import { smallDisk } from '../support/small-disk.ts'
import { enterAs, goTo, heading, joinAs, press, saved } from './support/steps.ts'
import { withWorkbench } from './support/workbench.ts'

test('[U4] [K3] [K4] history: undone later, opened as it was; a safety copy is gone back to', async () => {
  await withWorkbench({ sample: true }, async ({ page, dataFolder }) => {
    const pictures: { name: string, picture: Buffer }[] = []
    const shoot = async (name: string) => { if (process.env.DUIDING_SHOTS) pictures.push({ name, picture: await page.screenshot({ animations: 'disabled' }) }) }
    await page.setViewportSize({ width: 1440, height: 900 })
    await enterAs(page, 'Anna de Boer')
    // The one on opening stands before anything is changed, so that the one on request has something new.
    await openingKept(dataFolder)
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
    await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' })
    await page.setViewportSize({ width: 1024, height: 700 })
    await page.reload()
    await newest.getByText('projectgegevens gewijzigd').waitFor()
    expect(await axe(page)).toEqual([])
    await shoot('geschiedenis, lamp')
    await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' })
    await page.setViewportSize({ width: 1440, height: 900 })
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

const mayMount = smallDisk('1m')
mayMount?.gone()

test.skipIf(!mayMount)('[F6] [K5] a full disk, another file in its place and a broken file: each told where one works, with the way on', async () => {
  const disk = smallDisk('6m')!
  try {
    const [path, other] = [join(disk.folder, 'Proef.duiding'), join(disk.folder, 'Ander.duiding')]
    createStore(path, { title: 'Proef' }).close()
    createStore(other, { title: 'Ander' }).close()
    await withWorkbench({ projectFile: path, page: { expectedErrors: /status of (503|422)/ } }, async ({ page, dataFolder }) => {
      const pictures: { name: string, picture: Buffer }[] = []
      const shoot = async (name: string) => { if (process.env.DUIDING_SHOTS) pictures.push({ name, picture: await page.screenshot({ animations: 'disabled' }) }) }
      await joinAs(page, 'Anna de Boer')
      await openingKept(dataFolder) // which tidies the log, and so makes room
      await goTo(page, 'project')
      const title = page.getByRole('textbox', { name: 'Titel' })
      await page.getByRole('row', { name: /bij het openen/ }).first().waitFor()
      await fillUp(disk.folder)
      await title.fill(`Proef zonder plaats ${'x'.repeat(150)}`)
      await title.blur()
      await page.locator('.frame-save[data-state=stuck]').waitFor()
      await page.getByRole('alert').filter({ hasText: 'De schijf is vol.' }).getByText('1 wijziging wacht').waitFor()
      await shoot('vol')
      rmSync(join(disk.folder, 'vulling'))
      await saved(page)
      await page.locator('.frame-project', { hasText: 'Proef zonder plaats' }).waitFor()
      await page.getByRole('alert').filter({ hasText: 'De schijf is vol.' }).waitFor({ state: 'detached' })

      renameSync(other, path)
      await page.getByText('Op de plek van dit project staat nu een ander bestand', { exact: false }).waitFor()
      await shoot('ander bestand')
      await press(page, 'Open wat er nu staat')
      await page.getByText('Je bent de eerste in dit project. Hoe heet je?').waitFor()

      await press(page, 'Ander project')
      await heading(page, 'Samen duiding geven aan verhalen')
      truncateSync(path, 4096 * 5)
      await page.getByRole('button', { name: /^Ander/ }).first().click()
      await page.getByText('Dit projectbestand is niet compleet', { exact: false }).waitFor()
      await shoot('beschadigd')
      await press(page, /^Ga verder met die van/)
      await heading(page, 'Wie ben je?')
      expect(readdirSync(disk.folder).filter(name => name.includes('beschadigd'))).toHaveLength(1)
      await contactSheet('faults', pictures, 1280)
    })
  } finally {
    disk.gone()
  }
})

/** Waits for the safety copy that is made a moment after a project is opened. */
async function openingKept(dataFolder: string): Promise<void> {
  const folder = join(dataFolder, 'snapshots')
  await expect.poll(() => existsSync(folder) && readdirSync(folder, { recursive: true }).some(name => String(name).endsWith('-open.duiding')), { timeout: 20_000 }).toBe(true)
}

/** Leaves so little that not one page can be added to a log. */
async function fillUp(folder: string): Promise<void> {
  const file = join(folder, 'vulling')
  for (const size of [65_536, 4096, 64]) {
    try {
      for (;;) await appendFile(file, Buffer.alloc(size))
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') throw error
    }
  }
}
