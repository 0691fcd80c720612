// The bridge into the window: six named functions, no Electron object, no general message pipe.
import { contextBridge, ipcRenderer } from 'electron'
import { CHANNELS, type DesktopBridge } from '../shared/desktop.ts'

const listen = <T>(channel: string) => (listener: (message: T) => void) => {
  const hear = (_event: unknown, message: T) => listener(message)
  ipcRenderer.on(channel, hear)
  return () => { ipcRenderer.off(channel, hear) }
}

const bridge: DesktopBridge = {
  chooseFiles: request => ipcRenderer.invoke(CHANNELS.chooseFiles, request) as Promise<string[]>,
  chooseFileToSave: request => ipcRenderer.invoke(CHANNELS.chooseFileToSave, request) as Promise<string | null>,
  savePdf: request => ipcRenderer.invoke(CHANNELS.savePdf, request) as Promise<string | null>,
  setLanguage: language => ipcRenderer.invoke(CHANNELS.setLanguage, language) as Promise<void>,
  onMenuAction: listen(CHANNELS.menuAction),
  onProjectFile: listen(CHANNELS.projectFile)
}

contextBridge.exposeInMainWorld('desktop', bridge)
