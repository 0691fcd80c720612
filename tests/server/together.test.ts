// Who is here, over windows of one host and of another on the same file; and what happened while a coder was away.
import { WebSocket } from 'ws'
import { expect, onTestFinished, test } from 'vitest'
import type { FeedMessage, Here } from '../../shared/contract/feed.ts'
import { newId, type Id } from '../../shared/domain/ids.ts'
import { readVisit, writePresence, LAPSES, readPresence } from '../../db/presence.ts'
import { openStore } from '../../db/open.ts'
import { lastSeq } from '../../db/transact.ts'
import { startHost, type Host } from '../../server/start.ts'
import { plainStories } from '../support/plain-stories.ts'
import { plainWindow, type PlainWindow } from '../support/window.ts'
import { temporaryFolder, workbench } from '../support/workbench.ts'

async function host(): Promise<Host> {
  const folder = temporaryFolder()
  const started = await startHost({ dataFolder: folder, rendererFolder: folder })
  onTestFinished(() => started.close())
  return started
}

const must = async <T>(window: PlainWindow, name: string, input: object): Promise<T> => {
  const result = await window.call(name, input)
  if (!result.ok) throw new Error(`${name}: ${JSON.stringify(result)}`)
  return result.value
}

/** A window's socket, and who it was last told is here. */
async function listen(window: PlainWindow): Promise<{ here(): Here[] | undefined; say(word: object): void; close(): void }> {
  const heard: FeedMessage[] = []
  const socket = new WebSocket(`${window.origin.replace('http', 'ws')}/live?window=${window.id}`, { headers: { cookie: window.headers.cookie, origin: window.origin } })
  socket.on('message', (words: Buffer) => heard.push(JSON.parse(words.toString('utf8')) as FeedMessage))
  await new Promise((resolve, reject) => { socket.once('message', resolve); socket.once('error', reject) })
  return { here: () => heard.findLast((message) => message.is === 'here')?.here, say: (word) => socket.send(JSON.stringify(word)), close: () => socket.close() }
}

const sorted = (here: Here[]) => here.toSorted((a, b) => (`${a.coder}${a.story ?? ''}` < `${b.coder}${b.story ?? ''}` ? -1 : 1))

test('[L1] who is here and in which story is told within a second, in this host and in another on the same file, until they go', async () => {
  const folder = temporaryFolder() // first, as it must outlive the hosts
  const [one, two] = [await host(), await host()]
  const [anna, bram, noor] = [await plainWindow(one), await plainWindow(one), await plainWindow(two)]
  const { path } = await must<{ path: string }>(anna, 'desk.create', { folder, name: 'Proef', title: 'Proef' })
  const seed = openStore(path)
  const [{ story }] = plainStories(seed, ['Het klikte meteen.']) as [{ story: Id; text: Id }]
  seed.close()
  const enter = async (window: PlainWindow, name: string): Promise<Id> => {
    await must(window, 'desk.open', { path })
    const id = newId()
    await must(window, 'coder.join', { id, name })
    await must(window, 'desk.enter', { coder: id })
    return id
  }
  const [annaId, bramId, noorId] = [await enter(anna, 'Anna'), await enter(bram, 'Bram'), await enter(noor, 'Noor')]
  const [a, b, n] = [await listen(anna), await listen(bram), await listen(noor)]
  const everyone = sorted([{ coder: annaId, story: null }, { coder: bramId, story: null }, { coder: noorId, story: null }])
  for (const window of [a, b, n]) await expect.poll(() => sorted(window.here() ?? []), { timeout: 1500 }).toEqual(everyone)
  n.say({ is: 'at', story })
  n.say({ is: 'at' }) // half a word is no reason to stop listening
  for (const window of [a, b, n]) {
    await expect.poll(() => sorted(window.here() ?? []), { timeout: 1000 }).toEqual(sorted([{ coder: annaId, story: null }, { coder: bramId, story: null }, { coder: noorId, story }]))
  }
  b.close()
  n.close()
  await expect.poll(() => a.here(), { timeout: 1500 }).toEqual([{ coder: annaId, story: null }])
})

test('[L1] a process that died says nothing for long, and being here leaves no op', () => {
  const bench = workbench()
  const before = lastSeq(bench.store)
  const [dead, alive, coder] = [newId(), newId(), newId()]
  const now = Date.now()
  expect(writePresence(bench.store, { process: dead, here: [{ coder, story: null }], saw: [], now })).toBe(true)
  expect(readPresence(bench.store, alive, now + LAPSES)).toEqual([{ coder, story: null }])
  expect(readPresence(bench.store, alive, now + LAPSES + 1)).toEqual([])
  expect(readPresence(bench.store, alive, now - LAPSES - 1)).toEqual([]) // by a clock that was set back since
  expect(readPresence(bench.store, dead, now)).toEqual([])
  // Whoever writes next clears away what lapsed.
  writePresence(bench.store, { process: alive, here: [], saw: [], now: now + LAPSES + 1 })
  expect([bench.dump().presence, lastSeq(bench.store), bench.store.db.pragma('synchronous', { simple: true })]).toEqual([[], before, 2])
})

test('[L2] what happened while one was away: colleagues’ codes, definitions, replies and codings, each once, as one may see it', async () => {
  const bench = workbench()
  const [anna, bram] = [await bench.join('Anna de Boer'), await bench.join('Bram Visser')]
  const bodies = ['Het klikte meteen tussen ons.', 'Niemand belde ooit terug.']
  const [one, two] = plainStories(bench.store, bodies) as [{ story: Id; text: Id }, { story: Id; text: Id }]
  const apply = async (coder: Id, place: { text: Id }, body: string, start: number, code: Id): Promise<Id> => {
    const coding = newId()
    await bench.call(coder, 'coding.apply', { fragment: { text: place.text, revision: 1, start, end: start + 3, quote: body.slice(start, start + 3) }, codes: [{ coding, code }] })
    return coding
  }
  const [klik, stil, memo] = [newId(), newId(), newId()]
  await bench.call(anna, 'code.create', { id: klik, name: 'Klik' })
  const mine = await apply(anna, one, bodies[0]!, 0, klik)
  await bench.call(anna, 'memo.write', { id: memo, about: 'story', aboutId: one.story, body: 'Wat vind jij?' })
  writePresence(bench.store, { process: newId(), here: [], saw: [anna], now: Date.now() })
  const after = readVisit(bench.store, anna)!
  expect(after).toBe(lastSeq(bench.store))
  expect(readVisit(bench.store, bram)).toBe(null)

  await bench.call(bram, 'code.create', { id: stil, name: 'Stilte' })
  await bench.call(bram, 'code.change', { code: stil, definition: 'Niets horen.' }) // of a new code: told once
  await bench.call(bram, 'code.change', { code: klik, colour: 5 }) // no news
  await bench.call(bram, 'code.change', { code: klik, definition: 'Er is een band.' })
  for (const start of [0, 4, 8]) await apply(bram, two, bodies[1]!, start, stil)
  await apply(bram, one, bodies[0]!, 4, stil)
  await bench.call(bram, 'coding.remove', { codings: [await apply(bram, two, bodies[1]!, 12, stil)] })
  const [reply, onMine, secret] = [newId(), newId(), newId()]
  await bench.call(bram, 'memo.write', { id: reply, about: 'story', aboutId: one.story, thread: memo, body: 'Ik lees\n het anders.' })
  await bench.call(bram, 'memo.write', { id: onMine, about: 'coding', aboutId: mine, body: 'Waarom hier?' })
  await bench.call(bram, 'memo.write', { id: secret, about: 'coding', aboutId: mine, body: 'Voor mijzelf', private: true })
  await apply(anna, two, bodies[1]!, 16, klik) // one's own work is no news
  const [talk, elsewhere] = [newId(), newId()]
  const words = { text: one.text, revision: 1, start: 0, end: 3, quote: bodies[0]!.slice(0, 3) }
  await bench.call(bram, 'talk.open', { id: talk, fragment: words, codes: [klik], coders: [anna, bram], question: 'Is dit klik?' })
  await bench.call(bram, 'talk.open', { id: elsewhere, fragment: words, codes: [klik], coders: [bram], question: 'Niet met Anna' })
  await bench.call(bram, 'talk.settle', { talk, outcome: 'both' }) // told once, as it stands
  const upTo = lastSeq(bench.store)
  await apply(bram, one, bodies[0]!, 8, stil) // after what was asked

  const news = { made: [{ code: stil, name: 'Stilte', coder: bram }], changed: [{ code: klik, name: 'Klik', coder: bram, what: 'definition' }],
    memos: [
      { memo: reply, coder: bram, reply: true, story: one.story, coding: null, opening: 'Ik lees het anders.' },
      { memo: onMine, coder: bram, reply: false, story: one.story, coding: mine, opening: 'Waarom hier?' }
    ] }
  const talks = [{ talk, coder: bram, story: one.story, number: 1000, isSettled: true, question: 'Is dit klik?' }]
  const codings = [{ coder: bram, codings: 4, storiesInAll: 2, stories: [{ story: two.story, number: 1001, codings: 3 }, { story: one.story, number: 1000, codings: 1 }] }]
  expect(await bench.call(anna, 'visit.news', { after, upTo })).toEqual({ ...news, talks, codings, count: 9 })
  await bench.call(anna, 'project.change', { blind: true })
  expect(await bench.call(anna, 'visit.news', { after, upTo })).toEqual({ ...news, talks: [], codings: [], count: 4 })
  await bench.call(anna, 'reading.mark', { story: one.story, done: true })
  expect((await bench.call(anna, 'visit.news', { after, upTo })).codings).toEqual([{ coder: bram, codings: 1, storiesInAll: 1, stories: [{ story: one.story, number: 1000, codings: 1 }] }])
})
