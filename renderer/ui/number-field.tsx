// A number with its steps; written and read in the interface language (decimal comma in Dutch).
import { Minus, Plus } from 'lucide-react'
import { Button, Group, Input, NumberField as AriaNumberField, type NumberFieldProps as AriaNumberFieldProps } from 'react-aria-components'
import { FieldFoot, FieldLabel, type FieldWords } from './field.tsx'

export interface NumberFieldProps extends Omit<AriaNumberFieldProps, 'className' | 'children' | 'style'>, FieldWords {}

export function NumberField({ label, labelHidden, hint, error, ...rest }: NumberFieldProps) {
  return (
    <AriaNumberField {...rest} isInvalid={Boolean(error)} className="ui-field">
      <FieldLabel label={label} labelHidden={labelHidden} />
      <Group className="ui-input-group">
        <Button slot="decrement" className="ui-icon-button is-small"><Minus aria-hidden /></Button>
        <Input className="ui-input-bare is-number" />
        <Button slot="increment" className="ui-icon-button is-small"><Plus aria-hidden /></Button>
      </Group>
      <FieldFoot hint={hint} error={error} />
    </AriaNumberField>
  )
}
