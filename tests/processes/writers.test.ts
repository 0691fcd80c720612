// Several real processes on one project: nothing acknowledged is ever missing, also when processes are killed in the middle.
import { spawn, type ChildProcess } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { checkStore } from '../../db/check.ts'
import { newId, type Id } from '../../shared/domain/ids.ts'
import { plainStories } from '../support/plain-stories.ts'
import { workbench } from '../support/workbench.ts'

const BODY = 'Wij kregen hulp van Sanne en dat klikte meteen, ook al wist de school van niets. '.repeat(12)
const script = fileURLToPath(new URL('../support/writer-process.ts', import.meta.url))

type Writer = { process: ChildProcess; acknowledged: Id[]; ended: Promise<number | null> }

function writer(...args: string[]): Writer {
  const child = spawn(process.execPath, [script, ...args], { stdio: ['ignore', 'pipe', 'inherit'] })
  const acknowledged: Id[] = []
  let rest = ''
  child.stdout.on('data', (part: Buffer) => {
    const lines = (rest + part.toString()).split('\n')
    rest = lines.pop()!
    acknowledged.push(...lines)
  })
  return { process: child, acknowledged, ended: new Promise((resolve) => child.on('close', resolve)) }
}

async function project(coders: number) {
  const bench = workbench()
  const names = Array.from({ length: coders }, (_, at) => `${'ABCDEFGH'[at]!}${'aeiou'[at % 5]!}n Jansen`)
  const ids: Id[] = []
  for (const name of names) ids.push(await bench.join(name))
  const code = newId()
  await bench.call(ids[0]!, 'code.create', { id: code, name: 'Klik' })
  const [{ text }] = plainStories(bench.store, [BODY]) as [{ story: Id; text: Id }]
  const start = (coder: Id, rounds: number): Writer => writer(bench.path, bench.profile, coder, code, text, BODY, String(rounds))
  return { bench, ids, start }
}

test('[N1] four processes write at once: every acknowledged coding stands, and the file is whole', { timeout: 120_000 }, async () => {
  const { bench, ids, start } = await project(4)
  const writers = ids.map((coder) => start(coder, 60))
  expect(await Promise.all(writers.map(({ ended }) => ended))).toEqual([0, 0, 0, 0])
  const standing = new Set((await allCodings(bench, ids[0]!)))
  const acknowledged = writers.flatMap((one) => one.acknowledged)
  expect(acknowledged).toHaveLength(240)
  expect(acknowledged.filter((id) => !standing.has(id))).toEqual([])
  expect(checkStore(bench.store)).toEqual([])
})

test('[N2] processes killed in the middle of writing lose nothing they acknowledged and leave nothing half done', { timeout: 120_000 }, async () => {
  const { bench, ids, start } = await project(3)
  const acknowledged: Id[] = []
  for (let round = 0; round < 5; round++) {
    const writers = ids.map((coder) => start(coder, 100_000))
    await Promise.all(writers.map(async (one, at) => {
      while (one.acknowledged.length < 4 + 3 * at) await new Promise((resolve) => setTimeout(resolve, 5))
      one.process.kill('SIGKILL')
      await one.ended
    }))
    acknowledged.push(...writers.flatMap((one) => one.acknowledged))
  }
  expect(acknowledged.length).toBeGreaterThanOrEqual(5 * (4 + 7 + 10))
  const standing = new Set(await allCodings(bench, ids[0]!))
  expect(acknowledged.filter((id) => !standing.has(id))).toEqual([])
  bench.reopen()
  expect(checkStore(bench.store)).toEqual([])
})

async function allCodings(bench: Awaited<ReturnType<typeof project>>['bench'], viewer: Id): Promise<Id[]> {
  const ids: Id[] = []
  for (let offset = 0, total = 1; offset < total; offset += 500) {
    const page = await bench.call(viewer, 'coding.list', { offset, limit: 500 })
    total = page.total
    ids.push(...page.rows.map(({ id }) => id))
  }
  return ids
}
