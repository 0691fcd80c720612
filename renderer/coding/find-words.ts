// Where words occur in a text, with letter case and accents aside; offsets are those of the text itself.
import type { Span } from '../../shared/anchoring/span.ts'

const MOST = 1000

/** In order, not overlapping, at most a thousand; none for words of white space. */
export function findWords(body: string, words: string): Span[] {
  const wanted = fold(words.trim()).folded
  if (wanted === '') return []
  const { folded, places } = fold(body)
  const found: Span[] = []
  for (let at = folded.indexOf(wanted); at >= 0 && found.length < MOST; at = folded.indexOf(wanted, at + wanted.length)) {
    found.push({ start: places[at]!, end: places[at + wanted.length - 1]! + widthAt(body, places[at + wanted.length - 1]!) })
  }
  return found
}

/** The text without accents in lower case, and for each of its units the unit of the text it came from. */
function fold(text: string): { folded: string, places: number[] } {
  let folded = ''
  const places: number[] = []
  let at = 0
  for (const character of text) {
    const plain = /\s/.test(character) ? ' ' : character.normalize('NFD').replace(/\p{M}/gu, '').toLocaleLowerCase('nl')
    for (let i = 0; i < plain.length; i++) places.push(at)
    folded += plain
    at += character.length
  }
  return { folded, places }
}

/** The character there with the accents that stand loose behind it. */
function widthAt(text: string, at: number): number {
  return /^.\p{M}*/su.exec(text.slice(at, at + 20))?.[0].length ?? 1
}
