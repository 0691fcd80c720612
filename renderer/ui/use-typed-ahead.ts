// Words being typed that something slower follows (the address, a list): nothing typed is lost while that catches up.
import { useEffect, useRef, useState } from 'react'

/** The words as typed; `onChange` is called when the typing pauses for `wait` milliseconds. `value`: what stands there by now. */
export function useTypedAhead(value: string, onChange: (words: string) => void, wait: number): [string, (words: string) => void] {
  const [words, setWords] = useState(value)
  const sent = useRef<string[]>([])
  // Words of one's own that come back are old when one typed on meanwhile: only another's words take the place of what stands here.
  useEffect(() => {
    const at = sent.current.indexOf(value.trim())
    if (at >= 0) sent.current.splice(0, at + 1)
    else setWords(value)
  }, [value])
  useEffect(() => {
    if (words === value) return
    const timer = setTimeout(() => {
      sent.current.push(words.trim())
      onChange(words)
    }, wait)
    return () => clearTimeout(timer)
    // oxlint-disable-next-line react/exhaustive-deps -- only typing starts the wait; onChange and value are of the same moment
  }, [words])
  return [words, setWords]
}
