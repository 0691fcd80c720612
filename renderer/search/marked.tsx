// Words with what was found in them marked.
import { Fragment } from 'react'

/** `marks`: places in `words`, UTF-16 units, end exclusive, in order. */
export function Marked({ words, marks }: { words: string, marks: readonly (readonly [number, number])[] }) {
  return (
    <>
      {marks.map(([start, end], at) => (
        <Fragment key={start}>{words.slice(marks[at - 1]?.[1] ?? 0, start)}<mark>{words.slice(start, end)}</mark></Fragment>
      ))}
      {words.slice(marks.at(-1)?.[1] ?? 0)}
    </>
  )
}
