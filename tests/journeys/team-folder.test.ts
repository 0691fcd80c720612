// Two colleagues on a project in a synchronised folder, each with a Duiding of their own: told where it lies, "gedeeld" only when it is so,
// a colleague's work by itself, and plain words when the folder is away.
import { copyFileSync, mkdirSync, renameSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { startHost } from '../../server/start.ts'
import { newId } from '../../shared/domain/ids.ts'
import { axe, contactSheet } from '../support/browser.ts'
import { enter } from '../support/enter.ts'
import { smallStudy } from './support/small-study.ts'
import { enterAs, goTo } from './support/steps.ts'
import { withWorkbench } from './support/workbench.ts'

const team = { pace: { poll: 200, thorough: 4 }, patience: 800 }

test('[T8] [T10] a project in a synchronised folder: said on opening, shared truthfully, and plain when the folder is away', async () => {
  const prepare = ({ home }: { home: string }) => {
    const folder = join(home, 'Nextcloud', 'werk')
    mkdirSync(folder, { recursive: true })
    copyFileSync(smallStudy(join(home, 'Documents')).file, join(folder, 'Proef.duiding'))
    return { projectFile: join(folder, 'Proef.duiding') }
  }
  await withWorkbench({ prepare, team }, async ({ page, home }) => {
    const pictures: { name: string, picture: Buffer }[] = []
    const look = async (name: string): Promise<void> => { if (process.env.DUIDING_SHOTS) pictures.push({ name, picture: await page.screenshot({ animations: 'disabled' }) }) }
    const mark = (state: string) => page.locator(`.frame-save[data-state=${state}]`)
    const [folder, file] = [join(home, 'Nextcloud', 'werk'), join(home, 'Nextcloud', 'werk', 'Proef.duiding')]
    await enterAs(page, 'Anna de Boer')
    await page.getByText('Dit project staat in Nextcloud.').waitFor()
    await mark('shared').waitFor()
    await look('opened')

    const bram = await startHost({ dataFolder: join(home, 'bram'), rendererFolder: home, team })
    try {
      const window = await enter(bram.url)
      await window.desk('desk.open', { path: file })
      await window.desk('desk.enter', { coder: (await window.call('coder.list', {})).find(({ name }) => name === 'Bram Visser')!.id })
      await goTo(page, 'codes')
      await window.call('code.create', { id: newId(), name: 'vertrouwen' })
      await page.getByText('vertrouwen').first().waitFor()
    } finally {
      await bram.close()
    }

    renameSync(folder, `${folder} (weg)`)
    await page.locator('.frame-save[data-attention]').waitFor()
    await goTo(page, 'project')
    await page.getByLabel('Titel').fill('Proef samen')
    await page.keyboard.press('Tab')
    await mark('unshared').waitFor()
    await page.locator('.project').getByText('De teammap is niet te bereiken.').waitFor()
    await page.getByRole('heading', { name: 'Delen via een teammap' }).scrollIntoViewIfNeeded()
    await look('away')
    await mark('unshared').click()
    await page.getByRole('dialog').getByText('1 wijziging is hier bewaard en gaat nog naar de teammap.').waitFor()
    expect(await axe(page)).toEqual([])
    await look('mark')
    await page.keyboard.press('Escape')

    renameSync(`${folder} (weg)`, folder)
    await mark('shared').waitFor()
    await page.getByText('Alles wat hier is gedaan, staat in de teammap.').waitFor()
    expect(await axe(page)).toEqual([])
    await look('shared')
    await contactSheet('team-folder', pictures, 1440)
  })
})
