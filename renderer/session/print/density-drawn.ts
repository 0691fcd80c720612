// Lines round the places where most dots lie, for paper: the densest whole, the others in dashes.
import { densityOf } from '../../charts/density.ts'
import { TRIANGLE } from './answer-drawn.ts'
import { shape } from './paper.ts'

const DASHES = ['none', '4 2', '1.5 2']

/** In the triangle; nothing under 30 dots. */
export function densityDrawn(doc: Document, dots: readonly number[]): SVGElement[] {
  const density = densityOf(dots, 'triangle')
  if (!density) return []
  const { left, top, side, height } = TRIANGLE
  const id = `inside-${doc.querySelectorAll('clipPath').length}-${dots.length}`
  const scale = side / 100
  return [
    shape(doc, 'clipPath', { id }, shape(doc, 'path', { d: `M${left + side / 2} ${top}L${left} ${top + height}H${left + side}Z` })),
    shape(doc, 'g', { 'clip-path': `url(#${id})` }, ...density.lines.map(({ path }, at) =>
      shape(doc, 'path', { d: path, transform: `translate(${left} ${top}) scale(${scale})`, fill: 'none', stroke: '#111', 'stroke-width': 0.9, 'stroke-dasharray': DASHES[at]! })))
  ]
}
