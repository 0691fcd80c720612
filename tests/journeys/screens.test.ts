// Every place of the frame, on the sample, by day and by lamplight, on a small screen and at 200 %: axe finds nothing, nothing sticks
// out sideways, no error is logged. Places are found in the frame itself, so a new one is looked at without a word here.
// With DUIDING_SHOTS set, one contact sheet per way of looking.
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { axe, contactSheet } from '../support/browser.ts'
import { enterAs, goTo, heading } from './support/steps.ts'
import { withWorkbench } from './support/workbench.ts'

type Look = { name: string, width: number, height: number, scheme: 'light' | 'dark', /** axe takes its time: once for each set of colours. */ looked: boolean }
const LOOKS: Look[] = [
  { name: 'paper', width: 1440, height: 900, scheme: 'light', looked: true },
  { name: 'lamp', width: 1440, height: 900, scheme: 'dark', looked: true },
  { name: 'small', width: 1024, height: 700, scheme: 'light', looked: false },
  // A window of 1440×900 zoomed to 200 % has half as many CSS pixels each way.
  { name: 'twice', width: 720, height: 450, scheme: 'light', looked: false }
]

/** Wider than the window itself: then the page scrolls sideways, which WCAG's reflow forbids. */
const sticksOut = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth)

/** Narrower than this a story can't be read: some thirty characters. */
const isCramped = (page: Page) => page.locator('.reader-text').evaluateAll(texts => texts.some(text => text.getBoundingClientRect().width < 240))

async function placesOf(page: Page): Promise<string[]> {
  const links = await page.locator('.frame-places a').evaluateAll(found => found.map(link => link.getAttribute('href') ?? ''))
  return [...links.map(link => link.replace(/^#\//, '')), 'project']
}

/** Waits until nothing is being fetched any more; false when the place shows no heading of its own. */
async function settled(page: Page): Promise<boolean> {
  const headed = await page.getByRole('heading', { level: 1 }).first().waitFor().then(() => true, () => false)
  await page.waitForLoadState('networkidle')
  await page.locator('[aria-busy=true], .ui-skeleton').first().waitFor({ state: 'detached' })
  return headed
}

test.each(LOOKS)('every place is fit to be seen: $name', async ({ name, width, height, scheme, looked }) => {
  await withWorkbench({ sample: true }, async ({ page }) => {
    await page.setViewportSize({ width, height })
    await page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' })
    await page.reload() // drawn anew, so that no colour is caught fading from one scheme into the other
    await heading(page, 'Wie ben je?')
    await enterAs(page, 'Anna de Boer')
    const places = await placesOf(page)
    expect(places).toContain('lezen')
    const faults: string[] = []
    const pictures: { name: string, picture: Buffer }[] = []
    for (const place of places) {
      await goTo(page, place)
      if (!await settled(page)) faults.push(`${place}: no heading`)
      if (looked) faults.push(...(await axe(page)).map(fault => `${place}: ${fault}`))
      if (await sticksOut(page)) faults.push(`${place}: scrolls sideways`)
      if (await isCramped(page)) faults.push(`${place}: the story has no room`)
      if (process.env.DUIDING_SHOTS) pictures.push({ name: place, picture: await page.screenshot({ animations: 'disabled' }) })
    }
    await contactSheet(`screens-${name}`, pictures, width)
    expect(faults).toEqual([])
  })
}, 120_000)
