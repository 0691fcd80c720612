// Fingers that know the way do not wait for the screen: what is pressed while a story comes, a dialog goes or a change is still on
// its way means what it means a moment later. Each test slows down one thing of the page, so that the moment lasts.
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { openStore } from '../../db/open.ts'
import { sitDown, smallStudy, type Study } from './support/small-study.ts'
import { withWorkbench } from './support/workbench.ts'

const SLOW = 400

/** Every frame comes late. */
const slowFrames = (page: Page) => page.evaluate(by => {
  const soon = requestAnimationFrame.bind(window)
  window.requestAnimationFrame = draw => Number(setTimeout(() => soon(draw), by))
  window.cancelAnimationFrame = number => clearTimeout(number)
}, SLOW)
/** React comes late to what it may put off. */
const slowDrawing = (page: Page) => page.evaluate(by => {
  const post = Reflect.get(MessagePort.prototype, 'postMessage') as (words: unknown) => void
  MessagePort.prototype.postMessage = function (words: unknown) { setTimeout(() => post.call(this, words), by) }
}, SLOW)
/** What is put off “until a moment later” comes late. */
const slowTimers = (page: Page) => page.evaluate(by => {
  const soon = setTimeout.bind(window) as (act: TimerHandler, after?: number, ...rest: unknown[]) => number
  Object.assign(window, { setTimeout: (act: TimerHandler, after = 0, ...rest: unknown[]) => soon(act, Math.max(by, after), ...rest) })
}, SLOW)
/** Answers to this call come late. */
const slowAnswers = (page: Page, call: string) => page.route(`**/call/${call}`, async route => { await new Promise(done => { setTimeout(done, SLOW) }); await route.continue() })
const keys = async (page: Page, ...pressed: string[]) => { for (const key of pressed) await page.keyboard.press(key) }
const story = (page: Page, number: number) => page.getByRole('heading', { level: 1, name: `Verhaal ${number}` }).waitFor()
const text = (page: Page, number: number) => page.getByRole('textbox', { name: `Verhaal ${number}`, exact: true })

/** What Anna made in the file: her codings as [code, words], and the numbers of the stories she is done with. */
function made({ file }: Study): { codings: string[][], done: number[] } {
  const store = openStore(file)
  try {
    const codings = store.all<{ code: string, body: string, s: number, e: number }>(
      `SELECT k.name AS code, r.body, c.at_start AS s, c.at_end AS e FROM coding c JOIN code k ON k.num = c.code JOIN coder p ON p.num = c.coder
       JOIN text t ON t.num = c.text JOIN revision r ON r.text = t.num AND r.number = t.newest WHERE c.removed = 0 AND p.name = 'Anna de Boer' ORDER BY c.num`)
    const done = store.all<{ number: number }>('SELECT s.number FROM reading g JOIN story s ON s.num = g.story WHERE g.done = 1 ORDER BY 1')
    return { codings: codings.map(({ code, body, s, e }) => [code, body.slice(s, e)]), done: done.map(({ number }) => number) }
  } finally {
    store.close()
  }
}

async function atWork(work: (page: Page, expectMade: (expected: ReturnType<typeof made>) => Promise<void>) => Promise<void>): Promise<void> {
  let study: Study | undefined
  await withWorkbench({ page: { reducedMotion: 'no-preference' }, prepare: ({ home }) => { study = smallStudy(home); return { projectFile: study.file } } }, async ({ page }) => {
    await sitDown(page, 'Anna de Boer')
    await text(page, 1).waitFor()
    await work(page, async expected => { await expect.poll(() => made(study!)).toEqual(expected) })
  })
}

test('[W9] the next story has the focus as soon as it stands; so has the text when a dialog has gone', async () => {
  await atWork(async (page, expectMade) => {
    await keys(page, 't')
    await slowFrames(page)
    await keys(page, 'n', 's', 'c')
    await page.keyboard.type('klik')
    await keys(page, 'Enter')
    await expectMade({ codings: [['klik', 'Bij ons ging het anders.']], done: [] })
    await keys(page, 'Escape', '?')
    await page.getByRole('dialog', { name: 'Toetsen' }).waitFor()
    await keys(page, 'Escape', 'w', 'v')
    await expectMade({ codings: [['klik', 'Bij ons ging het anders.'], ['Er', 'Er']], done: [] })
    await keys(page, 'Control+k')
    await page.getByRole('dialog').getByRole('searchbox').waitFor()
    await keys(page, 'Escape', 'a', '.')
    await expectMade({ codings: [['klik', 'Bij ons ging het anders.'], ['Er', 'Er'], ['Er', 'Bij ons ging het anders. Er kwam steeds iemand anders aan de deur.']], done: [] })
  })
})

test('[W9] steps from story to story go one after another, and what is pressed meanwhile is for the story it leads to', async () => {
  await atWork(async (page, expectMade) => {
    await slowAnswers(page, 'story.neighbours')
    await slowAnswers(page, 'story.read')
    await keys(page, 't', 'n', 'n', 'n')
    await story(page, 4)
    await keys(page, 'Shift+N', 'd')
    await story(page, 3)
    await expectMade({ codings: [], done: [3] })
    await keys(page, 'p', 's', 'c', 'k', 'l', 'i', 'k', 'Enter')
    await expectMade({ codings: [['klik', 'Bij ons ging het anders.']], done: [3] })
    await page.getByRole('dialog', { name: 'Kies een code' }).waitFor({ state: 'detached' })
  })
})

/** Drags over the first letters of the text. */
async function dragOverToen(page: Page): Promise<void> {
  const box = await text(page, 1).locator('p').first().boundingBox()
  await page.mouse.move(box!.x + 2, box!.y + 12)
  await page.mouse.down()
  await page.mouse.move(box!.x + 20, box!.y + 12, { steps: 3 })
  await page.mouse.up()
}

test('[W9] a key right after the mouse finds the words selected; undo right after a nudge takes the nudge back', async () => {
  await atWork(async (page, expectMade) => {
    await slowDrawing(page)
    await dragOverToen(page)
    await page.evaluate(() => new Promise(done => { setTimeout(done, 20) }))
    await keys(page, 'v')
    await expectMade({ codings: [['Toen', 'Toen']], done: [] })
    await keys(page, 'Control+z')
    await expectMade({ codings: [], done: [] })
    // As long as one sees it, the keys from coding to coding go to it too.
    await page.locator('.reader-name', { hasText: 'Toen' }).waitFor({ state: 'detached' })
    await slowTimers(page)
    await dragOverToen(page)
    await keys(page, 'c')
    await page.keyboard.type('klik')
    await keys(page, 'Enter')
    const one = { codings: [['klik', 'Toen']], done: [] }
    await expectMade(one)
    await keys(page, 'Escape', ']', ']', 'Alt+ArrowRight', 'Control+z')
    await page.getByRole('button', { name: 'Opnieuw' }).first().waitFor()
    await expectMade(one)
  })
})
