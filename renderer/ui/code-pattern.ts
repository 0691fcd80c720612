// Which line each of the twelve code hues draws. Hues that share a line stay apart even without red and green.

/** The way a code's line, stripe and swatch are drawn. */
export type CodePattern = 'solid' | 'dashed' | 'dotted' | 'double'

const PATTERNS: readonly CodePattern[] = [
  'solid', 'dashed', 'double', 'solid', 'dashed', 'dotted',
  'dotted', 'double', 'dotted', 'double', 'solid', 'dashed'
]

export const CODE_COLOURS = PATTERNS.length

/** The pattern of a code colour 1–12; a number outside wraps round. */
export function patternOf(colour: number): CodePattern {
  const at = (((colour - 1) % CODE_COLOURS) + CODE_COLOURS) % CODE_COLOURS
  return PATTERNS[at]!
}
