// Eight real processes at work on one project, one after the other killed in the middle and started anew.
import { spawn, type ChildProcess } from 'node:child_process'
import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { ackLog, verify, type Verdict } from './acknowledged.ts'
import { groundIn, PROCESSES } from './ground.ts'

/** file: eight programs on one file. host: one host, seven guests over HTTP; every third shot is for the host. */
export type Mode = 'file' | 'host'
export type Round = { kills: number; verdict: Verdict; /** What the processes complained of; none is well. */ complaints: string }

export type Options = {
  /** Milliseconds since 1970. */
  until?: number
  /** Where the log of what was acknowledged stands, if not beside the project. */
  ackFile?: string
  /** Hears why a change waits, e.g. 'store.disk_full'. */
  told?: (why: string) => void
}

/** Milliseconds between two shots. */
const BETWEEN = [80, 500] as const

/**
 * Kills until `kills` were done or `until` has passed, then ends all and holds the file against the log of what
 * was acknowledged, also in earlier rounds in this folder.
 */
export async function killRound(mode: Mode, folder: string, kills: number, { until = Infinity, ackFile = join(folder, 'acknowledged.log'), told = () => {} }: Options = {}): Promise<Round> {
  const ground = await groundIn(folder)
  const log = ackLog(ackFile)
  const running: Running[] = []
  const complaints: string[] = []
  const start = (nth: number): Running => startOne(mode, folder, nth, { said: (line) => { if (line.startsWith('!')) told(line.slice(2)); else log.add(line) }, complained: (words) => void complaints.push(words) })
  rmSync(join(folder, 'links.json'), { force: true })
  writeFileSync(join(folder, 'links.json'), '[]')
  for (let nth = 0; nth < PROCESSES; nth++) running.push(start(nth))
  await everyoneSpeaks(running)
  let done = 0
  while (done < kills && Date.now() < until && complaints.length === 0) {
    await pause(BETWEEN[0] + Math.random() * (BETWEEN[1] - BETWEEN[0]))
    const nth = mode === 'host' && done % 3 === 0 ? 0 : Math.floor(Math.random() * PROCESSES)
    await end(running[nth]!)
    running[nth] = start(nth)
    done++
  }
  if (complaints.length === 0) await everyoneSpeaks(running) // so that the last ones killed came back and wrote
  await Promise.all(running.map(end))
  log.close()
  return { kills: done, verdict: verify(ground.path, ackFile), complaints: complaints.join('') }
}

type Running = { child: ChildProcess; gone: Promise<void>; spoke: () => boolean }
type Ears = { said(line: string): void; complained(words: string): void }

function startOne(mode: Mode, folder: string, nth: number, { said, complained }: Ears): Running {
  const isHost = mode === 'host' && nth === 0
  const [ground, links] = [join(folder, 'ground.json'), join(folder, 'links.json')]
  const [script, args] = mode === 'file' ? ['file-writer.ts', [ground, String(nth)]]
    : isHost ? ['host.ts', [join(folder, 'project.duiding'), hostFolder(folder)]] : ['guest.ts', [ground, links, String(nth)]]
  const child = spawn(process.execPath, [fileURLToPath(new URL(script, import.meta.url)), ...args], { stdio: ['ignore', 'pipe', 'pipe'] })
  let [rest, spoke] = ['', false]
  child.stdout.on('data', (part: Buffer) => {
    const lines = (rest + part.toString('utf8')).split('\n')
    rest = lines.pop()! // a line cut short by the shot was never acknowledged
    spoke ||= lines.length > 0
    if (isHost) lines.forEach((line) => putLinks(links, line))
    else lines.forEach(said)
  })
  child.stderr.on('data', (part: Buffer) => complained(`${script} ${nth}: ${part.toString('utf8')}`))
  return { child, gone: new Promise((resolve) => child.on('close', () => resolve())), spoke: () => spoke }
}

function hostFolder(folder: string): string {
  const path = join(folder, 'host')
  if (!existsSync(path)) mkdirSync(path)
  return path
}

/** Written aside and renamed: a guest never reads half of it. */
function putLinks(file: string, line: string): void {
  writeFileSync(`${file}.new`, line)
  renameSync(`${file}.new`, file)
}

async function end({ child, gone }: Running): Promise<void> {
  child.kill('SIGKILL')
  await gone
}

async function everyoneSpeaks(running: Running[]): Promise<void> {
  const deadline = Date.now() + 60_000
  while (!running.every(({ spoke, child }) => spoke() || child.exitCode !== null)) {
    if (Date.now() > deadline) throw new Error('a process of the soak says nothing')
    await pause(20)
  }
}

const pause = (delay: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, delay))
