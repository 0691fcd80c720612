// Every place of the frame, on the sample, by day and by lamplight, on a small screen and at 200 %: axe finds nothing, nothing sticks
// out sideways, no error is logged. Places are found in the frame itself, so a new one is looked at without a word here.
// With DUIDING_SHOTS set, one contact sheet per way of looking, and every chart in its own size (DUIDING_CHARTS=words of some names: only those).
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { axe, axeColours, contactSheet } from '../support/browser.ts'
import { toldTwice } from '../support/demostad-twice.ts'
import { chartSheets, SHEET_WINDOW } from './support/chart-sheets.ts'
import { enterAs, goTo, heading, settled, sticksOut } from './support/steps.ts'
import { withWorkbench } from './support/workbench.ts'

interface Look { name: string, width: number, height: number, scheme: 'light' | 'dark', judge?: (page: Page) => Promise<string[]> }
/** In turns at every place, which is drawn once for all of them. */
const LOOKS: Look[] = [
  { name: 'paper', width: 1440, height: 900, scheme: 'light', judge: axe },
  // By lamplight the same elements stand there in other colours.
  { name: 'lamp', width: 1440, height: 900, scheme: 'dark', judge: axeColours },
  { name: 'small', width: 1024, height: 700, scheme: 'light' },
  // A window of 1440×900 zoomed to 200 % has half as many CSS pixels each way.
  { name: 'twice', width: 720, height: 450, scheme: 'light' }
]

/** Narrower than this a story can't be read: some thirty characters. */
const isCramped = (page: Page) => page.locator('.reader-text').evaluateAll(texts => texts.some(text => text.getBoundingClientRect().width < 240))

async function placesOf(page: Page): Promise<string[]> {
  const links = await page.locator('.frame-places a').evaluateAll(found => found.map(link => link.getAttribute('href') ?? ''))
  return [...links.map(link => link.replace(/^#\//, '')), 'project']
}

test('every place is fit to be seen', async () => {
  await withWorkbench({ sample: true }, async ({ page }) => {
    await heading(page, 'Wie ben je?')
    await enterAs(page, 'Anna de Boer')
    const places = await placesOf(page)
    expect(places).toContain('lezen')
    const faults: string[] = []
    const pictures: { look: string, name: string, picture: Buffer }[] = []
    for (const [at, place] of places.entries()) {
      // Every look is the one in which a quarter of the places are first drawn.
      const first = at % LOOKS.length
      for (const [turn, { name, width, height, scheme, judge }] of [...LOOKS.slice(first), ...LOOKS.slice(0, first)].entries()) {
        await page.setViewportSize({ width, height })
        await page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' })
        if (turn === 0) await goTo(page, place)
        const fault = (what: string) => faults.push(`${place} (${name}): ${what}`)
        if (!await settled(page)) fault('no heading')
        for (const found of await judge?.(page) ?? []) fault(found)
        if (await sticksOut(page)) fault('scrolls sideways')
        if (await isCramped(page)) fault('the story has no room')
        if (process.env.DUIDING_SHOTS) pictures.push({ look: name, name: place, picture: await page.screenshot({ animations: 'disabled' }) })
      }
    }
    for (const { name, width } of LOOKS) await contactSheet(`screens-${name}`, pictures.filter(({ look }) => look === name), width)
    expect(faults).toEqual([])
  })
}, 120_000)

// Only on request, and only to be looked at: the sheets take minutes.
test.each(process.env.DUIDING_SHOTS ? ['nl', 'en'] as const : [])('every chart and table of the checklist on sheets: %s', { timeout: 1_200_000, retry: 0 }, async language => {
  const faults: string[] = []
  for (const isTwice of [false, true]) {
    const prepare = ({ dataFolder }: { dataFolder: string }) => { if (isTwice) toldTwice(join(dataFolder, 'Demostad.duiding')) }
    await withWorkbench({ sample: true, prepare, page: { viewport: SHEET_WINDOW } }, async ({ page }) => {
      await heading(page, 'Wie ben je?')
      await enterAs(page, 'Anna de Boer')
      faults.push(...await chartSheets(page, language, isTwice))
    })
  }
  expect(faults).toEqual([])
})
