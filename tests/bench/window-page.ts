// What the window's bench measures with: tasks and frames by the trace, times from an event to the frame that shows what it led to.
import { chromium, type Browser, type CDPSession, type Page } from 'playwright-core'
import { findChromium } from '../support/find-chromium.ts'

/** Milliseconds by the clock, and of the page's own processor time: on a busy machine only the second says something. */
export type Took = { wall: number; own: number }
export type Measured = { page: Page; session: CDPSession }
/** What must stand in the page: an element, perhaps with these words in it, or no such element any more. */
export type Ready = { selector: string; words?: string; gone?: boolean }

declare global {
  interface Window { shown?: Promise<number> }
}

export const launch = async (): Promise<Browser> => chromium.launch({ executablePath: await findChromium(), args: ['--no-sandbox', '--disable-gpu'] })

export async function openPage(browser: Browser, url: string): Promise<Measured> {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 }, locale: 'nl-NL' })
  const session = await page.context().newCDPSession(page)
  await session.send('Performance.enable')
  await page.goto(url)
  return { page, session }
}

/** From the next such event, or (a hash) from going there, to the end of the frame that shows it. */
export async function timeTo({ page, session }: Measured, start: { event: 'keydown' | 'click' } | { hash: string }, ready: Ready, act?: () => Promise<unknown>): Promise<Took> {
  const before = await metric(session, 'ThreadTime')
  await page.evaluate(({ start: begin, ready: { selector, words, gone } }) => {
    window.shown = new Promise(resolve => {
      const from = (at: number) => {
        const look = () => {
          const found = [...document.querySelectorAll(selector)].some(element => words === undefined || element.textContent.includes(words))
          if (found === (gone === true)) return requestAnimationFrame(look)
          const channel = new MessageChannel() // its message comes after this frame was drawn
          channel.port1.onmessage = () => resolve(performance.now() - at)
          channel.port2.postMessage(0)
        }
        requestAnimationFrame(look)
      }
      if ('event' in begin) addEventListener(begin.event, ({ timeStamp }) => from(timeStamp), { capture: true, once: true })
      else {
        from(performance.now())
        location.hash = begin.hash
      }
    })
  }, { start, ready })
  await act?.()
  const wall = await page.evaluate(() => window.shown!)
  return { wall, own: await metric(session, 'ThreadTime') - before }
}

type Traced = { name: string; ph: string; pid: number; tid: number; tdur?: number; args: { name?: string } }

/** By the trace of the page's thread meanwhile: its longest task in milliseconds of processor time, and how many frames it drew. */
async function traced(page: Page, work: () => Promise<unknown>): Promise<{ longest: number; frames: number }> {
  const browser = page.context().browser()!
  await browser.startTracing(page, { categories: ['toplevel', 'blink', 'cc', 'devtools.timeline', 'disabled-by-default-devtools.timeline'] })
  await work()
  await page.waitForTimeout(300)
  const { traceEvents } = JSON.parse((await browser.stopTracing()).toString('utf8')) as { traceEvents: Traced[] }
  const mains = new Set(traceEvents.filter(({ name, args }) => name === 'thread_name' && args.name === 'CrRendererMain').map(({ pid, tid }) => `${pid} ${tid}`))
  const own = traceEvents.filter(({ pid, tid }) => mains.has(`${pid} ${tid}`))
  const tasks = own.filter(({ name, ph }) => /RunTask$/.test(name) && ph === 'X')
  if (tasks.length === 0) throw new Error('the trace tells of no task')
  return { longest: tasks.reduce((most, { tdur = 0 }) => Math.max(most, tdur / 1000), 0), frames: own.filter(({ name, ph }) => name === 'ProxyMain::BeginMainFrame' && ph === 'X').length }
}

export const longestTask = async (page: Page, work: () => Promise<unknown>): Promise<number> => (await traced(page, work)).longest

/** Down and up again over a second or two: milliseconds of script for each frame, and the longest task. */
export async function scrolling({ page, session }: Measured, selector: string, by = 600): Promise<{ script: number; longest: number }> {
  const box = (await page.locator(selector).boundingBox())!
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2)
  const before = await metric(session, 'ScriptDuration')
  const { longest, frames } = await traced(page, async () => {
    for (let step = 0; step < 60; step++) {
      await page.mouse.wheel(0, step < 40 ? by : -by)
      await page.waitForTimeout(16)
    }
  })
  return { script: (await metric(session, 'ScriptDuration') - before) / Math.max(1, frames), longest }
}

/**
 * Milliseconds. 'ThreadTime' is processor time of the page's thread: what else runs on the machine does not count. 'ScriptDuration' is by the
 * clock, as every other duration here, whatever domain of time one sets.
 */
export async function metric(session: CDPSession, wanted: 'ThreadTime' | 'ScriptDuration'): Promise<number> {
  const { metrics } = await session.send('Performance.getMetrics')
  return metrics.find(({ name }) => name === wanted)!.value * 1000
}

/** MB that the page's scripts hold once what nobody needs is cleared. */
export async function heapOf(session: CDPSession): Promise<number> {
  await session.send('HeapProfiler.collectGarbage')
  return (await session.send('Runtime.getHeapUsage')).usedSize / 1e6
}
