// One choice out of a long list: typing filters it.
import { ChevronDown } from 'lucide-react'
import { Button, ComboBox as AriaComboBox, Group, Input, ListBox, Popover, type Key } from 'react-aria-components'
import { FieldFoot, FieldLabel, type FieldWords } from './field.tsx'
import { Option, type Choice } from './option.tsx'
import { uiWords, useWords } from './words.ts'

export interface ComboBoxProps<Id extends string> extends FieldWords {
  choices: readonly Choice<Id>[]
  value: Id | null
  onChange: (id: Id | null) => void
  placeholder?: string
  isDisabled?: boolean
}

export function ComboBox<Id extends string>({ label, labelHidden, hint, error, choices, value, onChange, placeholder, isDisabled }: ComboBoxProps<Id>) {
  const words = useWords(uiWords)
  return (
    <AriaComboBox
      defaultItems={choices} selectedKey={value} onSelectionChange={(key: Key | null) => onChange(key as Id | null)}
      isDisabled={isDisabled} isInvalid={Boolean(error)} menuTrigger="focus" allowsEmptyCollection className="ui-field"
    >
      <FieldLabel label={label} labelHidden={labelHidden} />
      <Group className="ui-input-group">
        <Input className="ui-input-bare" placeholder={placeholder ?? words.choose} />
        <Button className="ui-icon-button is-small"><ChevronDown aria-hidden /></Button>
      </Group>
      <FieldFoot hint={hint} error={error} />
      <Popover className="ui-popover is-list" offset={4}>
        <ListBox<Choice<Id>> className="ui-listbox" renderEmptyState={() => <p className="ui-listbox-empty">{words.nothingFound}</p>}>
          {choice => <Option choice={choice} />}
        </ListBox>
      </Popover>
    </AriaComboBox>
  )
}
