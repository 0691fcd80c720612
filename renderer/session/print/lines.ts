// Words in a drawing, in lines of a width: a drawing breaks no line by itself, and what sticks out of it is cut off or lies over its neighbour.
import { shape } from './paper.ts'

/** How wide a letter of our type is on average, of its height. */
const WIDE = 0.5
/** A word that is too long gets smaller letters first, down to this share of their size; after that it is broken. */
const SMALLEST = 0.65
const BETWEEN = 1.15

/** Lines as even as they can be, in as few as there is width for, and the size of letters at which they fit. `size` and `width` in units of the drawing. */
export function inLines(words: string, size: number, width: number): { lines: string[], size: number } {
  const parts = words.split(/\s+/).filter(Boolean)
  const longest = Math.max(1, ...parts.map(part => part.length))
  const fits = Math.min(size, Math.max(size * SMALLEST, width / (WIDE * longest)))
  const most = Math.max(2, Math.floor(width / (WIDE * fits) + 1e-9))
  const pieces = parts.flatMap(part => brokenAt(part, most))
  const filled = filledTo(pieces, most)
  let even = most
  while (even > 1 && filledTo(pieces, even - 1).length === filled.length && pieces.every(piece => piece.length < even)) even--
  return { lines: filledTo(pieces, even), size: fits }
}

/** The size at which words that stand beside each other are read alike: that of the one that needs the smallest. */
export const sizeOfAll = (all: readonly string[], size: number, width: number): number => Math.min(...all.map(words => inLines(words, size, width).size))

function filledTo(pieces: readonly string[], most: number): string[] {
  const lines: string[] = []
  for (const piece of pieces) {
    const last = lines.at(-1)
    if (last !== undefined && last.length + 1 + piece.length <= most) lines[lines.length - 1] = `${last} ${piece}`
    else lines.push(piece)
  }
  return lines
}

function brokenAt(word: string, most: number): string[] {
  if (word.length <= most) return [word]
  const letters = Array.from(new Intl.Segmenter().segment(word), ({ segment }) => segment)
  const pieces: string[] = []
  let piece = ''
  for (const letter of letters) {
    if (piece !== '' && piece.length + letter.length > most - 1) {
      pieces.push(piece.endsWith('-') ? piece : `${piece}-`)
      piece = ''
    }
    piece += letter
  }
  return [...pieces, piece]
}

interface Place { x: number, y: number, size: number, width: number, anchor: 'start' | 'middle' | 'end', /** `y` is the baseline of the first line, of the last, or in the middle of all. */ stands?: 'down' | 'up' | 'middle' }

/** Words at a place, and how far up and down they reach. */
export function written(doc: Document, words: string, { x, y, size: wanted, width, anchor, stands = 'down' }: Place): { drawn: SVGElement[], top: number, bottom: number } {
  const { lines, size } = inLines(words, wanted, width)
  const step = size * BETWEEN
  const first = stands === 'down' ? y : y - (lines.length - 1) * step * (stands === 'up' ? 1 : 0.5)
  const drawn = lines.map((line, at) => shape(doc, 'text', { x, y: first + at * step, 'font-size': size, 'text-anchor': anchor, fill: '#111' }, line))
  return { drawn, top: first - size, bottom: first + (lines.length - 1) * step + size * 0.45 }
}
