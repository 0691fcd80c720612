// Up to three panes beside each other: the outer ones fold and keep the width a coder gave them; the middle takes the rest.
import { useRef, useState, type CSSProperties, type KeyboardEvent, type PointerEvent, type ReactNode } from 'react'
import { PanelLeftClose, PanelLeftOpen, PanelRightClose, PanelRightOpen } from 'lucide-react'
import { IconButton } from './icon-button.tsx'
import { clampWidth, readPane, writePane, type PaneState } from './pane-memory.ts'
import { uiWords, useWords } from './words.ts'

export interface SidePane {
  /** Names the pane for the reader of screens, on its fold button and on its divider. */
  name: string
  content: ReactNode
  /** Pixels, until the coder chooses otherwise. */
  width: number
  min?: number
  max?: number
  /** Each change of it unfolds the pane: something in it wants to be seen. */
  unfold?: number
}

export interface SplitPaneProps {
  /** Under this key the widths and folds are remembered on this machine. */
  remember: string
  left?: SidePane
  right?: SidePane
  children: ReactNode
}

const STEP = 16

export function SplitPane({ remember, left, right, children }: SplitPaneProps) {
  return (
    <div className="ui-split">
      {left && <Side side="left" pane={left} memory={`${remember}.left`} />}
      <div className="ui-split-middle">{children}</div>
      {right && <Side side="right" pane={right} memory={`${remember}.right`} />}
    </div>
  )
}

function Side({ side, pane, memory }: { side: 'left' | 'right', pane: SidePane, memory: string }) {
  const words = useWords(uiWords)
  const bounds = { min: pane.min ?? 200, max: pane.max ?? 560 }
  const [state, setState] = useState<PaneState>(() => readPane(memory, { width: pane.width, folded: false }))
  const keep = (next: PaneState) => { setState(next); writePane(memory, next) }
  const [unfolded, setUnfolded] = useState(pane.unfold)
  if (pane.unfold !== unfolded) {
    setUnfolded(pane.unfold)
    if (state.folded) setState({ ...state, folded: false })
  }
  const name = `${state.folded ? words.unfold : words.fold}: ${pane.name}`
  const Icon = side === 'left' ? (state.folded ? PanelLeftOpen : PanelLeftClose) : (state.folded ? PanelRightOpen : PanelRightClose)
  const fold = <IconButton className="ui-split-fold" name={name} icon={<Icon aria-hidden />} small onPress={() => keep({ ...state, folded: !state.folded })} />
  if (state.folded) return <div className={`ui-split-folded is-${side}`}>{fold}</div>
  const divider = (
    <Divider
      side={side} label={`${words.resize}: ${pane.name}`} width={state.width} bounds={bounds}
      onWidth={width => setState({ ...state, width })} onDone={width => keep({ ...state, width })}
    />
  )
  return (
    <>
      {side === 'right' && divider}
      <section className={`ui-split-side is-${side}`} aria-label={pane.name} style={{ '--pane': `${state.width}px` } as CSSProperties}>
        {fold}
        {pane.content}
      </section>
      {side === 'left' && divider}
    </>
  )
}

interface DividerProps {
  side: 'left' | 'right'
  label: string
  width: number
  bounds: { min: number, max: number }
  onWidth: (width: number) => void
  onDone: (width: number) => void
}

function Divider({ side, label, width, bounds, onWidth, onDone }: DividerProps) {
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
