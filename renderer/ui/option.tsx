// One row of a list one chooses from: a mark for the chosen, words, and a second line where one is given.
import type { ReactNode } from 'react'
import { Check } from 'lucide-react'
import { ListBoxItem, Text } from 'react-aria-components'

export interface Choice<Id extends string = string> {
  id: Id
  name: string
  /** A second, quieter line. */
  more?: string
  icon?: ReactNode
  isDisabled?: boolean
}

export function Option({ choice }: { choice: Choice }) {
  return (
    <ListBoxItem id={choice.id} textValue={choice.name} isDisabled={choice.isDisabled} className="ui-option">
      <Check className="ui-option-check" aria-hidden />
      {choice.icon}
      <span className="ui-option-words">
        <Text slot="label">{choice.name}</Text>
        {choice.more && <Text slot="description" className="ui-hint">{choice.more}</Text>}
      </span>
    </ListBoxItem>
  )
}
