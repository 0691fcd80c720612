// A laptop comes back: its copy is brought in through the window, and what two people did to the same things is settled there.
import { copyFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openStore } from '../../db/open.ts'
import { newId, type Id } from '../../shared/domain/ids.ts'
import { axe, contactSheet } from '../support/browser.ts'
import { callIn, makeTemplate, type Copy } from '../support/random-copies.ts'
import { enterAs, goTo, heading } from './support/steps.ts'
import { withWorkbench } from './support/workbench.ts'

/** The office and the laptop, each with a definition of its own for Klik, and with codes that got in each other's way. */
async function prepareCopies(folder: string): Promise<string> {
  const template = await makeTemplate(folder)
  const open = (name: string): Copy => {
    copyFileSync(template, join(folder, `${name}.duiding`))
    return { path: join(folder, `${name}.duiding`), store: openStore(join(folder, `${name}.duiding`)), profile: join(folder, `.${name}`) }
  }
  const [office, laptop] = [open('kantoor'), open('laptop')]
  const [anna, bram] = office.store.all<{ id: Buffer }>('SELECT id FROM coder ORDER BY num').map(({ id }) => id.toString('base64url')) as [Id, Id]
  const [klik, tijd, regie] = (await callIn(office, anna, 'code.list', {})).map(({ id }) => id) as [Id, Id, Id]
  await callIn(office, anna, 'code.change', { code: klik, definition: 'Als het meteen goed zat tussen gezin en hulpverlener.' })
  await callIn(laptop, bram, 'code.change', { code: klik, definition: 'Als iemand zich gezien voelt, ook na een stroef begin.' })
  await callIn(office, anna, 'code.move', { code: tijd, parent: regie, before: null })
  await callIn(laptop, bram, 'code.move', { code: regie, parent: tijd, before: null })
  for (const [copy, coder] of [[office, anna], [laptop, bram]] as const) await callIn(copy, coder, 'code.create', { id: newId(), name: 'Vertrouwen' })
  const story = await callIn(laptop, bram, 'story.read', { story: (await callIn(laptop, bram, 'story.list', {})).rows[0]!.id })
  const { id: text, body } = story.texts[0]!
  await callIn(laptop, bram, 'coding.apply', { fragment: { text, revision: 1, start: 0, end: 4, quote: body.slice(0, 4) }, codes: [{ coding: newId(), code: tijd }] })
  for (const { store } of [office, laptop]) store.close()
  return office.path
}

test('[N8] [N4] the laptop’s copy comes in with a few presses, and what needs a choice is chosen in the window', async () => {
  const prepare = async ({ home }: { home: string }) => ({ projectFile: await prepareCopies(join(home, 'Documents')) })
  await withWorkbench({ prepare }, async ({ page, colleague }) => {
    const pictures: { name: string, picture: Buffer }[] = []
    const look = async (name: string, looked = true): Promise<void> => {
      if (looked) expect(await axe(page)).toEqual([])
      if (process.env.DUIDING_SHOTS) pictures.push({ name, picture: await page.screenshot({ animations: 'disabled' }) })
    }
    await enterAs(page, 'Anna de Boer')
    await goTo(page, 'project')
    await page.getByRole('button', { name: 'Samenvoegen met een kopie…' }).click()
    await page.getByRole('row', { name: /Documents/ }).dblclick()
    await look('choose')
    await page.getByRole('row', { name: /laptop/ }).dblclick()
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('heading', { name: 'Dit komt erbij' }).waitFor()
    expect(await dialog.getByRole('row', { name: /Bram Visser/ }).innerText()).toMatch(/Bram Visser\s+1\s+4/)
    await look('preview')
    await dialog.getByRole('button', { name: 'Haal binnen' }).click()
    await dialog.getByRole('heading', { name: 'Samengevoegd' }).waitFor()
    await dialog.getByText('Er zijn 3 dingen om samen te beslissen.').waitFor()
    await look('report')
    await colleague(async other => {
      await enterAs(other, 'Bram Visser')
      await goTo(other, 'samenvoegen')
      await other.getByText('Als iemand zich gezien voelt').waitFor()
      await dialog.getByRole('button', { name: 'Bekijk' }).click()
      await heading(page, 'Samen beslissen')
      await look('settle')
      await page.emulateMedia({ colorScheme: 'dark' })
      await page.setViewportSize({ width: 1024, height: 700 })
      await look('settle, dark and small', false) // its colours are fading in still
      await page.getByRole('button', { name: 'Houd deze: Als het meteen goed zat tussen gezin en hulpverlener.' }).click()
      await page.getByRole('button', { name: 'Voeg samen: Vertrouwen' }).click()
      await page.getByText('Twee keer veranderd').waitFor({ state: 'detached' })
      await page.getByText('Codes met dezelfde naam').waitFor({ state: 'detached' })
      await other.getByText('Als iemand zich gezien voelt').waitFor({ state: 'detached' })
    })
    await page.getByRole('link', { name: 'Naar het codeboek' }).click()
    await page.getByText('Als het meteen goed zat tussen gezin en hulpverlener.').first().waitFor()
    await contactSheet('merging', pictures, 1440)
  })
})
