// The product's side, each task in a process of its own: `import` brings the story file in; `open` opens the project; `ask` puts the questions as a host does, long ones
// in its reading worker; `waves` makes two of the stories. Prints its figures as JSON.
import { execFileSync } from 'node:child_process'
import { createStore, openStore } from '../../db/open.ts'
import type { Store } from '../../db/store.ts'
import { dispatch, isLong, parse, type RunLong } from '../../server/dispatch.ts'
import { importApart } from '../../server/jobs/import-apart.ts'
import { giveBackFor } from '../../server/give-back.ts'
import { createReader } from '../../server/jobs/reader.ts'
import { openSearchAccess, type SearchAccess } from '../../server/search/access.ts'
import { Written } from '../../server/written.ts'
import { contract, type CallName, type Input, type Output } from '../../shared/contract/index.ts'
import { slowestInHost, type Call as HostCall } from './host-thread.ts'
import { makeThings } from './made.ts'
import { seedWaves } from './seed.ts'
import { once, peakMemory, timed, type Figures } from './timing.ts'
import { mappingOf, PAIR } from './workload.ts'

const [task, path, profile, source] = process.argv.slice(2) as ['import' | 'make' | 'open' | 'ask' | 'waves', string, string, string]
console.log(JSON.stringify(await { import: importAll, make: makeAll, open: openAll, ask: askAll, waves: makeWaves }[task]()))

/** As a host imports: in a worker, beside a store that stays open. The clock runs from when the worker stands to its report. */
async function importAll(): Promise<Figures> {
  const store = createStore(path, { title: 'Bench' })
  let start = 0
  const report = await importApart({ path, profile, coder: null, rehearse: false, wish: { inputs: [{ path: source, name: 'bench.csv' }], mapping: mappingOf(), definition: null, group: null } },
    { begun: () => { start ||= performance.now() } })
  const took = performance.now() - start
  if (!report.ok) throw new Error(`the bench could not import: ${JSON.stringify(report.problems.slice(0, 3))}`)
  store.close()
  return { import: once(took), peak: peakMemory() }
}

async function makeAll(): Promise<Figures> {
  const store = openStore(path)
  const ids = async (name: 'coder.list' | 'code.list'): Promise<string[]> => (await ask(store, name, {})).map(({ id }) => id)
  const took = await makeThings(store, profile, { coder: (await ids('coder.list'))[0]!, codes: await ids('code.list'), stories: (await ask(store, 'story.list', {})).rows.map(({ id }) => id) })
  store.close()
  return { 'index of words': once(took), peak: peakMemory() }
}

/** In a process of its own, as the next measurement comes from somebody else's: the host that is measured did not write it. */
function makeWaves(): [first: string, second: string] {
  const store = openStore(path)
  const waves = seedWaves(store)
  store.close()
  return waves
}

async function openAll(): Promise<Figures> {
  const opening = await timed(async () => {
    const store = openStore(path)
    await openProject(store)
    store.close()
  }, { rounds: 15 })
  return { 'open project': opening, peak: peakMemory() }
}

/** As a host with one project open, from its start to its end. */
async function askAll(): Promise<Figures> {
  const store = openStore(path)
  giveBackFor(store)
  const search = openSearchAccess(profile, path)
  await openProject(store)
  const reader = createReader({ path, project: path, profile })
  const runLong: RunLong = (name, input, viewer) => reader.ask(name, input, viewer)
  const call = <N extends CallName>(name: N, input: Input<N>): Promise<Output<N>> => ask(store, name, input, runLong, search)
  const [stories, codes, signifiers] = [(await call('story.list', { limit: 500 })).rows, await call('code.list', {}), await call('signifier.list', {})]
  const people = await call('coder.list', {})
  let next = 0
  const story = await timed(() => call('story.read', { story: stories[next++ * 7 % stories.length]!.id }), { rounds: 300 })
  const coders = await timed(() => call('frequency.table', { by: 'coder', fragments: false }), { rounds: 15 })
  const table = await timed(() => call('crosstab.table', { columns: { is: 'signifier', signifier: signifiers[0]!.id }, tests: false }), { rounds: 15 })
  const tested = await timed(() => call('crosstab.table', { columns: { is: 'signifier', signifier: signifiers[0]!.id } }), { rounds: 9 })
  const slowest = await slowestInHost(call as HostCall, (name, input) => isLong(store, name, parse(contract[name].input, input)))
  const fragments = await timed(() => call('coding.list', { code: codes[next++ * 3 % codes.length]!.id, limit: 50 }), { rounds: 60 })
  const scale = await timed(() => call('pattern.chart', { signifier: signifiers[0]!.id, split: { is: 'group' } }), { rounds: 30 })
  const rule = await timed(() => call('story.list', { filter: { any: [{ answers: [{ is: 'range', signifier: signifiers[0]!.id, part: 0, from: null, to: 20 }] }, { codes: [codes[1]!.id] }] }, limit: 25 }), { rounds: 30 })
  const theme = (await call('theme.list', {}))[0]!.id
  const evidence = await timed(() => call('theme.evidence', { theme }), { rounds: 15 })
  const found = await timed(() => call('search.find', { words: 'moeder kind' }), { rounds: 30 })
  const pair = PAIR.map((at) => people[at]?.id ?? people.at(-2)!.id)
  const compared = await timed(() => call('compare.figures', { coders: pair }), { rounds: 15 })
  const [first, second] = JSON.parse(execFileSync(process.execPath, [import.meta.filename, 'waves', path], { encoding: 'utf8' })) as [string, string]
  const change = { signifier: signifiers[0]!.id, first, second }
  // SQL turns no signs by chance: the fewest draws against it, all of them apart.
  const waves = await timed(() => call('pattern.change', { ...change, draws: 99 }), { rounds: 15 })
  const shuffled = await timed(() => call('pattern.change', change), { rounds: 9 })
  await reader.close()
  search.close()
  store.close()
  return { 'open a story': story, 'code × coder': coders, 'code × signifier': table, '  the same, tested': tested, 'first 50 fragments': fragments, 'a scale by group': scale, 'stories of a rule': rule, 'a pair compared': compared, 'a theme’s evidence': evidence, 'two waves': waves, '  the same, shuffled': shuffled, 'search, first hits': found, slowest, peak: peakMemory() }
}

/** What a window asks when a project opens. */
async function openProject(store: Store): Promise<void> {
  await ask(store, 'project.read', {})
  await ask(store, 'coder.list', {})
  await ask(store, 'coder.work', {})
  await ask(store, 'code.list', {})
  await ask(store, 'signifier.list', {})
  await ask(store, 'story.list', {})
}

async function ask<N extends CallName>(store: Store, name: N, input: Input<N>, runLong?: RunLong, search?: SearchAccess): Promise<Output<N>> {
  const { result } = await dispatch({ store, coder: null, profile, ...(search ? { search } : {}) }, name, input, runLong)
  if (!result.ok) throw new Error(`${name}: ${JSON.stringify(result.failure)}`)
  return (result.value instanceof Written ? result.value.toJSON() : result.value) as Output<N>
}
