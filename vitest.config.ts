// Three kinds of tests: unit (core and pure code), processes (several real ones), journeys (a real browser).
import { availableParallelism } from 'node:os'
import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    pool: 'forks',
    // What a test makes is short-lived: with room for it, a tenth of the work is saved that clearing it up would cost.
    execArgv: ['--min-semi-space-size=32', '--max-semi-space-size=64'],
    // One process runs many files: what they import is read, stripped and compiled once, and one browser serves all journeys.
    isolate: false,
    // One more than can run at a time: most wait now and then, for a window or for another process.
    maxWorkers: availableParallelism() + 1,
    include: ['tests/**/*.test.ts', 'tests/**/*.test.tsx'],
    exclude: ['tests/bench/**'],
    globalSetup: ['tests/support/global-setup.ts'],
    // Far more than anything takes: on a machine that does other work as well, being slow is no mistake.
    testTimeout: 90_000,
    hookTimeout: 90_000,
    // A journey lives with a browser, timers and a busy machine: one second try. A fault that is one fails twice.
    retry: 1,
    expect: { poll: { timeout: 20_000 } }
  }
})
