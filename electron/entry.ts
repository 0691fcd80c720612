// The one file that meets Electron itself; everything else gets it as an argument, so that tests can hand in a fake.
import * as electron from 'electron'
import { join } from 'node:path'
import { startDesktop } from './main.ts'

// Bundled to dist/electron/main.cjs, beside the preload script and the host.
void startDesktop(electron, {
  preload: join(__dirname, 'preload.cjs'),
  host: join(__dirname, 'host.js'),
  renderer: join(__dirname, '..', 'renderer')
})
