// The data file by fragment: one row for every place that somebody coded, with its codes, and what its teller answered.
import type { DataQuestion } from '../shared/contract/export.ts'
import type { Id } from '../shared/domain/ids.ts'
import { Refusal } from '../shared/errors.ts'
import type { Cell, Variable } from '../shared/exporting/variables.ts'
import { fileWords } from '../shared/exporting/words.ts'
import { readStoryData, readToldTree } from './data-stories.ts'
import { layerCodings } from './scope.ts'
import type { Store } from './store.ts'

type Place = { at: number; text: number; start: number; end: number; codes: Set<number>; coders: Set<number>; codings: number }

/** A spreadsheet holds no more rows. */
const MOST_ROWS = 1_000_000

export function readFragmentData(store: Store, viewer: Id | null, question: DataQuestion): { rows: number; stories: number; variables: Variable[] } {
  const words = fileWords(question.language)
  const { stories, about, answers, nameFor } = readStoryData(store, viewer, question)
  const { sql, parameters } = layerCodings(store, question.layer, viewer)
  const places: Place[] = []
  const marks = store.tuples(
    `SELECT c.story, c.text, c.at_start, c.at_end, c.code, c.coder FROM coding c JOIN story s ON s.num = c.story JOIN text t ON t.num = c.text WHERE c.removed = 0 AND ${sql}
     ORDER BY s.number, c.story, t.kind DESC, c.text, c.at_start, c.at_end`).iterate(parameters) as Iterable<[number, number, number, number, number, number]>
  for (const [story, text, start, end, code, coder] of marks) {
    const at = stories.place[story] ?? -1
    if (at < 0) continue
    const last = places.at(-1)
    const place = last && last.text === text && last.start === start && last.end === end ? last : { at, text, start, end, codes: new Set<number>(), coders: new Set<number>(), codings: 0 }
    if (place !== last) places.push(place)
    place.codes.add(code)
    place.coders.add(coder)
    place.codings++
    if (places.length > MOST_ROWS) throw new Refusal('invalid_input', 'export.too_large', { rows: places.length, columns: about.length + answers.length })
  }
  const tree = readToldTree(store).filter(({ num }) => places.some(({ codes }) => codes.has(num)))
  const names = new Map(tree.map(({ num, name }) => [num, name]))
  const initials = new Map(store.all<{ num: number; initials: string }>('SELECT num, initials FROM coder').map((row) => [row.num, row.initials]))
  const column = (name: string, meaning: string, kind: Variable['kind'], values: string, cell: (place: Place) => Cell): Variable => ({ name: nameFor(name), meaning, kind, values, cells: places.map(cell) })
  const variables = [
    ...about.map((variable) => ({ ...variable, cells: places.map(({ at }) => variable.cells[at]!) })),
    column('plek', words.source, 'text', '', ({ text }) => sourceOf(store, text) ?? words.main),
    column('begin', words.start, 'number', words.number, ({ start }) => start), column('eind', words.end, 'number', words.number, ({ end }) => end),
    ...(question.words ? [column('fragment', words.fragment, 'text', words.free, wordsOf(store))] : []),
    column('codes', words.codes, 'text', '', ({ codes }) => tree.flatMap(({ num }) => (codes.has(num) ? [names.get(num)!] : [])).join('; ')),
    column('codeurs', words.coders, 'text', '', ({ coders }) => [...coders].map((coder) => initials.get(coder) ?? '').toSorted().join(', ')),
    column('coderingen', words.codings, 'number', words.number, ({ codings }) => codings),
    ...tree.map(({ num, name }) => column(`bij_${name}`, words.codeHere.replace('{name}', name), 'number', words.yesNo, ({ codes }) => Number(codes.has(num)))),
    ...answers.map((variable) => ({ ...variable, cells: places.map(({ at }) => variable.cells[at]!) }))
  ]
  return { rows: places.length, stories: stories.size, variables }
}

/** The key of the question whose free answer it is; null: the story itself. */
const sourceOf = (store: Store, text: number): string | null => store.get<{ key: string }>('SELECT q.key FROM text t JOIN signifier q ON q.num = t.signifier WHERE t.num = ?', [text])?.key ?? null

function wordsOf(store: Store): (place: Place) => string {
  let last = { text: -1, body: '' }
  return ({ text, start, end }) => {
    if (last.text !== text) last = { text, body: store.get<{ body: string | null }>('SELECT v.body FROM text t JOIN revision v ON v.text = t.num AND v.number = t.newest WHERE t.num = ?', [text])?.body ?? '' }
    return last.body.slice(start, end)
  }
}
