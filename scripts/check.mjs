// Types (one program per runtime) and lint with the layer rules, side by side; prints only what is wrong.
import { availableParallelism } from 'node:os'
import { pathToFileURL } from 'node:url'
import { capture, onModernNode, programs } from './runtime.mjs'

const PROGRAMS = ['tests', 'renderer', 'node', 'electron', 'shared']

/** What the compiler found out last time spares it five sixths of the work; a fresh clone has none of it. */
const remembering = name => ['--incremental', '--tsBuildInfoFile', `dist/types/${name}.tsbuildinfo`]

/** Two checks run beside each other, so one thread each; and memory is cheap here, sweeping it is not. Together half of the work. */
const SPARING = { GOMAXPROCS: '1', GOGC: '400' }

/** Every check as `{ name, ok, output, seconds }`, the longest first: lint, then the types of each program. `waits`: others go first. */
export async function check({ waits = false } = {}) {
  const jobs = [
    { name: 'lint and layers', args: [programs.oxlint, '--type-aware', '--deny-warnings'] },
    ...PROGRAMS.map(name => ({ name: `types: ${name}`, args: [programs.tsc, '-p', `tsconfig/${name}.json`, '--pretty', 'false', '--singleThreaded', ...remembering(name)] }))
  ]
  return inTurns(jobs, Math.min(2, availableParallelism()), async ({ name, args }) => {
    const started = Date.now()
    const { code, output } = await capture(process.execPath, args, { env: { ...process.env, ...SPARING }, waits })
    return { name, ok: code === 0 || hasNoFiles(output), output, seconds: (Date.now() - started) / 1000 }
  })
}

/** A folder without any file yet (TS18003) is no mistake, as long as it is all the compiler has to say. */
function hasNoFiles(output) {
  return output.split('\n').filter(line => line.includes('error')).every(line => line.includes('TS18003')) && output.includes('TS18003')
}

async function inTurns(jobs, width, work) {
  const results = []
  let next = 0
  const worker = async () => { while (next < jobs.length) { const place = next++; results[place] = await work(jobs[place]) } }
  await Promise.all(Array.from({ length: width }, worker))
  return results
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  await onModernNode()
  const wrong = (await check()).filter(result => !result.ok)
  for (const { name, output } of wrong) console.error(`✗ ${name}\n${output}\n`)
  process.exitCode = wrong.length > 0 ? 1 : 0
}
