// Answers as variables of a data file: what each kind of question becomes, and beside it why there is no value.
import type { Signifier } from '../shared/contract/signifier.ts'
import type { FileWords } from '../shared/exporting/words.ts'
import type { Cell, Variable } from '../shared/exporting/variables.ts'
import { PART_NA, PART_NONE } from './answers.ts'
import type { CountedStories } from './counted-stories.ts'
import { notAskedOf } from './crosstab-answers.ts'
import { toBlob } from './ids.ts'
import type { Store } from './store.ts'

type Row = { at: number; part: number; option: number | null; value: number | null }
type Named = { num: number; name: string }
type Given = { signifier: Signifier; num: number; rows: Row[]; size: number; words: FileWords; nameFor: (wanted: string) => string }

/** `withWords`: free answers too. */
export function answerVariables(store: Store, stories: CountedStories, signifier: Signifier, words: FileWords, nameFor: (wanted: string) => string, withWords: boolean): Variable[] {
  const num = store.get<{ num: number }>('SELECT num FROM signifier WHERE id = ?', [toBlob(signifier.id)])!.num
  const rows: Row[] = []
  const status: Cell[] = Array.from({ length: stories.size }, () => words.blank)
  for (const story of notAskedOf(store, num)) {
    const at = stories.place[story] ?? -1
    if (at >= 0) status[at] = words.notAsked
  }
  for (const [story, part, option, value] of store.tuples('SELECT story, part, option, value FROM answer WHERE signifier = ? ORDER BY story, part').iterate(num) as Iterable<[number, number, number | null, number | null]>) {
    const at = stories.place[story] ?? -1
    if (at < 0) continue
    status[at] = part === PART_NA ? words.na : part === PART_NONE ? words.none : null
    if (part >= 0) rows.push({ at, part, option, value })
  }
  const values = valuesOf(store, { signifier, num, rows, size: stories.size, words, nameFor }, stories, status, withWords)
  const about = { name: nameFor(`${signifier.key}_status`), meaning: `${signifier.title} – ${words.status}`, kind: 'text' as const, values: [words.na, words.blank, words.notAsked, words.none].join(', '), cells: status }
  return status.some((state) => state !== null) ? [...values, about] : values
}

function valuesOf(store: Store, given: Given, stories: CountedStories, status: readonly Cell[], withWords: boolean): Variable[] {
  const { signifier: { kind, title, key, anchors }, rows, words, nameFor } = given
  const number = (name: string, meaning: string, values: string, part: number): Variable => ({ name: nameFor(name), meaning, kind: 'number', values, cells: partCells(given, part) })
  switch (kind) {
    case 'choice': case 'likert': return chosen(store, given)
    case 'multi': return ticked(store, given, status)
    case 'slider': return [number(key, title, words.score, 0)]
    case 'number': return [number(key, title, words.number, 0)]
    case 'date': return [{ name: nameFor(key), meaning: title, kind: 'text', values: words.day, cells: partCells(given, 0).map((days) => (days === null ? null : new Date(Number(days) * 86_400_000).toISOString().slice(0, 10))) }]
    case 'triad': return anchors.map((anchor, part) => number(`${key}_${anchor}`, `${title} – ${anchor}`, words.share, part))
    case 'stones': return stonesOf(store, given, number)
    case 'text': return withWords && rows.length > 0 ? [{ name: nameFor(key), meaning: title, kind: 'text', values: words.free, cells: freeAnswers(store, given, stories) }] : []
  }
}

function partCells({ rows, size }: Given, wanted: number): Cell[] {
  const cells: Cell[] = Array.from({ length: size }, () => null)
  for (const { at, part, value } of rows) if (part === wanted) cells[at] = value === null ? null : Number(value.toPrecision(12))
  return cells
}

const optionsOf = (store: Store, num: number): Named[] => store.all<Named>('SELECT num, name FROM option WHERE signifier = ? ORDER BY position, num', [num])

/** In words, and as a number: 1 is the first answer, of a rising choice the lowest. */
function chosen(store: Store, { signifier: { kind, title, key, highLast }, num, rows, size, words, nameFor }: Given): Variable[] {
  const options = optionsOf(store, num)
  const rising = kind === 'likert' && highLast === false ? options.toReversed() : options
  const place = new Map(rising.map((option, at) => [option.num, at]))
  const numbers: Cell[] = Array.from({ length: size }, () => null)
  for (const { at, option } of rows) if (option !== null) numbers[at] = place.get(option)! + 1
  const steps = rising.map(({ name }, at) => ({ value: at + 1, name }))
  const values = steps.map(({ value, name }) => `${value} = ${name}`).join('; ')
  return [
    { name: nameFor(key), meaning: title, kind: 'text', values: rising.map(({ name }) => name).join('; '), cells: numbers.map((at) => (at === null ? null : rising[Number(at) - 1]!.name)) },
    { name: nameFor(`${key}_nr`), meaning: `${title} – ${words.optionNumber}${kind === 'likert' ? ` (${words.lowToHigh})` : ''}`, kind: 'number', values, steps, cells: numbers }
  ]
}

function ticked(store: Store, { signifier: { title, key }, num, rows, words, nameFor }: Given, status: readonly Cell[]): Variable[] {
  // Nothing ticked is an answer: none of them.
  const empty = status.map((state): Cell => (state === null || state === words.none ? 0 : null))
  return optionsOf(store, num).map((option) => {
    const cells = [...empty]
    for (const row of rows) if (row.option === option.num) cells[row.at] = 1
    return { name: nameFor(`${key}_${option.name}`), meaning: `${title} – ${option.name}`, kind: 'number', values: words.yesNo, cells }
  })
}

function stonesOf(store: Store, { signifier: { title, key }, num, rows, words }: Given, number: (name: string, meaning: string, values: string, part: number) => Variable): Variable[] {
  const hasY = rows.some(({ part }) => part % 2 === 1)
  return store.all<Named>('SELECT num, name FROM stone WHERE signifier = ? ORDER BY position, num', [num]).flatMap((stone) => [
    number(`${key}_${stone.name}_x`, `${title} – ${stone.name}, ${words.across}`, words.place, 2 * stone.num),
    ...(hasY ? [number(`${key}_${stone.name}_y`, `${title} – ${stone.name}, ${words.up}`, words.place, 2 * stone.num + 1)] : [])
  ])
}

function freeAnswers(store: Store, { num, size }: Given, stories: CountedStories): Cell[] {
  const cells: Cell[] = Array.from({ length: size }, () => null)
  const texts = store.tuples(`SELECT t.story, v.body FROM text t JOIN revision v ON v.text = t.num AND v.number = t.newest WHERE t.kind = 'answer' AND t.signifier = ?`).iterate(num) as Iterable<[number, string | null]>
  for (const [story, body] of texts) {
    const at = stories.place[story] ?? -1
    if (at >= 0) cells[at] = body
  }
  return cells
}
