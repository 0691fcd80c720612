// Which lines and columns of a large table are drawn: those in sight, some around them, and the one that has the focus, wherever it stands.
import { useCallback, useEffect, useLayoutEffect, useState, type RefObject } from 'react'
import { flushSync } from 'react-dom'
import { defaultRangeExtractor, useVirtualizer, type Range } from '@tanstack/react-virtual'

/** A table of so many cells is drawn whole. */
const WHOLE = 2000

/** Pixels, as the table came out: its head, one line, its first column, and the others. */
interface Sizes { head: number, line: number, first: number, columns: readonly number[] }
const GUESS: Sizes = { head: 40, line: 28, first: 200, columns: [] }

export interface InSight {
  /** From 1; line 0, the head, and column 0 always stand. Null: all of them. */
  lines: readonly number[] | null
  columns: readonly number[] | null
  lineHeight: number
  /** So that what gets the focus never stands under the head. */
  scrollPadding: { scrollPaddingBlockStart: number, scrollPaddingInlineStart: number }
}

/** `of`: what is in the table. `down` and `across`: how many lines and columns, the head and the first one counted in; `here` is the place with the focus. */
export function useInSight(table: RefObject<HTMLTableElement | null>, of: object, down: number, across: number, here: { down: number, across: number }): InSight {
  const isPrinting = usePrinting()
  const isWhole = isPrinting || down * across <= WHOLE
  const sizes = useSizes(table, of)
  const shared = { getScrollElement: () => table.current?.parentElement ?? null, enabled: !isWhole, initialRect: { width: innerWidth, height: innerHeight } }
  const lines = useVirtualizer({ ...shared, count: down - 1, estimateSize: () => sizes.line, paddingStart: sizes.head, overscan: 6, rangeExtractor: useKeeping(here.down - 1, down - 1) })
  const columns = useVirtualizer({ ...shared, horizontal: true, count: across - 1, estimateSize: at => sizes.columns[at] ?? sizes.line, paddingStart: sizes.first, overscan: 3, rangeExtractor: useKeeping(here.across - 1, across - 1) })
  useLayoutEffect(() => { lines.measure(); columns.measure() }, [lines, columns, sizes])
  return {
    lines: isWhole ? null : drawn(lines.getVirtualIndexes()), columns: useSame(isWhole ? null : drawn(columns.getVirtualIndexes())), lineHeight: sizes.line,
    scrollPadding: { scrollPaddingBlockStart: sizes.head, scrollPaddingInlineStart: sizes.first }
  }
}

const drawn = (indexes: readonly number[]): number[] => indexes.map(at => at + 1)

const useKeeping = (here: number, count: number): ((range: Range) => number[]) => useCallback(range => {
  const inSight = defaultRangeExtractor(range)
  return here < 0 || here >= count || inSight.includes(here) ? inSight : [...inSight, here].toSorted((a, b) => a - b)
}, [here, count])

/** The former list as long as it holds the same: lines that did not change are not drawn anew. */
function useSame(list: readonly number[] | null): readonly number[] | null {
  const [kept, keep] = useState(list)
  if (kept?.join() === list?.join() && (kept === null) === (list === null)) return kept
  keep(list)
  return list
}

function useSizes(table: RefObject<HTMLTableElement | null>, of: object): Sizes {
  const [sizes, setSizes] = useState(GUESS)
  useLayoutEffect(() => {
    const head = table.current?.tHead
    if (!head) return undefined
    const measure = () => setSizes(before => {
      const line = table.current?.querySelector<HTMLElement>('tbody > [aria-rowindex]')
      const [first = GUESS.first, ...columns] = [...head.rows[0]!.cells].map(cell => cell.getBoundingClientRect().width)
      const now = { head: head.offsetHeight, line: line?.getBoundingClientRect().height ?? before.line, first, columns }
      return JSON.stringify(now) === JSON.stringify(before) ? before : now
    })
    measure()
    const watch = new ResizeObserver(measure)
    for (const cell of [head, ...head.rows[0]!.cells]) watch.observe(cell)
    return () => watch.disconnect()
  }, [table, of])
  return sizes
}

/** Paper shows the whole table. */
function usePrinting(): boolean {
  const [isPrinting, setPrinting] = useState(false)
  useEffect(() => {
    const begin = () => flushSync(() => setPrinting(true))
    const end = () => setPrinting(false)
    addEventListener('beforeprint', begin)
    addEventListener('afterprint', end)
    return () => { removeEventListener('beforeprint', begin); removeEventListener('afterprint', end) }
  }, [])
  return isPrinting
}

/** The places of a list with what lies between them: `gap` says how many are left out before one, or after the last. */
export function withGaps(places: readonly number[], end: number): ({ at: number } | { gap: number, before: number })[] {
  const out: ({ at: number } | { gap: number, before: number })[] = []
  let next = 1
  for (const at of [...places, end]) {
    if (at > next) out.push({ gap: at - next, before: at })
    if (at < end) out.push({ at })
    next = at + 1
  }
  return out
}
