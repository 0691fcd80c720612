// How fast the story surface paints, in a real browser: first paint, a new coding, the active coding, scrolling.
// Time runs from the change to the frame after it (script, style, layout and paint); a frame is 16.7 ms.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { chromium, type Page } from 'playwright-core'
import { findChromium } from '../support/find-chromium.ts'
import { longText, manyCodings } from '../renderer/reader/samples.ts'
import { servePage } from '../renderer/support.ts'

export interface ReaderFigures {
  characters: number
  codings: number
  firstPaint: Spread
  newCoding: Spread
  activate: Spread
  scrollFrame: Spread
}

/** Milliseconds; `least` is what the machine can do when nothing else asks for it. */
export interface Spread { least: number, median: number, p95: number }

const SIZES = [[20_000, 300], [100_000, 5_000], [300_000, 2_000]] as const
const ROUNDS = 9
/** Milliseconds. */
const GOALS: Record<string, number> = { firstPaint: 300, newCoding: 50, activate: 50, scrollFrame: 50 }

export async function benchReader(): Promise<ReaderFigures[]> {
  const executablePath = await findChromium()
  const folder = mkdtempSync(join(tmpdir(), 'duiding-bench-'))
  const served = await servePage('tests/renderer/stage', 'index.html', folder)
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] })
  try {
    const page = await browser.newPage({ viewport: { width: 1100, height: 800 } })
    await page.goto(served.url)
    const figures: ReaderFigures[] = []
    for (const [characters, codings] of SIZES) figures.push(await benchSize(page, characters, codings))
    return figures
  } finally {
    await browser.close()
    rmSync(folder, { recursive: true, force: true })
  }
}

async function benchSize(page: Page, characters: number, count: number): Promise<ReaderFigures> {
  const body = longText(characters)
  const codings = manyCodings(count, characters)
  const times = await page.evaluate(async ({ body, codings, rounds }) => {
    const painted = () => new Promise<void>(done => requestAnimationFrame(() => { const channel = new MessageChannel(); channel.port1.onmessage = () => done(); channel.port2.postMessage(0) }))
    const idle = () => new Promise(done => setTimeout(done, 250))
    const timed = async (work: () => void) => { const start = performance.now(); work(); await painted(); return performance.now() - start }
    const [first, fresh, active, scroll]: [number[], number[], number[], number[]] = [[], [], [], []]
    for (let round = 0; round < rounds; round++) {
      window.stage.render({ textId: `empty ${round}`, body: '', codings: [], activeCoding: null })
      await idle()
      first.push(await timed(() => window.stage.render({ textId: `${round}`, body, codings })))
      await idle()
      fresh.push(await timed(() => window.stage.render({ codings: [...codings, { ...codings[round]!, id: 'new', start: 40 + round, end: 120 }] })))
      await idle()
      active.push(await timed(() => window.stage.render({ activeCoding: codings[round]!.id })))
      await idle()
      const page = document.querySelector('.reader')!
      for (let step = 0; step < 20; step++) scroll.push(await timed(() => { page.scrollTop += 400 }))
      page.scrollTop = 0
    }
    return { first, fresh, active, scroll }
  }, { body, codings, rounds: ROUNDS })
  return { characters, codings: count, firstPaint: spread(times.first), newCoding: spread(times.fresh), activate: spread(times.active), scrollFrame: spread(times.scroll) }
}

function spread(times: number[]): Spread {
  const inOrder = times.toSorted((one, other) => one - other)
  const at = (share: number) => Math.round(inOrder[Math.min(inOrder.length - 1, Math.floor(share * inOrder.length))]! * 10) / 10
  return { least: at(0), median: at(0.5), p95: at(0.95) }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  for (const { characters, codings, ...figures } of await benchReader()) {
    const words = Object.entries(figures).map(([name, { least, median, p95 }]) => `${name} ${median} ms of ${GOALS[name]} (least ${least}, p95 ${p95})`)
    console.log(`${characters} characters, ${codings} codings: ${words.join(', ')}`)
  }
}
