// A few words about a control, on hover and on keyboard focus; for what has no room to be said in the open.
import type { ReactElement, ReactNode } from 'react'
import { OverlayArrow, Tooltip as AriaTooltip, TooltipTrigger, type TooltipProps } from 'react-aria-components'

export interface TooltipOptions {
  /** What the tooltip says; a shortcut may follow in a <Kbd>. */
  says: ReactNode
  placement?: TooltipProps['placement']
  /** One focusable react-aria control. */
  children: ReactElement
}

export function Tooltip({ says, placement = 'top', children }: TooltipOptions) {
  return (
    <TooltipTrigger delay={500} closeDelay={0}>
      {children}
      <AriaTooltip className="ui-tooltip" placement={placement} offset={6}>
        <OverlayArrow className="ui-tooltip-arrow">
          <svg width={8} height={8} viewBox="0 0 8 8" aria-hidden><path d="M0 0 L4 4 L8 0" /></svg>
        </OverlayArrow>
        {says}
      </AriaTooltip>
    </TooltipTrigger>
  )
}
