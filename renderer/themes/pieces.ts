// A text cut where passages begin and end, so that each piece lies in one side of the theme or in none.
import type { Side } from '../../shared/contract/theme.ts'

export interface Piece { from: number, words: string, side: Side | null }

/** Passages by UTF-16 units, end exclusive; where they overlap, what contradicts is shown before what supports, and that before what lies apart. */
export function inPieces(body: string, passages: readonly { start: number, end: number, side: Side }[]): Piece[] {
  const cuts = [...new Set([0, body.length, ...passages.flatMap(({ start, end }) => [start, end])])].filter(at => at >= 0 && at <= body.length).toSorted((a, b) => a - b)
  return cuts.slice(0, -1).map((from, at) => {
    const to = cuts[at + 1]!
    const over = passages.filter(({ start, end }) => start <= from && end >= to).map(({ side }) => side)
    return { from, words: body.slice(from, to), side: (['contradicts', 'supports', 'apart'] as const).find(side => over.includes(side)) ?? null }
  })
}
