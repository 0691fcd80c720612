// The rule behind a column of a chart or a table: the very stories that it counts. [X7]
import type { ColumnFace } from '../contract/crosstab.ts'
import type { PartFace } from '../contract/pattern.ts'
import type { TriadZone } from '../signifier/triad.ts'
import type { AnswerRule } from './answer-rule.ts'
import type { Id } from './ids.ts'
import type { Layer, StoryFilter } from './layer.ts'

/** `stone`: the one shown of a stones question. `cuts`: of a triad's zones. */
export type OfQuestion = { signifier: Id; kind: string; stone?: Id | undefined; cuts?: { corner: number; edge: number } | undefined }

/** Null where a column of this kind has no rule of its own. */
export function columnRule(face: ColumnFace, { signifier, kind, stone, cuts }: OfQuestion): StoryFilter | null {
  const answer = (rule: AnswerRule): StoryFilter => ({ answers: [rule] })
  switch (face.is) {
    case 'option': return answer({ is: 'options', signifier, options: [face.id] })
    case 'bar': return answer(rangeOf(signifier, Math.max(0, face.at - 5), Math.min(100, face.at + 5), face.at === 100))
    case 'range': return answer(rangeOf(signifier, face.from, face.to, face.closed))
    case 'zone': return answer({ is: 'zone', signifier, zones: [face.zone], ...(cuts ? { cuts } : {}) })
    case 'quadrant': return stone === undefined ? null : answer(fieldOf(signifier, stone, face.quadrant))
    case 'period': return kind === 'date' ? answer({ is: 'range', signifier, part: 0, ...daysOf(face.period) }) : { collected: datesOf(face.period) }
    case 'none': return answer(kind === 'stones' && stone !== undefined ? { is: 'none', signifier, stone } : { is: 'none', signifier })
    case 'na': case 'blank': case 'notAsked': return answer({ is: face.is, signifier })
    case 'group': return { groups: [face.id] }
    case 'wave': return { waves: [face.id] }
    case 'coder': return { codedBy: face.id }
    case 'unknown': return null
  }
}

/** The rule of a part of a pattern; `split` describes the question it was split by, where it was one. Null: it has none of its own. */
export function partRule(face: PartFace, split: OfQuestion | null, layer: Layer): StoryFilter | null {
  if (face.is === 'all') return {}
  if (face.is === 'code') return face.side === 'with' ? { codes: [face.id], layer } : face.side === 'without' ? { withoutCodes: [face.id], layer } : null
  return columnRule(face, split ?? { signifier: '', kind: '' })
}

/** Several columns of one question beside each other as one rule: bars as a range, options and zones as a list; null for other sets. */
export function columnsRule(faces: readonly ColumnFace[], of: OfQuestion): StoryFilter | null {
  if (faces.length === 1) return columnRule(faces[0]!, of)
  const { signifier, cuts } = of
  if (faces.every((face) => face.is === 'option')) return { answers: [{ is: 'options', signifier, options: faces.map(({ id }) => id) }] }
  if (faces.every((face) => face.is === 'zone')) return { answers: [{ is: 'zone', signifier, zones: faces.map(({ zone }): TriadZone => zone), ...(cuts ? { cuts } : {}) }] }
  const bounds = faces.map((face) => (face.is === 'bar' ? { from: Math.max(0, face.at - 5), to: Math.min(100, face.at + 5), closed: face.at === 100 } : face.is === 'range' ? face : null))
  if (bounds.length === 0 || bounds.some((bound) => bound === null)) return null
  const rising = bounds.flatMap((bound) => bound ?? []).toSorted((a, b) => a.from - b.from)
  const [first, last] = [rising[0]!, rising.at(-1)!]
  return rising.every((bound, at) => at === 0 || bound.from === rising[at - 1]!.to) ? { answers: [rangeOf(signifier, first.from, last.to, last.closed)] } : null
}

const rangeOf = (signifier: Id, from: number, to: number, closed: boolean): AnswerRule =>
  ({ is: 'range', signifier, part: 0, from, to, ...(closed ? {} : { before: true as const }) })

function fieldOf(signifier: Id, stone: Id, quadrant: Extract<ColumnFace, { is: 'quadrant' }>['quadrant']): AnswerRule {
  const [low, high] = [{ from: 0, to: 50 }, { from: 50, to: 100 }]
  const x = /right/i.test(quadrant) ? high : low
  return { is: 'field', signifier, stone, x, y: quadrant === 'left' || quadrant === 'right' ? null : quadrant.startsWith('top') ? high : low }
}

/** First and last day of 2024, 2024-Q1 or 2024-03. */
function datesOf(period: string): { from: string; to: string } {
  const year = Number(period.slice(0, 4))
  const [first, months] = period.length === 4 ? [0, 12] : period[5] === 'Q' ? [(Number(period[6]) - 1) * 3, 3] : [Number(period.slice(5)) - 1, 1]
  const day = (at: number): string => new Date(at).toISOString().slice(0, 10)
  return { from: day(Date.UTC(year, first, 1)), to: day(Date.UTC(year, first + months, 0)) }
}

/** The same as days since 1970. */
function daysOf(period: string): { from: number; to: number } {
  const { from, to } = datesOf(period)
  return { from: Date.parse(from) / 86_400_000, to: Date.parse(to) / 86_400_000 }
}
