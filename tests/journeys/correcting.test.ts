// Correcting the words of a coded story in a real window: by keys, with names taken out, and beside a colleague who does the same.
import type { Page } from 'playwright-core'
import { expect, test, vi } from 'vitest'
import { openStore } from '../../db/open.ts'
import { axe, shot } from '../support/browser.ts'
import { sitDown, smallStudy, type Study } from './support/small-study.ts'
import { withWorkbench, type Workbench } from './support/workbench.ts'

vi.setConfig({ testTimeout: 90_000 })

const BODY = 'Toen viel het kwartje. Ze luisterde echt naar mij, die Sanne.\nDaarna kon ik weer naar schol, met een buddy.'
const at = (quote: string) => ({ start: BODY.indexOf(quote), end: BODY.indexOf(quote) + quote.length })
const STORY = {
  stories: [{
    body: BODY, group: 'gezinnen', answers: { toelichting: { text: 'Sanne luisterde naar me.' } },
    codings: [
      { coder: 'Bram Visser', code: 'klik', ...at('Toen viel het kwartje.') }, { coder: 'Anna de Boer', code: 'expertise', ...at('Ze luisterde echt naar mij, die Sanne') },
      { coder: 'Anna de Boer', code: 'school', ...at('weer naar schol') }
    ]
  }]
}

/** The newest words of the story, and what the codings stand on. */
function standing(study: Study): { words: string[], codings: [string, string, number][] } {
  const store = openStore(study.file)
  try {
    const rows = store.all<{ code: string, body: string, s: number, e: number, fit: number }>(
      `SELECT k.name AS code, r.body, c.at_start AS s, c.at_end AS e, c.fit FROM coding c JOIN code k ON k.num = c.code JOIN text t ON t.num = c.text
       JOIN revision r ON r.text = t.num AND r.number = t.newest WHERE c.removed = 0 ORDER BY c.num`)
    const words = store.all<{ body: string }>('SELECT r.body FROM text t JOIN revision r ON r.text = t.num AND r.number = t.newest ORDER BY t.num').map(({ body }) => body)
    return { words, codings: rows.map(({ code, body, s, e, fit }) => [code, body.slice(s, e), fit]) }
  } finally {
    store.close()
  }
}

async function withStory(work: (bench: Workbench & { study: Study }) => Promise<void>): Promise<void> {
  let study: Study | undefined
  await withWorkbench({ prepare: ({ home }) => { study = smallStudy(home, STORY); return { projectFile: study.file } } }, async bench => {
    await sitDown(bench.page, 'Anna de Boer')
    await story(bench.page).waitFor()
    await work({ ...bench, study: study! })
  })
}

const story = (page: Page) => page.getByRole('textbox', { name: 'Verhaal 1', exact: true })
const editor = (page: Page) => page.getByRole('textbox', { name: 'Tekst van verhaal 1' })
const foretold = (page: Page) => page.getByRole('complementary', { name: 'Wat er met de coderingen gebeurt' }).getByRole('status')

/** Opens the editor by its key, with the caret at the very beginning. */
async function correct(page: Page): Promise<void> {
  await story(page).focus()
  await page.keyboard.press('Shift+E')
  await editor(page).and(page.locator(':focus')).waitFor()
  await page.keyboard.press('Control+Home')
}

test('words corrected and a name taken out by keys; what it does to codings is told first; a colleague places what was lost', async () => {
  await withStory(async ({ page, study, colleague }) => {
    await correct(page)
    for (let step = 0; step < 'Toen viel het kwartje. '.length; step++) await page.keyboard.press('Shift+ArrowRight')
    await page.keyboard.press('Delete')
    await page.keyboard.press('Control+End')
    for (let step = 0; step < ', met een buddy.'.length; step++) await page.keyboard.press('ArrowLeft')
    await page.keyboard.press('Backspace')
    await page.keyboard.type('ol')
    await expect.poll(() => foretold(page).textContent()).toBe('2 coderingen blijven staan. 1 vraagt een blik.')
    await page.getByRole('radio', { name: 'anonimiseren' }).check({ force: true })
    await page.getByLabel('Naam in dit verhaal').fill('Sanne')
    await page.keyboard.press('Enter')
    await page.getByText('2 keer vervangen.').waitFor()
    await expect.poll(() => foretold(page).textContent()).toBe('2 coderingen blijven staan. 1 vraagt een blik.')
    expect(await axe(page)).toEqual([])
    await shot(page, 'correcting')
    await page.keyboard.press('Control+Enter')
    await story(page).waitFor()
    const words = ['Ze luisterde echt naar mij, die <naam>.\nDaarna kon ik weer naar school, met een buddy.', '<naam> luisterde naar me.']
    expect(standing(study)).toEqual({ words, codings: [['klik', '', 2], ['expertise', 'Ze luisterde echt naar mij, die <naam>', 1], ['school', 'weer naar school', 1]] })

    await page.getByRole('tab', { name: /^Coderingen/ }).click()
    await page.getByRole('region', { name: 'Fragmenten die een blik vragen' }).getByText('Alleen Bram Visser kan dit beslissen.').waitFor()
    expect(await axe(page)).toEqual([])
    await shot(page, 'correcting-to-look')
    await colleague(async other => {
      await sitDown(other, 'Bram Visser')
      await story(other).focus()
      await other.keyboard.press('Control+Home')
      for (let word = 0; word < 3; word++) await other.keyboard.press('Control+Shift+ArrowRight')
      await other.keyboard.press('b')
      await expect.poll(() => standing(study).codings[0]).toEqual(['klik', 'Ze luisterde echt', 0])
    })

    await page.getByRole('button', { name: 'versie 2' }).click()
    const versions = page.getByRole('dialog', { name: 'Versies' })
    await versions.getByRole('region', { name: 'Versie 2' }).getByRole('deletion').first().waitFor()
    expect(await versions.getByRole('region', { name: 'Versie 2' }).getByRole('insertion').allTextContents()).toEqual(['<naam>', 'school'])
    expect(await axe(page)).toEqual([])
    await shot(page, 'correcting-versions')
    await versions.getByRole('button', { name: /Versie 1/ }).click()
    await versions.getByText('Toen viel het kwartje.').waitFor()
    await page.keyboard.press('Escape')
    await page.keyboard.press('Control+z')
    await expect.poll(() => standing(study)).toEqual({
      words: [BODY, 'Sanne luisterde naar me.'], codings: [['klik', 'Ze luisterde echt', 0], ['expertise', 'Ze luisterde echt naar mij, die Sanne', 0], ['school', 'weer naar schol', 0]]
    })
  })
})

test('[V2] two correct the same story: the second is told, sees the difference and brings both together; a correction left halfway is kept', async () => {
  await withStory(async ({ page, study, colleague }) => {
    await correct(page)
    await page.keyboard.type('Nou. ')
    await colleague(async other => {
      await sitDown(other, 'Bram Visser')
      await correct(other)
      await other.keyboard.press('Control+End')
      await other.keyboard.type(' Klaar.')
      await other.keyboard.press('Control+Enter')
      await story(other).waitFor()
    })
    const notice = page.getByText('Bram Visser verbeterde deze tekst ook, net voor jou.')
    await notice.waitFor()
    await page.getByRole('region', { name: 'Wat Bram Visser veranderde' }).getByRole('insertion').filter({ hasText: 'Klaar.' }).waitFor()
    expect(await page.getByRole('button', { name: /^Bewaar/ }).isDisabled()).toBe(true)
    await shot(page, 'correcting-overtaken')
    await page.reload()
    await editor(page).waitFor()
    await page.getByRole('button', { name: 'Neem de woorden van Bram Visser mee' }).click()
    await notice.waitFor({ state: 'detached' })
    await page.keyboard.press('Control+Enter')
    await story(page).waitFor()
    expect(standing(study)).toEqual({
      words: [`Nou. ${BODY} Klaar.`, 'Sanne luisterde naar me.'],
      codings: [['klik', 'Toen viel het kwartje.', 0], ['expertise', 'Ze luisterde echt naar mij, die Sanne', 0], ['school', 'weer naar schol', 0]]
    })
  })
})
