// One window for a whole test file; every test starts from a freshly loaded stage, and fails when the page complained.
import { afterAll, afterEach, beforeAll, expect } from 'vitest'
import type { BrowserContext, Page } from 'playwright-core'
import { openBrowser } from '../../support/browser.ts'
import { servePage, type ServedPage } from '../support.ts'
import type { StageEvent, StageProps } from './stage.tsx'

export interface OnStage {
  page: Page
  /** Loads the stage anew and mounts the surface with these props. */
  begin(props: Partial<StageProps>): Promise<void>
  /** Changes props, as a screen does when something arrives. */
  change(props: Partial<StageProps>): Promise<void>
  /** What the surface told since this was last asked. */
  told(): Promise<StageEvent[]>
  lastTold(): Promise<StageEvent | undefined>
  keys(...presses: string[]): Promise<void>
  /** A point in the window on the left edge of the character at an offset. */
  pointAt(offset: number): Promise<{ x: number, y: number }>
  press(offset: number, clickCount?: number): Promise<void>
  drag(from: number, to: number): Promise<void>
  /** A press, or a letting go, has been dealt with. */
  settled(): Promise<void>
}

/** Call it once, at the top of a file. */
export function openStage(): OnStage {
  let served: ServedPage
  let context: BrowserContext
  let errors: string[] = []
  const stage = {} as OnStage

  beforeAll(async () => {
    served = await servePage('tests/renderer/stage')
    context = await (await openBrowser()).newContext({ locale: 'nl-NL', viewport: { width: 1100, height: 800 } })
    stage.page = await context.newPage()
    stage.page.on('pageerror', error => errors.push(error.message))
    stage.page.on('console', message => { if (message.type() === 'error') errors.push(message.text()) })
  })
  afterEach(() => {
    const complaints = errors
    errors = []
    expect(complaints).toEqual([])
  })
  afterAll(async () => {
    await context.close()
  })

  stage.begin = async props => {
    await stage.page.goto(served.url)
    await stage.page.mouse.move(5, 790)
    await stage.page.evaluate(async given => {
      window.stage.render(given)
      await document.fonts.ready
      await new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))
    }, props as StageProps)
  }
  stage.change = props => stage.page.evaluate(given => window.stage.render(given), props as StageProps)
  stage.told = () => stage.page.evaluate(() => window.stage.told())
  stage.lastTold = async () => (await stage.told()).at(-1)
  stage.keys = async (...presses) => { for (const key of presses) await stage.page.keyboard.press(key) }
  stage.pointAt = offset => stage.page.evaluate(pointOf, offset)
  stage.press = async (offset, clickCount = 1) => {
    const { x, y } = await stage.pointAt(offset)
    await stage.page.mouse.click(x + 2, y, { clickCount })
    await settled(stage.page)
  }
  stage.drag = async (from, to) => {
    const [start, end] = [await stage.pointAt(from), await stage.pointAt(to)]
    await stage.page.mouse.move(start.x, start.y)
    await stage.page.mouse.down()
    await stage.page.mouse.move(end.x, end.y, { steps: 4 })
    await stage.page.mouse.up()
    await settled(stage.page)
  }
  stage.settled = () => settled(stage.page)
  return stage
}

/** Two turns of the page, after which a press has been dealt with. */
async function settled(page: Page): Promise<void> {
  await page.evaluate(() => new Promise<void>(done => { setTimeout(() => setTimeout(done)) }))
}

/** Runs in the page. */
function pointOf(offset: number): { x: number, y: number } {
  let rest = offset
  for (const paragraph of document.querySelectorAll('.reader-text > p')) {
    const length = paragraph.textContent.length
    if (rest <= length) {
      const range = document.createRange()
      const node = paragraph.firstChild!.firstChild!
      range.setStart(node, rest)
      range.setEnd(node, Math.min(length, rest + 1))
      const rect = range.getClientRects()[0]!
      return { x: rect.left + 0.5, y: rect.top + rect.height / 2 }
    }
    rest -= length + 1
  }
  throw new Error('no such place')
}
