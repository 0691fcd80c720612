// What else one can do here: a list of acts behind one control.
import type { ReactElement, ReactNode } from 'react'
import { Header, Keyboard, Menu as AriaMenu, MenuItem, MenuSection, MenuTrigger, Popover, Separator, type PopoverProps } from 'react-aria-components'
import { classNames } from './class-names.ts'
import { FocusBack } from './focus-back.ts'

export interface MenuAct {
  id: string
  name: string
  /** A second, quieter line. */
  more?: string
  icon?: ReactNode
  shortcut?: string
  danger?: boolean
  isDisabled?: boolean
  onAct: () => void
}

export interface MenuPart {
  heading?: string
  acts: readonly MenuAct[]
}

export interface MenuProps {
  label: string
  /** The control that opens it: a Button or IconButton. */
  trigger: ReactElement
  parts: readonly MenuPart[]
  placement?: PopoverProps['placement']
}

export function Menu({ label, trigger, parts, placement = 'bottom start' }: MenuProps) {
  return (
    <MenuTrigger>
      {trigger}
      <Popover className="ui-popover is-list" placement={placement} offset={4}>
        <FocusBack />
        <AriaMenu aria-label={label} className="ui-listbox">
          {parts.flatMap((part, at) => [
            at > 0 && <Separator key={`line-${at}`} className="ui-separator" />,
            <MenuSection key={part.heading ?? at} aria-label={part.heading ?? label}>
              {part.heading && <Header className="ui-list-heading">{part.heading}</Header>}
              {part.acts.map(act => <MenuRow key={act.id} act={act} />)}
            </MenuSection>
          ])}
        </AriaMenu>
      </Popover>
    </MenuTrigger>
  )
}

function MenuRow({ act }: { act: MenuAct }) {
  return (
    <MenuItem
      id={act.id} textValue={act.name} isDisabled={act.isDisabled} onAction={act.onAct}
      className={classNames('ui-option', act.danger && 'is-danger')}
    >
      <span className="ui-option-icon">{act.icon}</span>
      <span className="ui-option-words">{act.name}{act.more && <span className="ui-hint">{act.more}</span>}</span>
      {act.shortcut && <Keyboard className="ui-shortcut">{act.shortcut}</Keyboard>}
    </MenuItem>
  )
}
