// A pattern as a drawing for the wall: large words, black, white and hatching, so that a copier keeps all of it.
import type { Pattern, PatternPart } from '../../../shared/contract/pattern.ts'
import type { Signifier } from '../../../shared/contract/signifier.ts'
import type { Say } from '../../i18n/say.ts'
import { halves, triangle, TRIANGLE } from './answer-drawn.ts'
import { drawing, shape } from './paper.ts'

/** Under so many stories a percentage says more than it knows. */
const PERCENT_FROM = 20

const DOT = { fill: '#fff', 'fill-opacity': 0.5, stroke: '#111', 'stroke-width': 0.55 }
const placeOf = (x: number, y: number) => ({ x: TRIANGLE.left + x / 100 * TRIANGLE.side, y: TRIANGLE.top + TRIANGLE.height - y / 100 * TRIANGLE.height })

/** n, n.v.t. and blank, as under every figure. */
export function countsOf(part: PatternPart, say: Say<'print'>): string {
  return [say('n', { n: part.valid, of: part.stories }), ...(part.na > 0 ? [say('n.na', { count: part.na })] : []), ...(part.blank > 0 ? [say('n.blank', { count: part.blank })] : [])].join(' · ')
}

/** Null for a kind that is not drawn here. `part`: of that pattern. `letters`: their size at a triangle of 120; larger where it is printed small. */
export function patternDrawn(doc: Document, signifier: Signifier, pattern: Pattern, part: PatternPart, say: Say<'print'>, letters = 7): SVGElement | null {
  const says = `${signifier.title}. ${countsOf(part, say)}`
  switch (signifier.kind) {
    case 'triad': return drawing(doc, 200, 160, says, ...triangle(doc, signifier.anchors, letters), ...pairs(part.dots).map(([x, y]) => { const { x: cx, y: cy } = placeOf(x, y); return shape(doc, 'circle', { cx, cy, r: 1.5, ...DOT }) }))
    case 'slider': return histogram(doc, signifier, pattern, part, says)
    case 'stones': return part.dots.length > 0 ? field(doc, signifier, part, says) : null
    case 'choice': case 'likert': case 'multi': return bars(doc, pattern, part, says, say)
    default: return null
  }
}

const pairs = (dots: readonly number[]): [number, number][] => dots.flatMap((x, at) => (at % 2 === 0 ? [[x, dots[at + 1]!] as [number, number]] : []))

function bars(doc: Document, pattern: Pattern, part: PatternPart, says: string, say: Say<'print'>): SVGElement {
  const rows = pattern.columns.flatMap(({ face, value }, at) => (value && face.is === 'option' ? [{ name: face.name, count: part.counts[at]! }] : value && face.is === 'none' ? [{ name: say('none'), count: part.counts[at]! }] : []))
  const most = Math.max(1, ...rows.map(({ count }) => count))
  const step = 17
  const text = (words: string, x: number, y: number, anchor = 'start', size = 7) => shape(doc, 'text', { x, y, 'font-size': size, 'text-anchor': anchor, fill: '#111' }, words)
  return drawing(doc, 260, rows.length * step + 4, `${says}: ${rows.map(({ name, count }) => `${name} ${count}`).join('; ')}`, ...rows.flatMap(({ name, count }, at) => {
    const y = at * step
    const lines = name.length > 30 ? halves(name) : [name]
    const share = part.valid >= PERCENT_FROM ? ` (${Math.round(count / part.valid * 100)}%)` : ''
    return [
      ...lines.map((line, row) => text(line, 98, y + (lines.length > 1 ? 6 : 10) + row * 7.4, 'end', lines.length > 1 ? 6.2 : 7)),
      shape(doc, 'rect', { x: 102, y: y + 2, width: Math.max(0.6, count / most * 112), height: 11, fill: '#555', stroke: '#111', 'stroke-width': 0.5 }), text(`${count}${share}`, 106 + count / most * 112, y + 10)
    ]
  }))
}

function histogram(doc: Document, signifier: Signifier, pattern: Pattern, part: PatternPart, says: string): SVGElement {
  const bins = pattern.columns.flatMap(({ face }, at) => (face.is === 'bar' || face.is === 'range' ? [{ from: face.is === 'bar' ? face.at : face.from, count: part.counts[at]! }] : []))
  const most = Math.max(1, ...bins.map(({ count }) => count))
  const wide = 240 / Math.max(1, bins.length)
  const end = (words: string, x: number, anchor: string) => (words.length > 30 ? halves(words) : [words]).map((line, at) => shape(doc, 'text', { x, y: 140 + at * 8.5, 'font-size': 7.5, 'text-anchor': anchor, fill: '#111' }, line))
  return drawing(doc, 260, 152, `${says}: ${bins.map(({ from, count }) => `${from}: ${count}`).join('; ')}`,
    ...bins.flatMap(({ count }, at) => [
      shape(doc, 'rect', { x: 10 + at * wide + 1, y: 120 - count / most * 104, width: wide - 2, height: count / most * 104, fill: '#555', stroke: '#111', 'stroke-width': 0.5 }),
      shape(doc, 'text', { x: 10 + (at + 0.5) * wide, y: 116 - count / most * 104, 'font-size': 7, 'text-anchor': 'middle', fill: '#111' }, String(count))
    ]),
    shape(doc, 'path', { d: 'M10 120H250', stroke: '#111', 'stroke-width': 1 }),
    ...bins.map(({ from }, at) => shape(doc, 'text', { x: 10 + (at + 0.5) * wide, y: 129, 'font-size': 6, 'text-anchor': 'middle', fill: '#333' }, String(from))),
    ...end(signifier.anchors[0] ?? '', 10, 'start'), ...end(signifier.anchors[1] ?? '', 250, 'end'))
}

function field(doc: Document, { anchors }: Signifier, part: PatternPart, says: string): SVGElement {
  const text = (words: string, x: number, y: number, anchor: string) => shape(doc, 'text', { x, y, 'font-size': 7, 'text-anchor': anchor, fill: '#111' }, words)
  return drawing(doc, 200, 160, says, shape(doc, 'rect', { x: 40, y: 14, width: 120, height: 120, fill: 'none', stroke: '#111', 'stroke-width': 1 }),
    text(anchors[0] ?? '', 38, 144, 'start'), text(anchors[1] ?? '', 162, 144, 'end'), text(anchors[2] ?? '', 100, 156, 'middle'), text(anchors[3] ?? '', 100, 10, 'middle'),
    ...pairs(part.dots).map(([x, y]) => shape(doc, 'circle', { cx: 40 + x * 1.2, cy: 134 - y * 1.2, r: 1.5, ...DOT })))
}
