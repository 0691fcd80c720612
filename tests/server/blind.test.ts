// Blind coding: until a coder marks a story done, nothing that is answered or told shows a colleague's work in it. Read from the
// raw answers of a host and the raw messages of its feed, not from a screen.
import { join } from 'node:path'
import { WebSocket } from 'ws'
import { expect, onTestFinished, test } from 'vitest'
import { contract, type ReadName } from '../../shared/contract/index.ts'
import { newId, type Id } from '../../shared/domain/ids.ts'
import { toBlob } from '../../db/ids.ts'
import { openStore } from '../../db/open.ts'
import { startHost } from '../../server/start.ts'
import { plainStories } from '../support/plain-stories.ts'
import { plainWindow, type PlainWindow } from '../support/window.ts'
import { temporaryFolder, workbench } from '../support/workbench.ts'

const BODIES = ['Het klikte meteen tussen ons.', 'Niemand belde ooit terug.']

/** Two coders on one host, in a blind project with two stories and two codes. */
async function blindProject() {
  const folder = temporaryFolder()
  const host = await startHost({ dataFolder: folder, rendererFolder: folder })
  onTestFinished(() => host.close())
  const [anna, bram] = [await plainWindow(host), await plainWindow(host)]
  const must = async <T>(window: PlainWindow, name: string, input: object): Promise<T> => {
    const result = await window.call(name, input)
    if (!result.ok) throw new Error(`${name}: ${JSON.stringify(result)}`)
    return result.value
  }
  const { path } = await must<{ path: string }>(anna, 'desk.create', { folder, name: 'Proef', title: 'Proef' })
  const seed = openStore(join(path))
  const stories = plainStories(seed, BODIES)
  const [signifier, other, first, second] = [newId(), newId(), newId(), newId()]
  seed.run(`INSERT INTO signifier (id, key, kind, title, position, removed) VALUES (?, 'invloed', 'slider', 'Hoeveel invloed had je?', 0, 0), (?, 'gehoord', 'slider', 'Werd je gehoord?', 1, 0)`, [toBlob(signifier), toBlob(other)])
  seed.run('INSERT INTO answer (signifier, story, part, value) SELECT g.num, s.num, 0, s.number - 960 FROM signifier g, story s')
  seed.run(`INSERT INTO wave (num, id, name, position, removed) VALUES (1, ?, 'Eerst', 0, 0), (2, ?, 'Daarna', 1, 0)`, [toBlob(first), toBlob(second)])
  seed.run('INSERT INTO teller (num, id) VALUES (1, ?)', [toBlob(newId())])
  seed.run('UPDATE story SET teller = 1, wave = (SELECT count(*) FROM story s WHERE s.num <= story.num)')
  seed.close()
  await must(bram, 'desk.open', { path })
  const enter = async (window: PlainWindow, name: string): Promise<Id> => {
    const id = newId()
    await must(window, 'coder.join', { id, name })
    await must(window, 'desk.enter', { coder: id })
    return id
  }
  const coders = { anna: await enter(anna, 'Anna de Boer'), bram: await enter(bram, 'Bram Visser') }
  const [klik, stil] = [newId(), newId()]
  await must(anna, 'code.create', { id: klik, name: 'Klik' })
  await must(anna, 'code.create', { id: stil, name: 'Stil' })
  const theme = newId()
  await must(anna, 'theme.create', { id: theme, name: 'Gezien worden', codes: [klik] })
  await must(anna, 'expectation.declare', { id: newId(), by: { code: klik }, columns: { is: 'signifier', signifier }, spot: { is: 'score', key: 'score' }, direction: 'more' })
  await must(anna, 'project.change', { blind: true })
  const pack = newId()
  const fragment = { text: stories[0]!.text, revision: 1, start: 4, end: 10, quote: 'klikte' }
  await must(anna, 'pack.make', { id: pack, name: 'Avond', source: { form: 'fragment', codes: [klik] }, method: { is: 'hand', seed: 1 }, tables: 1, cards: [{ card: newId(), from: { is: 'fragment', fragment }, tables: [1] }] })
  return { anna, bram, coders, codes: { klik, stil }, theme, stories, signifier, other, waves: { first, second }, pack, must }
}

/** Inputs of every read there is; a new one that asks for something is given its input here. */
const inputs = ({ coders, codes, theme, stories, signifier, other, waves, pack }: Awaited<ReturnType<typeof blindProject>>): Partial<Record<ReadName, object[]>> => ({
  'story.read': stories.map(({ story }) => ({ story })),
  'story.list': [{}, { filter: { codes: [codes.klik] } }, { filter: { themes: [theme] } }, { filter: { withoutThemes: [theme], layer: { is: 'coder', coder: coders.anna } } }, { filter: { codedBy: coders.anna } }, { filter: { uncodedByMe: true } }],
  'story.neighbours': [{ story: stories[0]!.story }],
  'coder.similar': [{ name: 'Anna' }],
  'coding.list': [{}, { code: codes.klik }, { coder: coders.anna }, { layer: { is: 'coder', coder: coders.anna } }],
  'memo.list': [{}, { about: 'coding' }],
  'crosstab.table': [{ rows: [{ code: codes.klik }, { code: codes.stil }, { theme }], columns: { is: 'coder' } }],
  'expectation.weigh': [{}, { layer: { is: 'coder', coder: coders.anna } }],
  'crosstab.compare': [{ first: { code: codes.klik }, second: { code: codes.stil }, columns: { is: 'signifier', signifier } }],
  'crosstab.pairs': [{}, { layer: { is: 'coder', coder: coders.anna } }],
  'export.stories': [{ form: 'csv' }], 'export.fragments': [{ form: 'csv', words: true }],
  'crosstab.behind': ['with', 'without', 'unread'].flatMap(side => [{ code: codes.klik }, { theme }].map(row => ({ row, columns: { is: 'coder' }, column: null, side }))),
  'frequency.table': [{ by: 'coder' }, { by: 'group', layer: { is: 'coder', coder: coders.anna } }],
  'compare.stories': [{ coders: [coders.anna, coders.bram] }],
  'compare.story': stories.map(({ story }) => ({ story, coders: [coders.anna, coders.bram] })),
  'compare.often': [{ coders: [coders.anna, coders.bram] }],
  'compare.figure': [{ coders: [coders.anna, coders.bram], code: codes.klik }],
  'compare.figures': [{ coders: [coders.anna, coders.bram] }],
  'code.counts': [{}, { layer: { is: 'coder', coder: coders.anna } }],
  'text.body': [{ text: stories[0]!.text, number: 1 }],
  'pattern.apart': [{ signifier, code: codes.klik }],
  'pattern.scatter': [{ signifier, other }, { signifier, other, layer: { is: 'coder', coder: coders.anna } }, { signifier, other, filter: { codes: [codes.klik] } }],
  'pattern.chart': [{ signifier }, { signifier, split: { is: 'code', code: codes.klik } }],
  'pattern.paper': ['analysis', 'sharing'].map(mode => ({ signifier, split: { is: 'code', code: codes.klik }, mode })),
  'theme.paper': [{ theme, mode: 'analysis' }, { theme, mode: 'sharing' }],
  'pattern.change': [{}, { filter: { codes: [codes.klik] } }, { filter: { not: [{ themes: [theme] }] } }, { filter: { not: [{ codedBy: coders.anna }] } }].map(more => ({ signifier, ...waves, ...more })),
  'register.list': [{}],
  'pack.read': [{ pack }],
  'pack.balance': [{ pack }],
  'pack.draw': [
    { source: { form: 'fragment', codes: [codes.klik] }, method: { is: 'random', seed: 1 }, count: 9 },
    { source: { form: 'story', filter: { codes: [codes.klik] } }, method: { is: 'random', seed: 1 }, count: 9 }
  ],
  'visit.news': [{ after: 0, upTo: 1_000_000 }],
  'theme.fragments': [{ theme }, { theme, coder: coders.anna }],
  'theme.evidence': [{ theme }, { theme, layer: { is: 'coder', coder: coders.anna } }],
  'theme.stories': [{ theme }, { theme, only: 'contradicts' }, { theme, only: 'judged' }],
  'coverage.stories': [{ kind: 'unread' }, { kind: 'single' }, { kind: 'uncoded' }, { kind: 'unquoted' }],
  'coverage.progress': [{ since: 0 }],
  'assignment.plan': [{ coders: [coders.anna], overlap: 0, seed: 1, keep: false }],
  'search.find': [{ words: 'klikte' }],
  'search.lines': [{ words: 'klikte' }],
  'search.near': [{ words: 'klikte' }],
  'search.alike': [{ like: { is: 'code', code: codes.klik } }],
  'table.write': [],
  'paper.write': []
})

/** All that a window can ask, as the bytes that came back. A field that a read insists on is filled with the story, text, code or coder at hand. */
async function everything(project: Awaited<ReturnType<typeof blindProject>>, window: PlainWindow): Promise<string[]> {
  const known = inputs(project)
  const atHand: Record<string, unknown> = { ...project.stories[0], signifier: project.signifier, code: project.codes.klik, coder: project.coders.anna }
  const ask = async (name: ReadName, input: Record<string, unknown>): Promise<string> => {
    const answer = await fetch(`${window.origin}/call/${name}`, { method: 'POST', headers: window.headers, body: JSON.stringify(input) })
    const words = await answer.text()
    if (answer.status === 200) return words
    const { failure } = JSON.parse(words) as { failure: { message: string; values: { field?: string } } }
    const field = failure.values.field ?? ''
    if (failure.message !== 'call.invalid' || !(field in atHand) || field in input) throw new Error(`${name} wants an input of its own in this test: ${words}`)
    return ask(name, { ...input, [field]: atHand[field] })
  }
  const reads = Object.entries(contract).filter(([, { is }]) => is === 'read').map(([name]) => name as ReadName)
  const answers: string[] = []
  for (const name of reads) {
    for (const input of known[name] ?? [{}]) {
      // The one thing that is told on purpose: how many codings wait. seq is where the log stands.
      answers.push(`${name} ${(await ask(name, input as Record<string, unknown>)).replace(/"hidden":\d+/, '"hidden":…').replace(/"seq":\d+}$/, '"seq":…}')}`)
    }
  }
  return answers
}

test('[B1] what a colleague codes changes no byte of any answer and names nothing in the feed, until the story is done; and then for good', async () => {
  const project = await blindProject()
  const { anna, bram, codes, stories, must } = project
  const [first] = stories as [{ story: Id; text: Id }, { story: Id; text: Id }]
  const told: string[] = []
  const socket = new WebSocket(`${bram.origin.replace('http', 'ws')}/live?window=${bram.id}`, { headers: { cookie: bram.headers.cookie, origin: bram.origin } })
  socket.on('message', (words: Buffer) => told.push(words.toString('utf8')))
  await new Promise((resolve) => socket.once('message', resolve))
  await must(bram, 'coding.apply', { fragment: { text: first.text, revision: 1, start: 0, end: 3, quote: 'Het' }, codes: [{ coding: newId(), code: codes.stil }] })

  // The index of words comes by itself, and says so: not in between.
  await expect.poll(async () => (await must<{ state: string }>(bram, 'search.state', {})).state, { timeout: 20_000 }).toBe('ready')
  const before = await everything(project, bram)
  const sofar = told.length
  const [coding, second, memo] = [newId(), newId(), newId()]
  const apply = (id: Id, start: number, end: number) =>
    must(anna, 'coding.apply', { fragment: { text: first.text, revision: 1, start, end, quote: BODIES[0]!.slice(start, end) }, codes: [{ coding: id, code: codes.klik }] })
  await apply(coding, 4, 10)
  await apply(second, 11, 17)
  await must(anna, 'coding.flag', { coding, flag: 'underlying' })
  await must(anna, 'memo.write', { id: memo, about: 'coding', aboutId: coding, body: 'Sterk begin' })
  await must(anna, 'coding.remove', { codings: [second] })
  await must(anna, 'theme.place', { theme: project.theme, targets: [{ coding }, { story: first.story }], side: 'contradicts' })
  for (const on of [{ coding }, { story: first.story }]) await must(anna, 'theme.judge', { theme: project.theme, on, verdict: 'doubt' })
  const after = await everything(project, bram)
  expect(after).toEqual(before)
  // Something that Bram may hear, so that all before it was told.
  const heard = newId()
  await must(anna, 'code.create', { id: heard, name: 'Hoorbaar' })
  await expect.poll(() => told.some((words) => words.includes(heard))).toBe(true)
  expect(told.slice(sofar).flatMap((words) => ((JSON.parse(words) as { ops?: { kind: string }[] }).ops ?? []).map(({ kind }) => kind))).toEqual(['code.created'])
  for (const hidden of [coding, second, memo, 'Sterk begin']) expect(told.filter((words) => words.includes(hidden))).toEqual([])

  // Merging two codes recodes everybody's: whose coding it is counts, not who merged.
  const { codings } = await must<{ codings: number }>(bram, 'code.merge', { code: codes.klik, into: codes.stil })
  expect(codings).toBe(0)
  expect(JSON.stringify([await everything(project, bram), told])).not.toContain(coding)
  await must(bram, 'history.undo', {})

  await must(bram, 'reading.mark', { story: first.story, done: true })
  const finished = await everything(project, bram)
  // What was counted alike till now does tell of Anna's work once it may: of the four questions about two waves the first looks at no coding, and her passage speaks against the theme of the third.
  const changed = (answers: readonly string[]) => answers.filter((answer) => answer.startsWith('pattern.change'))
  expect(changed(finished).map((answer, at) => answer !== changed(before)[at])).toEqual([false, true, false, true])
  const done = finished.join('\n')
  for (const shown of [coding, memo, 'Sterk begin', '"verdict":"doubt"', '"is":"story"']) expect(done).toContain(shown)
  await must(bram, 'reading.mark', { story: first.story, done: false })
  const undone = (await everything(project, bram)).join('\n')
  for (const shown of [coding, memo, 'Sterk begin']) expect(undone).toContain(shown)
  expect(undone).not.toContain('"reading":{"done":true')
})

test('[B1] undoing “klaar” is told as what it is, and hides nothing again', async () => {
  const bench = workbench()
  const [anna, bram] = [await bench.join('Anna de Boer'), await bench.join('Bram Visser')]
  const [{ story, text }] = plainStories(bench.store, [BODIES[0]!]) as [{ story: Id; text: Id }]
  const [code, coding] = [newId(), newId()]
  await bench.call(anna, 'code.create', { id: code, name: 'Klik' })
  await bench.call(anna, 'project.change', { blind: true })
  await bench.call(anna, 'coding.apply', { fragment: { text, revision: 1, start: 4, end: 10, quote: 'klikte' }, codes: [{ coding, code }] })
  const seen = async () => { const { codings, hidden, reading } = await bench.call(bram, 'story.read', { story }); return { codings: codings.map(({ id }) => id), hidden, done: reading.done } }
  await bench.call(bram, 'reading.open', { story })
  expect(await seen()).toEqual({ codings: [], hidden: 1, done: false })
  await bench.call(bram, 'reading.mark', { story, done: true })
  expect(await seen()).toEqual({ codings: [coding], hidden: 0, done: true })
  expect(await bench.call(bram, 'history.undo', {})).toEqual({ kind: 'reading.marked', story })
  expect(await seen()).toEqual({ codings: [coding], hidden: 0, done: false })
  const kinds = async () => (await bench.call(bram, 'history.list', { coder: bram, limit: 3 })).map(({ kind, patch }) => ({ kind, patch }))
  expect((await kinds())[0]).toEqual({ kind: 'reading.unmarked', patch: { done: false } })
  await bench.call(bram, 'history.redo', {})
  expect((await kinds())[0]).toEqual({ kind: 'reading.marked', patch: { done: true } })
  // A code no longer in use, and back: the log says which.
  await bench.call(anna, 'code.retire', { code })
  await bench.call(anna, 'history.undo', {})
  expect((await bench.call(anna, 'history.list', { entity: code, limit: 1 })).map(({ kind }) => kind)).toEqual(['code.restored'])
})

test('[B2] a facilitator is answered about released stories only, and a reader writes nothing', async () => {
  const bench = workbench()
  const [anna, fleur, rob] = [await bench.join('Anna de Boer'), await bench.join('Fleur'), await bench.join('Rob')]
  const [one, two] = plainStories(bench.store, BODIES) as [{ story: Id; text: Id }, { story: Id; text: Id }]
  await bench.call(anna, 'coder.change', { coder: fleur, role: 'facilitator' })
  await bench.call(anna, 'coder.change', { coder: rob, role: 'reader' })
  const code = newId()
  await bench.call(anna, 'code.create', { id: code, name: 'Klik' })
  const codings = [newId(), newId()]
  for (const [at, { text }] of [one, two].entries()) {
    await bench.call(anna, 'coding.apply', { fragment: { text, revision: 1, start: 0, end: 3, quote: BODIES[at]!.slice(0, 3) }, codes: [{ coding: codings[at]!, code }] })
  }
  await bench.call(anna, 'memo.write', { id: newId(), about: 'story', aboutId: one.story, body: 'Bij het eerste' })
  await bench.call(anna, 'story.release', { stories: [two.story], released: true })
  const read = async (viewer: Id) => JSON.stringify([
    (await bench.call(viewer, 'story.list', {})).rows, (await bench.call(viewer, 'coding.list', {})).rows, await bench.call(viewer, 'memo.list', {}), await bench.call(viewer, 'history.list', {}),
    await bench.call(viewer, 'code.counts', {}), (await bench.call(viewer, 'coder.work', {})).map((coder) => coder.codings), (await bench.call(viewer, 'story.read', { story: two.story })).codings
  ])
  const seen = await read(fleur)
  for (const hidden of [`"id":"${one.story}"`, `"id":"${codings[0]!}"`, 'Het klikte', 'Bij het eerste']) expect(seen).not.toContain(hidden)
  for (const shown of [`"id":"${two.story}"`, `"id":"${codings[1]!}"`, 'Niemand belde']) expect(seen).toContain(shown)
  expect(await bench.refused(fleur, 'story.read', { story: one.story })).toMatchObject({ kind: 'not_found' })
  expect(await bench.refused(fleur, 'reading.open', { story: one.story })).toMatchObject({ kind: 'not_found' })
  for (const name of ['text.revisions', 'text.body']) expect(await bench.refused(fleur, name as 'text.body', { text: one.text, ...(name === 'text.body' ? { number: 1 } : {}) })).toMatchObject({ kind: 'not_found' })
  await bench.call(anna, 'story.release', { stories: [two.story], released: false })
  expect((await bench.call(fleur, 'story.list', {})).total).toBe(0)

  const writes: [string, object][] = [
    ['reading.open', { story: one.story }], ['reading.place', { story: one.story, position: 3 }], ['reading.mark', { story: one.story, done: true }], ['code.create', { id: newId(), name: 'x' }],
    ['memo.write', { id: newId(), about: 'story', aboutId: one.story, body: 'x' }], ['coder.change', { coder: rob, name: 'Robert' }], ['story.release', { stories: [one.story], released: true }],
    ['coding.apply', { fragment: { text: one.text, revision: 1, start: 0, end: 3, quote: 'Het' }, codes: [{ coding: newId(), code }] }]
  ]
  for (const [name, input] of writes) expect([name, (await bench.refused(rob, name as 'memo.write', input)).message]).toEqual([name, 'coder.no_right'])
  expect((await bench.call(rob, 'story.list', {})).total).toBe(2)
})
