// Paints stretches of text with the CSS Custom Highlight API: the page's elements stay as they are, so a colleague's coding
// arriving can neither drop a selection nor move a line. The registry belongs to the whole page; several texts share it.
import { CODE_COLOURS, patternOf, type CodePattern } from '../ui/code-pattern.ts'

/** Underlines that fit under a line of text; what lies deeper is told by one dotted line and by the margin. */
const PAINTED_LANES = 3

export type PaintName = `duiding-${string}`

const highlights = new Map<PaintName, Highlight>()

export function laneName(colour: number, pattern: CodePattern, lane: number): PaintName {
  return lane < PAINTED_LANES ? `duiding-${colour}-${pattern}-${lane}` : 'duiding-more'
}

export function tintName(colour: number, strength: 'active' | 'hover'): PaintName {
  return `duiding-${colour}-${strength}`
}

/** Adds a stretch to a paint; the returned function takes it off again. */
export function paint(name: PaintName, range: AbstractRange): () => void {
  if (!('highlights' in CSS)) return () => undefined // an old browser: margin and list still tell
  style(name)
  let highlight = highlights.get(name)
  if (!highlight) {
    highlight = new Highlight()
    highlight.priority = priorityOf(name)
    highlights.set(name, highlight)
    CSS.highlights.set(name, highlight)
  }
  highlight.add(range)
  return () => {
    highlight.delete(range)
    if (highlight.size > 0) return
    highlights.delete(name)
    CSS.highlights.delete(name)
  }
}

/** Later paints lie above earlier ones: lines over tints, the kept selection over both. */
function priorityOf(name: PaintName): number {
  if (name.endsWith('-hover')) return 0
  if (name.endsWith('-active') || name === 'duiding-resize') return 1
  if (name === 'duiding-found') return 2
  if (name === 'duiding-kept' || name === 'duiding-flash' || name === 'duiding-spot-chosen') return 4
  return 3
}

/**
 * The rules are made here, not in a file: 12 hues × 3 lanes, all from the tokens. They hold for a text as a whole, and its words
 * inherit them: rules for every element made the browser work out each of them for each name of the margin, 20 ms a step of scrolling.
 */
const rule = (name: PaintName, look: string): string => `@layer reader { .reader-text::highlight(${name}) { ${look} } }`

let sheet: CSSStyleSheet | undefined
const ruled = new Set<PaintName>()

/** Every hue in its own pattern from the start; another pattern of it when it is first used. */
function style(name: PaintName): void {
  if (!sheet) {
    sheet = new CSSStyleSheet()
    document.adoptedStyleSheets.push(sheet)
    for (const [each, look] of looks()) put(each, look)
  }
  const lane = /^duiding-(\d+)-([a-z]+)-(\d)$/.exec(name)
  if (lane && !ruled.has(name)) put(name, underline(`var(--code-${lane[1]})`, lane[2] as CodePattern, Number(lane[3])))
}

function put(name: PaintName, look: string): void {
  ruled.add(name)
  sheet!.insertRule(rule(name, look), sheet!.cssRules.length)
}

function looks(): [PaintName, string][] {
  const colours = Array.from({ length: CODE_COLOURS }, (_, at) => at + 1)
  const lanes = Array.from({ length: PAINTED_LANES }, (_, at) => at)
  return [
    ...colours.flatMap(colour => lanes.map((lane): [PaintName, string] => [laneName(colour, patternOf(colour), lane), underline(`var(--code-${colour})`, patternOf(colour), lane)])),
    ...colours.map((colour): [PaintName, string] => [tintName(colour, 'active'), `background-color: var(--code-${colour}-tint);`]),
    ...colours.map((colour): [PaintName, string] => [tintName(colour, 'hover'), `background-color: color-mix(in oklab, var(--code-${colour}-tint) 55%, transparent);`]),
    ['duiding-more', underline('var(--ink-3)', 'dotted', PAINTED_LANES)],
    ['duiding-coded', underline('var(--ink-3)', 'dotted', 0)],
    ['duiding-look', 'background-color: var(--warning-tint); text-decoration: underline wavy 0.08em var(--warning); text-underline-offset: 0.2em;'],
    ['duiding-speaker', 'color: var(--accent);'],
    ['duiding-time', 'color: var(--ink-3);'],
    ['duiding-kept', 'background-color: var(--selection);'],
    ['duiding-resize', 'background-color: var(--selection);'],
    ['duiding-flash', 'background-color: var(--accent-tint); text-decoration: underline 0.12em var(--accent); text-underline-offset: 0.2em;'],
    ['duiding-found', 'background-color: var(--accent-tint);'],
    // Comparing: what was read alike in calm grey; every kind of difference by its own line as well as by its colour.
    ['duiding-spot-same', 'text-decoration: underline solid 0.07em var(--line-strong); text-underline-offset: 0.24em; text-decoration-skip-ink: none;'],
    ['duiding-spot-edges', 'text-decoration: underline dashed 0.09em var(--warning); text-underline-offset: 0.24em; text-decoration-skip-ink: none;'],
    ['duiding-spot-some', 'background-color: var(--warning-tint); text-decoration: underline dotted 0.12em var(--warning); text-underline-offset: 0.24em; text-decoration-skip-ink: none;'],
    ['duiding-spot-other', 'background-color: var(--warning-tint); text-decoration: underline wavy 0.08em var(--warning); text-underline-offset: 0.22em; text-decoration-skip-ink: none;'],
    ['duiding-spot-chosen', 'background-color: var(--selection);']
  ]
}

function underline(colour: string, pattern: CodePattern, lane: number): string {
  const thickness = pattern === 'double' ? 0.045 : 0.095
  return `text-decoration: underline ${pattern} ${thickness}em ${colour}; text-underline-offset: ${(0.18 + lane * 0.2).toFixed(2)}em; text-decoration-skip-ink: none;`
}
