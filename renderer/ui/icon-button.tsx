// A control with a picture for a face: its name is read aloud and shown in a tooltip.
import type { ReactNode } from 'react'
import { Button as AriaButton, ToggleButton, type ButtonProps as AriaButtonProps, type TooltipProps } from 'react-aria-components'
import { classNames } from './class-names.ts'
import { Kbd } from './kbd.tsx'
import { Tooltip } from './tooltip.tsx'

export interface IconButtonProps extends Omit<AriaButtonProps, 'className' | 'children' | 'style' | 'aria-label'> {
  /** What it does, in words. */
  name: string
  icon: ReactNode
  /** As printed on the keys, e.g. 'Ctrl+K'. */
  shortcut?: string
  small?: boolean
  placement?: TooltipProps['placement']
  className?: string
}

export function IconButton({ name, icon, shortcut, small = false, placement, className, ...rest }: IconButtonProps) {
  return (
    <Tooltip says={<>{name}{shortcut && <Kbd keys={shortcut} />}</>} placement={placement}>
      <AriaButton {...rest} aria-label={name} className={classNames('ui-icon-button', small && 'is-small', className)}>{icon}</AriaButton>
    </Tooltip>
  )
}

export interface IconToggleProps {
  name: string
  icon: ReactNode
  shortcut?: string
  small?: boolean
  isSelected: boolean
  isDisabled?: boolean
  onChange: (selected: boolean) => void
}

/** The same, for what is on or off. */
export function IconToggle({ name, icon, shortcut, small = false, ...rest }: IconToggleProps) {
  return (
    <Tooltip says={<>{name}{shortcut && <Kbd keys={shortcut} />}</>}>
      <ToggleButton {...rest} aria-label={name} className={classNames('ui-icon-button', small && 'is-small')}>{icon}</ToggleButton>
    </Tooltip>
  )
}
