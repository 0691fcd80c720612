// Yes or no, one by one or as a list of which several may hold.
import type { ReactNode } from 'react'
import { Check, Minus } from 'lucide-react'
import { Checkbox as AriaCheckbox, CheckboxGroup as AriaCheckboxGroup, type CheckboxProps as AriaCheckboxProps } from 'react-aria-components'
import { FieldFoot, FieldLabel, type FieldWords } from './field.tsx'
import type { Choice } from './option.tsx'

export interface CheckboxProps extends Omit<AriaCheckboxProps, 'className' | 'children' | 'style'> {
  children: ReactNode
}

export function Checkbox({ children, ...rest }: CheckboxProps) {
  return (
    <AriaCheckbox {...rest} className="ui-check">
      {({ isIndeterminate }) => (
        <>
          <span className="ui-check-box">{isIndeterminate ? <Minus aria-hidden /> : <Check aria-hidden />}</span>
          <span className="ui-check-words">{children}</span>
        </>
      )}
    </AriaCheckbox>
  )
}

export interface CheckboxGroupProps<Id extends string> extends FieldWords {
  choices: readonly Choice<Id>[]
  value: readonly Id[]
  onChange: (ids: Id[]) => void
}

export function CheckboxGroup<Id extends string>({ label, labelHidden, hint, error, choices, value, onChange }: CheckboxGroupProps<Id>) {
  return (
    <AriaCheckboxGroup value={[...value]} onChange={ids => onChange(ids as Id[])} isInvalid={Boolean(error)} className="ui-field">
      <FieldLabel label={label} labelHidden={labelHidden} />
      <div className="ui-choices">
        {choices.map(choice => (
          <Checkbox key={choice.id} value={choice.id} isDisabled={choice.isDisabled}>
            {choice.name}{choice.more && <span className="ui-hint">{choice.more}</span>}
          </Checkbox>
        ))}
      </div>
      <FieldFoot hint={hint} error={error} />
    </AriaCheckboxGroup>
  )
}
