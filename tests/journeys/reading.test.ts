// Reading an interview in a real window: speakers and times told apart, a whole turn with one key, codings cut and joined, what shows in the text, rest, and paper.
import type { Page } from 'playwright-core'
import { expect, test, vi } from 'vitest'
import { openStore } from '../../db/open.ts'
import { axe, shot } from '../support/browser.ts'
import { sitDown, smallStudy, type Study } from './support/small-study.ts'
import { withWorkbench } from './support/workbench.ts'

vi.setConfig({ testTimeout: 90_000 })

const BODY = 'Interviewer (00:00:03): Hoe begon het?\nMoeder (00:00:09): Op school ging het mis. Niemand belde terug.\nInterviewer (00:01:12): En toen?\nMoeder (00:01:15): Toen kwam Sanne.'
const at = (quote: string) => ({ start: BODY.indexOf(quote), end: BODY.indexOf(quote) + quote.length })
const STUDY = { stories: [{ body: BODY, group: 'gezinnen', codings: [{ coder: 'Bram Visser', code: 'klik', ...at('Toen kwam Sanne') }] }] }

function standing(study: Study): [string, string, string][] {
  const store = openStore(study.file)
  try {
    return store.all<{ code: string, s: number, e: number, flag: string }>('SELECT k.name AS code, c.at_start AS s, c.at_end AS e, c.flag FROM coding c JOIN code k ON k.num = c.code WHERE c.removed = 0 ORDER BY c.at_start')
      .map(({ code, s, e, flag }) => [code, BODY.slice(s, e), flag])
  } finally {
    store.close()
  }
}

const text = (page: Page) => page.getByRole('textbox', { name: 'Verhaal 1', exact: true })
const names = (page: Page) => page.getByRole('toolbar', { name: 'Coderingen in de marge' }).getByRole('button')

/** Words that stand under a paint of this name. */
const painted = (page: Page, name: string | RegExp) => page.evaluate(wanted => [...CSS.highlights].flatMap(([each, ranges]) => (typeof wanted === 'string' ? each === wanted : wanted.test(each)) ? [...ranges] : []).map(each => {
  const range = document.createRange()
  range.setStart(each.startContainer, each.startOffset)
  range.setEnd(each.endContainer, each.endOffset)
  return range.toString()
}), name)

test('[R3] a turn is coded in three keys, cut, joined and marked; one code alone is shown; read in rest and on paper', async () => {
  let study: Study | undefined
  await withWorkbench({ prepare: ({ home }) => { study = smallStudy(home, STUDY); return { projectFile: study.file } } }, async ({ page }) => {
    await sitDown(page, 'Anna de Boer')
    await expect.poll(() => painted(page, 'duiding-speaker')).toEqual(['Interviewer', 'Moeder', 'Interviewer', 'Moeder'])
    await expect.poll(() => painted(page, 'duiding-time')).toEqual(['(00:00:03)', '(00:00:09)', '(00:01:12)', '(00:01:15)'])
    await names(page).first().hover()
    await expect.poll(() => painted(page, /-hover$/)).toEqual(['Toen kwam Sanne'])
    await text(page).focus()
    for (const keys of ['Control+Home', 'Control+ArrowDown', 'r', 'c']) await page.keyboard.press(keys)
    await page.getByRole('dialog', { name: 'Kies een code' }).waitFor()
    await page.keyboard.type('school')
    await page.keyboard.press('Enter')
    const bram: [string, string, string] = ['klik', 'Toen kwam Sanne', '']
    await expect.poll(() => standing(study!)).toEqual([['school', 'Op school ging het mis. Niemand belde terug.', ''], bram])

    await page.keyboard.press('Escape')
    await page.keyboard.press('[')
    await page.keyboard.press('[')
    for (let word = 0; word < 5; word++) await page.keyboard.press('Control+ArrowRight')
    for (const keys of ['ArrowRight', 'x']) await page.keyboard.press(keys)
    const two = [['school', 'Op school ging het mis.', ''], ['school', 'Niemand belde terug.', ''], bram]
    await expect.poll(() => standing(study!)).toEqual(two)
    await page.keyboard.press('l')
    await expect.poll(() => standing(study!)[0]).toEqual(['school', 'Op school ging het mis.', 'literal'])
    await page.keyboard.press('j')
    await expect.poll(() => standing(study!)).toEqual([['school', 'Op school ging het mis. Niemand belde terug.', 'literal'], bram])

    await page.getByRole('tab', { name: 'Codes' }).click()
    const shelf = page.getByRole('list', { name: 'Codes' })
    await shelf.getByRole('button', { name: 'thuis' }).dragTo(page.locator('[data-turn="3"]'))
    const dragged: [string, string, string] = ['thuis', 'En toen?', '']
    await expect.poll(() => standing(study!)[1]).toEqual(dragged)
    await page.keyboard.press('Control+z')
    await expect.poll(() => standing(study!).length).toBe(2)
    await text(page).focus()
    for (const keys of ['Control+Home', 'r']) await page.keyboard.press(keys)
    await page.locator('.coding-bar-grip').dragTo(shelf.getByRole('button', { name: 'expertise' }))
    await expect.poll(() => standing(study!)[0]).toEqual(['expertise', 'Hoe begon het?', ''])
    await page.keyboard.press('Control+z')
    await expect.poll(() => standing(study!).length).toBe(2)
    await text(page).focus()
    await page.keyboard.press('Escape')
    await page.keyboard.press('[')
    await page.keyboard.press('[')

    await expect.poll(() => names(page).count()).toBe(2)
    await page.keyboard.press('k')
    await expect.poll(() => names(page).count()).toBe(1)
    await page.keyboard.press('y')
    const view = page.getByRole('dialog', { name: 'Weergave' })
    await view.getByText('van anderen', { exact: true }).click()
    await view.getByText('130 %', { exact: true }).click()
    expect(await axe(page)).toEqual([])
    await shot(page, 'reading-view')
    await page.keyboard.press('Escape')
    await expect.poll(() => names(page).allTextContents()).toEqual(['klik Br'])
    const kept = page.waitForResponse(response => response.url().includes('desk.remember') && (response.request().postData() ?? '').includes('"focus":true'))
    await page.keyboard.press('f')
    await page.getByRole('link', { name: 'Codes' }).waitFor({ state: 'hidden' })
    await shot(page, 'reading-rest')
    await kept
    await page.reload()
    await page.locator('[data-reading-in-rest]').waitFor()
    await page.keyboard.press('f')
    await page.getByRole('link', { name: 'Codes' }).waitFor()

    await page.keyboard.press('y')
    await view.getByText('van iedereen', { exact: true }).click()
    await page.keyboard.press('Escape')
    // What stands on the page at the moment it goes to paper: each stripe beside the line its words begin on.
    await page.evaluate(() => {
      window.print = () => {
        const tops = [...document.querySelectorAll('.reader-stripe')].map(stripe => Math.round(stripe.getBoundingClientRect().top))
        const lines = [2, 4].map(turn => Math.round(document.querySelector(`[data-turn="${turn}"] span`)!.getClientRects()[0]!.top))
        document.documentElement.setAttribute('data-printed', JSON.stringify([tops.length, Math.max(...tops.map((top, at) => Math.abs(top - lines[at]!))) < 4]))
      }
    })
    await page.keyboard.press('Control+p')
    await page.locator('[data-printed]').waitFor()
    expect(await page.evaluate(() => document.documentElement.dataset.printed)).toBe('[2,true]')
    await page.evaluate(() => document.documentElement.setAttribute('data-printing', ''))
    await page.waitForTimeout(300)
    await page.emulateMedia({ media: 'print' })
    expect([await text(page).isVisible(), await names(page).count(), await page.getByRole('navigation').first().isVisible()]).toEqual([true, 2, false])
    await shot(page, 'reading-paper')
  })
})
