// The second text: a stripe beside the lines of every strand, and each code's name with the initials of its coders.
// One stop for Tab; the arrows walk through all codings in order of reading, also those not yet in sight.
import { memo, useEffect, useMemo, useRef, type CSSProperties, type FocusEvent, type KeyboardEvent } from 'react'
import { patternOf } from '../ui/code-pattern.ts'
import { useWords } from '../ui/words.ts'
import { LABEL_HEIGHT, STRIPE_LANES, type MarginLayout, type MarginRow, type MarginStripe } from './margin-layout.ts'
import type { ReaderCoding } from './types.ts'
import { readerWords } from './words.ts'

export interface MarginProps {
  layout: MarginLayout
  codings: ReadonlyMap<string, ReaderCoding>
  /** What is in sight, in pixels from the top of the text; only that is drawn. */
  from: number
  to: number
  active: string | null
  hovered: string | null
  quoteOf: (coding: ReaderCoding) => string
  onActivate: (id: string) => void
  onHover: (id: string | null) => void
  /** Brings a coding into sight before it gets the focus. */
  onReach: (id: string) => void
}

const NEXT: Record<string, (at: number, last: number) => number> = {
  ArrowDown: (at, last) => Math.min(last, at + 1),
  ArrowRight: (at, last) => Math.min(last, at + 1),
  ArrowUp: at => Math.max(0, at - 1),
  ArrowLeft: at => Math.max(0, at - 1),
  Home: () => 0,
  End: (_, last) => last
}

export function Margin(props: MarginProps) {
  const { layout, codings, from, to, active, hovered, onHover, onReach } = props
  const words = useWords(readerWords)
  const column = useRef<HTMLDivElement>(null)
  const rows = useMemo(() => layout.rows.map(row => ({ ...row, ids: row.ids.filter(id => codings.has(id)) })).filter(row => row.ids.length > 0), [layout, codings])
  const rowsInSight = rows.filter(({ top }) => top < to && top + LABEL_HEIGHT > from)
  const stripesInSight = layout.stripes.filter(({ top, bottom }) => top < to && bottom > from)
  const seen = rowsInSight.flatMap(row => row.ids)
  const stop = seen.find(id => id === active) ?? rowsInSight.find(({ top }) => top >= from)?.ids[0] ?? seen[0]

  // A name out of sight is not on the page yet: it gets the focus as soon as it is drawn.
  const wanted = useRef<string | null>(null)
  const focusWanted = () => {
    const name = wanted.current === null ? null : column.current?.querySelector<HTMLElement>(`[data-coding="${wanted.current}"]`)
    if (!name) return
    wanted.current = null
    name.focus({ preventScroll: true })
  }
  useEffect(focusWanted)

  const walk = (event: KeyboardEvent) => {
    const order = rows.flatMap(row => row.ids)
    const at = order.indexOf((event.target as HTMLElement).dataset['coding'] ?? '')
    const next = NEXT[event.key]
    if (!next || at < 0) return
    event.preventDefault()
    const reached = order[next(at, order.length - 1)]!
    wanted.current = reached
    onReach(reached)
    focusWanted()
  }
  const onFocus = (event: FocusEvent) => onHover((event.target as HTMLElement).dataset['coding'] ?? null)

  return (
    <div ref={column} className="reader-margin" role="toolbar" aria-orientation="vertical" aria-label={words.margin} tabIndex={-1} onKeyDown={walk} onFocus={onFocus} onBlur={() => onHover(null)}>
      {stripesInSight.map(stripe => <Stripe key={stripe.ids[0]} stripe={stripe} codings={codings} isLit={stripe.ids.some(id => id === active || id === hovered)} onHover={onHover} />)}
      {rowsInSight.map(row => (
        <Row
          key={row.ids[0]} row={row} codings={codings} active={row.ids.find(id => id === active) ?? null} hovered={row.ids.find(id => id === hovered) ?? null}
          stop={row.ids.find(id => id === stop) ?? null} quoteOf={props.quoteOf} onActivate={props.onActivate} onHover={onHover}
        />
      ))}
    </div>
  )
}

// Kept as they are while the rest scrolls: only what comes into sight is drawn.
const Stripe = memo(function Stripe({ stripe, codings, isLit, onHover }: Pick<MarginProps, 'codings' | 'onHover'> & { stripe: MarginStripe, isLit: boolean }) {
  const shown = stripe.ids.map(id => codings.get(id)).filter(coding => coding !== undefined)
  const [first] = shown
  if (!first) return null
  return (
    <span
      className="reader-stripe" data-code={first.colour} data-pattern={first.pattern ?? patternOf(first.colour)} data-lit={isLit || undefined}
      data-pending={shown.every(coding => coding.pending) || undefined} onPointerEnter={() => onHover(first.id)} onPointerLeave={() => onHover(null)}
      style={{ top: stripe.top, height: stripe.bottom - stripe.top, '--lane': STRIPE_LANES - 1 - stripe.lane } as CSSProperties}
    />
  )
})

type RowProps = Pick<MarginProps, 'codings' | 'active' | 'hovered' | 'quoteOf' | 'onActivate' | 'onHover'> & { row: MarginRow, stop: string | null }

const Row = memo(function Row({ row, stop, ...props }: RowProps) {
  return (
    <div className={row.folded ? 'reader-row is-folded' : 'reader-row'} style={{ top: row.top, '--left': `${row.left}px` } as CSSProperties}>
      {row.ids.map((id, at) => <Name key={id} coding={props.codings.get(id)!} isNamed={at === 0 && !row.folded} isStop={id === stop} {...props} />)}
    </div>
  )
})

function Name({ coding, isNamed, isStop, active, hovered, quoteOf, onActivate, onHover }: Omit<RowProps, 'row' | 'stop' | 'codings'> & { coding: ReaderCoding, isNamed: boolean, isStop: boolean }) {
  const words = useWords(readerWords)
  const { id, codeName, coderInitials, coderName, colour, mine, pending } = coding
  return (
    <button
      type="button" className={isNamed ? 'reader-name' : 'reader-name is-short'} data-coding={id} data-code={colour} data-pending={pending || undefined}
      data-state={id === active ? 'active' : id === hovered ? 'hovered' : undefined} tabIndex={isStop ? 0 : -1} aria-pressed={id === active}
      aria-label={nameOf(coding, quoteOf(coding), words.by)} title={`${codeName} · ${coderName ?? coderInitials}`}
      onClick={() => onActivate(id)} onPointerEnter={() => onHover(id)} onPointerLeave={() => onHover(null)}
    >
      {isNamed && <><span className="reader-name-words">{codeName}</span>{' '}</>}
      <span className={mine ? 'reader-initials is-mine' : 'reader-initials'}>{coderInitials}</span>
    </button>
  )
}

/** Begins with the words that are seen, as those who steer by voice need. */
function nameOf({ codeName, coderInitials, coderName }: ReaderCoding, quote: string, by: string): string {
  return `${codeName} ${coderInitials}${coderName ? `, ${by} ${coderName}` : ''}: ${quote}`
}
