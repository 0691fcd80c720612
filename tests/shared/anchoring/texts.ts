// Texts that hurt: emoji families, flags, combining marks, right-to-left, empty paragraphs, placeholders.
import fc from 'fast-check'

export const HARD_PIECES = [
  'klik', ' ', '  ', '\n', '\n\n', 'de', 'één', 'e\u0301', '👨‍👩‍👧', '🇳🇱', '👍🏽', 'שלום', 'مرحبا', '<naam>', "'s", '.', ', ', '\t', 'Ω̃', '한국', '\u200d', '…'
]

export const hardText = fc.array(fc.constantFrom(...HARD_PIECES), { maxLength: 40 }).map(pieces => pieces.join(''))

/** Any text with a span inside it, its ends anywhere, also inside a character. */
export const textWithSpan = hardText.chain(text => fc.tuple(fc.nat(text.length), fc.nat(text.length))
  .map(([one, other]) => ({ text, span: { start: Math.min(one, other), end: Math.max(one, other) } })))

export const SEEDED = { seed: 20261122, numRuns: 500 }
