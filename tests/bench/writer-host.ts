// The host of the writers' bench: prints its links; asked to report, how many codings shared a sync, what the processor did, and its longest turn.
import { mkdirSync } from 'node:fs'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { createInterface } from 'node:readline'
import { commits } from '../../db/transact.ts'
import { startHost } from '../../server/start.ts'

/** cpu: seconds. longest: milliseconds in which the host answered nobody. */
export type HostReport = { batches: number; calls: number; largest: number; cpu: number; longest: number }

const [project, dataFolder] = process.argv.slice(2) as [string, string]
mkdirSync(dataFolder, { recursive: true })
const host = await startHost({ projectFile: project, dataFolder, rendererFolder: dataFolder })
const delay = monitorEventLoopDelay({ resolution: 5 })
delay.enable()
const before = process.cpuUsage()
console.log(JSON.stringify(Array.from({ length: 64 }, () => host.link())))
const asked = createInterface({ input: process.stdin })
asked.on('line', () => {
  const { user, system } = process.cpuUsage(before)
  console.log(JSON.stringify({ ...commits, cpu: (user + system) / 1e6, longest: delay.max / 1e6 } satisfies HostReport))
})
asked.on('close', () => void host.close())
