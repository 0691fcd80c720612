// Words that save themselves when one leaves the field, and follow a colleague's change while one is not in it.
import { useEffect, useRef, useState } from 'react'
import { TextField } from '../ui/text-field.tsx'

export interface KeptWordsProps { label: string, labelHidden?: boolean, hint?: string, lines?: number, value: string, isDisabled?: boolean, onKeep: (words: string) => Promise<unknown> }

export function KeptWords({ value, lines = 3, onKeep, ...rest }: KeptWordsProps) {
  const [draft, setDraft] = useState(value)
  const isWriting = useRef(false)
  useEffect(() => { if (!isWriting.current) setDraft(value) }, [value])
  const keep = () => {
    isWriting.current = false
    if (draft.trim() !== value) void onKeep(draft.trim())
  }
  return <TextField {...rest} lines={lines} value={draft} maxLength={20_000} onChange={setDraft} onFocus={() => { isWriting.current = true }} onBlur={keep} />
}
