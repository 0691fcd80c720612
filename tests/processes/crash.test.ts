// "Saved" means saved: a host that is shot in the middle of the work loses nothing that it had acknowledged.
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { checkStore } from '../../db/check.ts'
import { openStore } from '../../db/open.ts'
import { sampleFile } from '../../server/sample.ts'
import { newId, type Id } from '../../shared/domain/ids.ts'
import { ensureRenderer } from '../../scripts/renderer.mjs'
import { openWindow, startHostProcess } from '../support/host-process.ts'
import { temporaryFolder } from '../support/workbench.ts'

test('[D2] a host killed while codings come in: every acknowledged one stands, the file is sound, the next host opens it', async () => {
  await ensureRenderer()
  const folder = temporaryFolder()
  const project = await sampleFile(folder, true)
  const home = join(folder, 'home')
  mkdirSync(home)
  const acknowledged: Id[] = []

  for (const [round, after] of [3, 17, 31].entries()) {
    const host = await startHostProcess(project, home)
    const window = await openWindow(host, project, `Codeur ${'abc'[round]!.repeat(6)}`)
    const story = (await window.call('story.list', {})).rows[0]!.id
    const text = (await window.call('story.read', { story })).texts[0]!
    const [code] = await window.call('code.list', {})
    const apply = async (start: number): Promise<void> => {
      const coding = newId()
      const fragment = { text: text.id, revision: text.revision, start, end: start + 5, quote: text.body.slice(start, start + 5) }
      await window.call('coding.apply', { fragment, codes: [{ coding, code: code!.id }] })
      acknowledged.push(coding)
      if (acknowledged.length === goal) void host.end('SIGKILL')
    }
    const goal = acknowledged.length + after
    // Eight at a time, so that the shot falls while others are being written; those that fail were never acknowledged.
    const outcomes: PromiseSettledResult<void>[] = []
    for (let start = 0; start < 80; start += 8) {
      outcomes.push(...await Promise.allSettled(Array.from({ length: 8 }, (_, i) => apply(start + i))))
    }
    expect(outcomes.some(outcome => outcome.status === 'rejected')).toBe(true)
    expect(acknowledged.length).toBeGreaterThanOrEqual(goal)
  }

  const host = await startHostProcess(project, home)
  await host.end('SIGTERM')
  expect(host.complaints()).toBe('')
  const store = openStore(project)
  try {
    const stands = (id: Id) => store.get<{ n: number }>('SELECT count(*) AS n FROM coding WHERE id = ? AND removed = 0', [Buffer.from(id, 'base64url')])!.n
    expect(acknowledged.filter(id => stands(id) !== 1)).toEqual([])
    expect(checkStore(store)).toEqual([])
  } finally {
    store.close()
  }
}, 120_000)
