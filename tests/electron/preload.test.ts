// The preload script as it is shipped: bundled, run against a faked Electron, exposing six functions and nothing else.
import { EventEmitter } from 'node:events'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { runInNewContext } from 'node:vm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { bundlePreload } from '../../scripts/bundle.mjs'
import type { DesktopBridge } from '../../shared/desktop.ts'

const folder = mkdtempSync(join(tmpdir(), 'duiding-preload-'))
let source = ''
beforeAll(async () => {
  await bundlePreload(folder)
  source = readFileSync(join(folder, 'preload.cjs'), 'utf8')
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

function loaded() {
  const exposed = new Map<string, unknown>()
  const invoked: unknown[][] = []
  const ipcRenderer = Object.assign(new EventEmitter(), { invoke: (...words: unknown[]) => { invoked.push(words); return Promise.resolve('antwoord') } })
  const electron = { ipcRenderer, contextBridge: { exposeInMainWorld: (name: string, bridge: unknown) => exposed.set(name, bridge) } }
  const required: string[] = []
  runInNewContext(source, { module: { exports: {} }, exports: {}, require: (name: string) => { required.push(name); return electron } })
  return { exposed, invoked, ipcRenderer, required, bridge: exposed.get('desktop') as DesktopBridge }
}

test('it asks for Electron alone and exposes one object of six functions', () => {
  const { exposed, required, bridge } = loaded()
  expect(required).toEqual(['electron'])
  expect([...exposed.keys()]).toEqual(['desktop'])
  expect(Object.entries(bridge).map(([name, value]) => [name, typeof value])).toEqual(
    ['chooseFiles', 'chooseFileToSave', 'savePdf', 'setLanguage', 'onMenuAction', 'onProjectFile'].map(name => [name, 'function']))
})

test('each call goes out under its own name', async () => {
  const { bridge, invoked } = loaded()
  expect(await bridge.chooseFiles({ kind: 'project' })).toBe('antwoord')
  await bridge.chooseFileToSave({ suggestedName: 'a.csv' })
  await bridge.savePdf({ html: '<p>', suggestedName: 'a.pdf' })
  await bridge.setLanguage('en')
  expect(invoked).toEqual([
    ['desktop:choose-files', { kind: 'project' }], ['desktop:choose-file-to-save', { suggestedName: 'a.csv' }], ['desktop:save-pdf', { html: '<p>', suggestedName: 'a.pdf' }], ['desktop:set-language', 'en']
  ])
})

test('listeners hear the message without Electron’s event, until they stop', () => {
  const { bridge, ipcRenderer } = loaded()
  const heard: unknown[][] = []
  const stop = bridge.onMenuAction((...words) => { heard.push(words) })
  ipcRenderer.emit('desktop:menu-action', { sender: 'secret' }, 'edit.undo')
  ipcRenderer.emit('desktop:project-file', { sender: 'secret' }, '/a.duiding')
  stop()
  ipcRenderer.emit('desktop:menu-action', { sender: 'secret' }, 'edit.redo')
  expect(heard).toEqual([['edit.undo']])
})
