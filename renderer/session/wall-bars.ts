// The bars of a question as the wall shows them: the same counts as on paper, so that what is hidden there is not read from the wall.
import type { PaperPattern } from '../../shared/contract/pattern.ts'
import type { BarRow } from '../charts/bars.tsx'

/** `hidden`: the names of those that are not told; nothing opens behind them either. */
export function wallBars({ columns, parts: [part] }: PaperPattern): { rows: BarRow[], hidden: string[] } {
  const options = columns.flatMap(({ key, value, face }, at) => (value && face.is === 'option' ? [{ id: key, name: face.name, count: part?.counts[at] ?? null }] : []))
  const base = part?.valid ?? 0
  return {
    rows: options.flatMap(({ count, ...row }) => (count === null ? [] : [{ ...row, count, percent: base > 0 ? count / base * 100 : null }])),
    hidden: options.flatMap(({ count, name }) => (count === null ? [name] : []))
  }
}
