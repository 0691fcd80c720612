// Merged cells of a sheet: they stand behind the rows in the file, so they are looked up before the rows are read.
import type { Zip } from './zip-reader.ts'
import type { FirstRow } from './table-frame.ts'
import { columnOf } from './xlsx-sheet.ts'
import { unpacked } from './zip-reader.ts'

export type Merge = { range: string; top: number; bottom: number; left: number; right: number }

const MERGE = /<(?:\w+:)?mergeCell\s[^>]*?ref="([A-Z]+)(\d+):([A-Z]+)(\d+)"/g

export async function mergesOf(zip: Zip, part: string): Promise<Merge[]> {
  const merges: Merge[] = []
  let carry = ''
  for await (const chunk of unpacked(zip, zip.entries.get(part)!)) {
    const text = carry + chunk.toString('latin1')
    let end = 0
    for (const found of text.matchAll(MERGE)) {
      const [whole, left, top, right, bottom] = found
      end = found.index + whole.length
      merges.push({ range: `${left}${top}:${right}${bottom}`, top: Number(top), bottom: Number(bottom), left: columnOf(left!), right: columnOf(right!) })
    }
    // The longest reference is well under a hundred characters.
    carry = text.slice(Math.max(end, text.length - 100))
  }
  return merges
}

/** A heading over merged columns, copied into each of them. */
export function filledRight({ row, cells }: FirstRow, merges: Merge[]): string[] {
  const filled = [...cells]
  for (const merge of merges) {
    if (merge.top !== row || merge.right === merge.left) continue
    for (let column = merge.left; column <= merge.right; column++) filled[column] = cells[merge.left] ?? ''
  }
  return Array.from(filled, (cell) => cell ?? '')
}

/** Copies the value of a merged cell into the rows below it, for its first column. `told` hears of each merge once. */
export function createFillDown(merges: Merge[], told: (merge: Merge) => void): (row: number, cells: string[]) => void {
  const tall = merges.filter((merge) => merge.bottom > merge.top).toSorted((a, b) => a.top - b.top)
  const live: { merge: Merge; value: string }[] = []
  let next = 0
  return (row, cells) => {
    for (; next < tall.length && tall[next]!.top <= row; next++) {
      const merge = tall[next]!
      if (merge.top === row && (cells[merge.left] ?? '') !== '') live.push({ merge, value: cells[merge.left]! })
    }
    for (let i = live.length - 1; i >= 0; i--) {
      const { merge, value } = live[i]!
      if (row > merge.bottom) live.splice(i, 1)
      else if (row > merge.top) {
        if (row === merge.top + 1) told(merge)
        while (cells.length < merge.left) cells.push('')
        cells[merge.left] = value
      }
    }
  }
}
