// npm run bench -- --writers: how long it takes until a coding is saved, and until colleagues see it, while several people code at once.
// Host, load and programs are processes of their own; every time runs to the answer that comes after the disk was synced.
import { execFileSync, spawn, type ChildProcess } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { openStore } from '../../db/open.ts'
import { toId } from '../../db/ids.ts'
import { seedCodings, writeStoryFile } from './seed.ts'
import { measureBytes } from './bytes-written.ts'
import { SIZES } from './workload.ts'
import type { Load, LoadReport, Material } from './writer-load.ts'
import type { HostReport } from './writer-host.ts'

const here = (script: string): string => fileURLToPath(new URL(script, import.meta.url))

/** `seconds`: how long each part runs; `long`: the fifty coders for five minutes. */
export async function benchWriters({ seconds = 15, long = false } = {}): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'duiding-writers-'))
  try {
    const material = prepare(folder)
    console.log(`M: ${SIZES.M!.stories} stories, ${SIZES.M!.codings} codings; journal WAL, synchronous ${synchronous(material.path)}; milliseconds to the answer after the sync`)
    console.log(row('', 'codings', 'per s', 'p50', 'p99', 'max', 'refused', 'goal'))
    await hostPart('8 writers, one host', folder, material, { writers: 8, think: 0, seconds, table: 'each second', goal: '≥ 1000/s, p99 ≤ 30' })
    await besideTable(folder, material, Math.max(30, seconds))
    await filePart(folder, material, seconds)
    await hostPart('50 coders, 10 a minute', folder, material, { writers: 50, think: 6000, seconds: long ? 300 : Math.max(60, seconds), table: 'none', goal: 'p99 ≤ 50' })
    const bytes = measureBytes(join(folder, 'bytes.duiding'), material)
    console.log(`\nBytes written to the log per coding: ${bytes.row} for its row and indexes, ${bytes.gesture} with its place on the undo pile, ${bytes.all} with its op: ${(bytes.all / bytes.gesture).toFixed(2)}× (goal ≤ 2×); ${(bytes.all / bytes.row).toFixed(2)}× the bare row`)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function prepare(folder: string): Material {
  const [file, path, profile] = [join(folder, 'stories.csv'), join(folder, 'm.duiding'), join(folder, 'profile')]
  writeStoryFile(file, SIZES.M!)
  execFileSync(process.execPath, [here('product.ts'), 'import', path, profile, file], { stdio: ['ignore', 'ignore', 'inherit'] })
  seedCodings(path, profile, SIZES.M!)
  const store = openStore(path)
  const ids = (sql: string): string[] => store.all<{ id: Buffer }>(sql).map(({ id }) => toId(id))
  const texts = store.all<{ id: Buffer; body: string }>(`SELECT t.id, r.body FROM text t JOIN revision r ON r.text = t.num AND r.number = t.newest WHERE t.kind = 'main' LIMIT 400`).map(({ id, body }) => ({ id: toId(id), body }))
  const material: Material = { path, profile, coders: ids('SELECT id FROM coder'), codes: ids('SELECT id FROM code WHERE retired = 0'), signifier: ids('SELECT id FROM signifier LIMIT 1')[0]!, texts }
  store.close()
  writeFileSync(join(folder, 'material.json'), JSON.stringify(material))
  return material
}

const synchronous = (path: string): string => {
  const store = openStore(path)
  const level = store.db.pragma('synchronous', { simple: true }) as number
  store.close()
  return ['OFF', 'NORMAL', 'FULL', 'EXTRA'][level] ?? String(level)
}

type Part = Omit<Load, 'links'> & { goal: string }

async function hostPart(name: string, folder: string, material: Material, { goal, ...part }: Part): Promise<LoadReport> {
  const host = start('writer-host.ts', [material.path, join(folder, 'host')])
  const links = JSON.parse(await host.line()) as string[]
  const load = start('writer-load.ts', [join(folder, 'material.json'), JSON.stringify({ ...part, links })])
  const report = JSON.parse(await load.line()) as LoadReport
  host.child.stdin!.write('report\n')
  const { batches, calls, largest, cpu, longest } = JSON.parse(await host.line()) as HostReport
  host.child.stdin!.end()
  await host.gone
  console.log(row(name, report.saved, (report.saved / report.seconds).toFixed(0), ...[report.p50, report.p99, report.max].map((value) => value.toFixed(1)), report.refused, goal))
  console.log(`  ${(calls / batches).toFixed(1)} codings per sync of the disk, ${largest} at most; processor: host ${percent(cpu / report.seconds)}, load generator ${percent(report.cpu / report.seconds)}; on another window p99 ${report.arrival.p99.toFixed(0)} ms; longest turn of the host ${longest.toFixed(0)} ms${report.table ? `; cross-table p50 ${report.table.p50.toFixed(0)} ms, ${report.table.n} times` : ''}`)
  mustStand(material.path, report)
  return report
}

/** No analysis blocks a writer: coders at their pace, by themselves and while the heaviest table is counted and tested all the time. */
async function besideTable(folder: string, material: Material, seconds: number): Promise<void> {
  const pace = { writers: 8, think: 100, seconds }
  const alone = await hostPart('8 coders, 80 a second', folder, material, { ...pace, table: 'none', goal: '' })
  const beside = await hostPart('  under the heaviest table', folder, material, { ...pace, table: 'heaviest', goal: 'p99 ≤ 2× alone' })
  console.log(`  p99 under the heaviest table ${(beside.p99 / alone.p99).toFixed(2)}× that alone (goal ≤ 2×)`)
}

async function filePart(folder: string, material: Material, seconds: number): Promise<void> {
  const host = start('writer-host.ts', [material.path, join(folder, 'host')])
  const links = JSON.parse(await host.line()) as string[]
  const programs = Array.from({ length: 8 }, (_, nth) => start('file-pace.ts', [join(folder, 'material.json'), String(nth), String(seconds)]))
  const load = start('writer-load.ts', [join(folder, 'material.json'), JSON.stringify({ writers: 0, think: 0, seconds: seconds + 3, table: 'none', links })])
  const times = (await Promise.all(programs.map(async (program) => JSON.parse(await program.line()) as { saved: [id: string, at: number, took: number][] }))).flatMap(({ saved }) => saved)
  const { heard } = JSON.parse(await load.line()) as LoadReport
  host.child.stdin!.end()
  await host.gone
  const took = times.map(([, , each]) => each).toSorted((a, b) => a - b)
  const arrived = times.flatMap(([id, at]) => (heard[id] === undefined ? [] : [heard[id] - at])).toSorted((a, b) => a - b)
  console.log(row('8 programs, one file', times.length, (times.length / seconds).toFixed(0), quantile(took, 0.5).toFixed(1), quantile(took, 0.99).toFixed(1), took.at(-1)!.toFixed(1), 0, 'p99 ≤ 120'))
  console.log(`  on a colleague’s window p50 ${quantile(arrived, 0.5).toFixed(0)} ms, p99 ${quantile(arrived, 0.99).toFixed(0)} ms (goal ≤ 1000), heard ${arrived.length} of ${times.length}`)
}

/** No figure counts when a saved coding is missing. */
function mustStand(path: string, { ids }: LoadReport): void {
  const store = openStore(path)
  const standing = new Set(store.all<{ id: Buffer }>('SELECT id FROM coding WHERE removed = 0').map(({ id }) => toId(id)))
  store.close()
  const missing = ids.filter((id) => !standing.has(id)).length
  console.log(`  ${missing} of ${ids.length} saved codings missing afterwards`)
  if (missing > 0) process.exitCode = 1
}

type Running = { child: ChildProcess; /** The next line it prints. */ line(): Promise<string>; gone: Promise<void> }

function start(script: string, args: string[]): Running {
  const child = spawn(process.execPath, [here(script), ...args], { stdio: ['pipe', 'pipe', 'inherit'] })
  const lines: string[] = []
  const waiting: { resolve(line: string): void; reject(error: Error): void }[] = []
  let rest = ''
  child.stdout.on('data', (part: Buffer) => {
    const parts = (rest + part.toString('utf8')).split('\n')
    rest = parts.pop()!
    for (const line of parts) {
      const next = waiting.shift()
      if (next) next.resolve(line)
      else lines.push(line)
    }
  })
  const gone = new Promise<void>((resolve) => child.on('close', (code) => {
    waiting.forEach(({ reject }) => reject(new Error(`${script} ended with ${code}`)))
    resolve()
  }))
  return { child, gone, line: () => (lines.length > 0 ? Promise.resolve(lines.shift()!) : new Promise((resolve, reject) => waiting.push({ resolve, reject }))) }
}

const quantile = (rising: readonly number[], share: number): number => rising[Math.min(rising.length - 1, Math.ceil(rising.length * share) - 1)] ?? 0
const percent = (share: number): string => `${Math.round(share * 100)} %`
const row = (first: string, ...cells: (string | number)[]): string => first.padEnd(28) + cells.map((cell) => String(cell).padStart(9)).join('')
