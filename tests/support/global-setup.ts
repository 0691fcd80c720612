// Runs once before all tests: refuses a Node that would crash, and finds (or unpacks) the browser before tests run side by side.
import type { TestProject } from 'vitest/node'
import { findChromium } from './find-chromium.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** Path of the browser, or why there is none. */
    chromium: { path: string } | { missing: string }
  }
}

export default async function setup(project: TestProject): Promise<void> {
  if (Number(process.versions.napi) < 10) {
    throw new Error(`Node ${process.version} cannot load better-sqlite3: use node_modules/.bin/node, or npm test.`)
  }
  project.provide('chromium', await findChromium().then(
    path => ({ path }),
    (error: unknown) => ({ missing: error instanceof Error ? error.message : String(error) })
  ))
}
