// Builds what is given out: the window, the bundles, and the installer of this machine's kind (electron-builder).
//   npm run dist                   the installer for this system, into release/
//   npm run dist -- --cli          only the bundle of the `duiding` command, into dist/cli
//   npm run dist -- --win --x64    whatever else is given goes to electron-builder
import { bundleCli, bundleDesktop } from './bundle.mjs'
import { buildRenderer } from './renderer.mjs'
import { onModernNode, programs, root, run } from './runtime.mjs'

await onModernNode()
process.chdir(root)
const args = process.argv.slice(2)

await bundleCli()
if (!args.includes('--cli')) {
  const { ok, output } = await buildRenderer()
  if (!ok) { console.error(output); process.exit(1) }
  await bundleDesktop()
  process.exitCode = await run(process.execPath, [programs.electronBuilder, ...args])
}
