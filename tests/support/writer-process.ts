// One coder in a process of their own: applies codings to a shared project and prints each one as soon as it is acknowledged.
import { newId, type Id } from '../../shared/domain/ids.ts'
import { openStore } from '../../db/open.ts'
import { dispatch } from '../../server/dispatch.ts'

const [path, profile, coder, code, text, body, rounds] = process.argv.slice(2) as [string, string, Id, Id, Id, string, string]
const store = openStore(path)
for (let round = 0; round < Number(rounds); round++) {
  const start = Math.floor(Math.random() * (body.length - 1))
  const end = start + 1 + Math.floor(Math.random() * (body.length - start - 1))
  const coding = newId()
  const { result } = await dispatch({ store, coder, profile }, 'coding.apply', { fragment: { text, revision: 1, start, end, quote: body.slice(start, end) }, codes: [{ coding, code }] })
  if (!result.ok) {
    console.error(JSON.stringify(result.failure))
    process.exit(1)
  }
  // On disk before it is said: what is printed here must be in the file whatever happens to this process.
  process.stdout.write(`${(result.value as { codings: Id[] }).codings[0]!}\n`)
}
store.close()
