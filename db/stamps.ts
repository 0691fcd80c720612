// Stamps: when a field got its value. hlc = milliseconds since 1970 * 1024 + counter, then the replica's id, then its number:
// a total order that is the same in every copy. A stamp on the wire is 'hlc.replica.rseq'.
import { toBlob, toId } from './ids.ts'
import type { Store } from './store.ts'

/** `replica`: 16 bytes. `num`: the replica's local number. */
export type Stamp = { hlc: number; replica: Buffer; num: number; rseq: number }

/** < 0 where a is older. */
export const compareStamps = (a: Omit<Stamp, 'num'>, b: Omit<Stamp, 'num'>): number => a.hlc - b.hlc || Buffer.compare(a.replica, b.replica) || a.rseq - b.rseq

export const writeStamp = ({ hlc, replica, rseq }: Omit<Stamp, 'num'>): string => `${hlc}.${toId(replica)}.${rseq}`

/** The stamps that a field of an op's `prev` names: one, or several with a space between. */
export function readStamps(text: string): Omit<Stamp, 'num'>[] {
  return text.split(' ').map((stamp) => {
    const [hlc, replica, rseq] = stamp.split('.') as [string, string, string]
    return { hlc: Number(hlc), replica: toBlob(replica), rseq: Number(rseq) }
  })
}

/** The stamp of the change that last won a field; undefined while nobody changed it since its row was made. */
export const cellOf = (store: Store, entity: Buffer, field: string): Stamp | undefined =>
  store.get<Stamp>('SELECT c.hlc, r.id AS replica, c.replica AS num, c.rseq FROM cell c JOIN replica r ON r.num = c.replica WHERE c.entity_id = ? AND c.field = ?', [entity, field])

/** The newest op that made this row (two copies can both make a reading); undefined for what an import brought. */
export const madeAt = (store: Store, entity: Buffer): Stamp | undefined =>
  store.get<Stamp>(
    'SELECT o.hlc, r.id AS replica, o.replica AS num, o.rseq FROM op o JOIN replica r ON r.num = o.replica WHERE o.entity_id = ? AND o.before IS NULL ORDER BY o.hlc DESC, r.id DESC, o.rseq DESC LIMIT 1', [entity])

/**
 * The highest clock of any op in the file. A replica's clock runs forward, so its last op has its highest; the last op to
 * arrive says nothing, because a merged one may be older than what stood here.
 */
export const highestClock = (store: Store): number =>
  store.get<{ hlc: number | null }>('SELECT max((SELECT hlc FROM op WHERE replica = r.num ORDER BY rseq DESC LIMIT 1)) AS hlc FROM replica r')!.hlc ?? 0
