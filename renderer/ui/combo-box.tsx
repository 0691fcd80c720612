// One choice out of a long list: typing filters it, and Enter takes the first that is left.
import { useContext, useRef, type FocusEvent, type KeyboardEvent } from 'react'
import { ChevronDown } from 'lucide-react'
import { Button, ComboBox as AriaComboBox, ComboBoxStateContext, Group, Input, ListBox, Popover, type Key } from 'react-aria-components'
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
      <Typed placeholder={placeholder ?? words.choose} />
      <FieldFoot hint={hint} error={error} />
      <Popover className="ui-popover is-list" offset={4}>
        <ListBox<Choice<Id>> className="ui-listbox" renderEmptyState={() => <p className="ui-listbox-empty">{words.nothingFound}</p>}>
          {choice => <Option choice={choice} />}
        </ListBox>
      </Popover>
    </AriaComboBox>
  )
}

/** Where one types: what stands there gives way to the first letter. No row is stood on while typing, so that Enter alone would choose nothing: it takes the first row found. */
function Typed({ placeholder }: { placeholder: string }) {
  const state = useContext(ComboBoxStateContext)
  const justCame = useRef(false) // the press that brought one here puts the caret somewhere before it is let go
  const come = ({ nativeEvent, currentTarget }: FocusEvent<HTMLInputElement>) => {
    if (!nativeEvent.isTrusted) return // the list tells that no row is stood on; one never left
    justCame.current = true
    currentTarget.select()
  }
  const onKeyDownCapture = (event: KeyboardEvent) => {
    justCame.current = false
    if (event.key !== 'Enter' || !state?.isOpen || state.selectionManager.focusedKey !== null || state.inputValue.trim() === '') return
    const first = state.collection.getFirstKey()
    if (first === null) return
    event.preventDefault()
    event.stopPropagation()
    state.setSelectedKey(first)
    state.close()
  }
  return (
    <Group className="ui-input-group" onKeyDownCapture={onKeyDownCapture}>
      <Input className="ui-input-bare" placeholder={placeholder} onFocus={come} onPointerUp={({ currentTarget }) => { if (justCame.current) currentTarget.select(); justCame.current = false }} />
      <Button className="ui-icon-button is-small"><ChevronDown aria-hidden /></Button>
    </Group>
  )
}
