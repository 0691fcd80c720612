// The native calls of the window: what they ask the coder, what they give back, and whom they refuse.
import { expect, test } from 'vitest'
import { answerDesktopCalls } from '../../electron/desktop-calls.ts'
import type { Language } from '../../shared/desktop.ts'
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

test('exactly three calls exist', () => {
  expect([...calls().calls.keys()]).toEqual(['desktop:choose-files', 'desktop:choose-file-to-save', 'desktop:set-language'])
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

test.each([
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
