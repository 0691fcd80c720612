// The native menu: every action of the work is in it once, in both languages, and reaches the window.
import type { MenuItemConstructorOptions } from 'electron'
import { expect, test, vi } from 'vitest'
import { startDesktop } from '../../electron/main.ts'
import { menuTemplate } from '../../shared/desktop-menu.ts'
import type { MenuAction } from '../../shared/desktop.ts'
import { fakeElectron, settle } from './fake-electron.ts'

const ACTIONS: MenuAction[] = [
  'project.new', 'project.open', 'project.sample', 'stories.import', 'project.saveCopy', 'project.details', 'edit.undo', 'edit.redo', 'palette.open', 'help.keys'
]
const items = (menu: MenuItemConstructorOptions[]) => menu.flatMap(top => (Array.isArray(top.submenu) ? top.submenu : []))
const press = (item: MenuItemConstructorOptions) => (item.click as (() => void) | undefined)?.()

test('every action is in the menu once; the keys that the window listens to itself are shown but not taken', () => {
  const acted: MenuAction[] = []
  const own = items(menuTemplate('nl', false, action => { acted.push(action) })).filter(item => item.click)
  own.forEach(press)
  expect(acted).toEqual(ACTIONS)
  expect(own.filter(item => item.registerAccelerator === false).map(item => item.accelerator)).toEqual(['CmdOrCtrl+Z', 'CmdOrCtrl+Shift+Z', 'CmdOrCtrl+K'])
  const keys = own.flatMap(item => item.accelerator ?? [])
  expect(keys.length).toBe(new Set(keys).size)
})

test('Dutch and English: the same menu in other words, and every item has some', () => {
  const words = (language: 'nl' | 'en') => menuTemplate(language, false, () => {}).map(top => [top.label, ...items([top]).map(item => item.label ?? '—')])
  expect(words('nl')).toEqual([
    ['Bestand', 'Nieuw project…', 'Project openen…', 'Voorbeeldproject openen', '—', 'Verhalen importeren…', 'Kopie bewaren…', 'Over dit project…', '—', 'Afsluiten'],
    ['Bewerken', 'Ongedaan maken', 'Opnieuw', '—', 'Knippen', 'Kopiëren', 'Plakken', 'Alles selecteren'],
    ['Beeld', 'Zoek of doe iets…', '—', 'Groter', 'Kleiner', 'Gewone grootte', '—', 'Volledig scherm'],
    ['Help', 'Toetsen']
  ])
  expect(words('en').map(row => row.length)).toEqual(words('nl').map(row => row.length))
  expect(words('en').flat().filter(word => word !== '—' && word !== 'Help' && words('nl').flat().includes(word))).toEqual([])
})

test('macOS: the app’s own menu in front, and Close instead of Quit under File', () => {
  const menu = menuTemplate('nl', true, () => {})
  expect(menu.map(top => top.role ?? top.label)).toEqual(['appMenu', 'Bestand', 'Bewerken', 'Beeld', 'windowMenu', 'help'])
  expect(items([menu[1]!]).at(-1)).toEqual({ role: 'close', label: 'Venster sluiten' })
})

test('a choice in the menu reaches the window; changing language renews the menu', async () => {
  const fake = fakeElectron()
  vi.spyOn(console, 'log').mockImplementationOnce(() => {})
  void startDesktop(fake.electron, { preload: '', host: '', renderer: '' }, ['Duiding'])
  await settle()
  fake.hosts[0]!.ready()
  await settle()
  press(items(fake.menus.at(-1)!).find(item => item.label === 'Ongedaan maken')!)
  expect(fake.windows[0]!.sent).toEqual([['desktop:menu-action', 'edit.undo']])
  const frame = { url: 'http://127.0.0.1:4711/' }
  fake.calls.get('desktop:set-language')!({ senderFrame: frame, sender: { mainFrame: frame } }, 'en')
  expect(fake.menus.map(menu => menu[0]!.label)).toEqual(['Bestand', 'File'])
})
