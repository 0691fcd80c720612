// A code named after the teller's own words.

/** The longest name a code gets from a fragment, in UTF-16 units. */
export const IN_VIVO_LENGTH = 60

/** The words on one line, cut at a word where they are too long, without half a character at the end. */
export function inVivoName(quote: string): string {
  const line = quote.replace(/\s+/g, ' ').trim()
  const words = line.replace(/^[\p{Pi}"'‘“«(]+|[\p{Pf}"'’”».,;:!?)…]+$/gu, '').trim() || line
  if (words.length <= IN_VIVO_LENGTH) return words
  const room = words.slice(0, IN_VIVO_LENGTH - 1)
  const atWord = words[room.length] === ' ' ? room : room.slice(0, room.lastIndexOf(' ') + 1)
  return `${(atWord.trim() === '' ? wholeCharacters(room) : atWord).replace(/[\s,;:–-]+$/u, '')}…`
}

/** One long word: cut it, but not through a character. */
function wholeCharacters(words: string): string {
  let kept = ''
  for (const { segment } of new Intl.Segmenter(undefined, { granularity: 'grapheme' }).segment(words)) {
    if (kept.length + segment.length > words.length - 1) break
    kept += segment
  }
  return kept
}
