// A piece of text that keeps itself when one leaves it; Escape puts back what was there.
import { useState, type KeyboardEvent } from 'react'
import { classNames } from './class-names.ts'
import { TextField } from './text-field.tsx'

export interface KeptTextProps {
  label: string
  hint?: string
  placeholder?: string
  value: string
  lines?: number
  /** Empty is no value: the former comes back. */
  isNeeded?: boolean
  isReadOnly?: boolean
  className?: string
  onKeep: (value: string) => void
}

export function KeptText({ label, hint, placeholder, value, lines = 1, isNeeded = false, isReadOnly = false, className, onKeep }: KeptTextProps) {
  /** Null: nothing is being typed, so a colleague's change shows. */
  const [draft, setDraft] = useState<string | null>(null)
  const keep = () => {
    const words = draft?.trim()
    setDraft(null)
    if (words !== undefined && words !== value && !(isNeeded && words === '')) onKeep(words)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') setDraft(null)
    else if (event.key === 'Enter' && (lines === 1 || event.ctrlKey || event.metaKey)) keep()
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- the keys are those of the field inside
    <div className={classNames('ui-kept', className)} onKeyDown={onKeyDown}>
      <TextField label={label} hint={hint} placeholder={placeholder} value={draft ?? value} lines={lines} onChange={setDraft} onBlur={keep} isReadOnly={isReadOnly} maxLength={lines === 1 ? 200 : 20_000} />
    </div>
  )
}
