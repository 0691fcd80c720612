// Every chart in its own size, four on a sheet, by day and by lamplight; the most used ones also on a small screen and at 200 %.
import { readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { axeColours, contactSheet } from '../../support/browser.ts'
import { addRegisters, asWindow, chartViews } from './chart-views.ts'
import { goTo, settled, sticksOut } from './steps.ts'

export const SHEET_WINDOW = { width: 1200, height: 900 }
/** What stands at the left of a chart: the places, and the list of questions. */
const [PLACES, LIST, TOP] = [90, 390, 48]
const TALLEST = 1500
/** The second is a window of 1440×900 at 200 %. */
const SMALL = [{ width: 1024, height: 700 }, { width: 720, height: 450 }]

interface Picture { name: string, picture: Buffer }

/** Takes the pictures and lays them on sheets; gives back what is wrong at sight: words too faint, a page that scrolls sideways, a file without its question. */
export async function chartSheets(page: Page, language: 'nl' | 'en', isTwice: boolean): Promise<string[]> {
  const faults: string[] = []
  const sheets = new Map<string, { number: number, pictures: Picture[] }>()
  const lay = async (kind: string) => {
    const sheet = sheets.get(kind)!
    const [width, columns] = kind.endsWith('wide') ? [SHEET_WINDOW.width - PLACES, 1] : kind === 'files' ? [700, 2] : kind.endsWith('half') ? [SHEET_WINDOW.width - LIST, 2] : [Number(kind.split('-')[1]), 2]
    const name = ['charts', language, ...(isTwice ? ['waves'] : []), kind, String(sheet.number++).padStart(2, '0')].join('-')
    await contactSheet(name, sheet.pictures.splice(0), width, { columns, scale: 1 })
  }
  const add = async (kind: string, picture: Picture) => {
    const sheet = sheets.get(kind) ?? { number: 1, pictures: [] }
    sheets.set(kind, sheet)
    if (sheet.pictures.push(picture) === (kind.endsWith('wide') ? 2 : 4)) await lay(kind)
  }
  const ask = asWindow(page)
  await addRegisters(ask)
  const wish = new RegExp(process.env.DUIDING_CHARTS ?? '', 'i')
  for (const { name, at, chosen, act, wide = false, small = false } of (await chartViews(ask)).filter(view => (view.twice ?? false) === isTwice && wish.test(view.name))) {
    await ask('desk.remember', { preferences: { language, ...chosen } })
    await goTo(page, at)
    await page.reload()
    await settled(page)
    await act?.(page).catch((error: unknown) => faults.push(`${name}: ${String(error)}`))
    await settled(page)
    for (const scheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' })
      if (scheme === 'dark') faults.push(...(await axeColours(page)).map(found => `${name}: ${found}`))
      if (await sticksOut(page)) faults.push(`${name}: scrolls sideways`)
      await add(`${scheme}-${wide ? 'wide' : 'half'}`, { name, picture: await wholeOf(page, wide ? PLACES : LIST) })
    }
    await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' })
    for (const size of small && language === 'nl' ? SMALL : []) {
      await page.setViewportSize(size)
      await settled(page)
      if (await sticksOut(page)) faults.push(`${name}, ${size.width} wide: scrolls sideways`)
      await add(`small-${size.width}`, { name, picture: await page.screenshot({ animations: 'disabled' }) })
    }
    await page.setViewportSize(SHEET_WINDOW)
    const saved = language === 'nl' ? await savedPicture(page) : null
    if (saved) {
      const title = await page.locator('main h2, main h3').allTextContents()
      if (!title.some(words => saved.words.includes(words.slice(0, 20)))) faults.push(`${name}, as a file: no question`)
      if (!/n = \d|\d+ (gecodeerde )?verhalen|over \d+/.test(saved.words)) faults.push(`${name}, as a file: not who was counted`)
      await add('files', { name, picture: saved.png })
    }
  }
  for (const kind of sheets.keys()) await lay(kind)
  return faults
}

/** The chart as the files that leave: all words of the SVG, and the PNG; null where there is no picture to save. */
async function savedPicture(page: Page): Promise<{ words: string, png: Buffer } | null> {
  const save = page.locator('main').getByRole('button', { name: /^Bewaar( beeld)?$/ }).last()
  const kept = async (kind: 'SVG' | 'PNG'): Promise<Buffer | null> => {
    await save.click()
    const choice = page.getByRole('menuitem', { name: new RegExp(kind) })
    await page.getByRole('menuitem').first().waitFor()
    if (await choice.count() === 0) { await page.keyboard.press('Escape'); return null }
    const [file] = await Promise.all([page.waitForEvent('download'), choice.click()])
    return readFileSync(await file.path())
  }
  if (await save.count() === 0) return null
  const svg = await kept('SVG')
  const png = svg && await kept('PNG')
  return png && { words: [...svg.toString().matchAll(/>([^<]+)</g)].map(([, words]) => words).join(' '), png }
}

/** All of the workspace from `left` on, however long, without the empty room below it. */
async function wholeOf(page: Page, left: number): Promise<Buffer> {
  const more = () => page.evaluate(() => Math.max(0, ...[...document.querySelectorAll('.patterns, .crosstab, .compare-panel, .frame-page')].map(each => each.scrollHeight - each.clientHeight)))
  await page.setViewportSize({ ...SHEET_WINDOW, height: Math.min(TALLEST, SHEET_WINDOW.height + await more()) })
  const bottom = await page.evaluate(() => Math.max(400, ...[...document.querySelectorAll(':is(.patterns, .crosstab, .compare, .frame-page, aside) :is(p, li, td, svg, span, button, h3, textarea)')].map(each => each.getBoundingClientRect().bottom)))
  const { width, height } = page.viewportSize()!
  const picture = await page.screenshot({ animations: 'disabled', clip: { x: left, y: TOP, width: width - left, height: Math.min(height, bottom + 24) - TOP } })
  await page.setViewportSize(SHEET_WINDOW)
  return picture
}
