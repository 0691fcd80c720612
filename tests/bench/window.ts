// The whole window on a real host, against the goals: starting, reading, coding, the picker, tables, dots, cards, and its memory on the
// large project. Each figure is printed with what it should be.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Browser } from 'playwright-core'
import { ensureRenderer } from '../../scripts/renderer.mjs'
import { startHost } from '../../server/start.ts'
import { enter } from '../support/enter.ts'
import { cards, picking, say, steps, STORY } from './window-acts.ts'
import { heapOf, launch, longestTask, metric, openPage, scrolling, timeTo, type Measured, type Took } from './window-page.ts'
import { CODERS, large, longStory, manyDots, wideTable } from './window-projects.ts'

type Visit = Measured & { /** From starting the host to a list of stories to choose from. */ start: Took }

const LIST = { selector: '.story-list [role=option] .story-row-opening' }
/** The p of a row: a dash until it is there. */
const TESTED = { selector: 'td.crosstab-chance', words: ',' }
const middle = (times: readonly number[]): number => times.toSorted((a, b) => a - b)[times.length >> 1]!
const middleOf = (times: readonly Took[]): Took => ({ wall: middle(times.map(({ wall }) => wall)), own: middle(times.map(({ own }) => own)) })

/** `asked`: what runs; everything where nothing is named. */
export async function benchWindow(asked: readonly string[] = []): Promise<void> {
  await ensureRenderer()
  const folder = mkdtempSync(join(tmpdir(), 'duiding-window-'))
  const browser = await launch()
  try {
    for (const [name, part] of Object.entries(PARTS)) if (asked.length === 0 || asked.includes(name)) await part(browser, folder)
  } finally {
    await browser.close()
    rmSync(folder, { recursive: true, force: true })
  }
}

const PARTS: Record<string, (browser: Browser, folder: string) => Promise<void>> = {
  async sample(browser, folder) {
    await visit(browser, join(folder, 'sample'), { sample: true }, 'Anna de Boer', async () => undefined) // the sample is built once
    await visit(browser, join(folder, 'sample'), { sample: true }, 'Anna de Boer', async (open) => {
      say('start to a usable list, Demostad', open.start, 1500)
      say('story to story', middleOf(await steps(open, 15)), 100)
      // As the table stands there first: all codes, by the first scale. Every p comes with the others.
      say('cross-table with 9,999 draws for every code', await timeTo(open, { hash: '#/kruistabel' }, TESTED), 1000)
      await cards(open, browser, folder)
    })
  },
  async transcript(browser, folder) {
    const made = longStory(300_000, 2000, 300)
    await visit(browser, join(folder, 'transcript'), { projectFile: made.path }, CODERS[0]!, async (open) => {
      say('300,000 characters, 2,000 codings: painted', await timeTo(open, { hash: `#/lezen/${made.id('#2')}` }, { selector: `${STORY}[aria-label="Verhaal 2"]` }), 300)
      const { script, longest } = await scrolling(open, '.reader.is-page')
      say('  scrolling, script a frame', script, 8)
      say('  scrolling, longest task', longest, 50)
      say('code picker, 300 codes, a key', middle(await picking(open)), 16)
    })
    made.close()
  },
  async table(browser, folder) {
    const made = wideTable(200)
    const chosen = { columns: { is: 'signifier', signifier: made.id('schaal'), bins: { is: 'width', width: 2 } }, rows: { is: 'all' }, unit: 'story', layer: { is: 'all' }, filter: {}, show: 'count', sort: { is: 'codebook' }, pinned: [], face: 'spread', measure: '', turned: false, adjust: 'holm', rule: 'literal' }
    await visit(browser, join(folder, 'table'), { projectFile: made.path, chosen }, CODERS[0]!, async (open) => {
      const cells = '.crosstab-grid[aria-rowcount="201"][aria-colcount="54"] td[data-line="1"]'
      say('table of 200 × 50 cells, painted', await timeTo(open, { hash: '#/kruistabel' }, { selector: cells }))
      await open.page.locator('.crosstab-legend ul').waitFor({ timeout: 120_000 }) // tested: nothing else is being drawn
      await open.page.waitForTimeout(1500)
      const { script, longest } = await scrolling(open, '.crosstab-scroll', 300)
      say('  scrolling, script a frame', script, 8)
      say('  scrolling, longest task', longest, 50)
      say('  a walk by keys, longest task', await longestTask(open.page, async () => {
        await open.page.locator('.crosstab-grid [data-here]').focus()
        for (let at = 0; at < 15; at++) await open.page.keyboard.press(at % 2 ? 'ArrowRight' : 'ArrowDown')
      }), 50)
    })
    made.close()
  },
  async dots(browser, folder) {
    const made = manyDots(20_000)
    await visit(browser, join(folder, 'dots'), { projectFile: made.path }, CODERS[0]!, async (open) => {
      const { page } = open
      say('20,000 dots, painted', await timeTo(open, { hash: `#/patronen/${made.id('wie')}` }, { selector: '.chart-painted[data-dots="20000"]' }))
      await page.waitForTimeout(1000)
      const box = (await page.locator('.chart-triad.is-big svg').boundingBox())!
      const to = (x: number, y: number): [number, number] => [box.x + box.width * x, box.y + box.height * y]
      say('  drawing a line round dots, longest task', await longestTask(page, async () => {
        await page.mouse.move(...to(0.35, 0.4))
        await page.mouse.down()
        for (const [x, y] of [[0.65, 0.4], [0.7, 0.75], [0.3, 0.75], [0.34, 0.42]] as const) await page.mouse.move(...to(x, y), { steps: 25 })
      }), 50)
      say('  closing it, longest task', await longestTask(page, async () => {
        await page.mouse.up()
        await page.locator('.filter-behind-sum').waitFor()
        await page.waitForTimeout(500)
      }), 50)
    })
    made.close()
  },
  async large(browser, folder) {
    await visit(browser, join(folder, 'large'), { projectFile: large(folder) }, 'Codeur 1', async (open) => {
      say('start to a usable list, L', open.start, 3000)
      say('story to story, L', middleOf(await steps(open, 15)), 100)
      for (const place of ['codes', 'themas', 'kruistabel', 'patronen', 'zoeken', 'samen', 'dekking', 'lezen']) {
        await open.page.evaluate((to) => { location.hash = `#/${to}` }, place)
        await open.page.waitForTimeout(2500)
      }
      say('JS heap after a walk, MB', await heapOf(open.session), 150)
    })
  }
}

type Wish = { sample?: boolean; projectFile?: string; /** What was chosen for the cross-table before. */ chosen?: object }

async function visit(browser: Browser, dataFolder: string, { chosen, ...wish }: Wish, coder: string, work: (open: Visit) => Promise<void>): Promise<void> {
  const from = performance.now()
  const host = await startHost({ ...wish, dataFolder })
  try {
    if (chosen) {
      const window = await enter(host.link())
      await window.desk('desk.open', { path: wish.projectFile! })
      const { id } = await window.call('project.read', {})
      await window.desk('desk.remember', { preferences: { [`crosstab:${id}`]: chosen } })
    }
    const opened = await openPage(browser, host.url)
    opened.page.setDefaultTimeout(60_000)
    await opened.page.getByRole('button', { name: new RegExp(coder) }).first().click()
    await opened.page.locator(LIST.selector).first().waitFor()
    const start = { wall: performance.now() - from, own: await metric(opened.session, 'ThreadTime') }
    await opened.page.waitForTimeout(1500)
    await work({ ...opened, start })
    await opened.page.close()
  } finally {
    await host.close()
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await benchWindow(process.argv.slice(2))
