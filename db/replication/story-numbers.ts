// Story numbers over copies: each import drew its own, so two stories can bear one. The story of the older import keeps it, the other
// takes the next free one: worked out from what was drawn alone, so every copy gives the same numbers whatever came first.
import type { Store } from '../store.ts'
import type { ImportStamps } from './content-stories.ts'

type Row = { num: number; id: Buffer; import: number; number: number; drawn: number | null }

export function settleNumbers(store: Store, stamps: ImportStamps): void {
  const rows = store.all<Row>(`SELECT num, id, import, number, drawn FROM story WHERE state <> 'staged'`)
  const drawn = (row: Row): number => row.drawn ?? row.number
  if (new Set(rows.map(drawn)).size === rows.length && rows.every((row) => row.drawn === null)) return
  rows.sort((a, b) => (a.import === b.import ? 0 : stamps.isOlder(a.import, b.import) ? -1 : 1) || Buffer.compare(a.id, b.id))
  const taken = new Set<number>()
  for (const row of rows) {
    let number = drawn(row)
    while (taken.has(number)) number++
    taken.add(number)
    const keeps = number === drawn(row) ? null : drawn(row)
    if (number !== row.number || keeps !== row.drawn) store.run('UPDATE story SET number = ?, drawn = ? WHERE num = ?', [number, keeps, row.num])
  }
}
