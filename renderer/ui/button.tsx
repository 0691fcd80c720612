// A word one can press. One primary per view; quiet for what stands in a row; danger for what cannot be taken back.
import type { ReactNode } from 'react'
import { Button as AriaButton, type ButtonProps as AriaButtonProps } from 'react-aria-components'
import { classNames } from './class-names.ts'

export interface ButtonProps extends Omit<AriaButtonProps, 'className' | 'children' | 'style'> {
  look?: 'plain' | 'primary' | 'quiet' | 'danger'
  small?: boolean
  icon?: ReactNode
  className?: string
  children: ReactNode
}

export function Button({ look = 'plain', small = false, icon, className, children, ...rest }: ButtonProps) {
  return (
    <AriaButton {...rest} className={classNames('ui-button', `is-${look}`, small && 'is-small', className)}>
      {icon}
      <span className="ui-button-words">{children}</span>
    </AriaButton>
  )
}
