// What a handler gets: the store, who looks, and for a change the pen. Handlers know neither HTTP nor the feed.
import type { Id } from '../shared/domain/ids.ts'
import type { Output, Parsed, ReadName, WriteName } from '../shared/contract/index.ts'
import type { Writer } from '../db/record.ts'
import type { Store } from '../db/store.ts'
import type { SearchAccess } from './search/access.ts'

export type ReadContext = { store: Store; /** The coder who looks; null before one is chosen. */ viewer: Id | null; /** Null where nobody searches: tests, the command line. */ search: SearchAccess | null }
export type WriteContext = ReadContext & { write: Writer; viewer: Id }

/** Handlers of some of the reads. Pure questions, so they run as well in a worker. */
export type ReadHandlers<N extends ReadName> = { [K in N]: (context: ReadContext, input: Parsed<K>) => Output<K> }
/** Handlers of some of the writes; they throw a Refusal to say no, and then nothing is written. */
export type WriteHandlers<N extends WriteName> = { [K in N]: (context: WriteContext, input: Parsed<K>) => Output<K> }
