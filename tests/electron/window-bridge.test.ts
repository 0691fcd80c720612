// Undo in the native menu while one writes in a field: on macOS the key itself comes in by the menu, so it must mean the writing.
// (What else the shell asks of the window: tests/journeys/start-desktop.test.ts.)
import { expect, test } from 'vitest'
import { press } from '../journeys/support/steps.ts'
import { withWorkbench } from '../journeys/support/workbench.ts'

type Played = { act?: (action: string) => void }

test('undo and redo in the menu mean the writing while one writes in a field', async () => {
  await withWorkbench({ nativeDialogs: true }, async ({ page }) => {
    await page.addInitScript(() => {
      const played: Played = {}
      const nothing = () => Promise.resolve(null)
      const desktop = {
        chooseFiles: () => Promise.resolve([]), chooseFileToSave: nothing, setLanguage: nothing, onProjectFile: () => () => {},
        onMenuAction: (hear: (action: string) => void) => { played.act = hear; return () => {} }
      }
      Object.assign(globalThis, { played, desktop })
    })
    await page.reload()
    const act = (action: string) => page.evaluate(given => (globalThis as unknown as { played: Played }).played.act!(given), action)
    await press(page, 'Nieuw project')
    const field = page.getByLabel('Hoe heet het project?')
    await field.click()
    await page.keyboard.type('Wijk')
    expect(await field.inputValue()).toBe('Wijk')
    await act('edit.undo')
    expect(await field.inputValue()).not.toBe('Wijk')
    await act('edit.redo')
    expect(await field.inputValue()).toBe('Wijk')
  })
}, 60_000)
