// Answers: from the long form (one row per part) to one value per signifier. How parts are numbered stands in the schema.
import type { Id } from '../shared/domain/ids.ts'
import type { AnswerValue, SignifierKind } from '../shared/domain/signifier.ts'
import { toBlob, toId } from './ids.ts'
import type { Store } from './store.ts'

export const PART_NA = -1
export const PART_NONE = -2

type Row = { signifier: Buffer; kind: SignifierKind; part: number; option: Buffer | null; stone: Buffer | null; value: number | null }

/** A story's answers, in questionnaire order; free text is left to its text. */
export function listAnswersOfStory(store: Store, story: Id): { signifier: Id; value: AnswerValue }[] {
  const rows = store.all<Row>(
    `SELECT g.id AS signifier, g.kind, a.part, o.id AS option, s.id AS stone, a.value
     FROM answer a JOIN signifier g ON g.num = a.signifier AND g.removed = 0 LEFT JOIN option o ON o.num = a.option
     LEFT JOIN stone s ON g.kind = 'stones' AND a.part >= 0 AND s.num = a.part / 2
     WHERE a.story = (SELECT num FROM story WHERE id = ?) ORDER BY g.position, g.num, coalesce(o.position, s.position), a.part`, [toBlob(story)])
  const parts = new Map<string, Row[]>()
  for (const row of rows) {
    const key = row.signifier.toString('latin1')
    parts.set(key, [...(parts.get(key) ?? []), row])
  }
  return [...parts.values()].filter(([first]) => first!.kind !== 'text').map((list) => ({ signifier: toId(list[0]!.signifier), value: valueOf(list) }))
}

function valueOf(rows: Row[]): AnswerValue {
  const first = rows[0]!
  if (first.part === PART_NA) return { is: 'na' }
  const value = (part: number): number => rows.find((row) => row.part === part)?.value ?? 0
  switch (first.kind) {
    case 'choice':
    case 'likert':
      return { is: 'option', option: toId(first.option!) }
    case 'multi':
      return { is: 'options', options: rows.filter((row) => row.option).map((row) => toId(row.option!)) }
    case 'slider':
    case 'number':
      return { is: 'number', value: value(0) }
    case 'date':
      return { is: 'date', day: new Date(value(0) * 86_400_000).toISOString().slice(0, 10) }
    case 'triad':
      return { is: 'triad', shares: [value(0), value(1), value(2)] }
    case 'stones':
      return {
        is: 'stones',
        places: rows.filter((row) => row.part % 2 === 0)
          .map((row) => ({ stone: toId(row.stone!), x: row.value!, y: rows.find((other) => other.part === row.part + 1)?.value ?? null }))
      }
    case 'text':
      throw new Error('free text has its words in a text, not in an answer')
  }
}
