// A real Chromium for tests: pages that fail on errors nobody expected, axe, and pictures on request.
import { mkdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium, type Browser, type BrowserContextOptions, type Page } from 'playwright-core'
import { inject } from 'vitest'

/** Own flags, not those of the packed browser: theirs switch off web security. */
const FLAGS = [
  '--no-sandbox', '--disable-gpu', '--disable-quic', '--disable-background-networking', '--disable-component-update', '--disable-sync'
]
const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
let browser: Promise<Browser> | undefined

/** The one browser of this process, for all its test files; it goes when the process does, for it hangs on a pipe to it. */
export function openBrowser(): Promise<Browser> {
  const found = inject('chromium')
  if ('missing' in found) throw new Error(found.missing)
  browser ??= chromium.launch({ executablePath: found.path, args: FLAGS, headless: true })
  return browser
}

export type PageOptions = BrowserContextOptions & {
  /** Opened before `work` runs. */
  url?: string
  /** Errors in the page (uncaught, or written to its console) that this test expects; any other one fails it. */
  expectedErrors?: RegExp
}

export interface OpenPage {
  page: Page
  /** What the page threw or logged since it was asked last, as far as nobody expected it. */
  complaints(): string[]
  /** Errors that belong to what is done next; none by default. */
  expectErrors(like: RegExp | undefined): void
  close(): Promise<void>
}

/** A fresh window: own cookies, Dutch, 1440×900, little motion (what fades in has no colours yet that axe could judge). */
export async function openPage({ url, expectedErrors, ...options }: PageOptions): Promise<OpenPage> {
  const context = await (await openBrowser()).newContext({ locale: 'nl-NL', timezoneId: 'Europe/Amsterdam', viewport: { width: 1440, height: 900 }, reducedMotion: 'reduce', ...options })
  const errors: string[] = []
  let expected = expectedErrors
  const note = (words: string) => { if (!expected?.test(words)) errors.push(words) }
  try {
    const page = await context.newPage()
    page.on('pageerror', error => note(`thrown: ${error.message}`))
    page.on('console', message => { if (message.type() === 'error') note(`logged: ${message.text()} (${message.location().url})`) })
    if (url !== undefined) await page.goto(url)
    return { page, complaints: () => errors.splice(0), expectErrors: like => { expected = like }, close: () => context.close() }
  } catch (error) {
    await context.close()
    throw error
  }
}

/** A fresh window for `work`; fails when the page threw or logged an error. */
export async function withPage<T>(options: PageOptions, work: (page: Page) => Promise<T>): Promise<T> {
  const opened = await openPage(options)
  try {
    const value = await work(opened.page).catch((cause: unknown) => {
      // What the page complained of is usually why the work failed: show both.
      const errors = opened.complaints()
      throw errors.length > 0 ? new Error(`${String(cause)}\nThe page had errors:\n${errors.join('\n')}`, { cause }) : cause
    })
    refuse(opened.complaints())
    return value
  } finally {
    await opened.close()
  }
}

/** Throws what a page complained of, if it did. */
export function refuse(complaints: string[]): void {
  if (complaints.length > 0) throw new Error(`The page had errors:\n${complaints.join('\n')}`)
}

/** All that WCAG 2.2 A and AA ask, and good practice; or what depends on the set of colours alone, for a page that was judged whole in another set. */
const TAGS = { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] } as const
const COLOURS = { type: 'rule', values: ['color-contrast', 'link-in-text-block'] } as const
type Judging = typeof TAGS | typeof COLOURS

/** What axe finds wrong by WCAG 2.2 A and AA, one line each: `rule: what (selector; selector)`. Empty is good. */
export const axe = (page: Page): Promise<string[]> => judge(page, TAGS)

/** The same for colours alone. */
export const axeColours = (page: Page): Promise<string[]> => judge(page, COLOURS)

async function judge(page: Page, judging: Judging): Promise<string[]> {
  // evaluate, not a script element: our content security policy would rightly refuse that. Half a megabyte: once for a page.
  if (!await page.evaluate(() => 'axe' in globalThis)) await page.evaluate(axeSource)
  const found = await judged(page, judging)
  if (found.length === 0) return found
  // On a busy machine a change of colours may be half drawn when axe looks: what is really wrong is still wrong a moment later.
  await page.waitForTimeout(400)
  return judged(page, judging)
}

const judged = (page: Page, judging: Judging): Promise<string[]> =>
  page.evaluate(async runOnly => {
    type Axe = { configure(changes: object): void, run(options: object): Promise<{ violations: { id: string, help: string, nodes: { target: unknown[] }[] }[] }> }
    const { axe } = globalThis as unknown as { axe: Axe }
    // The palette's list scrolls with its field, which says which row is meant (aria-activedescendant): it is no stop of its own.
    axe.configure({ rules: [{ id: 'scrollable-region-focusable', selector: '*:not(.palette-list)' }] })
    const { violations } = await axe.run({
      runOnly, resultTypes: ['violations'],
      // Beside an open popover stands the unseen button by which a screen reader leaves it, outside the dialog: react-aria's way,
      // not ours to mend. Everything else on the page is checked for its landmark whenever no popover is open.
      ...(runOnly.type === 'tag' ? { rules: { region: { enabled: document.querySelector('.ui-popover') === null } } } : {})
    })
    return violations.map(({ id, help, nodes }) => `${id}: ${help} (${nodes.map(node => node.target.join(' ')).join('; ')})`)
  }, judging)

/** Takes a picture when DUIDING_SHOTS is set: to that folder, or with DUIDING_SHOTS=1 to a folder among the temporary files. */
export async function shot(page: Page, name: string): Promise<void> {
  const folder = shotFolder()
  if (folder) await page.screenshot({ path: join(folder, `${name}.png`), animations: 'disabled' })
}

/** Lays pictures (`width` CSS pixels wide each) side by side on one sheet, with their names, half as large unless told; only when DUIDING_SHOTS is set. */
export async function contactSheet(name: string, pictures: { name: string, picture: Buffer }[], width: number, { columns = 2, scale = 0.5 } = {}): Promise<void> {
  const folder = shotFolder()
  if (!folder || pictures.length === 0) return
  const column = width * scale
  const figures = pictures.map(({ name: caption, picture }) =>
    `<figure><img src="data:image/png;base64,${picture.toString('base64')}" width="${column}"><figcaption>${caption}</figcaption></figure>`)
  const style = `body { display: grid; grid-template-columns: repeat(auto-fill, ${column}px); gap: 16px; font: 14px sans-serif; background: #888 } figure { margin: 0 }`
  await withPage({ viewport: { width: columns * column + 64, height: 800 } }, async page => {
    await page.setContent(`<style>${style}</style>${figures.join('')}`)
    const take = () => page.screenshot({ path: join(folder, `${name}.png`), fullPage: true })
    // A large sheet is now and then refused on a busy machine.
    await take().catch(take)
  })
}

function shotFolder(): string | undefined {
  const wish = process.env.DUIDING_SHOTS
  if (!wish) return undefined
  const folder = wish === '1' ? join(tmpdir(), 'duiding-shots') : wish
  mkdirSync(folder, { recursive: true })
  return folder
}
