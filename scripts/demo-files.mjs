#!/usr/bin/env node
// node scripts/demo-files.mjs FOLDER: writes the sample study as the files people have, to practise an import with.
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { onModernNode } from './runtime.mjs'

await onModernNode()
const folder = process.argv[2]
if (folder === undefined) {
  console.error('Give the folder to write to: node scripts/demo-files.mjs FOLDER')
  process.exit(1)
}
const [{ buildSample }, { everyFile }, { writeXlsx }] = await Promise.all([
  import('../demo/build.ts'), import('../demo/files/every-file.ts'), import('../db/exchange/write-xlsx.ts')
])
mkdirSync(folder, { recursive: true })
for (const { name, content } of everyFile(buildSample())) {
  writeFileSync(join(folder, name), content.is === 'words' ? content.words : content.is === 'bytes' ? content.bytes : writeXlsx(content.sheets).bytes)
  console.log(name)
}
