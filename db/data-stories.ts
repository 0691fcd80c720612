// The merged data file: one row a story, with what its teller answered, which codes it bears, and which themes rest on it.
import type { DataQuestion } from '../shared/contract/export.ts'
import { createNames, type Cell, type Variable } from '../shared/exporting/variables.ts'
import { fileWords } from '../shared/exporting/words.ts'
import { toldNames } from '../shared/domain/code-named.ts'
import type { Id } from '../shared/domain/ids.ts'
import { Refusal } from '../shared/errors.ts'
import { readCodeTree, type CodeNode } from './code-tree.ts'
import { readCountedStories, readDone, type CountedStories } from './counted-stories.ts'
import { readWords } from './crosstab.ts'
import { answerVariables } from './data-answers.ts'
import { readPlacedMarks, readTextStories } from './marks.ts'
import { Places } from './places.ts'
import { layerCodings } from './scope.ts'
import { listSignifiers } from './signifiers.ts'
import type { Store } from './store.ts'
import { addPassage, eachUnder, noPassages, storiesBySide } from './theme-under.ts'
import { listThemeRows } from './themes.ts'

export type StoryData = { stories: CountedStories; about: Variable[]; answers: Variable[]; codes: Variable[]; themes: Variable[]; nameFor: (wanted: string) => string }

/** More cells than this no spreadsheet opens, and R hardly. */
const MOST_CELLS = 20_000_000

/** Cells stand in the order of the stories' numbers. Throws a Refusal (invalid_input) for a file that would be too large. */
export function readStoryData(store: Store, viewer: Id | null, { filter, layer, language, words: withWords }: DataQuestion): StoryData {
  const words = fileWords(language)
  const stories = readCountedStories(store, filter, viewer)
  const nameFor = createNames()
  const done = readDone(store, stories, layer, viewer)
  const about = aboutVariables(store, stories, words, nameFor, done)
  const answers = listSignifiers(store).flatMap((signifier) => answerVariables(store, stories, signifier, words, nameFor, withWords))
  const tree = readToldTree(store)
  const themed = listThemeRows(store)
  const width = about.length + answers.length + 2 * tree.length + themed.length
  if (width * stories.size > MOST_CELLS) throw new Refusal('invalid_input', 'export.too_large', { rows: stories.size, columns: width })
  const codings = layerCodings(store, layer, viewer)
  const storyOf = readTextStories(store)
  const codes = tree.flatMap((node): Variable[] => {
    const counts = new Int32Array(stories.size)
    const seen = new Places()
    for (const { places } of readPlacedMarks(store, codings, [node.num])) {
      for (let i = 0; i < places.length; i += 3) {
        const at = stories.place[storyOf[places[i]!]!]!
        if (at >= 0 && seen.add(places[i]!, places[i + 1]!, places[i + 2]!)) counts[at]!++
      }
    }
    if (node.retired && !counts.some((count) => count > 0)) return []
    // [X2] Without it only where a coder read it to the end.
    const cell = (count: number, at: number, value: number): Cell => (count > 0 || done[at] === 1 ? value : null)
    return [
      { name: nameFor(`code_${node.name}`), meaning: words.code.replace('{name}', node.name), kind: 'number', values: `${words.yesNo}; ${words.unread}`, cells: Array.from(counts, (count, at) => cell(count, at, Number(count > 0))) },
      { name: nameFor(`aantal_${node.name}`), meaning: words.codeCount.replace('{name}', node.name), kind: 'number', values: `${words.number}; ${words.unread}`, cells: Array.from(counts, (count, at) => cell(count, at, count)) }
    ]
  })
  const themes = themed.map((theme): Variable => {
    const passages = noPassages()
    for (const passage of eachUnder(store, viewer, theme.id, layer, stories)) addPassage(passages, passage)
    const { supports } = storiesBySide(store, viewer, theme.id, stories, passages)
    return {
      name: nameFor(`thema_${theme.name}`), meaning: words.theme.replace('{name}', theme.name), kind: 'number', values: `${words.yesNo}; ${words.unread}`,
      cells: Array.from(stories.nums, (num, at) => (supports.has(num) ? 1 : done[at] === 1 ? 0 : null))
    }
  })
  return { stories, about, answers, codes, themes, nameFor }
}

/** The codebook, each code by a name that is its own: the same word in two branches would be two variables that nobody can tell apart. */
export function readToldTree(store: Store): CodeNode[] {
  const tree = readCodeTree(store)
  const names = toldNames(tree.map(({ num, name, parent }) => ({ id: num, name, parent })))
  return tree.map((node) => ({ ...node, name: names.get(node.num)! }))
}

function aboutVariables(store: Store, stories: CountedStories, words: ReturnType<typeof fileWords>, nameFor: (wanted: string) => string, done: Uint8Array): Variable[] {
  type Row = { num: number; number: number; story_group: string | null; wave: string | null; teller: number | null; month: string | null }
  const rows = new Map(store.all<Row>(
    `SELECT s.num, s.number, g.name AS story_group, w.name AS wave, s.teller, substr(s.collected_on, 1, 7) AS month
     FROM story s LEFT JOIN story_group g ON g.num = s.story_group LEFT JOIN wave w ON w.num = s.wave`).map((row) => [row.num, row]))
  const told = Map.groupBy([...rows.values()].filter(({ teller }) => teller !== null), ({ teller }) => teller!)
  const row = (num: number): Row => rows.get(num)!
  const column = (name: string, meaning: string, kind: Variable['kind'], values: string, cell: (row: Row) => Cell): Variable =>
    ({ name: nameFor(name), meaning, kind, values, cells: Array.from(stories.nums, (num) => cell(row(num))) })
  const all = [
    column('verhaal', words.story, 'number', words.number, ({ number }) => number),
    column('groep', words.group, 'text', '', ({ story_group }) => story_group),
    column('meting', words.wave, 'text', '', ({ wave }) => wave),
    // The lowest number of a teller's stories stands for the teller: it says nothing about who that is, or who came first.
    column('verteller', words.teller, 'number', words.number, ({ teller }) => (teller === null ? null : Math.min(...told.get(teller)!.map(({ number }) => number)))),
    column('maand', words.month, 'text', '', ({ month }) => month)
  ].filter(({ cells }) => cells.some((cell) => cell !== null))
  return [
    ...all, { name: nameFor('woorden'), meaning: words.words, kind: 'number', values: words.number, cells: [...readWords(store, stories)] },
    { name: nameFor('gelezen'), meaning: words.read, kind: 'number', values: words.yesNo, cells: [...done] }
  ]
}
