// The native calls of the window: what they ask the coder, what they give back, and whom they refuse.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { answerDesktopCalls } from '../../electron/desktop-calls.ts'
import type { Language } from '../../shared/desktop.ts'
import { temporaryFolder } from '../support/workbench.ts'
import { fakeElectron, FakeWindow } from './fake-electron.ts'

const HOME = 'http://127.0.0.1:4711'
const frame = { url: `${HOME}/` }
const ours = { senderFrame: frame, sender: { mainFrame: frame } }

function calls() {
  const fake = fakeElectron()
  fake.windows.push(new FakeWindow({ webPreferences: {} }))
  const spoken: Language[] = []
  answerDesktopCalls(fake.electron, { origin: () => HOME, language: () => 'nl', speak: language => { spoken.push(language) } })
  // ipcMain turns whatever the handler does into a promise for the window.
  const call = async (channel: string, given: unknown, event: unknown = ours) => fake.calls.get(channel)!(event, given)
  return { ...fake, call, spoken }
}

test('exactly four calls exist', () => {
  expect([...calls().calls.keys()]).toEqual(['desktop:choose-files', 'desktop:choose-file-to-save', 'desktop:save-pdf', 'desktop:set-language'])
})

test('choosing files: one project, several stories, a folder; nothing when cancelled', async () => {
  const { call, shown, answers } = calls()
  expect(await call('desktop:choose-files', { kind: 'project' })).toEqual(['/home/a/een.duiding'])
  await call('desktop:choose-files', { kind: 'stories' })
  await call('desktop:choose-files', { kind: 'folder' })
  expect(shown).toEqual([
    [{ filters: [{ name: 'Duiding-project', extensions: ['duiding'] }], properties: ['openFile'] }],
    [{ filters: [{ name: 'Verhalen', extensions: ['csv', 'tsv', 'txt', 'xlsx', 'md', 'docx'] }], properties: ['openFile', 'multiSelections'] }],
    [{ properties: ['openDirectory'] }]
  ])
  answers.open = { canceled: true, filePaths: [] }
  expect(await call('desktop:choose-files', { kind: 'project' })).toEqual([])
})

test('choosing where to save offers the kind of the suggested name; null when cancelled', async () => {
  const { call, shown, answers } = calls()
  expect(await call('desktop:choose-file-to-save', { suggestedName: 'Kruistabel klik.csv' })).toBe('/home/a/twee.csv')
  await call('desktop:choose-file-to-save', { suggestedName: 'Wijk v2.duiding' })
  expect(shown).toEqual([
    [{ defaultPath: 'Kruistabel klik.csv', filters: [{ name: 'CSV', extensions: ['csv'] }] }],
    [{ defaultPath: 'Wijk v2.duiding', filters: [{ name: 'Duiding-project', extensions: ['duiding'] }] }]
  ])
  answers.save = { canceled: true, filePath: '' }
  expect(await call('desktop:choose-file-to-save', { suggestedName: 'a.csv' })).toBe(null)
})

test('the window sets the language of menu and dialogs', async () => {
  const { call, spoken } = calls()
  await call('desktop:set-language', 'en')
  expect(spoken).toEqual(['en'])
})

test('sheets are printed unseen, in memory alone, and written where the coder said; nowhere when cancelled', async () => {
  const { call, shown, answers, windows, schemes } = calls()
  const folder = temporaryFolder()
  const html = '<!doctype html><p>Kaart 417: <b>niet in een bestand</b></p>'
  answers.save = { canceled: false, filePath: join(folder, 'kaarten.pdf') }
  expect(await call('desktop:save-pdf', { html, suggestedName: 'Avond – kaarten.pdf' })).toBe(join(folder, 'kaarten.pdf'))
  expect(shown).toEqual([[{ defaultPath: 'Avond – kaarten.pdf', filters: [{ name: 'PDF', extensions: ['pdf'] }] }]])
  const [, sheets] = windows
  expect({ show: sheets!.options.show, loaded: sheets!.loaded, printed: sheets!.printed, did: sheets!.did }).toEqual({
    show: false, loaded: ['sheets://own/'], printed: [{ preferCSSPageSize: true, printBackground: true, generateTaggedPDF: true, generateDocumentOutline: true }], did: ['asked document.fonts.ready', 'destroy']
  })
  const partition = sheets!.options.webPreferences.partition as string
  expect([partition.startsWith('persist:'), sheets!.options.webPreferences.nodeIntegration, [...schemes.values()]]).toEqual([false, false, [null]])
  expect(readdirSync(folder)).toEqual(['kaarten.pdf'])
  expect(readFileSync(join(folder, 'kaarten.pdf'), 'latin1')).toBe('%PDF-1.4 blad')

  answers.save = { canceled: true, filePath: '' }
  expect(await call('desktop:save-pdf', { html, suggestedName: 'a.pdf' })).toBe(null)
  expect([windows.length, readdirSync(folder)]).toEqual([2, ['kaarten.pdf']])
})

test('a file that can’t be written is told, and the unseen window goes all the same', async () => {
  const { call, answers, windows } = calls()
  answers.save = { canceled: false, filePath: join(temporaryFolder(), 'nowhere', 'a.pdf') }
  await expect(call('desktop:save-pdf', { html: '<p>', suggestedName: 'a.pdf' })).rejects.toThrow('ENOENT')
  expect(windows[1]!.did).toContain('destroy')
})

test.each([
  ['desktop:save-pdf', { html: '<p>', suggestedName: 'a.html' }], ['desktop:save-pdf', { html: '<p>', suggestedName: '../a.pdf' }], ['desktop:save-pdf', { suggestedName: 'a.pdf' }],
  ['desktop:choose-files', { kind: 'password' }], ['desktop:choose-files', { kind: 'project', defaultPath: '/etc' }], ['desktop:choose-files', undefined],
  ['desktop:choose-file-to-save', { suggestedName: '../../.bashrc' }], ['desktop:choose-file-to-save', { suggestedName: 'a/b.csv' }],
  ['desktop:choose-file-to-save', { suggestedName: 'virus.exe' }], ['desktop:choose-file-to-save', { suggestedName: '.csv' }], ['desktop:set-language', 'de']
])('%s refuses %j and shows nothing', async (channel, given) => {
  const { call, shown, spoken } = calls()
  await expect(call(channel, given)).rejects.toThrow()
  expect({ shown, spoken }).toEqual({ shown: [], spoken: [] })
})

test('[D4] a frame inside the page and a page from elsewhere are refused', async () => {
  const { call, shown } = calls()
  const strange = { url: 'https://example.org/' }
  for (const event of [{ senderFrame: { url: `${HOME}/` }, sender: { mainFrame: frame } }, { senderFrame: strange, sender: { mainFrame: strange } }, { senderFrame: null, sender: { mainFrame: frame } }]) {
    await expect(call('desktop:choose-files', { kind: 'project' }, event)).rejects.toThrow('Refused')
  }
  expect(shown).toEqual([])
})
