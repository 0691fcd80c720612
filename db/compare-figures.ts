// Agreement by code between coders, over the stories that two or more of them finished: every coding is read once, and every figure
// follows from sums (shared/agreement/tally.ts). Per code and never over all codes at once: one passage may bear several.
import type { z } from 'zod'
import { tooLittle } from '../shared/agreement/minimum.ts'
import { ac1Of, addText, addUnits, alphaOf, cohenOf, emptyTally, f1Of, fleissOf, jaccardOf, mergedPlaces, percentOf, uAlphaOf, type Tally } from '../shared/agreement/tally.ts'
import type { AgreementRow } from '../shared/contract/compare.ts'
import type { contract } from '../shared/contract/index.ts'
import type { Id } from '../shared/domain/ids.ts'
import { release, type About } from '../shared/domain/release.ts'
import { readCodeTree } from './code-tree.ts'
import { bitsIn, codingsOf, readCompared, type Compared } from './compared.ts'
import { readPlacedMarks, readTextStories, type PlacedMarks } from './marks.ts'
import { isBlind } from './scope.ts'
import type { Store } from './store.ts'

type Question = z.output<(typeof contract)['compare.figures']['input']>
type Answer = z.output<(typeof contract)['compare.figures']['output']>

/** The stretches of one coder in one text, merged; `place`: of its story. */
export type Run = { place: number; text: number; bit: number; stretches: number[] }
export type Counting = {
  compared: Compared; storyOf: Int32Array
  /** By place: local number and length (UTF-16 units) of the main text. */
  mains: Int32Array; lengths: Int32Array
  /** By number of readers: stories, and characters of main text. */
  stories: number[]; characters: number[]
}

export function compareFigures(store: Store, viewer: Id | null, { coders, filter, mode }: Question): Answer & { about: About } {
  const compared = readCompared(store, viewer, coders, filter)
  const counting = prepare(store, compared)
  const tree = readCodeTree(store)
  const byCode = new Map<number, AgreementRow>()
  let open: PlacedMarks[] = []
  const file = (): void => {
    const node = tree.find(({ num }) => num === open[0]?.code)
    const row = node && figuresOf(counting, node, open)
    if (row && row.uses > 0) byCode.set(node.num, row)
  }
  for (const marks of readPlacedMarks(store, codingsOf(store, viewer, compared.coders), tree.map(({ num }) => num))) {
    if (open.length > 0 && open[0]!.code !== marks.code) {
      file()
      open = []
    }
    open.push(marks)
  }
  file()
  const raters = counting.stories.flatMap((stories, m) => (stories > 0 ? [m] : []))
  return release(
    { stories: compared.total, waiting: compared.waiting, raters: raters.length === 1 ? raters[0]! : null, rows: tree.flatMap(({ num }) => byCode.get(num) ?? []) },
    { n: compared.total, layer: { is: 'all' }, viewer, mode, blind: isBlind(store) })
}

export function prepare(store: Store, compared: Compared): Counting {
  const { stories, readers } = compared
  const [mains, lengths] = [new Int32Array(stories.size), new Int32Array(stories.size)]
  const { list } = store.get<{ list: string | null }>(`SELECT group_concat(s.num || ',' || t.num || ',' || s.length) AS list FROM story s JOIN text t ON t.story = s.num AND t.kind = 'main'`)!
  const triples = JSON.parse(`[${list ?? ''}]`) as number[]
  const counting: Counting = { compared, storyOf: readTextStories(store), mains, lengths, stories: [], characters: [] }
  for (let m = 0; m <= compared.coders.length; m++) counting.stories[m] = counting.characters[m] = 0
  for (let i = 0; i < triples.length; i += 3) {
    const place = stories.place[triples[i]!]!
    if (place < 0 || readers[place] === 0) continue
    mains[place] = triples[i + 1]!
    lengths[place] = triples[i + 2]!
    counting.stories[bitsIn(readers[place]!)]!++
    counting.characters[bitsIn(readers[place]!)]! += triples[i + 2]!
  }
  return counting
}

function figuresOf(counting: Counting, { id, name, colour }: { id: Id; name: string; colour: number }, marks: readonly PlacedMarks[]): AgreementRow {
  const { compared, stories, characters } = counting
  const { runs, uses } = runsOf(counting, marks)
  const [story, text] = [emptyTally(), emptyTally()]
  const [restStories, restCharacters] = [[...stories], [...characters]]
  const isPair = compared.coders.length === 2
  for (let from = 0; from < runs.length;) {
    const { place } = runs[from]!
    let to = from
    while (to < runs.length && runs[to]!.place === place) to++
    const here = runs.slice(from, to)
    from = to
    addStory(counting, place, here, story, text)
    const m = bitsIn(compared.readers[place]!)
    restStories[m]!--
    restCharacters[m]! -= counting.lengths[place]!
  }
  restStories.forEach((count, m) => addUnits(story, count, m, 0))
  restCharacters.forEach((count, m) => addUnits(text, count, m, 0))
  const used = new Set(runs.map(({ place }) => place)).size
  const why = tooLittle({ stories: compared.total, uses })
  return { code: id, name, colour, uses, stories: used, why, ...(why === null ? { story: ofStories(story, isPair), text: ofText(text, isPair) } : { story: null, text: null }) }
}

/** One story, and its main text; `here`: what its readers marked in it with the code. */
export function addStory({ compared, mains, lengths }: Counting, place: number, here: readonly Run[], story: Tally, text: Tally): void {
  const m = bitsIn(compared.readers[place]!)
  const bits = here.reduce((all, { bit }) => all | bit, 0)
  const onMain = here.filter((run) => run.text === mains[place])
  addUnits(story, 1, m, bitsIn(bits))
  addText(text, lengths[place]!, m, onMain.map(({ stretches }) => stretches))
  if (compared.coders.length > 2) return
  addSides(story, bits & 1 ? 1 : 0, bits & 2 ? 1 : 0)
  for (const { bit, stretches } of onMain) addSides(text, bit === 1 ? sizeOf(stretches) : 0, bit === 2 ? sizeOf(stretches) : 0)
}

/** In the order of stories; each coder's stretches in a text made one where they overlap. What a coder did not finish is left out. */
export function runsOf({ compared, storyOf }: Counting, marks: readonly PlacedMarks[]): { runs: Run[]; uses: number } {
  const runs: Run[] = []
  let uses = 0
  for (const { coder, places } of marks) {
    const bit = 1 << compared.coders.indexOf(coder)
    const own = new Map<number, Run>()
    for (let i = 0; i < places.length; i += 3) {
      const text = places[i]!
      const place = compared.stories.place[storyOf[text]!]!
      if (place < 0 || !(compared.readers[place]! & bit) || places[i + 1] === places[i + 2]) continue
      uses++
      const run = own.get(text)
      if (run) run.stretches.push(places[i + 1]!, places[i + 2]!)
      else own.set(text, { place, text, bit, stretches: [places[i + 1]!, places[i + 2]!] })
    }
    for (const run of own.values()) {
      if (run.stretches.length > 2) run.stretches = mergedPlaces(rising(run.stretches))
      runs.push(run)
    }
  }
  return { runs: runs.sort((a, b) => a.place - b.place || a.text - b.text), uses }
}

function rising(places: readonly number[]): number[] {
  const pairs: [number, number][] = []
  for (let i = 0; i < places.length; i += 2) pairs.push([places[i]!, places[i + 1]!])
  return pairs.sort((a, b) => a[0] - b[0]).flat()
}

const sizeOf = (stretches: readonly number[]): number => stretches.reduce((sum, place, i) => sum + (i % 2 === 1 ? place : -place), 0)

function addSides(tally: Tally, first: number, second: number): void {
  tally.first += first
  tally.second += second
}

export const ofStories = (tally: Tally, isPair: boolean): NonNullable<AgreementRow['story']> =>
  ({ percent: percentOf(tally), ac1: ac1Of(tally), kappa: isPair ? cohenOf(tally) : null, fleiss: isPair ? null : fleissOf(tally), alpha: alphaOf(tally) })
export const ofText = (tally: Tally, isPair: boolean): NonNullable<AgreementRow['text']> =>
  ({ percent: percentOf(tally), jaccard: jaccardOf(tally), f1: isPair ? f1Of(tally) : null, kappa: isPair ? cohenOf(tally) : null, alpha: alphaOf(tally), uAlpha: uAlphaOf(tally) })
