// The four native calls the window may make: choose files, choose where to save, save sheets as a PDF, and say which language it speaks.
import type { OpenDialogOptions } from 'electron'
import { z } from 'zod'
import { FILE_EXTENSIONS, FilesToOpen, FileToSave, SheetsToSave } from '../shared/desktop-files.ts'
import { shellWord } from '../shared/desktop-words.ts'
import { CHANNELS, type Language } from '../shared/desktop.ts'
import { writePdf } from './paper.ts'
import { isOurWindow } from './security.ts'

type Electron = typeof import('electron')
type Shell = { origin(this: void): string | undefined, language(): Language, speak(language: Language): void }

export function answerDesktopCalls(electron: Electron, shell: Shell): void {
  const { ipcMain, dialog, BrowserWindow } = electron
  const answer = <In>(channel: string, input: z.ZodType<In>, call: (given: In, window: Electron.BrowserWindow) => unknown) =>
    ipcMain.handle(channel, (event, given: unknown) => {
      const window = BrowserWindow.fromWebContents(event.sender)
      if (!window || !isOurWindow(event, shell.origin)) throw new Error('Refused: this call is not from the window of Duiding.')
      return call(input.parse(given), window)
    })

  answer(CHANNELS.chooseFiles, FilesToOpen, async ({ kind }, window) => {
    const options: OpenDialogOptions = kind === 'folder'
      ? { properties: ['openDirectory'] }
      : {
          filters: [{ name: shellWord(shell.language(), kind), extensions: FILE_EXTENSIONS[kind] }],
          properties: kind === 'stories' ? ['openFile', 'multiSelections'] : ['openFile']
        }
    const { canceled, filePaths } = await dialog.showOpenDialog(window, options)
    return canceled ? [] : filePaths
  })
  const askWhere = async (suggestedName: string, window: Electron.BrowserWindow): Promise<string | null> => {
    const extension = suggestedName.slice(suggestedName.lastIndexOf('.') + 1)
    const name = extension === 'duiding' ? shellWord(shell.language(), 'project') : extension.toUpperCase()
    const { canceled, filePath } = await dialog.showSaveDialog(window, { defaultPath: suggestedName, filters: [{ name, extensions: [extension] }] })
    return canceled ? null : filePath
  }
  answer(CHANNELS.chooseFileToSave, FileToSave, ({ suggestedName }, window) => askWhere(suggestedName, window))
  answer(CHANNELS.savePdf, SheetsToSave, async ({ html, suggestedName }, window) => {
    const path = await askWhere(suggestedName, window)
    if (path !== null) await writePdf(electron, html, path)
    return path
  })
  answer(CHANNELS.setLanguage, z.enum(['nl', 'en']), language => shell.speak(language))
}
