// The line between two panes: dragged, or moved by the arrows, it makes a pane wider or narrower.
import { useRef, type KeyboardEvent, type PointerEvent } from 'react'
import { clampWidth } from './pane-memory.ts'

export interface DividerProps {
  side: 'left' | 'right'
  label: string
  width: number
  bounds: { min: number, max: number }
  onWidth: (width: number) => void
  onDone: (width: number) => void
}

const STEP = 16

export function Divider({ side, label, width, bounds, onWidth, onDone }: DividerProps) {
  const drag = useRef<{ x: number, width: number } | null>(null)
  const sign = side === 'left' ? 1 : -1
  const widthAt = (x: number) => clampWidth(drag.current!.width + sign * (x - drag.current!.x), bounds)
  const onPointerDown = (event: PointerEvent<HTMLDivElement>) => {
    event.currentTarget.setPointerCapture(event.pointerId)
    drag.current = { x: event.clientX, width }
  }
  const onPointerMove = (event: PointerEvent) => { if (drag.current) onWidth(widthAt(event.clientX)) }
  const onPointerUp = (event: PointerEvent) => {
    if (!drag.current) return
    onDone(widthAt(event.clientX))
    drag.current = null
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const move = { ArrowLeft: -STEP, ArrowRight: STEP }[event.key]
    if (move === undefined) return
    event.preventDefault()
    onDone(clampWidth(width + sign * move, bounds))
  }
  return (
    <div
      className="ui-divider" role="separator" aria-orientation="vertical" aria-label={label} tabIndex={0}
      aria-valuenow={width} aria-valuemin={bounds.min} aria-valuemax={bounds.max}
      onPointerDown={onPointerDown} onPointerMove={onPointerMove} onPointerUp={onPointerUp} onKeyDown={onKeyDown}
    />
  )
}
