// A colleague in another program: codes every 20 milliseconds or so until its input ends, then says how long each coding took.
import { openStore } from '../../db/open.ts'
import { listMainTexts } from '../../db/stories.ts'
import { dispatch } from '../../server/dispatch.ts'
import { newId } from '../../shared/domain/ids.ts'

const [path, profile] = process.argv.slice(2) as [string, string]
const store = openStore(path)
const firstOf = (table: string): string => store.get<{ id: Buffer }>(`SELECT id FROM ${table} ORDER BY num DESC LIMIT 1`)!.id.toString('base64url')
const [coder, code, texts] = [firstOf('coder'), firstOf('code'), listMainTexts(store)]
const took: number[] = []
const asked = new AbortController()
process.stdin.on('end', () => asked.abort()).resume()
process.stdout.write('\n') // ready
for (let nth = 0; !asked.signal.aborted; nth++) {
  const { text, body } = texts[nth % texts.length]!
  const began = performance.now()
  const { result } = await dispatch({ store, coder, profile }, 'coding.apply', { fragment: { text, revision: 1, start: nth % 50, end: nth % 50 + 30, quote: body.slice(nth % 50, nth % 50 + 30) }, codes: [{ coding: newId(), code }] })
  if (!result.ok) throw new Error(JSON.stringify(result.failure))
  took.push(performance.now() - began)
  await new Promise((resolve) => setTimeout(resolve, 10 + Math.random() * 20))
}
store.close()
console.log(JSON.stringify(took))
