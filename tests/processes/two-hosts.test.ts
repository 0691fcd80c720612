// Two programs on one project file, each a real process: both code at once, each hears of the other, nothing is lost.
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { checkStore } from '../../db/check.ts'
import { openStore } from '../../db/open.ts'
import { sampleFile } from '../../server/sample.ts'
import { newId } from '../../shared/domain/ids.ts'
import type { FeedMessage } from '../../shared/contract/feed.ts'
import { ensureRenderer } from '../../scripts/renderer.mjs'
import { openWindow, startHostProcess } from '../support/host-process.ts'
import { temporaryFolder } from '../support/workbench.ts'

const EACH = 40

test('[D3] two coders in two programs code the same stories at once', async () => {
  await ensureRenderer()
  const folder = temporaryFolder()
  const project = await sampleFile(folder, true)
  const homes = ['anna', 'bram'].map(name => join(folder, name))
  homes.forEach(home => mkdirSync(home))
  const hosts = await Promise.all(homes.map(home => startHostProcess(project, home)))
  const windows = await Promise.all([openWindow(hosts[0]!, project, 'Anna Proef'), openWindow(hosts[1]!, project, 'Bram Proef')])
  const [anna, bram] = windows
  const heardByBram = await bram.listen()

  const stories = (await anna.call('story.list', { limit: 20 })).rows
  const [code] = await anna.call('code.list', {})
  const applied = await Promise.all(windows.map(async (window, who) => {
    const codings = []
    for (let i = 0; i < EACH; i++) {
      const story = await window.call('story.read', { story: stories[(i + who) % stories.length]!.id })
      const text = story.texts[0]!
      const [start, coding] = [i, newId()]
      const fragment = { text: text.id, revision: text.revision, start, end: start + 10, quote: text.body.slice(start, start + 10) }
      codings.push(...(await window.call('coding.apply', { fragment, codes: [{ coding, code: code!.id }] })).codings)
    }
    return codings
  }))

  const opsHeard = (messages: FeedMessage[]) => messages.flatMap(message => (message.is === 'ops' ? message.ops : []))
  await expect.poll(() => opsHeard(heardByBram).filter(op => op.kind === 'coding.applied' && op.coder === anna.coder).length, { timeout: 5000 }).toBe(applied[0]!.length)
  expect(opsHeard(heardByBram).filter(op => op.coder === anna.coder && op.kind === 'coding.applied').map(op => op.id)).toEqual(applied[0])

  // Bram's window still listens: a host that is told to stop must not wait for it.
  await Promise.all(hosts.map(host => host.end('SIGTERM')))
  expect(hosts.map(host => host.complaints())).toEqual(['', ''])
  const store = openStore(project)
  try {
    const stands = (coding: string) => store.get<{ n: number }>('SELECT count(*) AS n FROM coding WHERE id = ? AND removed = 0', [Buffer.from(coding, 'base64url')])!.n
    expect({ applied: applied.map(own => own.length), standing: applied.map(own => own.filter(coding => stands(coding) === 1).length) })
      .toEqual({ applied: [EACH, EACH], standing: [EACH, EACH] })
    expect(checkStore(store)).toEqual([])
  } finally {
    store.close()
  }
}, 120_000)
