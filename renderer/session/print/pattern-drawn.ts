// A pattern as a drawing for paper: large words, black, white and lines, so that a copier keeps all of it. What may not be told is an
// empty box in dashes.
import type { PaperPart, PaperPattern } from '../../../shared/contract/pattern.ts'
import type { Signifier } from '../../../shared/contract/signifier.ts'
import type { Say } from '../../i18n/say.ts'
import { triangleDrawn, TRIANGLE } from './answer-drawn.ts'
import { densityDrawn } from './density-drawn.ts'
import { sizeOfAll, written } from './lines.ts'
import { drawing, list, shape } from './paper.ts'
import { stonesDrawn } from './stones-drawn.ts'

/** Under so many stories a percentage says more than it knows. */
const PERCENT_FROM = 20

const DOT = { fill: '#fff', 'fill-opacity': 0.5, stroke: '#111', 'stroke-width': 0.55 }
const HIDDEN = { fill: 'none', stroke: '#555', 'stroke-width': 0.6, 'stroke-dasharray': '2 1.5' }
const placeOf = (x: number, y: number) => ({ x: TRIANGLE.left + x / 100 * TRIANGLE.side, y: TRIANGLE.top + TRIANGLE.height - y / 100 * TRIANGLE.height })

/** n, n.v.t. and blank, as under every figure, as far as they are told. */
export function countsOf(part: PaperPart, say: Say<'print'>): string {
  if (part.valid === null) return say('n.few')
  if (part.stories === null) return say('n.only', { n: part.valid })
  return [say('n', { n: part.valid, of: part.stories }), ...(part.na ? [say('n.na', { count: part.na })] : []), ...(part.blank ? [say('n.blank', { count: part.blank })] : [])].join(' · ')
}

/** Null for a kind that is not drawn here, and for a part of which nothing is told. `letters`: their size in the drawing; larger where it is printed small. A list of bars is as wide as the page and takes the height it needs. */
export function patternDrawn(doc: Document, signifier: Signifier, pattern: PaperPattern, part: PaperPart, say: Say<'print'>, letters = 7): SVGElement | null {
  const says = `${signifier.title}. ${countsOf(part, say)}`
  if (part.valid === null) return null
  switch (signifier.kind) {
    case 'triad': return triangleDrawn(doc, signifier.anchors, letters, says, ...dotsDrawn(doc, part.dots), ...densityDrawn(doc, part.dots))
    case 'slider': return histogram(doc, signifier, pattern, part, says, say, letters)
    case 'stones': return stonesDrawn(doc, signifier, part, says, say, letters)
    case 'choice': case 'likert': case 'multi': return bars(doc, pattern, part, says, say)
    default: return null
  }
}

function dotsDrawn(doc: Document, dots: readonly number[]): SVGElement[] {
  return dots.flatMap((x, at) => {
    if (at % 2 === 1) return []
    const { x: cx, y: cy } = placeOf(x, dots[at + 1]!)
    return [shape(doc, 'circle', { cx, cy, r: 1.5, ...DOT })]
  })
}

/** The columns that are drawn, in their order, each with its place among all. */
export const drawnColumns = ({ columns }: PaperPattern): number[] => columns.flatMap(({ face, value }, at) => (value && ['option', 'none', 'bar', 'range'].includes(face.is) ? [at] : []))

function bars(doc: Document, pattern: PaperPattern, part: PaperPart, says: string, say: Say<'print'>): SVGElement {
  const rows = drawnColumns(pattern).map(column => { const { face } = pattern.columns[column]!; return { column, name: face.is === 'option' ? face.name : say('none'), count: part.counts[column]! } })
  const most = Math.max(1, ...rows.map(({ count }) => count ?? 0))
  const text = (words: string, x: number, y: number) => shape(doc, 'text', { x, y, 'font-size': 7, fill: '#111' }, words)
  const told = (count: number | null): string => (count === null ? say('n.hidden') : String(count))
  let y = 0
  const drawn = rows.flatMap(({ column, name, count }) => {
    const named = written(doc, name, { x: 98, y: 0, size: 7, width: 96, anchor: 'end', stands: 'middle' })
    const high = Math.max(17, named.bottom - named.top + 4)
    const middle = y + (high - 2) / 2
    y += high
    for (const line of named.drawn) line.setAttribute('transform', `translate(0 ${middle + 2.5})`)
    const share = part.valid! >= PERCENT_FROM && count !== null ? ` (${Math.round(count / part.valid! * 100)}%)` : ''
    const long = count === null ? 14 : Math.max(0.6, count / most * 112)
    return [
      ...named.drawn, shape(doc, 'rect', { x: 102, y: middle - 5.5, width: long, height: 11, 'data-column': column, ...(count === null ? HIDDEN : { fill: '#555', stroke: '#111', 'stroke-width': 0.5 }) }),
      text(count === null ? '*' : `${count}${share}`, 106 + long, middle + 2.5)
    ]
  })
  return list(drawing(doc, 260, y + 4, `${says}: ${rows.map(({ name, count }) => `${name} ${told(count)}`).join('; ')}`, ...drawn))
}

function histogram(doc: Document, signifier: Signifier, pattern: PaperPattern, part: PaperPart, says: string, say: Say<'print'>, letters: number): SVGElement {
  const bins = drawnColumns(pattern).flatMap(column => { const { face } = pattern.columns[column]!; return face.is === 'bar' || face.is === 'range' ? [{ column, from: face.is === 'bar' ? face.at : face.from, count: part.counts[column]! }] : [] })
  const most = Math.max(1, ...bins.map(({ count }) => count ?? 0))
  const wide = 240 / Math.max(1, bins.length)
  const text = (words: string, x: number, y: number, anchor = 'middle') => shape(doc, 'text', { x, y, 'font-size': letters, 'text-anchor': anchor, fill: '#111' }, words)
  const below = { y: 120 + letters * 2.5, size: sizeOfAll(signifier.anchors, letters, 116), width: 116 }
  const ends = [written(doc, signifier.anchors[0] ?? '', { ...below, x: 10, anchor: 'start' }), written(doc, signifier.anchors[1] ?? '', { ...below, x: 250, anchor: 'end' })]
  return drawing(doc, 260, Math.max(122 + letters * 3.8, ...ends.map(({ bottom }) => bottom)), `${says}: ${bins.map(({ from, count }) => `${from}: ${count ?? say('n.hidden')}`).join('; ')}`,
    ...bins.flatMap(({ column, count }, at) => {
      const high = count === null ? 13 : count / most * (116 - letters)
      return [
        shape(doc, 'rect', { x: 10 + at * wide + 1, y: 120 - high, width: wide - 2, height: high, 'data-column': column, ...(count === null ? HIDDEN : { fill: '#555', stroke: '#111', 'stroke-width': 0.5 }) }),
        text(count === null ? '*' : String(count), 10 + (at + 0.5) * wide, 117 - high)
      ]
    }),
    shape(doc, 'path', { d: 'M10 120H250', stroke: '#111', 'stroke-width': 1 }),
    ...bins.map(({ from }, at) => text(String(from), 10 + (at + 0.5) * wide, 121 + letters)),
    ...ends.flatMap(({ drawn }) => drawn))
}
