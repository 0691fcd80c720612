// What the reading surface is given and what it tells: no api, no store.
import type { Span } from '../../shared/anchoring/span.ts'
import type { Turns } from '../../shared/text/turns.ts'
import type { CodePattern } from '../ui/code-pattern.ts'

/** One coding as it is painted; start and end are UTF-16 units of the body shown, end exclusive. */
export interface ReaderCoding extends Span {
  id: string
  codeId: string
  codeName: string
  /** 1–12. */
  colour: number
  /** By default the one that belongs to the colour. */
  pattern?: CodePattern
  coderInitials: string
  /** The coder's full name, read aloud. */
  coderName?: string
  mine: boolean
  /** Sent and not yet acknowledged. */
  pending?: boolean
}

export interface ReaderSelection extends Span {
  quote: string
  /** The box round the selected words, in the window's coordinates. */
  rect: DOMRect
  /** The box of the last line of it: where a bar may stand. */
  endRect: DOMRect
}

export interface ReaderHandle {
  /** Selects and takes the focus; null clears the selection. */
  select(span: Span | null): void
  /** Brings a place into view, a third down the window, without motion. */
  scrollTo(offset: number): void
  /** The place a third down the window, where scrollTo puts one; null before the text stands. */
  place(): number | null
  /** Lights a fragment up for a moment. */
  flash(span: Span): void
  /** The selection as last reported, measured anew. */
  selection(): ReaderSelection | null
  /** The place in the text under a point of the window; null beside it. */
  offsetAt(x: number, y: number): number | null
  /** Where the caret stands, or stood last. */
  caret(): number
  /** Puts the caret at a place, for when the focus comes or is there. */
  putCaret(offset: number): void
  /** Puts the focus (and the caret) in the text. */
  focus(): void
}

export interface ReaderProps {
  ref?: React.Ref<ReaderHandle>
  textId: string
  revision: number
  /** Line ends LF. */
  body: string
  /** BCP 47, e.g. 'nl'; null when unknown. */
  language: string | null
  /** Names the text when it is read aloud, e.g. "Verhaal G-014". */
  label: string
  codings: readonly ReaderCoding[]
  activeCoding: string | null
  /** Null: nothing is active any more. */
  onActivate: (id: string | null) => void
  /** After the selection settled (pointer up, each key); white space at its ends is left out. Null: nothing is selected. */
  onSelect: (selection: ReaderSelection | null) => void
  /** Given, the active coding has handles. Called once, when a handle was let go, Enter was pressed on it, or it lost the focus. */
  onResize?: (id: string, span: Span) => void
  /** Which codings may be resized; all by default. */
  canResize?: (coding: ReaderCoding) => boolean
  /** The coding under the pointer, and the one to light up when the pointer is elsewhere (a list beside the text). */
  onHover?: (id: string | null) => void
  hoveredCoding?: string | null
  /** Mouse selections grow to whole words. */
  snap?: 'none' | 'word'
  /** Turns of speakers, in order, and times: the beginnings of turns are set apart and numbered. */
  turns?: Turns
  /** Passages found by a search. */
  found?: readonly Span[]
  /** page: scrolls by itself, with a margin. note: as tall as its text, for a short answer in a panel. */
  look?: 'page' | 'note'
  /** Above and below the text, scrolling with it. */
  head?: React.ReactNode
  foot?: React.ReactNode
}
