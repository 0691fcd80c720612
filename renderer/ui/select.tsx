// One choice out of a short list that needs no typing.
import { ChevronDown } from 'lucide-react'
import { Button, ListBox, Popover, Select as AriaSelect, SelectValue, type Key } from 'react-aria-components'
import { classNames } from './class-names.ts'
import { FieldFoot, FieldLabel, type FieldWords } from './field.tsx'
import { Option, type Choice } from './option.tsx'
import { uiWords, useWords } from './words.ts'

export interface SelectProps<Id extends string> extends FieldWords {
  choices: readonly Choice<Id>[]
  value: Id | null
  onChange: (id: Id) => void
  placeholder?: string
  isDisabled?: boolean
  small?: boolean
  className?: string
}

export function Select<Id extends string>(props: SelectProps<Id>) {
  const { label, labelHidden, hint, error, choices, value, onChange, placeholder, isDisabled, small, className } = props
  const words = useWords(uiWords)
  const choose = (key: Key | null) => { if (key !== null) onChange(key as Id) }
  return (
    <AriaSelect
      selectedKey={value} onSelectionChange={choose} placeholder={placeholder ?? words.choose}
      isDisabled={isDisabled} isInvalid={Boolean(error)} className={classNames('ui-field', className)}
    >
      <FieldLabel label={label} labelHidden={labelHidden} />
      <Button className={classNames('ui-select', small && 'is-small')}>
        <SelectValue className="ui-select-value" />
        <ChevronDown aria-hidden />
      </Button>
      <FieldFoot hint={hint} error={error} />
      <Popover className="ui-popover is-list" offset={4}>
        <ListBox className="ui-listbox" items={choices}>{choice => <Option choice={choice} />}</ListBox>
      </Popover>
    </AriaSelect>
  )
}
