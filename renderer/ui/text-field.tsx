// One line, or several, of written words.
import { useLayoutEffect, useRef } from 'react'
import { Input, TextArea, TextField as AriaTextField, type TextFieldProps as AriaTextFieldProps } from 'react-aria-components'
import { classNames } from './class-names.ts'
import { FieldFoot, FieldLabel, type FieldWords } from './field.tsx'

export interface TextFieldProps extends Omit<AriaTextFieldProps, 'className' | 'children' | 'style'>, FieldWords {
  placeholder?: string
  /** Number of lines shown; more than one makes a text area. */
  lines?: number
  className?: string
}

export function TextField({ label, labelHidden, hint, error, placeholder, lines = 1, className, ...rest }: TextFieldProps) {
  const field = useRef<HTMLDivElement>(null)
  const startsHere = useRef(rest.autoFocus)
  // With its first drawing, not a moment later: who types as soon as it stands loses no letter.
  useLayoutEffect(() => {
    if (startsHere.current) field.current?.querySelector<HTMLElement>('input, textarea')?.focus()
  }, [])
  return (
    <AriaTextField {...rest} ref={field} isInvalid={Boolean(error)} className={classNames('ui-field', className)}>
      <FieldLabel label={label} labelHidden={labelHidden} />
      {lines > 1 ? <TextArea className="ui-input" rows={lines} placeholder={placeholder} /> : <Input className="ui-input" placeholder={placeholder} />}
      <FieldFoot hint={hint} error={error} />
    </AriaTextField>
  )
}
