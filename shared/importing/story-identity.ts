// Which story is which within a file: ids of its own or made of its words, equal rows, stories told twice.
import type { Tell } from './row-reader.ts'
import { contentHash, contentSum } from './content-hash.ts'
import { shortened } from './messages.ts'

/** What tells a story apart from others. `own`: the id in the file, null when it has no id column. */
export type Told = { row: number; cells: string[]; body: string; own: string | null; group: string | null; wave: string | null; teller: string | null }
export type Columns = { id: string | null; text: string }

/** Same text shorter than this may well be two tellers saying "Goed": no warning. */
const TELLING_LENGTH = 60

/** Gives each story its id, or null when it equals an earlier row. Keeps a hash and a row number a story. */
export function createIdentity(columns: Columns): (told: Told, tell: Tell) => string | null {
  const rowOfId = new Map<string, number>()
  const rowOfCells = new Map<string, number>()
  const stories = new Map<string, { row: number; count: number }>()
  const rowOfBody = new Map<number, number>()

  return (told, tell) => {
    const id = told.own ?? idOfContent(told, tell)
    if (id === null) return null
    // The same person may answer in every wave, and two groups may count from 1: an id is unique within both.
    const name = `${told.group ?? ''}\u0000${told.wave ?? ''}\u0000${id}`
    const first = rowOfId.get(name)
    if (first === undefined) rowOfId.set(name, told.row)
    else tell('id_twice', columns.id, { id: shortened(id), first })
    if (told.own !== null) warnOfSameWords(told, tell)
    return id
  }

  /** Without an id column the words are the id. An equal row is left out; an equal story with other answers gets a number behind. */
  function idOfContent(told: Told, tell: Tell): string | null {
    const whole = contentHash(told.cells)
    const same = rowOfCells.get(whole)
    if (same !== undefined) {
      tell('row_twice', null, { first: same }, 'skipped')
      return null
    }
    rowOfCells.set(whole, told.row)
    const { base, count } = warnOfEqual([told.body, told.group ?? '', told.teller ?? '', told.wave ?? ''], told, tell)
    return count > 1 ? `${base}-${count}` : base
  }

  function warnOfSameWords({ row, body }: Told, tell: Tell): void {
    if (body.length < TELLING_LENGTH) return
    const sum = contentSum(body)
    const first = rowOfBody.get(sum)
    if (first === undefined) rowOfBody.set(sum, row)
    else tell('text_twice', columns.text, { first }, 'warning')
  }

  /** How many stories of these words, this group, teller and wave there were, this one included. */
  function warnOfEqual(parts: string[], { row, body }: Told, tell: Tell): { base: string; count: number } {
    const base = contentHash(parts)
    const before = stories.get(base)
    const count = (before?.count ?? 0) + 1
    stories.set(base, { row: before?.row ?? row, count })
    if (before && body.length >= TELLING_LENGTH) tell('text_twice', columns.text, { first: before.row }, 'warning')
    return { base, count }
  }
}
