// Several coders on one project: two windows and a command line; and a colleague over the network, who loses the host for a while
// and even closes the tab. Nothing jumps, nothing is lost.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { openStore } from '../../db/open.ts'
import { startHost } from '../../server/start.ts'
import { axe, openBrowser, shot } from '../support/browser.ts'
import { duiding } from '../support/cli.ts'
import { builtWindow } from './support/built-window.ts'
import { goTo, press, second } from './support/steps.ts'
import { MAIN, sitDown, smallStudy, type Study } from './support/small-study.ts'
import { withWorkbench } from './support/workbench.ts'

const story = (page: Page) => page.getByRole('textbox', { name: 'Verhaal 1', exact: true })
const margin = (page: Page, code: string, coder: string) => page.getByRole('toolbar', { name: 'Coderingen in de marge' }).getByRole('button', { name: new RegExp(`^${code} .*door ${coder}`) })
const selected = (page: Page) => page.evaluate(() => String(document.getSelection()))

/** Selects a word of the main text as one does: with two clicks. */
async function pickWord(page: Page, word: string): Promise<void> {
  const at = await page.evaluate(wanted => {
    const walker = document.createTreeWalker(document.querySelector('.reader.is-page .reader-text')!, NodeFilter.SHOW_TEXT)
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const start = node.textContent!.indexOf(wanted)
      if (start < 0) continue
      const range = document.createRange()
      range.setStart(node, start)
      range.setEnd(node, start + wanted.length)
      const { left, top, width, height } = range.getBoundingClientRect()
      return { x: left + width / 2, y: top + height / 2 }
    }
    throw new Error(`no ${wanted}`)
  }, word)
  await page.mouse.dblclick(at.x, at.y)
  await page.getByRole('toolbar', { name: 'Met de geselecteerde woorden' }).waitFor()
  expect(await selected(page)).toBe(word)
}

/** Gives when it was pressed. */
async function giveCode(page: Page, code: string): Promise<number> {
  await page.keyboard.press('c')
  const picker = page.getByRole('dialog', { name: 'Kies een code' })
  await picker.getByRole('combobox').fill(code)
  const pressed = performance.now()
  await page.keyboard.press('Enter')
  await picker.waitFor({ state: 'detached' })
  return pressed
}

/** Milliseconds until it shows. */
async function shows(page: Page, code: string, coder: string, began = performance.now()): Promise<number> {
  await margin(page, code, coder).waitFor()
  return performance.now() - began
}

test('[L1] [R1] two windows and the command line on one project: each sees the others within a second, and an open selection stays', async () => {
  let study!: Study
  await withWorkbench({ prepare: ({ home }) => { study = smallStudy(home); return { projectFile: study.file } } }, async ({ page, colleague, home }) => {
    await sitDown(page, 'Anna de Boer')
    await goTo(page, `lezen/${study.id('#1')}`)
    await story(page).waitFor()
    await colleague(async other => {
      await sitDown(other, 'Bram Visser')
      await goTo(other, `lezen/${study.id('#1')}`)
      await story(other).waitFor()
      await page.getByText('Bram Visser leest dit verhaal').waitFor()
      await other.getByText('Anna de Boer leest dit verhaal').waitFor()
      await page.getByRole('option', { name: /nu open bij Bram Visser/ }).waitFor()

      await pickWord(page, 'kwartje')
      const [quote] = ['Ze luisterde echt naar mij']
      writeFileSync(join(home, 'coderingen.csv'), `story,start,end,quote,code,coder\ns1,${MAIN.indexOf(quote)},${MAIN.indexOf(quote) + quote.length},${quote},expertise,Bram Visser\n`)
      const writing = duiding(home, 'code-import', study.file, 'coderingen.csv')
      await expect.poll(() => isWritten(study, 'expertise'), { interval: 10, timeout: 20_000 }).toBe(true)
      const seen = await Promise.all([shows(page, 'expertise', 'Bram'), shows(other, 'expertise', 'Bram')])
      expect(seen.filter(waited => waited > second())).toEqual([])
      expect(await writing).toMatchObject({ code: 0, err: '' })
      expect(await selected(page)).toBe('kwartje')

      await pickWord(other, 'moeder')
      expect(await shows(page, 'school', 'Bram', await giveCode(other, 'school'))).toBeLessThan(second())
      expect(await selected(page)).toBe('kwartje')
      expect(await shows(other, 'thuis', 'Anna', await giveCode(page, 'thuis'))).toBeLessThan(second())
      expect(await axe(page)).toEqual([])
      await shot(page, 'together')
    })
    await page.getByText('Bram Visser leest dit verhaal').waitFor({ state: 'detached' })
  })
})

function isWritten(study: Study, code: string): boolean {
  const store = openStore(study.file, { readonly: true })
  try {
    return store.get('SELECT 1 FROM coding c JOIN code k ON k.num = c.code WHERE k.name = ?', [code]) !== undefined
  } finally {
    store.close()
  }
}

test('[G1] [G3] [W7] a colleague joins in a browser, goes on while the host is away, closes the tab, and loses nothing; removed is out', async () => {
  let study!: Study
  // Refusals have a status of their own, and a host that is away is no fault of the page: the browser writes both down.
  const expectedErrors = /Failed to load resource|WebSocket connection|ERR_/
  await withWorkbench({ page: { expectedErrors }, lanAddress: '127.0.0.1', prepare: ({ home }) => { study = smallStudy(home); return { projectFile: study.file } } }, async ({ page, host, dataFolder }) => {
    await sitDown(page, 'Anna de Boer')
    await goTo(page, 'project')
    await press(page, 'Open dit project voor collega’s…')
    await page.getByText(/Alleen wie van jou een code krijgt, komt binnen/).waitFor()
    expect(await axe(page)).toEqual([])
    await press(page, 'Open het project')
    await page.getByRole('button', { name: /Iemand die nieuw is/ }).click()
    await page.getByRole('option', { name: 'Bram Visser' }).click()
    await press(page, 'Maak code')
    const [code, url] = [await page.locator('.lan-code').innerText(), await page.locator('.lan-links code').first().innerText()]
    expect(await axe(page)).toEqual([])

    const browser = await (await openBrowser()).newContext({ locale: 'nl-NL', viewport: { width: 1440, height: 900 }, ignoreHTTPSErrors: true })
    try {
      const tab = await browser.newPage()
      tab.setDefaultTimeout(20_000)
      await tab.goto(url)
      await tab.getByLabel('Je code').fill('AAAA-AAAA')
      await press(tab, 'Doe mee')
      await tab.getByText(/Deze code klopt niet/).waitFor()
      expect(await axe(tab)).toEqual([])
      await tab.getByLabel('Je code').fill(code)
      await press(tab, 'Doe mee')
      await tab.getByRole('button', { name: 'Jij bent Bram Visser' }).waitFor()
      await page.getByText('nu hier').waitFor()
      await goTo(tab, `lezen/${study.id('#1')}`)
      await story(tab).waitFor()
      await pickWord(tab, 'moeder')
      await giveCode(tab, 'school')
      await tab.locator('.frame-save[data-state=saved]').waitFor()

      await host.close()
      await tab.getByText('Het project is niet meer geopend').waitFor()
      await shot(tab, 'lan-out')
      const again = await startHost({ dataFolder, projectFile: study.file, port: host.port, lanAddress: '127.0.0.1', rendererFolder: await builtWindow() })
      try {
        // Anna opens it again; Bram needs no new code.
        await page.goto(again.link())
        await page.getByRole('button', { name: 'Jij bent Anna de Boer' }).waitFor()
        await goTo(page, 'project')
        await press(page, 'Open dit project voor collega’s…')
        await press(page, 'Open het project')
        await press(tab, 'Probeer opnieuw')
        await story(tab).waitFor()
        await margin(tab, 'school', 'Bram').waitFor()

        // The line breaks; what Bram does waits, survives his tab, and goes through when he is back.
        await browser.setOffline(true)
        await tab.route('**/call/**', route => route.abort())
        await pickWord(tab, 'kwartje')
        await giveCode(tab, 'thuis')
        await tab.getByText(/geen verbinding · 1 wacht/).waitFor()
        await shot(tab, 'lan-waiting')
        await new Promise(resolve => { setTimeout(resolve, 300) })
        await tab.close({ runBeforeUnload: false })
        expect(isWritten(study, 'thuis')).toBe(false)
        await browser.setOffline(false)
        const next = await browser.newPage()
        next.setDefaultTimeout(20_000)
        await next.goto(`${url}/#/lezen/${study.id('#1')}`)
        await margin(next, 'thuis', 'Bram').waitFor()
        expect(isWritten(study, 'thuis')).toBe(true)

        await press(page, 'Zet eruit: Bram Visser')
        await next.getByText('Je doet niet meer mee').waitFor()
        expect(await axe(next)).toEqual([])
      } finally {
        await again.close()
      }
    } finally {
      await browser.close()
    }
  })
})
