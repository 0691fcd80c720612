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

/** Takes the pictures and lays them on sheets; gives back what is wrong at sight: words too faint, a page that scrolls sideways. */
export async function chartSheets(page: Page, language: 'nl' | 'en', isTwice: boolean): Promise<string[]> {
  const faults: string[] = []
  const taken: Record<string, Picture[]> = {}
  const ask = asWindow(page)
  await addRegisters(ask)
  const wish = new RegExp(process.env.DUIDING_CHARTS ?? '', 'i')
  for (const { name, at, chosen, act, wide = false, small = false } of (await chartViews(ask)).filter(view => (view.twice ?? false) === isTwice && wish.test(view.name))) {
    await ask('desk.remember', { preferences: { language, ...chosen } })
    await goTo(page, at)
    await page.reload()
    await settled(page)
    await act?.(page)
    await settled(page)
    for (const scheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' })
      if (scheme === 'dark') faults.push(...(await axeColours(page)).map(found => `${name}: ${found}`))
      if (await sticksOut(page)) faults.push(`${name}: scrolls sideways`)
      ;(taken[`${scheme}-${wide ? 'wide' : 'half'}`] ??= []).push({ name, picture: await wholeOf(page, wide ? PLACES : LIST) })
    }
    await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' })
    for (const size of small ? SMALL : []) {
      await page.setViewportSize(size)
      await settled(page)
      if (await sticksOut(page)) faults.push(`${name}, ${size.width} wide: scrolls sideways`)
      ;(taken[`small-${size.width}`] ??= []).push({ name, picture: await page.screenshot({ animations: 'disabled' }) })
    }
    await page.setViewportSize(SHEET_WINDOW)
    if (language === 'nl') {
      const saved = await savedPicture(page)
      const title = await page.getByRole('heading', { level: 2 }).first().textContent() ?? ''
      if (saved && !saved.words.includes(title.slice(0, 20))) faults.push(`${name}, as a file: no question`)
      if (saved && !/n\u00a0?\s*= ?\d|\d+ (gecodeerde )?verhalen|over \d+/.test(saved.words)) faults.push(`${name}, as a file: not who was counted`)
      if (saved) (taken.files ??= []).push({ name, picture: saved.png })
    }
  }
  for (const [kind, pictures] of Object.entries(taken)) {
    const [each, width, columns] = kind === 'files' ? [6, 700, 2] : kind.endsWith('wide') ? [2, SHEET_WINDOW.width - PLACES, 1] : kind.endsWith('half') ? [4, SHEET_WINDOW.width - LIST, 2] : [4, Number(kind.split('-')[1]), 2]
    for (let at = 0; at < pictures.length; at += each) {
      const sheet = ['charts', language, ...(isTwice ? ['waves'] : []), kind, String(at / each + 1).padStart(2, '0')].join('-')
      await contactSheet(sheet, pictures.slice(at, at + each), width, { columns, scale: 1 })
    }
  }
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
  const bottom = await page.evaluate(() => Math.max(400, ...[...document.querySelectorAll(':is(.patterns, .crosstab, .compare, .frame-page, aside) :is(p, li, td, svg, button, h3, textarea)')].map(each => each.getBoundingClientRect().bottom)))
  const { width, height } = page.viewportSize()!
  const picture = await page.screenshot({ animations: 'disabled', clip: { x: left, y: TOP, width: width - left, height: Math.min(height, bottom + 24) - TOP } })
  await page.setViewportSize(SHEET_WINDOW)
  return picture
}
