// A small sheet that belongs to one control or one place, and goes when one looks elsewhere.
import type { ReactElement, ReactNode, RefObject } from 'react'
import { Dialog, DialogTrigger, Popover as AriaPopover, type PopoverProps as AriaPopoverProps } from 'react-aria-components'
import { classNames } from './class-names.ts'
import { FocusBack } from './focus-back.ts'

export interface PopoverProps {
  label: string
  trigger: ReactElement
  placement?: AriaPopoverProps['placement']
  children: ReactNode | ((close: () => void) => ReactNode)
}

export function Popover({ label, trigger, placement = 'bottom start', children }: PopoverProps) {
  return (
    <DialogTrigger>
      {trigger}
      <AriaPopover className="ui-popover" placement={placement} offset={6}>
        <Dialog aria-label={label} className="ui-popover-body">
          {({ close }) => <><FocusBack />{typeof children === 'function' ? children(close) : children}</>}
        </Dialog>
      </AriaPopover>
    </DialogTrigger>
  )
}

export interface PopoverAtProps {
  label: string
  /** The place it belongs to, e.g. an invisible mark at the end of a selection. */
  at: RefObject<Element | null>
  isOpen: boolean
  onClose: () => void
  placement?: AriaPopoverProps['placement']
  /** Leaves the page behind it reachable; for bars that stand beside a selection. */
  nonModal?: boolean
  bare?: boolean
  children: ReactNode
}

/** The same, opened by the program at a place of its own. */
export function PopoverAt({ label, at, isOpen, onClose, placement = 'bottom', nonModal = false, bare = false, children }: PopoverAtProps) {
  return (
    <AriaPopover
      className={classNames('ui-popover', bare && 'is-bare')} triggerRef={at} isOpen={isOpen} isNonModal={nonModal}
      onOpenChange={open => { if (!open) onClose() }} placement={placement} offset={6}
    >
      <Dialog aria-label={label} className="ui-popover-body"><FocusBack />{children}</Dialog>
    </AriaPopover>
  )
}
