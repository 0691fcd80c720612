// One choice out of a few, all of them in sight.
import { Radio, RadioGroup as AriaRadioGroup } from 'react-aria-components'
import { FieldFoot, FieldLabel, type FieldWords } from './field.tsx'
import type { Choice } from './option.tsx'

export interface RadioGroupProps<Id extends string> extends FieldWords {
  choices: readonly Choice<Id>[]
  value: Id | null
  onChange: (id: Id) => void
  isDisabled?: boolean
  /** Beside each other, as one bar. */
  asBar?: boolean
}

export function RadioGroup<Id extends string>({ label, labelHidden, hint, error, choices, value, onChange, isDisabled, asBar = false }: RadioGroupProps<Id>) {
  return (
    <AriaRadioGroup
      value={value} onChange={id => onChange(id as Id)} isDisabled={isDisabled} isInvalid={Boolean(error)}
      orientation={asBar ? 'horizontal' : 'vertical'} className="ui-field"
    >
      <FieldLabel label={label} labelHidden={labelHidden} />
      <div className={asBar ? 'ui-radio-bar' : 'ui-choices'}>
        {choices.map(choice => (
          <Radio key={choice.id} value={choice.id} isDisabled={choice.isDisabled} className={asBar ? 'ui-radio-segment' : 'ui-check is-radio'}>
            {!asBar && <span className="ui-check-box" />}
            {choice.icon}
            <span className="ui-check-words">{choice.name}{choice.more && !asBar && <span className="ui-hint">{choice.more}</span>}</span>
          </Radio>
        ))}
      </div>
      <FieldFoot hint={hint} error={error} />
    </AriaRadioGroup>
  )
}
