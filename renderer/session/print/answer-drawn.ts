// One answer of a teller as a small drawing that survives a copier: a dot in a triangle, a mark on a line, the words that were chosen.
import type { Signifier } from '../../../shared/contract/signifier.ts'
import type { AnswerValue } from '../../../shared/domain/signifier.ts'
import { placeOfShares, type TriadShares } from '../../../shared/signifier/triad.ts'
import { formatsOf } from '../../i18n/format.ts'
import type { Language } from '../../i18n/language.ts'
import type { Say } from '../../i18n/say.ts'
import { drawing, make, shape } from './paper.ts'

/** Where the triangle lies in its drawing of 200 by 160. */
export const TRIANGLE = { left: 40, top: 22, side: 120, height: 104 }
function inTriangle(shares: TriadShares): { x: number, y: number } {
  const { x, y } = placeOfShares(shares)
  return { x: TRIANGLE.left + x / 100 * TRIANGLE.side, y: TRIANGLE.top + TRIANGLE.height - y / 100 * TRIANGLE.height }
}

/** The triangle with the words at its corners. */
export function triangle(doc: Document, anchors: readonly string[], size = 10): SVGElement[] {
  const { left, top, side, height } = TRIANGLE
  const label = (words: string, x: number, y: number, anchor: string) => shape(doc, 'text', { x, y, 'font-size': size, 'text-anchor': anchor, fill: '#111' }, words)
  const lines = (words: string, x: number, y: number, anchor: string) => {
    const parts = words.length > 16 ? halves(words) : [words]
    return parts.map((part, at) => label(part, x, y + at * size * 1.15, anchor))
  }
  return [
    shape(doc, 'path', { d: `M${left + side / 2} ${top}L${left} ${top + height}H${left + side}Z`, fill: 'none', stroke: '#111', 'stroke-width': 0.8 }),
    ...lines(anchors[0] ?? '', left + side / 2, top - (anchors[0] && anchors[0].length > 16 ? size * 1.15 + 4 : 6), 'middle'), // clear of a dot in the corner
    ...lines(anchors[1] ?? '', 2, top + height + size + 3, 'start'), ...lines(anchors[2] ?? '', 198, top + height + size + 3, 'end')
  ]
}

/** In two at the space nearest the middle. */
export function halves(words: string): string[] {
  const spaces = [...words.matchAll(/ /g)].map(({ index }) => index)
  const middle = spaces.toSorted((a, b) => Math.abs(a - words.length / 2) - Math.abs(b - words.length / 2))[0]
  return middle === undefined ? [words] : [words.slice(0, middle), words.slice(middle + 1)]
}

export function answerDrawn(doc: Document, signifier: Signifier, value: AnswerValue, say: Say<'print'>, language: Language): Element {
  const { given } = formatsOf(language)
  const chosen = (ids: readonly string[]) => signifier.options.filter(({ id }) => ids.includes(id)).map(({ name }) => name).join(', ')
  const words = (text: string) => make(doc, 'p', '', text)
  switch (value.is) {
    case 'na': return words(say('na'))
    case 'option': return words(chosen([value.option]))
    case 'options': return words(value.options.length > 0 ? chosen(value.options) : say('none'))
    case 'date': return words(value.day)
    case 'text': return words(value.text)
    case 'triad': {
      const dot = inTriangle(value.shares)
      return drawing(doc, 200, 160, signifier.anchors.map((anchor, at) => `${anchor} ${given(value.shares[at]!)}%`).join(', '), ...triangle(doc, signifier.anchors), shape(doc, 'circle', { cx: dot.x, cy: dot.y, r: 5, fill: '#111' }))
    }
    case 'number': return signifier.kind === 'slider' ? slider(doc, signifier.anchors, value.value, given(value.value)) : words(given(value.value, 2))
    case 'stones': return words(value.places.map(({ stone, x, y }) => `${signifier.stones.find(({ id }) => id === stone)?.name ?? ''}: ${given(x)}${y === null ? '' : ` / ${given(y)}`}`).join('; '))
  }
}

function slider(doc: Document, anchors: readonly string[], value: number, said: string): SVGElement {
  const x = 10 + value * 1.8
  const end = (words: string, at: number, anchor: string) => (words.length > 18 ? halves(words) : [words]).map((part, line) => shape(doc, 'text', { x: at, y: 35 + line * 11, 'font-size': 10, 'text-anchor': anchor, fill: '#111' }, part))
  return drawing(doc, 200, 52, `${anchors[0] ?? ''} – ${anchors[1] ?? ''}: ${said}`,
    shape(doc, 'path', { d: 'M10 14H190M10 9V19M190 9V19', stroke: '#111', 'stroke-width': 1, fill: 'none' }), shape(doc, 'circle', { cx: x, cy: 14, r: 5, fill: '#111' }), ...end(anchors[0] ?? '', 10, 'start'), ...end(anchors[1] ?? '', 190, 'end'))
}
