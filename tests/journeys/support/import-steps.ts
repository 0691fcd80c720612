// Steps of the wizard that several journeys take.
import type { Page } from 'playwright-core'
import { heading, joinAs, press } from './steps.ts'

export interface GivenFile { name: string, mimeType?: string, buffer: Buffer }

export const file = (name: string, content: string | Uint8Array): GivenFile => ({ name, buffer: Buffer.from(content as string), mimeType: 'application/octet-stream' })

/** From the start screen to the first step, in a project of its own. */
export async function wizard(page: Page, title = 'Proef'): Promise<void> {
  await press(page, 'Verhalen inlezen in een nieuw project')
  await page.getByLabel('Hoe heet het project?').fill(title)
  await press(page, 'Maak project')
  await heading(page, 'Wie ben je?')
  await joinAs(page, 'Anna de Boer')
  await heading(page, 'Welke verhalen wil je inlezen?')
}

/** Chooses files as the system's dialog would. */
export async function give(page: Page, ...files: GivenFile[]): Promise<void> {
  await page.locator('input[type=file]:not([webkitdirectory])').setInputFiles(files.map(({ mimeType = 'application/octet-stream', ...rest }) => ({ mimeType, ...rest })))
}

/** Chooses in a select: its button is named by what it asks. */
export async function choose(page: Page, asks: string | RegExp, option: string | RegExp): Promise<void> {
  await page.getByRole('button', { name: asks }).click()
  await page.getByRole('option', { name: option }).click()
}

export async function toColumns(page: Page): Promise<void> {
  await press(page, 'Verder')
  await heading(page, 'Wat staat er in elke kolom?')
}

export async function toCheck(page: Page): Promise<void> {
  await press(page, 'Verder: nakijken')
  await heading(page, 'Wat gaat er gebeuren?')
}

/** `count` as the button says it, e.g. "12 verhalen". */
export async function bringIn(page: Page, count: string): Promise<void> {
  await press(page, `Lees ${count} in`)
  await heading(page, 'De verhalen zijn binnen')
}
