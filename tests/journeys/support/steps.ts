// Steps that several journeys take: from the start screen into a project, and to a place.
import { cpus, loadavg } from 'node:os'
import type { Page } from 'playwright-core'

/** A second, and in proportion more where the machine has more to do than it can. */
export const second = () => 1000 * Math.max(1, (2 * loadavg()[0]!) / cpus().length)

export const heading = (page: Page, name: string) => page.getByRole('heading', { level: 1, name }).waitFor()
export const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name, exact: typeof name === 'string' }).click()
/** Waits until the frame says that all is saved. */
export const saved = (page: Page) => page.locator('.frame-save[data-state=saved]').waitFor()

/** From the start screen; the file goes to the folder Documents. */
export async function makeProject(page: Page, title: string): Promise<void> {
  await press(page, 'Nieuw project')
  await page.getByLabel('Hoe heet het project?').fill(title)
  await press(page, 'Maak project')
  await heading(page, 'Wie ben je?')
}

/** Adds a coder, as the first one or beside others, and waits for the frame. */
export async function joinAs(page: Page, name: string): Promise<void> {
  const add = page.getByRole('button', { name: 'Ik sta er niet bij' })
  await add.or(page.getByLabel('Je naam')).first().waitFor()
  if (await add.isVisible()) await add.click()
  await page.getByLabel('Je naam').fill(name)
  await press(page, 'Doe mee')
  await inFrame(page, name)
}

/** Chooses somebody who is in the list. */
export async function enterAs(page: Page, name: string): Promise<void> {
  await heading(page, 'Wie ben je?')
  await page.getByRole('button', { name }).click()
  await inFrame(page, name)
}

/** The frame stands, with this coder in it. */
export const inFrame = (page: Page, name: string) => page.getByRole('button', { name: `Jij bent ${name}` }).waitFor()

/** `place` as in the address, e.g. 'lezen' or 'project'. */
export const goTo = (page: Page, place: string) => page.evaluate(to => { location.hash = `#/${to}` }, place)

/** Opens a recent project from the start screen. */
export async function openRecent(page: Page, title: string): Promise<void> {
  await page.getByRole('button', { name: new RegExp(`^${title}`) }).click()
  await heading(page, 'Wie ben je?')
}

/** From a project back to the start screen. */
export async function leave(page: Page, title: string): Promise<void> {
  await press(page, title)
  await page.getByRole('menuitem', { name: 'Ander project openen…' }).click()
  await heading(page, 'Samen duiding geven aan verhalen')
}

/** Wider than the window itself: then the page scrolls sideways, which WCAG's reflow forbids. */
export const sticksOut = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth)

/** Waits until nothing is being fetched any more; false when the place shows no heading of its own. */
export async function settled(page: Page): Promise<boolean> {
  const headed = await page.getByRole('heading', { level: 1 }).first().waitFor().then(() => true, () => false)
  await page.waitForLoadState('networkidle')
  await page.locator('[aria-busy=true], .ui-skeleton').first().waitFor({ state: 'detached' })
  return headed
}
