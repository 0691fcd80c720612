// What the window's bench does in a page: stepping through stories, typing in the picker, making cards; and how a figure is told.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { metric, timeTo, type Measured, type Took } from './window-page.ts'

export const STORY = '.reader [role=textbox]'

/** From the key that asks for the next story to its painted words. */
export async function steps(open: Measured, rounds: number): Promise<Took[]> {
  const { page } = open
  const times: Took[] = []
  for (let round = 0; round < rounds; round++) {
    const now = await page.locator(STORY).first().getAttribute('aria-label')
    times.push(await timeTo(open, { event: 'keydown' }, { selector: `${STORY}:not([aria-label="${now}"])` }, () => page.keyboard.press('n')))
    await page.waitForTimeout(400)
  }
  return times
}

/** The page's own time for each letter typed into the picker. */
export async function picking({ page, session }: Measured): Promise<number[]> {
  const box = (await page.locator(STORY).boundingBox())!
  await page.mouse.dblclick(box.x + 120, Math.max(box.y, 0) + 300)
  await page.getByRole('toolbar', { name: 'Met de geselecteerde woorden' }).waitFor()
  await page.keyboard.press('c')
  await page.getByRole('dialog', { name: 'Kies een code' }).waitFor()
  const times: number[] = []
  for (const letter of 'code 27code 118') {
    await page.waitForTimeout(200)
    const before = await metric(session, 'ThreadTime')
    await page.keyboard.press(letter === ' ' ? 'Space' : letter)
    await page.waitForTimeout(200)
    times.push(await metric(session, 'ThreadTime') - before)
    if (letter === '7') for (let at = 0; at < 7; at++) await page.keyboard.press('Backspace')
  }
  await page.keyboard.press('Escape')
  return times
}

/** Thirty cards: from asking for paper to the drawn preview, and as a PDF. */
export async function cards(open: Measured, browser: Browser, folder: string): Promise<void> {
  const { page } = open
  await page.evaluate(() => { location.hash = '#/sessie' })
  await page.getByRole('button', { name: 'Maak een pakket', exact: true }).click()
  await page.getByRole('dialog').getByRole('textbox', { name: 'Aantal kaarten' }).fill('30')
  await page.keyboard.press('Tab')
  await page.getByRole('button', { name: 'Maak pakket van 30 kaarten' }).click()
  await page.getByText(/^30 kaarten\./).waitFor()
  say('30 cards, preview', await timeTo(open, { event: 'click' }, { selector: 'iframe[data-drawn]' }, () => page.getByRole('button', { name: 'Afdrukken', exact: true }).click()), 1000)
  await page.getByRole('button', { name: 'Bewaar', exact: true }).click()
  const [saving] = await Promise.all([page.waitForEvent('download'), page.getByRole('menuitem', { name: /^Als bladen/ }).click()])
  await saving.saveAs(join(folder, 'cards.html'))
  const from = performance.now()
  const paper = await browser.newPage()
  await paper.setContent(readFileSync(join(folder, 'cards.html'), 'utf8'))
  await paper.pdf({ preferCSSPageSize: true, tagged: true, outline: true })
  say('30 cards, PDF', performance.now() - from, 5000)
  await paper.close()
}

/** Without a goal the figure is told as it is. */
export function say(what: string, figure: number | Took, goal?: number): void {
  const shown = (value: number): string => value.toFixed(value < 10 ? 1 : 0)
  const { wall, own } = typeof figure === 'number' ? { wall: figure, own: null } : figure
  console.log(`${what.padEnd(48)}${shown(wall).padStart(8)}${(own === null ? '' : `  (page itself ${shown(own)})`).padEnd(24)}${goal === undefined ? '' : `goal ${goal}${wall > goal ? '   OVER' : ''}`}`)
}
