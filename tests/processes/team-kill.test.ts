// Two people on one team folder, each with a program of their own; one program is killed while both code. Whatever was acknowledged is with
// both in the end, once.
import { spawn } from 'node:child_process'
import { copyFileSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { checkStore } from '../../db/check.ts'
import { openStore } from '../../db/open.ts'
import { viewDigest } from '../../db/replication/view.ts'
import { listMirrors } from '../../db/team-folder/mirror.ts'
import { newId, type Id } from '../../shared/domain/ids.ts'
import { enter } from '../support/enter.ts'
import { makeTemplate } from '../support/random-copies.ts'
import { temporaryFolder } from '../support/workbench.ts'

async function sit(path: string, profile: string, name: string) {
  const child = spawn(process.execPath, [join(import.meta.dirname, '../support/team-host.ts'), path, profile], { stdio: ['ignore', 'pipe', 'inherit'] })
  onTestFinished(() => { child.kill('SIGKILL') })
  const gone = new Promise<void>((resolve) => child.once('close', () => resolve()))
  const link = await new Promise<string>((resolve, reject) => {
    child.stdout.once('data', (bytes) => resolve(String(bytes).trim()))
    child.once('close', () => reject(new Error(`${name}'s host did not start`)))
  })
  const window = await enter(link)
  await window.desk('desk.open', { path })
  await window.desk('desk.enter', { coder: (await window.call('coder.list', {})).find((coder) => coder.name.startsWith(name))!.id })
  return { ...window, end: async (signal: 'SIGTERM' | 'SIGKILL') => { child.kill(signal); await gone } }
}
type Person = Awaited<ReturnType<typeof sit>>

async function codingsOf(by: Person, name: string): Promise<number> {
  const [coders, work] = [await by.call('coder.list', {}), await by.call('coder.work', {})]
  return work.find(({ id }) => coders.some((coder) => coder.id === id && coder.name.startsWith(name)))!.codings
}

/** Codes one fragment after the other until it is told to stop or the host is gone; what was acknowledged. */
async function code(by: Person, stop: { now: boolean }): Promise<Id[]> {
  const acknowledged: Id[] = []
  const stories = (await by.call('story.list', {})).rows
  const code = (await by.call('code.list', {}))[0]!.id
  try {
    for (let at = 0; !stop.now; at++) {
      const { texts: [text] } = await by.call('story.read', { story: stories[at % stories.length]!.id })
      const [start, coding] = [Math.floor(at / stories.length) % 10, newId()]
      const fragment = { text: text!.id, revision: text!.revision, start, end: start + 10, quote: text!.body.slice(start, start + 10) }
      acknowledged.push(...(await by.call('coding.apply', { fragment, codes: [{ coding, code }] })).codings)
    }
  } catch {
    // killed in the middle of a call
  }
  return acknowledged
}

test('[T1] [N2] a program killed while both code loses nothing it acknowledged, and in the end both mirrors and the shared file are the same', async () => {
  const root = temporaryFolder()
  for (const folder of ['maken', 'share', 'anna', 'bram']) mkdirSync(join(root, folder))
  const path = join(root, 'share', 'proef.duiding')
  copyFileSync(await makeTemplate(join(root, 'maken')), path)
  mkdirSync(`${path}-team`)
  const [anna, bram] = await Promise.all([sit(path, join(root, 'anna'), 'Anna'), sit(path, join(root, 'bram'), 'Bram')])
  const stop = { now: false }
  const [ofAnna, ofBram] = [code(anna, stop), code(bram, stop)]
  // Once Bram's work has begun to arrive, so that the kill falls between saving and sharing.
  await expect.poll(async () => codingsOf(anna, 'Bram'), { timeout: 20_000, interval: 50 }).toBeGreaterThan(3)
  await bram.end('SIGKILL')
  const killed = await ofBram
  const again = await sit(path, join(root, 'bram'), 'Bram')
  const more = code(again, stop)
  await new Promise((resolve) => setTimeout(resolve, 500))
  stop.now = true
  const acknowledged = [await ofAnna, killed, await more]
  for (const each of [again, anna]) await each.end('SIGTERM')
  const last = await sit(path, join(root, 'bram'), 'Bram') // hears what Anna shared on leaving, and leaves a shared file with everything
  // Of Bram's, one more may have been saved than he was told; Anna's are exactly these.
  await expect.poll(async () => codingsOf(last, 'Anna'), { timeout: 20_000, interval: 50 }).toBe(new Set(acknowledged[0]).size)
  await last.end('SIGTERM')

  const stores = [...['anna', 'bram'].map((who) => listMirrors(join(root, who))[0]!.path), path].map((file) => openStore(file))
  expect(stores.map((store) => checkStore(store))).toEqual([[], [], []])
  const standing = new Set(stores[0]!.all<{ id: Buffer }>('SELECT id FROM coding WHERE removed = 0').map(({ id }) => id.toString('base64url')))
  expect(acknowledged.flat().filter((coding) => !standing.has(coding))).toEqual([])
  expect(stores.slice(1).map(viewDigest)).toEqual([viewDigest(stores[0]!), viewDigest(stores[0]!)])
  for (const store of stores) store.close()
}, 90_000)
