// What the desktop shell asks of the window: its menu's choices, its own file dialogs, a project opened from outside.
// The shell is a stand-in that records; everything behind it is real.
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import type { MenuAction } from '../../shared/desktop.ts'
import { enterAs, heading, inFrame, joinAs, leave, makeProject, press } from './support/steps.ts'
import { shareWorkbench } from './support/workbench.ts'

type Shell = { chosen: string[], languages: string[], menu?: (action: MenuAction) => void, file?: (path: string) => void }

/** Puts a shell in every page from now on; what it is told and can tell lies in `shell`. */
const withShell = (page: Page) => page.addInitScript(() => {
  const shell: Shell = { chosen: [], languages: [] }
  Object.assign(window, {
    shell,
    desktop: {
      chooseFiles: () => Promise.resolve(shell.chosen),
      chooseFileToSave: () => Promise.resolve(null),
      setLanguage: (language: string) => { shell.languages.push(language); return Promise.resolve() },
      onMenuAction: (listener: Shell['menu']) => { shell.menu = listener; return () => undefined },
      onProjectFile: (listener: Shell['file']) => { shell.file = listener; return () => undefined }
    }
  })
})
const menu = (page: Page, action: MenuAction) => page.evaluate(chosen => (window as unknown as { shell: Shell }).shell.menu!(chosen), action)

const bench = shareWorkbench({})

test('[W2] a change that is still on its way is written by the coder who made it, before another one sits down', async () => {
  const { page } = bench()
  await makeProject(page, 'Wisselen')
  await joinAs(page, 'Anna de Boer')
  await page.evaluate(() => { location.hash = '#/project' })
  await page.getByLabel('Titel').waitFor()
  let letGo = () => {}
  const held = new Promise<void>(resolve => { letGo = resolve })
  await page.route('**/call/project.change', async route => { await held; await route.continue() })
  await page.getByLabel('Titel').fill('Van Anna')
  await page.getByLabel('Titel').press('Enter')
  await page.locator('.frame-save[data-state=busy]').waitFor()
  await press(page, /^AB/)
  await page.getByRole('menuitem', { name: 'Wissel van codeur…' }).click()
  await page.waitForTimeout(200)
  await inFrame(page, 'Anna de Boer')
  letGo()
  await heading(page, 'Wie ben je?')
  await joinAs(page, 'Karim el Idrissi')
  expect(await page.evaluate(async () => {
    const window = sessionStorage.getItem('duiding.window')!
    const ask = async (name: string, input: object) => (await (await fetch(`/call/${name}`, { method: 'POST', headers: { 'content-type': 'application/json', 'x-duiding-window': window }, body: JSON.stringify(input) })).json() as { value: unknown }).value
    const coders = await ask('coder.list', {}) as { id: string, name: string }[]
    const log = await ask('history.list', {}) as { kind: string, coder: string }[]
    return log.filter(({ kind }) => kind === 'project.changed').map(({ coder }) => coders.find(({ id }) => id === coder)?.name)
  })).toEqual(['Anna de Boer'])
})

test('the menu of the desktop app opens, makes, undoes and explains; the system’s dialog chooses the file', async () => {
  const { page, home } = bench()
  await leave(page, 'Van Anna')
  await withShell(page)
  await page.reload()
  await makeProject(page, 'Eerste')
  await joinAs(page, 'Anna de Boer')
  await menu(page, 'project.details')
  await heading(page, 'Over dit project')
  await page.getByText('Laat elkaars coderingen pas zien').click()
  await page.getByRole('checkbox', { checked: true }).waitFor()
  await menu(page, 'edit.undo')
  await page.getByRole('checkbox', { checked: false }).waitFor()
  await menu(page, 'help.keys')
  await page.getByRole('dialog', { name: 'Toetsen' }).waitFor()
  await page.keyboard.press('Escape')
  await menu(page, 'project.saveCopy')
  await page.getByRole('dialog', { name: 'Kopie bewaren' }).waitFor()
  await press(page, 'Annuleren')

  await menu(page, 'project.new')
  await page.getByRole('dialog', { name: 'Nieuw project' }).waitFor()
  await page.getByLabel('Hoe heet het project?').fill('Tweede')
  await press(page, 'Maak project')
  await heading(page, 'Wie ben je?')
  expect(existsSync(join(home, 'Documents', 'Tweede.duiding'))).toBe(true)
  await press(page, 'Ander project')
  await heading(page, 'Samen duiding geven aan verhalen')

  await page.evaluate(path => { (window as unknown as { shell: Shell }).shell.chosen = [path] }, join(home, 'Documents', 'Eerste.duiding'))
  await press(page, 'Project openen')
  await enterAs(page, 'Anna de Boer')
  await page.evaluate(path => (window as unknown as { shell: Shell }).shell.file!(path), join(home, 'Documents', 'Tweede.duiding'))
  await heading(page, 'Wie ben je?')
  await page.getByText('Tweede', { exact: true }).waitFor()
  expect(await page.evaluate(() => (window as unknown as { shell: Shell }).shell.languages)).toEqual(['nl'])
})

