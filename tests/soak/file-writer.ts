// One of several programs on one project file: codes as fast as it may until it is killed, and says each gesture once it is saved.
import { readFileSync } from 'node:fs'
import { openStore } from '../../db/open.ts'
import { dispatch } from '../../server/dispatch.ts'
import { randomGesture, type Ground } from './ground.ts'

const [file, nth] = process.argv.slice(2) as [string, string]
const ground = JSON.parse(readFileSync(file, 'utf8')) as Ground
const store = openStore(ground.path)
for (;;) {
  const { input } = randomGesture(ground)
  for (;;) {
    const { result } = await dispatch({ store, coder: ground.coders[Number(nth)]!, profile: ground.profile }, 'coding.apply', input)
    if (result.ok) {
      // Said only now: what stands here must be in the file, whatever happens to this process.
      process.stdout.write(`${(result.value as { codings: string[] }).codings.join(' ')}\n`)
      break
    }
    if (result.failure.kind !== 'busy') {
      console.error(JSON.stringify(result.failure))
      process.exit(1)
    }
    process.stdout.write(`! ${result.failure.message}\n`)
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  await new Promise((resolve) => setTimeout(resolve, Math.random() * 30))
}
