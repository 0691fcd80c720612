// One condition on an answer as SQL over the stories. How answers are numbered in parts stands in the schema.
import type { AnswerRule } from '../shared/domain/answer-rule.ts'
import type { Id } from '../shared/domain/ids.ts'
import { CORNER_FROM, EDGE_BELOW } from '../shared/signifier/triad.ts'
import { PART_NA, PART_NONE } from './answers.ts'
import { toBlob } from './ids.ts'
import { numsOf, type Condition } from './scope.ts'
import type { Store } from './store.ts'

type Rule<Is extends AnswerRule['is']> = Extract<AnswerRule, { is: Is }>
/** `name`: a bound name of its own; `signifier`: the local number, −1 for a question that is gone, which picks nothing. */
type Place = { store: Store; name: string; alias: string; signifier: number }

export function answerCondition(store: Store, rule: AnswerRule, name: string, alias: string): Condition {
  const place: Place = { store, name, alias, signifier: numsOf(store, 'signifier', [rule.signifier])[0] ?? -1 }
  switch (rule.is) {
    case 'options': return answered(place, ` AND a.option IN (SELECT value FROM json_each(@${name}Options))`, { [`${name}Options`]: JSON.stringify(numsOf(store, 'option', rule.options)) })
    case 'range': return inRange(place, rule)
    case 'zone': return inZone(place, rule)
    case 'field': return inField(place, rule)
    case 'lasso': return inLasso(place, rule)
    case 'text': return hasText(place, rule)
    case 'none': return rule.stone === undefined ? answered(place, ` AND a.part = ${PART_NONE}`) : leftAside(place, rule.stone)
    case 'na': return answered(place, ` AND a.part = ${PART_NA}`)
    case 'blank': return both({ sql: `(NOT ${exists(place)} AND ${asked(alias, `@${name}`)})`, parameters: {} }, place)
    case 'notAsked': return both({ sql: `(NOT ${exists(place)} AND NOT ${asked(alias, `@${name}`)} AND @${name} >= 0)`, parameters: {} }, place)
  }
}

const exists = ({ name, alias }: Place, more = ''): string => `EXISTS (SELECT 1 FROM answer a WHERE a.signifier = @${name} AND a.story = ${alias}.num${more})`
const answered = (place: Place, more: string, parameters: Record<string, unknown> = {}): Condition => both({ sql: exists(place, more), parameters }, place)
const both = ({ sql, parameters }: Condition, { name, signifier }: Place): Condition => ({ sql, parameters: { ...parameters, [name]: signifier } })

/** What arithmetic in binary fractions leaves behind decides nothing: bars and rules round alike (shared/signifier/bins.ts). */
const tidied = (value: string): string => `round(${value}, 9)`

function inRange(place: Place, { part, from, to, before }: Rule<'range'>): Condition {
  const { name } = place
  const value = tidied('a.value')
  return answered(place, ` AND a.part = @${name}Part AND (@${name}From IS NULL OR ${value} >= @${name}From) AND (@${name}To IS NULL OR ${value} ${before ? '<' : '<='} @${name}To)`,
    { [`${name}Part`]: part, [`${name}From`]: from, [`${name}To`]: to })
}

/** The value of a part of the answer `a` belongs to. */
const part = ({ name }: Place, number: string): string => `(SELECT b.value FROM answer b WHERE b.signifier = @${name} AND b.story = a.story AND b.part = ${number})`

function inZone(place: Place, { zones, cuts }: Rule<'zone'>): Condition {
  const { name } = place
  return answered(place, ` AND a.part = 0 AND zone_of(a.value, ${part(place, '1')}, ${part(place, '2')}, @${name}Corner, @${name}Edge) IN (SELECT value FROM json_each(@${name}Zones))`,
    { [`${name}Corner`]: cuts?.corner ?? CORNER_FROM, [`${name}Edge`]: cuts?.edge ?? EDGE_BELOW, [`${name}Zones`]: JSON.stringify(zones) })
}

/** Twice the local number of a stone is the part of its x, one more that of its y. */
const xPart = (store: Store, id: Id): number => 2 * (store.get<{ num: number }>('SELECT num FROM stone WHERE id = ?', [toBlob(id)])?.num ?? -1000)

function inField(place: Place, { stone, x, y }: Rule<'field'>): Condition {
  const { store, name } = place
  const within = (value: string, axis: string): string => `${value} >= @${name}${axis}From AND (${value} < @${name}${axis}To OR @${name}${axis}To >= 100)`
  return answered(place, ` AND a.part = @${name}Stone AND ${within(tidied('a.value'), 'X')}${y ? ` AND ${within(tidied(part(place, `@${name}Stone + 1`)), 'Y')}` : ''}`,
    { [`${name}Stone`]: xPart(store, stone), [`${name}XFrom`]: x.from, [`${name}XTo`]: x.to, ...(y ? { [`${name}YFrom`]: y.from, [`${name}YTo`]: y.to } : {}) })
}

function inLasso(place: Place, { stone, points }: Rule<'lasso'>): Condition {
  const { store, name } = place
  const parameters = { [`${name}Points`]: JSON.stringify(points) }
  // In a triad part 0 is the height and the place from the left follows from it: see placeOfShares.
  if (stone === null) return answered(place, ` AND a.part = 0 AND inside(@${name}Points, ${part(place, '2')} + a.value / 2, a.value)`, parameters)
  return answered(place, ` AND a.part = @${name}Stone AND inside(@${name}Points, a.value, coalesce(${part(place, `@${name}Stone + 1`)}, 50))`, { ...parameters, [`${name}Stone`]: xPart(store, stone) })
}

function hasText(place: Place, { words }: Rule<'text'>): Condition {
  const { name, alias } = place
  const list = words?.trim() ? words.trim().toLocaleLowerCase('nl').split(/\s+/) : []
  return both({
    sql: `EXISTS (SELECT 1 FROM text t JOIN revision r ON r.text = t.num AND r.number = t.newest
      WHERE t.story = ${alias}.num AND t.signifier = @${name} AND trim(r.body) <> '' AND holds_words(r.body, @${name}Words))`, parameters: { [`${name}Words`]: JSON.stringify(list) }
  }, place)
}

/** Something was answered, and this stone was not placed. */
function leftAside(place: Place, stone: Id): Condition {
  const { store, name } = place
  return answered(place, ` AND a.part <> ${PART_NA} AND ${part(place, `@${name}Stone`)} IS NULL`, { [`${name}Stone`]: xPart(store, stone) })
}

/**
 * Was this question put to the group of the story? A question without wordings was put to everyone.
 * `signifier`: a bound name or a column that holds its local number.
 */
export function asked(alias: string, signifier: string): string {
  return `(NOT EXISTS (SELECT 1 FROM wording w WHERE w.signifier = ${signifier})
    OR EXISTS (SELECT 1 FROM wording w WHERE w.signifier = ${signifier} AND w.story_group IN (0, coalesce(${alias}.story_group, 0))))`
}
