// Every step of the wizard on a small screen, at two hundred per cent and by lamplight: nothing runs over, axe finds nothing.
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { axe, axeColours, shot } from '../support/browser.ts'
import { dutchCsv } from '../fixtures/imports/table-formats.ts'
import { bringIn, file, give, toCheck, toColumns, wizard } from './support/import-steps.ts'
import { press } from './support/steps.ts'
import { withWorkbench } from './support/workbench.ts'

/** Two hundred per cent on 1440 by 900 is a window of half its sides. */
const LOOKS = [
  { name: 'small', width: 1024, height: 700, colorScheme: 'light', judge: null },
  { name: 'double', width: 720, height: 450, colorScheme: 'light', judge: axe },
  // By lamplight the same elements stand there in other colours.
  { name: 'lamp', width: 1440, height: 900, colorScheme: 'dark', judge: axeColours }
] as const

/** What is wider than the place it has. */
const runsOver = (page: Page) => page.evaluate(() => ['html', '.frame-work', '.import-body', '.import-lines', '.import-preview'].flatMap(name =>
  [...document.querySelectorAll(name)].filter(box => box.scrollWidth > box.clientWidth + 1).map(box => `${name}: ${box.scrollWidth} in ${box.clientWidth}`)))

async function expectEveryLook(page: Page, step: string): Promise<void> {
  for (const { name, width, height, colorScheme, judge } of LOOKS) {
    await page.setViewportSize({ width, height })
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    // The colours change with the next picture drawn, not at once.
    await page.evaluate(() => new Promise(resolve => setTimeout(() => requestAnimationFrame(() => requestAnimationFrame(resolve)), 150)))
    expect([step, name, await runsOver(page)]).toEqual([step, name, []])
    if (judge) expect([step, name, await judge(page)]).toEqual([step, name, []])
    await shot(page, `import-${step}-${name}`)
  }
  await page.setViewportSize({ width: 1440, height: 900 })
}

test('every step on a small screen, enlarged, and dark', async () => {
  await withWorkbench({}, async ({ page }) => {
    await wizard(page)
    await expectEveryLook(page, '1-empty')
    await give(page, file('verhalen.csv', dutchCsv().replace('82,5', '182,5')))
    await page.getByText(/^CSV-tabel: 12 rijen/).waitFor()
    await press(page, 'Klopt dit niet?')
    await page.getByRole('region', { name: 'Zo lezen we de eerste rijen' }).waitFor()
    await expectEveryLook(page, '1-settings')
    await toColumns(page)
    await expectEveryLook(page, '2-columns')
    for (const question of ['Hoe tevreden bent u over de hulp?', 'Wie maakte het plan?', 'Voor wie was de steun?', 'Wat telde voor u?']) {
      await press(page, `Bijzonderheden van “${question}”`)
      await page.getByRole('group', { name: 'Kolommen van deze vraag' }).waitFor()
      await page.getByRole('group', { name: 'Kolommen van deze vraag' }).scrollIntoViewIfNeeded()
      await expectEveryLook(page, `2-${question.replace(/\W+/g, '-')}`)
    }
    await toCheck(page)
    await page.getByText('1 fout houdt het inlezen tegen.').waitFor()
    await expectEveryLook(page, '3-errors')
    await press(page, 'Terug naar de kolommen')
    await page.getByRole('button', { name: 'Bijzonderheden van “Hoeveel invloed had u zelf? (geen – veel)”' }).click()
    await page.getByRole('textbox', { name: 'Hoogste getal in het bestand' }).fill('200')
    await page.getByRole('textbox', { name: 'Hoogste getal in het bestand' }).press('Tab')
    await toCheck(page)
    await bringIn(page, '12 verhalen')
    await expectEveryLook(page, '4-done')
  })
})
