// Memory for a large project. What loading the program left behind is given back to the system: nothing collects it by itself until more
// is needed, and in a host and its reading worker together it is some forty megabytes.
import { getHeapStatistics, setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { isLarge } from '../db/size.ts'
import type { Store } from '../db/store.ts'

let isDone = false

/** Once for this thread, where the project is large; takes some 30 milliseconds. */
export function giveBackFor(store: Store): void {
  if (isDone || !isLarge(store)) return
  isDone = true
  collect()
}

/** Bytes: up to here a thread's lists may lie about. */
const UNTIDY = 40 * 2 ** 20

/** After an answer, where making it left much behind. */
export function tidyAfter(): void {
  if (isDone && getHeapStatistics().total_heap_size > UNTIDY) collect()
}

type Collect = (how: { type: 'major'; execution: 'sync'; flavor: 'last-resort' }) => void
let collector: Collect | undefined

function collect(): void {
  collector ??= exposed()
  collector({ type: 'major', execution: 'sync', flavor: 'last-resort' })
}

function exposed(): Collect {
  setFlagsFromString('--expose-gc')
  return runInNewContext('gc') as Collect
}
