// What is known of a store while ops of others go into it, so that 50,000 of them don't ask for the same things again. It holds from one
// transaction to the next as long as nobody else wrote anything.
import type { Id } from '../../shared/domain/ids.ts'
import type { EntityName } from '../entities.ts'
import { toId } from '../ids.ts'
import { numberIn, type Numbers } from '../rows.ts'
import { cellOf, type Stamp } from '../stamps.ts'
import type { Store } from '../store.ts'

export type Run = {
  store: Store
  /** Per replica its last op that is here. */
  heard: Map<Id, Stamp>
  /** Local numbers of rows that are there. */
  numbers: Numbers
  /** The newest revision of a text, by its id; 0 where its words were told twice. */
  newest: Map<Id, number>
  /** Rows that this run made: nobody changed them before it. */
  made: Set<Id>
  /** Winning stamps, by id and field. */
  cells: Map<string, Stamp>
  /** Rows with values that lost. */
  disputed: Set<Id>
  remember(entity: EntityName, id: Id, number: number): void
  /** What the file was like at its beginning, and after its last transaction. */
  mark: string
}

/** Beyond this it would cost more than it spares. */
const MOST_REMEMBERED = 200_000

export function beginRun(store: Store): Run {
  const heard = store.all<Stamp>(
    `SELECT o.hlc, r.id AS replica, r.num, o.rseq FROM replica r CROSS JOIN op o ON o.replica = r.num AND o.rseq = (SELECT max(rseq) FROM op WHERE replica = r.num)`)
  const [known, ask] = [new Map<EntityName, Map<Id, number>>(), numberIn(store)]
  const remember = (entity: EntityName, id: Id, number: number): void => {
    const rows = known.get(entity)
    if (rows) rows.set(id, number)
    else known.set(entity, new Map([[id, number]]))
  }
  return {
    store, heard: new Map(heard.map((last) => [toId(last.replica), last])), newest: new Map(), made: new Set(), cells: new Map(),
    disputed: new Set(store.all<{ id: Buffer }>('SELECT DISTINCT entity_id AS id FROM rival').map(({ id }) => toId(id))),
    numbers(entity, id) {
      const remembered = known.get(entity)?.get(id)
      if (remembered !== undefined) return remembered
      const number = ask(entity, id)
      if (number !== null) remember(entity, id, number)
      return number
    },
    remember, mark: markOf(store)
  }
}

/** In a transaction that has begun: the run goes on when the file is as that left it, else a new one begins. */
export const goOn = (store: Store, run: Run | null): Run => (run && run.cells.size + run.made.size < MOST_REMEMBERED && run.mark === markOf(store) ? run : beginRun(store))

/** In the transaction, after the last write. */
export const leave = (run: Run): void => void (run.mark = markOf(run.store))

/** Changes with every commit of another connection and with every row that this one changes. */
const markOf = (store: Store): string =>
  `${store.db.pragma('data_version', { simple: true }) as number} ${store.firsts('SELECT total_changes()').get() as number}`

/** The stamp of the change that won a field; undefined while nobody changed it since its row was made. */
export function winnerOf({ store, made, cells }: Run, id: Id, blob: Buffer, field: string): Stamp | undefined {
  const key = id + field
  const known = cells.get(key)
  if (known || made.has(id)) return known
  const found = cellOf(store, blob, field)
  if (found) cells.set(key, found)
  return found
}
