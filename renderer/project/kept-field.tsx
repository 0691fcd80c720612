// A field that saves itself when one leaves it or presses Enter, goes back with Escape, and follows a colleague's change while one is not in it.
import { useEffect, useRef, useState, type KeyboardEvent } from 'react'
import type { Failure } from '../../shared/errors.ts'
import { failureWords } from '../i18n/failure-words.ts'
import { TextField, type TextFieldProps } from '../ui/text-field.tsx'

export interface KeptFieldProps extends Omit<TextFieldProps, 'value' | 'onChange' | 'error'> {
  value: string
  /** Said when it was emptied and may not be. */
  neededWords?: string
  /** Gives back why it could not be saved, or null. */
  onKeep: (value: string) => Promise<Failure | null>
}

export function KeptField({ value, neededWords, onKeep, lines = 1, ...rest }: KeptFieldProps) {
  const [draft, setDraft] = useState(value)
  const [error, setError] = useState<string | null>(null)
  const isWriting = useRef(false)
  /** On its way already: Enter and then leaving the field is one change, not two. */
  const asked = useRef<string | null>(null)
  useEffect(() => { if (!isWriting.current) setDraft(value) }, [value])
  const keep = async (): Promise<void> => {
    isWriting.current = false
    const wanted = draft.trim()
    if (wanted === value) { setDraft(value); setError(null); return }
    if (wanted === '' && neededWords) { setError(neededWords); return }
    if (wanted === asked.current) return
    asked.current = wanted
    const failure = await onKeep(wanted)
    if (asked.current === wanted) asked.current = null
    setError(failure ? failureWords(failure) : null)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') { setDraft(value); setError(null) }
    if (event.key === 'Enter' && (lines === 1 || event.ctrlKey || event.metaKey)) { event.preventDefault(); void keep() }
  }
  return (
    <TextField
      {...rest} lines={lines} value={draft} error={error} onChange={setDraft} onKeyDown={onKeyDown}
      onFocus={() => { isWriting.current = true }} onBlur={() => void keep()}
    />
  )
}
