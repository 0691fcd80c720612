// How many bytes a coding costs in SQLite's log: its row alone, with its place on the undo pile, and with its op. One transaction each.
import { statSync } from 'node:fs'
import { Writer } from '../../db/record.ts'
import { insertRow } from '../../db/rows.ts'
import { recordGesture } from '../../db/gestures.ts'
import { openStore } from '../../db/open.ts'
import { takeReplica } from '../../db/replica.ts'
import { copyProject } from '../../db/snapshots.ts'
import type { Store } from '../../db/store.ts'
import { newId } from '../../shared/domain/ids.ts'
import type { Material } from './writer-load.ts'

const CODINGS = 400

export type BytesWritten = { row: number; gesture: number; all: number }

/** On a copy of the project at `target`. */
export function measureBytes(target: string, material: Material): BytesWritten {
  copyProject(material.path, target)
  const store = openStore(target)
  takeReplica(store, material.profile)
  store.db.pragma('wal_autocheckpoint = 0')
  const pick = <T>(list: readonly T[]): T => list[Math.floor(Math.random() * list.length)]!
  const patch = (coder: string) => {
    const start = Math.floor(Math.random() * 1000)
    return { text: pick(material.texts).id, revision: 1, start, end: start + 60, checksum: '0123456789abcdef', code: pick(material.codes), coder, flag: '', removed: false }
  }
  const measure = (work: (coder: string) => void): number => {
    store.db.pragma('wal_checkpoint(TRUNCATE)')
    for (let nth = 0; nth < CODINGS; nth++) store.db.transaction(() => work(pick(material.coders)))()
    return Math.round(logSize(store) / CODINGS)
  }
  const figures = {
    row: measure((coder) => insertRow(store, 'coding', newId(), patch(coder))),
    gesture: measure((coder) => { insertRow(store, 'coding', newId(), patch(coder)); recordGesture(store, coder, 1, 'coding.applied') }),
    all: measure((coder) => {
      const write = new Writer(store, coder, Date.now())
      write.insert('coding.applied', 'coding', newId(), patch(coder))
      recordGesture(store, coder, write.tx, 'coding.applied')
    })
  }
  store.close()
  return figures
}

const logSize = (store: Store): number => statSync(`${store.path}-wal`).size
