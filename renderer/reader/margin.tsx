// The second text: a stripe beside the lines of every fragment and its code's name with the coder's initials.
// One stop for Tab; the arrows walk through all codings in order of reading, also those not yet in sight.
import { useEffect, useRef, type CSSProperties, type FocusEvent, type KeyboardEvent } from 'react'
import { patternOf } from '../ui/code-pattern.ts'
import { useWords } from '../ui/words.ts'
import { STRIPE_LANES, type MarginPlace } from './margin-layout.ts'
import type { ReaderCoding } from './types.ts'
import { readerWords } from './words.ts'

export interface MarginProps {
  places: readonly MarginPlace[]
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

export function Margin({ places, codings, from, to, active, hovered, quoteOf, onActivate, onHover, onReach }: MarginProps) {
  const words = useWords(readerWords)
  const column = useRef<HTMLDivElement>(null)
  const inSight = places.filter(({ id, stripe, label }) => codings.has(id) && Math.min(stripe.top, label.top) < to && Math.max(stripe.bottom, label.top + 22) > from)
  const stop = inSight.find(place => place.id === active)?.id ?? inSight.find(({ label }) => label.top >= from)?.id ?? inSight[0]?.id

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
    const id = (event.target as HTMLElement).dataset['coding']
    const next = NEXT[event.key]
    const at = places.findIndex(place => place.id === id)
    if (!next || at < 0) return
    event.preventDefault()
    const reached = places[next(at, places.length - 1)]!.id
    wanted.current = reached
    onReach(reached)
    focusWanted()
  }
  const onFocus = (event: FocusEvent) => onHover((event.target as HTMLElement).dataset['coding'] ?? null)

  return (
    <div ref={column} className="reader-margin" role="toolbar" aria-orientation="vertical" aria-label={words.margin} tabIndex={-1} onKeyDown={walk} onFocus={onFocus} onBlur={() => onHover(null)}>
      {inSight.map(({ id, stripe, label }) => {
        const coding = codings.get(id)!
        const state = id === active ? 'active' : id === hovered ? 'hovered' : undefined
        return (
          <div key={id} className="reader-coding" data-code={coding.colour} data-state={state} data-pending={coding.pending || undefined}>
            <span
              className="reader-stripe" data-pattern={coding.pattern ?? patternOf(coding.colour)} onPointerEnter={() => onHover(id)} onPointerLeave={() => onHover(null)}
              style={{ top: stripe.top, height: stripe.bottom - stripe.top, '--lane': STRIPE_LANES - 1 - stripe.lane } as CSSProperties}
            />
            <button
              type="button" className={label.folded ? 'reader-name is-folded' : 'reader-name'} style={{ top: label.top, '--left': `${label.left}px` } as CSSProperties}
              data-coding={id} tabIndex={id === stop ? 0 : -1} aria-pressed={id === active}
              aria-label={nameOf(coding, quoteOf(coding), words.by)}
              title={label.folded ? `${coding.codeName} · ${coding.coderName ?? coding.coderInitials}` : coding.codeName}
              onClick={() => onActivate(id)} onPointerEnter={() => onHover(id)} onPointerLeave={() => onHover(null)}
            >
              {!label.folded && <><span className="reader-name-words">{coding.codeName}</span>{' '}</>}
              <span className={coding.mine ? 'reader-initials is-mine' : 'reader-initials'}>{coding.coderInitials}</span>
            </button>
          </div>
        )
      })}
    </div>
  )
}

/** Begins with the words that are seen, as those who steer by voice need. */
function nameOf(coding: ReaderCoding, quote: string, by: string): string {
  const coder = coding.coderName ? `, ${by} ${coding.coderName}` : ''
  return `${coding.codeName} ${coding.coderInitials}${coder}: ${quote}`
}
