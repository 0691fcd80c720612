// From the last key press to the painted coding in the whole app: a real host, the built window, a story of 20,000 characters with 300 codings.
// Painted: the words are underlined and the frame that shows it is on the screen. Acknowledged: the host's answer is in the window.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { chromium, type CDPSession, type Page } from 'playwright-core'
import { ensureRenderer } from '../../scripts/renderer.mjs'
import { startHost } from '../../server/start.ts'
import { findChromium } from '../support/find-chromium.ts'
import { plainProject } from '../support/plain-project.ts'
import { longText, manyCodings } from '../renderer/reader/samples.ts'
import { spread, type Times } from './timing.ts'
import { metric } from './window-page.ts'

const [CHARACTERS, CODINGS, CODES] = [20_000, 300, 30]
const CODERS = ['Anna de Boer', 'Carla Mulder', 'Joost Visser', 'Zeynep Kaya']
const ROUNDS = 9

/** Milliseconds of each round, by way of coding: after letters in the picker, Enter; or a number key for a recent code. */
export type Coded = { way: 'picker, Enter' | 'number key'; painted: Times & { least: number }; acknowledged: Times & { least: number }; /** Script, style and layout until it was quiet again. */ busy: Times & { least: number } }

/** `profile`: called with a CPU profile of the page over all rounds of one way. */
export async function benchCoding(profile?: (way: string, made: unknown) => void): Promise<Coded[]> {
  await ensureRenderer()
  const folder = mkdtempSync(join(tmpdir(), 'duiding-bench-'))
  const plain = longStory()
  const host = await startHost({ projectFile: plain.path, dataFolder: folder })
  const browser = await chromium.launch({ executablePath: await findChromium(), args: ['--no-sandbox', '--disable-gpu'] })
  try {
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 }, locale: 'nl-NL' })
    await page.goto(host.url)
    await page.getByRole('button', { name: new RegExp(CODERS[0]!) }).click()
    await page.getByRole('textbox', { name: 'Verhaal 1', exact: true }).waitFor()
    await page.evaluate(watchPainting)
    const session = await page.context().newCDPSession(page)
    await session.send('Performance.enable')
    const figures: Coded[] = []
    for (const way of ['picker, Enter', 'number key'] as const) {
      await codeOnce(page, session, way, 0) // warms up
      if (profile) { await session.send('Profiler.enable'); await session.send('Profiler.setSamplingInterval', { interval: 200 }); await session.send('Profiler.start') }
      const rounds: Awaited<ReturnType<typeof codeOnce>>[] = []
      for (let round = 1; round <= ROUNDS; round++) rounds.push(await codeOnce(page, session, way, round))
      if (profile) profile(way, (await session.send('Profiler.stop')).profile)
      const of = (name: 'painted' | 'acknowledged' | 'busy') => ({ ...spread(rounds.map(times => times[name])), least: Math.min(...rounds.map(times => times[name])) })
      figures.push({ way, painted: of('painted'), acknowledged: of('acknowledged'), busy: of('busy') })
    }
    return figures
  } finally {
    await browser.close()
    await host.close()
    plain.close()
    rmSync(folder, { recursive: true, force: true })
  }
}

function longStory() {
  const made = plainProject({
    coders: CODERS.map((name, at) => ({ name, role: at === 0 ? 'lead' : 'coder' })), codes: Array.from({ length: CODES }, (_, at) => ({ name: `code ${at}` })),
    stories: [{
      body: longText(CHARACTERS),
      codings: manyCodings(CODINGS, CHARACTERS, CODES).map(({ codeName, start, end }, at) => ({ coder: CODERS[at % 4]!, code: codeName, start, end }))
    }]
  })
  made.store.db.pragma('wal_checkpoint(TRUNCATE)')
  return made
}

/** In the page: when a key was pressed, and when a frame with more underlined stretches than then was on the screen. */
function watchPainting(): void {
  const stretches = () => [...CSS.highlights].reduce((sum, [name, { size }]) => (/^duiding-(\d|more)/.test(name) && !/active|hover/.test(name) ? sum + size : sum), 0)
  addEventListener('keydown', event => {
    const before = stretches()
    const record = window.lastKey = { at: event.timeStamp, painted: null as number | null }
    const look = () => {
      if (record !== window.lastKey) return
      if (stretches() <= before) return requestAnimationFrame(look)
      const channel = new MessageChannel() // its message comes after this frame was drawn
      channel.port1.onmessage = () => { record.painted = performance.now() - record.at }
      channel.port2.postMessage(0)
    }
    requestAnimationFrame(look)
  }, true)
}

/** In the page: the middle of one of the longer words of the story, counted from its beginning. */
function middleOfWord(count: number): { x: number, y: number } {
  const walker = document.createTreeWalker(document.querySelector('.reader.is-page .reader-text')!, NodeFilter.SHOW_TEXT)
  for (let left = count, node = walker.nextNode(); node; node = walker.nextNode()) {
    for (const { index, 0: word } of node.nodeValue!.matchAll(/[a-z]{5,}/g)) {
      if (left-- > 0) continue
      const range = document.createRange()
      range.setStart(node, index)
      range.setEnd(node, index + word.length)
      const { x, y, width, height } = range.getClientRects()[0]!
      return { x: x + width / 2, y: y + height / 2 }
    }
  }
  throw new Error('the story has not so many words')
}

declare global {
  interface Window { lastKey?: { at: number, painted: number | null } }
}

async function codeOnce(page: Page, session: CDPSession, way: Coded['way'], round: number): Promise<{ painted: number; acknowledged: number; busy: number }> {
  await page.evaluate(() => { performance.clearResourceTimings() })
  const word = await page.evaluate(middleOfWord, way === 'number key' ? ROUNDS + 1 + round : round) // another each time
  await page.mouse.dblclick(word.x, word.y)
  await page.getByRole('toolbar', { name: 'Met de geselecteerde woorden' }).waitFor()
  if (way === 'picker, Enter') {
    await page.keyboard.press('c')
    await page.getByRole('dialog', { name: 'Kies een code' }).waitFor()
    await page.keyboard.type(`code ${(round * 7 + 3) % CODES}`)
  }
  await page.waitForTimeout(250)
  const before = await metric(session, 'ThreadTime')
  await page.keyboard.press(way === 'picker, Enter' ? 'Enter' : '1')
  await page.waitForFunction(() => window.lastKey?.painted != null && performance.getEntriesByType('resource').some(({ name, duration }) => name.endsWith('/call/coding.apply') && duration > 0), undefined, { timeout: 20_000 })
  const [painted, acknowledged] = await page.evaluate(() => {
    const answer = performance.getEntriesByType('resource').findLast(({ name }) => name.endsWith('/call/coding.apply')) as PerformanceResourceTiming
    return [window.lastKey!.painted!, answer.responseEnd - window.lastKey!.at]
  })
  await page.waitForTimeout(500)
  await page.keyboard.press('Escape')
  return { painted, acknowledged, busy: await metric(session, 'ThreadTime') - before }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  console.log(`key press to painted coding in the whole app, ${CHARACTERS} characters, ${CODINGS} codings; milliseconds`)
  const words = ({ least, median, p95 }: Times & { least: number }) => `${median.toFixed(1)} (least ${least.toFixed(1)}, p95 ${p95.toFixed(1)})`
  for (const { way, painted, acknowledged, busy } of await benchCoding()) {
    console.log(`${way}: painted ${words(painted)} (goal 50), acknowledged ${words(acknowledged)}, the window busy for ${words(busy)}`)
  }
}
