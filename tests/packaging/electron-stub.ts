// A folder that looks like an unpacked Electron to electron-builder: enough to rehearse packing where the real one can't be had.
import { chmodSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** What @electron/fuses looks for in Electron's program; then the version of the wire, its length, and one sign per fuse. */
export const FUSE_SENTINEL = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX'
/** In the order of the wire; as Electron ships them. */
export const FUSES = [
  'runAsNode', 'enableCookieEncryption', 'enableNodeOptionsEnvironmentVariable', 'enableNodeCliInspectArguments',
  'enableEmbeddedAsarIntegrityValidation', 'onlyLoadAppFromAsar', 'loadBrowserProcessSpecificV8Snapshot', 'grantFileProtocolExtraPrivileges'
] as const
const SHIPPED = '10110001'

export function makeElectronStub(folder: string, version: string): void {
  mkdirSync(join(folder, 'resources'), { recursive: true })
  mkdirSync(join(folder, 'locales'))
  const program = Buffer.concat([Buffer.from('#!/bin/sh\nexit 0\n'), Buffer.from(FUSE_SENTINEL), Buffer.from([1, FUSES.length]), Buffer.from(SHIPPED)])
  for (const file of ['electron', 'chrome-sandbox', 'chrome_crashpad_handler']) {
    writeFileSync(join(folder, file), program)
    chmodSync(join(folder, file), 0o755)
  }
  writeFileSync(join(folder, 'version'), version)
  for (const file of ['LICENSE', 'LICENSES.chromium.html']) writeFileSync(join(folder, file), 'stub\n')
  for (const language of ['nl', 'en-US', 'en-GB', 'de']) writeFileSync(join(folder, 'locales', `${language}.pak`), '')
}

/** The fuses of a packed program: name -> on or off. */
export function readFuses(program: Buffer): Record<string, boolean> {
  const start = program.indexOf(FUSE_SENTINEL) + FUSE_SENTINEL.length + 2
  return Object.fromEntries(FUSES.map((name, i) => [name, String.fromCharCode(program[start + i]!) === '1']))
}
