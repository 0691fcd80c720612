// One answer of a teller as a small drawing that survives a copier: a dot in a triangle, a mark on a line, the words that were chosen.
import type { Signifier } from '../../../shared/contract/signifier.ts'
import type { AnswerValue } from '../../../shared/domain/signifier.ts'
import { placeOfShares, type TriadShares } from '../../../shared/signifier/triad.ts'
import { formatsOf } from '../../i18n/format.ts'
import type { Language } from '../../i18n/language.ts'
import type { Say } from '../../i18n/say.ts'
import { sizeOfAll, written } from './lines.ts'
import { drawing, make, shape } from './paper.ts'

/** Where the triangle lies in its drawing of 200 by 160. */
export const TRIANGLE = { left: 40, top: 22, side: 120, height: 104 }
function inTriangle(shares: TriadShares): { x: number, y: number } {
  const { x, y } = placeOfShares(shares)
  return { x: TRIANGLE.left + x / 100 * TRIANGLE.side, y: TRIANGLE.top + TRIANGLE.height - y / 100 * TRIANGLE.height }
}

/** A drawing of the triangle with the words at its corners, and what lies in it. The words get the room they need above and below. */
export function triangleDrawn(doc: Document, anchors: readonly string[], size: number, says: string, ...within: SVGElement[]): SVGElement {
  const { left, top, side, height } = TRIANGLE
  const foot = top + height + size + 3
  const over = written(doc, anchors[0] ?? '', { x: left + side / 2, y: top - 6, size, width: 130, anchor: 'middle', stands: 'up' }) // clear of a dot in the corner
  const below = { y: foot, size: sizeOfAll(anchors.slice(1), size, 95), width: 95 }
  const under = [written(doc, anchors[1] ?? '', { ...below, x: 2, anchor: 'start' }), written(doc, anchors[2] ?? '', { ...below, x: 198, anchor: 'end' })]
  return drawing(doc, 200, { height: Math.max(160, ...under.map(({ bottom }) => bottom)), above: Math.max(0, -over.top) }, says,
    shape(doc, 'path', { d: `M${left + side / 2} ${top}L${left} ${top + height}H${left + side}Z`, fill: 'none', stroke: '#111', 'stroke-width': 0.8 }), ...over.drawn, ...under.flatMap(({ drawn }) => drawn), ...within)
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
      return triangleDrawn(doc, signifier.anchors, 10, signifier.anchors.map((anchor, at) => `${anchor} ${given(value.shares[at]!)}%`).join(', '), shape(doc, 'circle', { cx: dot.x, cy: dot.y, r: 5, fill: '#111' }))
    }
    case 'number': return signifier.kind === 'slider' ? slider(doc, signifier.anchors, value.value, given(value.value)) : words(given(value.value, 2))
    case 'stones': return words(value.places.map(({ stone, x, y }) => `${signifier.stones.find(({ id }) => id === stone)?.name ?? ''}: ${given(x)}${y === null ? '' : ` / ${given(y)}`}`).join('; '))
  }
}

function slider(doc: Document, anchors: readonly string[], value: number, said: string): SVGElement {
  const x = 10 + value * 1.8
  const below = { y: 35, size: sizeOfAll(anchors, 10, 86), width: 86 }
  const ends = [written(doc, anchors[0] ?? '', { ...below, x: 10, anchor: 'start' }), written(doc, anchors[1] ?? '', { ...below, x: 190, anchor: 'end' })]
  return drawing(doc, 200, Math.max(52, ...ends.map(({ bottom }) => bottom)), `${anchors[0] ?? ''} – ${anchors[1] ?? ''}: ${said}`,
    shape(doc, 'path', { d: 'M10 14H190M10 9V19M190 9V19', stroke: '#111', 'stroke-width': 1, fill: 'none' }), shape(doc, 'circle', { cx: x, cy: 14, r: 5, fill: '#111' }), ...ends.flatMap(({ drawn }) => drawn))
}
