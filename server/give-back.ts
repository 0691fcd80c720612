// Memory for a large project. What loading the program left behind is given back to the system: nothing collects it by itself until more
// is needed, and in a host and its reading worker together it is some forty megabytes.
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { isLarge } from '../db/size.ts'
import type { Store } from '../db/store.ts'

let isDone = false

/** Once for this thread, where the project is large; takes some 30 milliseconds. */
export function giveBackFor(store: Store): void {
  if (isDone || !isLarge(store)) return
  isDone = true
  setFlagsFromString('--expose-gc')
  const collect = runInNewContext('gc') as (how: { type: 'major'; execution: 'sync'; flavor: 'last-resort' }) => void
  collect({ type: 'major', execution: 'sync', flavor: 'last-resort' })
}
