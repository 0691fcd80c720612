// The words around a place, in whole words: a context cut within a word reads as a slip of the teller.

/** The last of `words`, at most `most` UTF-16 units (more than 0). A word that would be cut is left out, unless nothing else is there. */
export function wordsBefore(words: string, most: number): string {
  const from = words.length - most
  if (from <= 0) return words
  const kept = words.slice(from)
  if (isSpace(words[from - 1]!)) return kept
  return kept.replace(/^\S*\s+(?=\S)/, '').replace(/^[\uDC00-\uDFFF]/, '')
}

/** The first of `words`, at most `most` UTF-16 units (more than 0). A word that would be cut is left out, unless nothing else is there. */
export function wordsBehind(words: string, most: number): string {
  if (words.length <= most) return words
  const kept = words.slice(0, most)
  if (isSpace(words[most]!)) return kept
  return kept.replace(/(?<=\S)\s+\S*$/, '').replace(/[\uD800-\uDBFF]$/, '')
}

/** As wordsBefore, behind a "…" where words were left out. */
export function cutBefore(words: string, most: number): string {
  const kept = wordsBefore(words, most)
  return kept === words ? words : `…${kept.trimStart()}`
}

/** As wordsBehind, with a "…" where words were left out. */
export function cutBehind(words: string, most: number): string {
  const kept = wordsBehind(words, most)
  return kept === words ? words : `${kept.trimEnd()}…`
}

const isSpace = (unit: string): boolean => /\s/.test(unit)
