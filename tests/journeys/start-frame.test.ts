// The frame round the sample: finding anything from one field, addresses and going back, a screen that breaks, all at every size.
import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { axe, shot } from '../support/browser.ts'
import { enterAs, goTo, heading, inFrame, joinAs, leave, makeProject, press, saved } from './support/steps.ts'
import { shareWorkbench, withWorkbench } from './support/workbench.ts'

const place = (page: Page) => page.evaluate(() => location.hash)
const isAt = (page: Page, address: RegExp) => page.waitForFunction(source => new RegExp(source).test(location.hash), address.source)
/** Opens the palette, types, and waits for a row with this name. */
async function find(page: Page, words: string, row: RegExp): Promise<void> {
  await page.keyboard.press('Control+k')
  await page.keyboard.type(words)
  await page.getByRole('menuitem', { name: row }).first().waitFor()
}

describe('from the start screen', () => {
  const bench = shareWorkbench({})

  test('the sample opens, and from one field one reaches an action, a story by its words and a story by its number', async () => {
    const { page } = bench()
    await press(page, 'Voorbeeld bekijken')
    await heading(page, 'Wie ben je?')
    expect(await axe(page)).toEqual([])
    await enterAs(page, 'Samira Haddou')
    await isAt(page, /^#\/lezen\/[\w-]{22}/)
    // Numbers, and so the order of the stories, differ from one sample to the next: set out from a place that is no story.
    await goTo(page, 'project')
    await heading(page, 'Over dit project')

    await find(page, 'geslagen', /^Verhaal \d+/)
    expect(await axe(page)).toEqual([])
    await page.keyboard.press('Enter')
    await isAt(page, /^#\/lezen\/[\w-]{22}/)
    await page.locator('main h1').first().waitFor()
    const second = await place(page)
    await page.goBack()
    await heading(page, 'Over dit project')
    await page.goForward()
    await isAt(page, new RegExp(`^${second.split('?')[0]!}`))
    await page.locator('main h1').first().waitFor()

    const number = /\d+/.exec(await page.locator('h1').first().innerText())![0]
    await goTo(page, 'project')
    await heading(page, 'Over dit project')
    await find(page, number, new RegExp(`^Verhaal ${number}`))
    await page.keyboard.press('Enter')
    await isAt(page, new RegExp(`^${second.split('?')[0]!}`))

    await find(page, 'over dit', /^Over dit project/)
    await page.keyboard.press('Enter')
    await heading(page, 'Over dit project')
    expect(await page.title()).toBe('Over dit project – Demostad – Duiding')
    // Typed and entered faster than the answer comes: the first row, once it is there.
    await page.keyboard.press('Control+k')
    await page.keyboard.type('geslagen')
    await page.keyboard.press('Enter')
    await isAt(page, /^#\/lezen\/[\w-]{22}/)
    await page.keyboard.press('Control+k')
    await page.keyboard.type('zzzzqqq')
    await page.getByText('Niets gevonden voor “zzzzqqq”').waitFor()
    await page.keyboard.press('Escape')
    await page.getByRole('dialog').waitFor({ state: 'detached' })
  })

  test('a newcomer reads among own codings alone and is led through a first story by doing it', async () => {
    const { page } = bench()
    await press(page, /Jij bent/)
    await page.getByRole('menuitem', { name: 'Wissel van codeur…' }).click()
    await joinAs(page, 'Noor Nieuw')
    await goTo(page, 'lezen')
    const guide = page.getByRole('complementary', { name: 'Je eerste verhaal' })
    const step = (name: string) => guide.getByRole('heading', { level: 3, name }).waitFor()
    await guide.getByRole('button', { name: 'Begin' }).click()
    await step('Lees eerst')
    await page.getByText('Je ziet alleen je eigen coderingen.').waitFor()
    expect(await page.locator('.reader-name').count()).toBe(0)
    expect(await axe(page)).toEqual([])
    await shot(page, 'guide')
    await guide.getByRole('button', { name: 'Gelezen' }).click()
    await step('Kies woorden die je raken')
    for (const keys of ['t', 'Control+Home', 's']) await page.keyboard.press(keys)
    await step('Geef ze een code')
    await page.keyboard.press('c')
    await page.keyboard.type('raakt me')
    await page.keyboard.press('Control+Enter')
    await step('En nog een keer')
    for (const name of ['En nog een keer', 'Schrijf op wat je denkt']) {
      await step(name)
      await guide.getByRole('button', { name: 'Sla over' }).click()
    }
    await step('Niets ligt vast')
    await page.keyboard.press('Escape')
    await page.keyboard.press('Control+z')
    await step('En terug')
    await page.keyboard.press('Control+Shift+Z')
    await step('Klaar met dit verhaal?')
    await page.keyboard.press('d')
    await step('Kijk wat anderen zagen')
    await page.getByRole('button', { name: 'Toon die van iedereen' }).click()
    await step('Dat was je eerste verhaal')
    await guide.getByRole('button', { name: 'Sluit' }).last().click()
    await guide.waitFor({ state: 'detached' })
  })

  test('in an empty project every place stands, has one heading and nothing wrong for axe', async () => {
    const { page } = bench()
    await leave(page, 'Demostad')
    await makeProject(page, 'Leeg')
    await joinAs(page, 'Anna de Boer')
    const places = page.getByRole('navigation', { name: 'Onderdelen' }).getByRole('link')
    const names = await places.allInnerTexts()
    expect(names.length).toBeGreaterThan(0)
    const found: Record<string, unknown> = {}
    for (const name of names) {
      await places.filter({ hasText: name }).click()
      await page.locator('.frame-places [aria-current=page]').filter({ hasText: name }).waitFor() // its code may still be on its way
      await page.locator('main h1').first().waitFor({ state: 'attached' })
      await shot(page, `empty-${name}`)
      found[name] = { here: await places.filter({ hasText: name }).getAttribute('aria-current'), headings: await page.locator('h1').count(), wrong: await axe(page) }
    }
    expect(found).toEqual(Object.fromEntries(names.map(name => [name, { here: 'page', headings: 1, wrong: [] }])))
  })
})

describe('round the sample', () => {
  const bench = shareWorkbench({ sample: true }, async ({ page }) => {
    await heading(page, 'Wie ben je?') // the host was started with a project: no start screen
    await enterAs(page, 'Anna de Boer')
  })

  test('undo names the story it happened in when that is not in sight', async () => {
    const { page } = bench()
    await goTo(page, 'lezen')
    await page.locator('.reader-text').first().waitFor()
    const number = /\d+/.exec(await page.locator('h1').first().innerText())![0]
    await page.locator('h1').first().click()
    await page.keyboard.press('d')
    await saved(page)
    await page.getByRole('button', { name: /^Ongedaan maken: verhaal/ }).waitFor()
    await goTo(page, 'project')
    await heading(page, 'Over dit project')
    await page.locator('h1').click()
    await page.keyboard.press('Control+z')
    await page.getByText(new RegExp(`^Ongedaan gemaakt in verhaal ${number}: verhaal`)).waitFor()
    expect(await page.getByText(`Verhaal ${number} is klaar.`).count()).toBe(0)
    await page.getByRole('region', { name: 'Meldingen' }).getByRole('button', { name: 'Opnieuw', exact: true }).click()
    await page.getByText(new RegExp(`^Opnieuw gedaan in verhaal ${number}: verhaal`)).waitFor()
    expect(await page.getByText(/^Ongedaan gemaakt in verhaal/).count()).toBe(0)
  })

  test('an address that leads nowhere says so and leads back; a reload stays where one was', async () => {
    const { page } = bench()
    await goTo(page, 'nergens')
    await page.getByText('Deze plek bestaat niet (meer).').waitFor()
    expect(await axe(page)).toEqual([])
    await press(page, 'Naar het begin')
    await isAt(page, /^#\/lezen/)
    await goTo(page, 'project')
    await heading(page, 'Over dit project')
    await page.reload()
    await heading(page, 'Over dit project')
    await inFrame(page, 'Anna de Boer')
  })

  test('at 200 per cent on a small screen, and by lamplight, nothing of the frame is cut off or unreadable', async () => {
    const { page } = bench()
    await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' })
    await page.setViewportSize({ width: 720, height: 450 })
    await goTo(page, 'project')
    await heading(page, 'Over dit project')
    expect(await axe(page)).toEqual([])
    const sticksOut = () => page.evaluate(() => ({ page: document.documentElement.scrollWidth - innerWidth, work: document.querySelector('.frame-work')!.scrollWidth - document.querySelector('.frame-work')!.clientWidth }))
    expect(await sticksOut()).toEqual({ page: 0, work: 0 })
    await page.setViewportSize({ width: 1024, height: 700 })
    expect(await sticksOut()).toEqual({ page: 0, work: 0 })
    await shot(page, 'project-lamp-small')
    await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' })
    await page.setViewportSize({ width: 1440, height: 900 })
  })

  test('a screen that breaks says so in words, leaves the frame standing, and can be tried again', async () => {
    const { page, expectErrors } = bench()
    expectErrors(/Cannot read properties|reading 'map'/)
    await page.route('**/call/project.read', async route => {
      const answer = await (await route.fetch()).json() as { value: Record<string, unknown> }
      await route.fulfill({ json: { ...answer, value: { ...answer.value, groups: undefined } } })
    })
    await goTo(page, 'project')
    await page.reload()
    await heading(page, 'Dit scherm liep vast')
    expect(await axe(page)).toEqual([])
    await shot(page, 'broken')
    await page.unroute('**/call/project.read')
    await press(page, 'Probeer opnieuw')
    await heading(page, 'Over dit project')
    await page.getByLabel('Naam van de groep met 100 verhalen').waitFor()
  })
})

test('the code of a place, or of the window itself, that was broken off on its way comes with the window loaded anew', async () => {
  await withWorkbench({ sample: true, page: { expectedErrors: /ERR_CONNECTION_RESET/ } }, async ({ page }) => {
    await heading(page, 'Wie ben je?')
    let broken = 0
    await page.route(/codebook-page.*\.js$/, route => (broken++ < 1 ? route.abort('connectionreset') : route.continue()))
    await enterAs(page, 'Samira Haddou')
    await goTo(page, 'codes')
    await page.getByRole('treegrid').waitFor()
    expect(broken).toBe(2)
    await inFrame(page, 'Samira Haddou')
    // Of the window itself nothing arrives but its page: that says so, and loads it again.
    await page.route('**/assets/**', route => route.abort('connectionreset'))
    await page.reload()
    await page.getByText('Duiding has not loaded yet.').waitFor()
    await page.unroute('**/assets/**')
    await page.getByRole('link', { name: 'Laad opnieuw' }).click()
    await inFrame(page, 'Samira Haddou')
  })
})
