// Up to three panes beside each other: the outer ones fold and keep the width a coder gave them; the middle takes the rest.
// Where the window leaves the middle too little, the outer panes fold by themselves and open over it.
import { useEffect, useEffectEvent, useRef, useState, type CSSProperties, type ReactNode } from 'react'
import { PanelLeftClose, PanelLeftOpen, PanelRightClose, PanelRightOpen } from 'lucide-react'
import { Divider } from './divider.tsx'
import { IconButton } from './icon-button.tsx'
import { readPane, writePane, type PaneState } from './pane-memory.ts'
import { useElementWidth } from './use-element-width.ts'
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
  /** Pixels the middle needs to be worked in. */
  middle?: number
  children: ReactNode
}

/** As wide as the fold button of a folded pane (--space-10). */
const FOLDED = 40

export function SplitPane({ remember, left, right, middle = 560, children }: SplitPaneProps) {
  const frame = useRef<HTMLDivElement>(null)
  const width = useElementWidth(frame)
  const [leftState, keepLeft] = usePane(`${remember}.left`, left)
  const [rightState, keepRight] = usePane(`${remember}.right`, right)
  const room = width ?? Infinity
  const taken = (pane: SidePane | undefined, state: PaneState) => pane ? (state.folded ? FOLDED : state.width) : 0
  const isRightTight = right !== undefined && room - taken(left, leftState) - taken(right, rightState) < middle
  const isLeftTight = left !== undefined && room - taken(left, leftState) - (isRightTight ? FOLDED : taken(right, rightState)) < middle
  return (
    <div ref={frame} className="ui-split">
      {left && <Side side="left" pane={left} state={leftState} isTight={isLeftTight} onState={keepLeft} />}
      <div className="ui-split-middle">{children}</div>
      {right && <Side side="right" pane={right} state={rightState} isTight={isRightTight} onState={keepRight} />}
    </div>
  )
}

type Keep = (state: PaneState, isDone: boolean) => void

function usePane(memory: string, pane: SidePane | undefined): [PaneState, Keep] {
  const [state, setState] = useState<PaneState>(() => readPane(memory, { width: pane?.width ?? 0, folded: false }))
  const keep: Keep = (next, isDone) => {
    setState(next)
    if (isDone) writePane(memory, next)
  }
  return [state, keep]
}

interface SideProps {
  side: 'left' | 'right'
  pane: SidePane
  state: PaneState
  isTight: boolean
  onState: Keep
}

const ICONS = { left: [PanelLeftClose, PanelLeftOpen], right: [PanelRightClose, PanelRightOpen] } as const

function Side({ side, pane, state, isTight, onState }: SideProps) {
  const words = useWords(uiWords)
  const bounds = { min: pane.min ?? 200, max: pane.max ?? 560 }
  const [isOver, setOver] = useState(false)
  if (isOver && !isTight) setOver(false)
  const isFolded = isTight ? !isOver : state.folded
  const setFolded = (folded: boolean, isDone: boolean) => isTight ? setOver(!folded) : onState({ ...state, folded }, isDone)

  const wasAsked = useRef(pane.unfold)
  const unfold = useEffectEvent(() => { if (isFolded) setFolded(false, false) })
  useEffect(() => {
    if (pane.unfold === wasAsked.current) return
    wasAsked.current = pane.unfold
    unfold()
  }, [pane.unfold])
  const Icon = ICONS[side][isFolded ? 1 : 0]
  const fold = (
    <IconButton
      className="ui-split-fold" name={`${isFolded ? words.unfold : words.fold}: ${pane.name}`} icon={<Icon aria-hidden />} small
      onPress={() => setFolded(!isFolded, true)}
    />
  )
  if (isFolded) return <div className={`ui-split-folded is-${side}`}>{fold}</div>
  const divider = !isTight && (
    <Divider
      side={side} label={`${words.resize}: ${pane.name}`} width={state.width} bounds={bounds}
      onWidth={width => onState({ ...state, width }, false)} onDone={width => onState({ ...state, width }, true)}
    />
  )
  return (
    <>
      {isTight && <div className={`ui-split-folded is-${side}`} />}
      {side === 'right' && divider}
      <section
        className={`ui-split-side is-${side}${isTight ? ' is-over' : ''}`} aria-label={pane.name} style={{ '--pane': `${state.width}px` } as CSSProperties}
      >
        {fold}
        {pane.content}
      </section>
      {side === 'left' && divider}
    </>
  )
}
