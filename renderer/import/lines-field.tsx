// A few words or values, one on each line.
import { useState } from 'react'
import { TextField } from '../ui/text-field.tsx'

export interface LinesFieldProps { label: string, labelHidden?: boolean, hint?: string, value: readonly string[], onChange: (lines: string[]) => void }

export function LinesField({ label, labelHidden, hint, value, onChange }: LinesFieldProps) {
  // What is typed stays as typed, line ends at the end included; what counts are the lines with something on them.
  const [words, setWords] = useState(value.join('\n'))
  const type = (typed: string): void => {
    setWords(typed)
    onChange([...new Set(typed.split('\n').map(line => line.trim()).filter(line => line !== ''))])
  }
  return <TextField label={label} labelHidden={labelHidden} hint={hint} value={words} onChange={type} lines={Math.min(4, Math.max(2, value.length + 1))} maxLength={4000} />
}
