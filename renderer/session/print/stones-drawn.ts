// Stones for paper: where each lies on average, numbered in the figure and named beside it with how often it was placed.
import type { PaperPart } from '../../../shared/contract/pattern.ts'
import type { Signifier } from '../../../shared/contract/signifier.ts'
import type { Say } from '../../i18n/say.ts'
import { written } from './lines.ts'
import { drawing, list, shape } from './paper.ts'

/** Of the field, in units of the drawing: its left upper corner and its side. */
const FIELD = { left: 24, top: 16, side: 120 }
type Place = { x: number, y: number }

/** Null where no stone may be shown. */
export function stonesDrawn(doc: Document, { stones, anchors }: Signifier, part: PaperPart, says: string, say: Say<'print'>, letters: number): SVGElement | null {
  const rows = stones.flatMap(({ name }, at) => { const stone = part.stones[at]; return stone && stone.placed !== 0 ? [{ number: at + 1, name, ...stone }] : [] })
  const shown = rows.filter(({ x }) => x !== null)
  if (shown.length === 0) return null
  const text = (words: string, x: number, y: number, anchor = 'start', size = letters) => shape(doc, 'text', { x, y, 'font-size': size, 'text-anchor': anchor, fill: '#111' }, words)
  const mark = (number: number, { x, y }: Place) => [shape(doc, 'circle', { cx: x, cy: y, r: letters * 0.72, fill: '#fff', stroke: '#111', 'stroke-width': 0.9 }), text(String(number), x, y + letters * 0.33, 'middle', letters * 0.92)]
  const all = `${says}. ${rows.map(({ name, placed }) => `${name}: ${placed === null ? say('n.hidden') : say('stones.placed', { count: placed })}`).join('; ')}`
  const told = (placed: number | null): string => (placed === null ? '*' : `${placed}×`)
  if (anchors.length <= 2) {
    const names = rows.map(({ name }) => written(doc, name, { x: 106, y: 0, size: 7, width: 102, anchor: 'end', stands: 'middle' }))
    const step = Math.max(18, ...names.map(({ top: upper, bottom }) => bottom - upper + 3))
    const high = rows.length * step
    const ends = [written(doc, anchors[0] ?? '', { x: 114, y: high + 9, size: 7, width: 72, anchor: 'start' }), written(doc, anchors[1] ?? '', { x: 264, y: high + 9, size: 7, width: 72, anchor: 'end' })]
    return list(drawing(doc, 300, Math.max(high + 14, ...ends.map(({ bottom }) => bottom)), all, ...rows.flatMap((stone, at) => {
      const y = at * step + step / 2 + 1
      for (const line of names[at]!.drawn) line.setAttribute('transform', `translate(0 ${y + 2.4})`)
      return [
        ...names[at]!.drawn, shape(doc, 'path', { d: `M114 ${y}H264`, stroke: '#777', 'stroke-width': 0.6 }),
        ...(stone.x === null ? [] : [shape(doc, 'circle', { cx: 114 + stone.x * 1.5, cy: y, r: 4.5, fill: '#555', stroke: '#111', 'stroke-width': 0.6 })]), text(told(stone.placed), 270, y + 2.4, 'start', 7)
      ]
    }), ...ends.flatMap(({ drawn }) => drawn)))
  }
  const { left, top, side } = FIELD
  const places = shown.map(({ x, y }): Place => ({ x: left + x! * side / 100, y: top + side - (y ?? 50) * side / 100 }))
  const apart = kept(places, letters * 1.6)
  const step = Math.max(letters * 1.3, Math.min(letters * 2.2, side / rows.length))
  const under = top + side + letters * 1.2
  const ends = [written(doc, anchors[0] ?? '', { x: left, y: under, size: letters, width: side / 2 - 3, anchor: 'start' }), written(doc, anchors[1] ?? '', { x: left + side, y: under, size: letters, width: side / 2 - 3, anchor: 'end' })]
  const low = written(doc, anchors[2] ?? '', { x: left + side / 2, y: Math.max(...ends.map(({ bottom }) => bottom)) + letters, size: letters, width: side + 2 * left, anchor: 'middle' })
  const high = written(doc, anchors[3] ?? '', { x: left + side / 2, y: top - letters * 0.5, size: letters, width: side + 2 * left, anchor: 'middle', stands: 'up' })
  let y = top + letters
  const names = rows.flatMap(({ number, name, placed }) => {
    const { drawn, bottom } = written(doc, `${number}\u00a0 ${name} (${told(placed)})`, { x: left + side + 14, y, size: letters, width: 300 - left - side - 16, anchor: 'start' })
    y = Math.max(y + step, bottom + letters)
    return drawn
  })
  return drawing(doc, 300, { height: Math.max(low.bottom, y - letters), above: Math.max(0, -high.top) }, all,
    shape(doc, 'rect', { x: left, y: top, width: side, height: side, fill: 'none', stroke: '#111', 'stroke-width': 1 }), shape(doc, 'path', { d: `M${left + side / 2} ${top}V${top + side}M${left} ${top + side / 2}H${left + side}`, stroke: '#999', 'stroke-width': 0.5, 'stroke-dasharray': '2 2' }),
    ...[...ends, low, high].flatMap(({ drawn }) => drawn),
    ...places.flatMap((place, at) => [shape(doc, 'path', { d: `M${place.x} ${place.y}L${apart[at]!.x} ${apart[at]!.y}`, stroke: '#111', 'stroke-width': 0.6 }), shape(doc, 'circle', { cx: place.x, cy: place.y, r: 1.2, fill: '#111' })]),
    ...shown.flatMap(({ number }, at) => mark(number, apart[at]!)),
    ...names)
}

/** The same places, pushed from one another until no number lies over another; a line ties each to where it belongs. */
function kept(places: readonly Place[], distance: number): Place[] {
  const moved = places.map(place => ({ ...place }))
  for (let round = 0; round < 80; round++) {
    for (const [at, one] of moved.entries()) {
      for (const [offset, other] of moved.slice(at + 1).entries()) {
        const [dx, dy] = [other.x - one.x, other.y - one.y]
        const far = Math.hypot(dx, dy)
        if (far >= distance) continue
        // Two at one place go their ways at an angle that differs for each.
        const angle = far > 0.01 ? Math.atan2(dy, dx) : at * 2.4 + offset
        const push = (distance - far) / 2
        one.x -= Math.cos(angle) * push; one.y -= Math.sin(angle) * push
        other.x += Math.cos(angle) * push; other.y += Math.sin(angle) * push
      }
    }
  }
  return moved
}
