// A real core on a real file: calls go through dispatch and through JSON, as over any transport.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { contract, type CallName, type Input, type Output } from '../../shared/contract/index.ts'
import { newId, type Id } from '../../shared/domain/ids.ts'
import type { Failure, Result } from '../../shared/errors.ts'
import { createStore, openStore } from '../../db/open.ts'
import { openIndexToWrite } from '../../db/search/index-file.ts'
import { refreshIndex } from '../../db/search/refresh.ts'
import type { Store } from '../../db/store.ts'
import { dispatch } from '../../server/dispatch.ts'
import { openSearchAccess } from '../../server/search/access.ts'
import { stem } from '../../server/search/stem.ts'

export type Workbench = {
  store: Store
  path: string
  profile: string
  /** Adds a coder and gives their id. */
  join(name: string): Promise<Id>
  /** A call that must succeed, as this coder. */
  call<N extends CallName>(coder: Id | null, name: N, input: Input<N>): Promise<Output<N>>
  /** A call that must fail; checks as well that the file is exactly as it was. */
  refused<N extends CallName>(coder: Id | null, name: N, input: unknown): Promise<Failure>
  /** Every table as rows, with local numbers; for "exactly as it was". */
  dump(): Record<string, unknown[]>
  reopen(): void
  /** Brings the index of words up to date, as a host does in a worker. */
  index(): void
}

/** A folder of its own, gone when the test is. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'duiding-test-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

export function workbench(title = 'Proef'): Workbench {
  const folder = temporaryFolder()
  const [path, profile] = [join(folder, 'proef.duiding'), join(folder, 'profiel')]
  let store = createStore(path, { title })
  const search = openSearchAccess(profile, path)
  onTestFinished(() => {
    search.close()
    store.close()
  })
  const send = async (coder: Id | null, name: string, input: unknown): Promise<Result<unknown>> => {
    const { result } = await dispatch({ store, coder, profile, search }, name, JSON.parse(JSON.stringify(input)))
    return JSON.parse(JSON.stringify(result)) as Result<unknown>
  }
  const bench: Workbench = {
    get store() { return store },
    path, profile,
    async join(name) {
      const id = newId()
      await bench.call(null, 'coder.join', { id, name })
      return id
    },
    async call(coder, name, input) {
      const result = await send(coder, name, input)
      if (!result.ok) throw new Error(`${name} failed: ${JSON.stringify(result.failure)}`)
      return contract[name].output.parse(result.value) as never
    },
    async refused(coder, name, input) {
      const before = JSON.stringify(bench.dump())
      const result = await send(coder, name, input)
      if (result.ok) throw new Error(`${name} should have been refused`)
      if (JSON.stringify(bench.dump()) !== before) throw new Error(`${name} was refused and wrote all the same`)
      return result.failure
    },
    dump: () => dumpStore(store),
    reopen() {
      store.close()
      store = openStore(path)
    },
    index() {
      const index = openIndexToWrite(profile, path)
      refreshIndex(store, index, stem)
      index.close()
      search.close() // opened anew when next asked
    }
  }
  return bench
}

/** Every table of a store, rows in the order of their keys; blobs in hex. */
export function dumpStore(store: Store): Record<string, unknown[]> {
  const tables = store.all<{ name: string }>(`SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name`)
  return Object.fromEntries(tables.map(({ name }) => [
    name,
    store.all<Record<string, unknown>>(`SELECT * FROM ${name} ORDER BY ${columnsOf(store, name) > 1 ? '1, 2' : '1'}`).map((row) =>
      Object.fromEntries(Object.entries(row).map(([column, value]) => [column, Buffer.isBuffer(value) ? value.toString('hex') : value])))
  ]))
}

const columnsOf = (store: Store, table: string): number => (store.db.pragma(`table_info(${table})`) as unknown[]).length
