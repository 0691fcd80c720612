// The native menu as plain options, in Dutch or English; what belongs to the work is handed to the window's actions registry.
import { shellWord } from './desktop-words.ts'
import type { Language, MenuAction } from './desktop.ts'

type Named = 'close' | 'quit' | 'cut' | 'copy' | 'paste' | 'selectAll' | 'zoomIn' | 'zoomOut' | 'resetZoom'
type Role = Named | 'togglefullscreen' | 'appMenu' | 'windowMenu' | 'help'

/** As Electron's Menu.buildFromTemplate takes them. */
export interface MenuOptions {
  label?: string
  role?: Role
  type?: 'separator'
  accelerator?: string
  registerAccelerator?: boolean
  click?: () => void
  submenu?: MenuOptions[]
}

/** The menu as plain options; on macOS with the app's own menu in front. */
export function menuTemplate(language: Language, mac: boolean, act: (action: MenuAction) => void): MenuOptions[] {
  const word = (name: Parameters<typeof shellWord>[1]) => shellWord(language, name)
  const item = (action: MenuAction, accelerator?: string): MenuOptions => ({ label: word(action), click: () => act(action), accelerator })
  // Keys that the window listens to itself, because it knows whether one is writing in a field: shown here, not taken.
  const shown = (action: MenuAction, accelerator: string) => ({ ...item(action, accelerator), registerAccelerator: false })
  const role = (name: Named) => ({ role: name, label: word(name) })
  const line: MenuOptions = { type: 'separator' }
  const file = [
    item('project.new', 'CmdOrCtrl+N'), item('project.open', 'CmdOrCtrl+O'), item('project.sample'), line,
    item('stories.import', 'CmdOrCtrl+I'), item('project.saveCopy', 'CmdOrCtrl+Shift+S'), item('project.details'), line, role(mac ? 'close' : 'quit')
  ]
  const edit = [shown('edit.undo', 'CmdOrCtrl+Z'), shown('edit.redo', 'CmdOrCtrl+Shift+Z'), line, role('cut'), role('copy'), role('paste'), role('selectAll')]
  const view = [
    shown('palette.open', 'CmdOrCtrl+K'), line, role('zoomIn'), role('zoomOut'), role('resetZoom'), line,
    { role: 'togglefullscreen' as const, label: word('fullScreen') }
  ]
  return [
    ...(mac ? [{ role: 'appMenu' as const }] : []),
    { label: word('file'), submenu: file },
    { label: word('edit'), submenu: edit },
    { label: word('view'), submenu: view },
    ...(mac ? [{ role: 'windowMenu' as const }] : []),
    { label: word('help'), role: 'help', submenu: [item('help.keys', 'F1')] }
  ]
}
