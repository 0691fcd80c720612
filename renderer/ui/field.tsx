// What every field has round it: a name above, a hint below, and the error where it happened.
import type { ReactNode } from 'react'
import { FieldError, Label, Text } from 'react-aria-components'

export interface FieldWords {
  label: string
  /** The name is read aloud but not shown, where the place itself says what the field is. */
  labelHidden?: boolean
  hint?: ReactNode
  /** A sentence; its presence makes the field invalid. */
  error?: string | null
}

export function FieldLabel({ label, labelHidden }: Pick<FieldWords, 'label' | 'labelHidden'>) {
  return <Label className={labelHidden ? 'only-read-aloud' : 'ui-label'}>{label}</Label>
}

export function FieldFoot({ hint, error }: Pick<FieldWords, 'hint' | 'error'>) {
  return (
    <>
      {hint && <Text slot="description" className="ui-hint">{hint}</Text>}
      <FieldError className="ui-field-error">{error ?? undefined}</FieldError>
    </>
  )
}
