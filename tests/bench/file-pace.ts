// One of eight programs on one file, at some twenty times the pace of a quick coder: four codings a second.
import { readFileSync } from 'node:fs'
import { openStore } from '../../db/open.ts'
import { dispatch } from '../../server/dispatch.ts'
import { newId } from '../../shared/domain/ids.ts'
import type { Material } from './writer-load.ts'

const [file, nth, seconds] = process.argv.slice(2) as [string, string, string]
const { path, profile, coders, codes, texts } = JSON.parse(readFileSync(file, 'utf8')) as Material
const store = openStore(path)
const pick = <T>(list: readonly T[]): T => list[Math.floor(Math.random() * list.length)]!
/** id, milliseconds since 1970 when it was saved, milliseconds it took. */
const saved: [string, number, number][] = []
const until = Date.now() + Number(seconds) * 1000
while (Date.now() < until) {
  await new Promise((resolve) => setTimeout(resolve, 500 * Math.random()))
  const text = pick(texts)
  const start = Math.floor(Math.random() * (text.body.length - 120))
  const coding = newId()
  const began = performance.now()
  const { result } = await dispatch({ store, coder: coders[Number(nth)]!, profile }, 'coding.apply', { fragment: { text: text.id, revision: 1, start, end: start + 60, quote: text.body.slice(start, start + 60) }, codes: [{ coding, code: pick(codes) }] })
  if (!result.ok) throw new Error(JSON.stringify(result.failure))
  saved.push([coding, Date.now(), performance.now() - began])
}
store.close()
console.log(JSON.stringify({ saved }))
