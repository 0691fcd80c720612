// Words to look for; Escape clears.
import { Search, X } from 'lucide-react'
import { Button, Group, Input, SearchField as AriaSearchField, type SearchFieldProps as AriaSearchFieldProps } from 'react-aria-components'
import { classNames } from './class-names.ts'
import { FieldLabel } from './field.tsx'

export interface SearchFieldProps extends Omit<AriaSearchFieldProps, 'className' | 'children' | 'style'> {
  label: string
  /** Shown above the field; by default the name is only read aloud. */
  labelShown?: boolean
  placeholder?: string
  className?: string
}

export function SearchField({ label, labelShown = false, placeholder, className, ...rest }: SearchFieldProps) {
  return (
    <AriaSearchField {...rest} className={classNames('ui-field ui-search', className)}>
      <FieldLabel label={label} labelHidden={!labelShown} />
      <Group className="ui-input-group">
        <Search className="ui-input-icon" aria-hidden />
        <Input className="ui-input-bare" placeholder={placeholder ?? label} />
        <Button className="ui-icon-button is-small ui-search-clear"><X aria-hidden /></Button>
      </Group>
    </AriaSearchField>
  )
}
