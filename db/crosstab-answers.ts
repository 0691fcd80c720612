// The columns that a question to the tellers gives: its options, bars, classes, zones or quadrants, and beside them what is no value:
// nothing ticked, n.v.t., blank, not asked. Four different things.
import type { Bins, ColumnFace, ColumnsBy } from '../shared/contract/crosstab.ts'
import type { SignifierKind } from '../shared/domain/signifier.ts'
import { Refusal } from '../shared/errors.ts'
import { binOf, NEAREST_TENS, type Bin } from '../shared/signifier/bins.ts'
import { halfOf, HALVES, QUADRANTS, quadrantOf } from '../shared/signifier/stones.ts'
import { TRIAD_ZONES, zoneOfShares, type TriadZone } from '../shared/signifier/triad.ts'
import { PART_NA, PART_NONE } from './answers.ts'
import type { CountedStories } from './counted-stories.ts'
import { gather, inOne, MOST_COLUMNS, periodHeads, periodOf, type ColumnHead, type ColumnSet, type MeasuredScale } from './crosstab-heads.ts'
import { toBlob, toId } from './ids.ts'
import type { Store } from './store.ts'

type Question = { num: number; kind: SignifierKind; title: string; high_last: number | null }
type BySignifier = Extract<ColumnsBy, { is: 'signifier' }>
type Answer = { story: number; part: number; option: number | null; value: number | null }
type Columns = Pick<ColumnSet, 'heads' | 'starts' | 'list' | 'columnsAre' | 'measures'>

/** What stands beside the values, in this order, behind them. */
const STATES = ['none', 'na', 'blank', 'notAsked'] as const
type State = (typeof STATES)[number]

export function signifierColumns(store: Store, by: BySignifier, stories: CountedStories): ColumnSet {
  const question = store.get<Question>('SELECT num, kind, title, high_last FROM signifier WHERE id = ? AND removed = 0', [toBlob(by.signifier)])
  if (!question) throw new Refusal('not_found', 'signifier.absent')
  const answers = new Answers(store, question, stories)
  return { ...columnsOf(store, question, by, answers), coders: null }
}

function columnsOf(store: Store, question: Question, by: BySignifier, answers: Answers): Columns {
  switch (question.kind) {
    case 'choice': return optionColumns(store, question, answers)
    case 'likert': return { ...optionColumns(store, question, answers), columnsAre: 'ordered' }
    case 'multi': return optionColumns(store, question, answers)
    case 'slider': return scaleColumns(question, by.bins ?? { is: 'tens' }, answers)
    case 'number': return scaleColumns(question, by.bins ?? { is: 'classes', count: 10 }, answers)
    case 'date': return dateColumns(answers)
    case 'triad': return zoneColumns(store, question, by, answers)
    case 'stones': return quadrantColumns(store, question, by, answers)
    case 'text': throw new Refusal('invalid_input', 'crosstab.free_text', { question: question.title })
  }
}

/** The answers of the stories in scope, each story with its state; a part's value by story, NaN where there is none. */
class Answers {
  readonly size: number
  readonly rows: Answer[] = []
  readonly state: (State | null)[]

  constructor(store: Store, { num }: Question, stories: CountedStories) {
    this.size = stories.size
    this.state = Array.from(stories.nums, () => 'blank')
    for (const story of notAskedOf(store, num)) {
      const at = stories.place[story] ?? -1
      if (at >= 0) this.state[at] = 'notAsked'
    }
    for (const [story, part, option, value] of store.tuples('SELECT story, part, option, value FROM answer WHERE signifier = ?').all(num) as [number, number, number | null, number | null][]) {
      const at = stories.place[story] ?? -1
      if (at < 0) continue
      this.state[at] = part === PART_NA ? 'na' : part === PART_NONE ? 'none' : null
      if (part >= 0) this.rows.push({ story: at, part, option, value })
    }
  }

  values(part: number): Float64Array {
    const values = new Float64Array(this.size).fill(NaN)
    for (const row of this.rows) if (row.part === part && row.value !== null) values[row.story] = row.value
    return values
  }

  /** The heads of values with those of the states that occur, and the place of each state. */
  heads(faces: readonly { key: string; face: ColumnFace }[], noneIsValue = false): { heads: ColumnHead[]; stateAt: (state: State) => number } {
    const states = STATES.filter((state) => this.state.includes(state))
    return {
      heads: [...faces.map((face) => ({ ...face, value: true })), ...states.map((is): ColumnHead => ({ key: is, face: { is }, value: is === 'none' && noneIsValue }))],
      stateAt: (state) => faces.length + states.indexOf(state)
    }
  }

  /** One column for each story: that of its value, else that of its state. `valueAt` gives −1 for a story without the value. */
  single(faces: readonly { key: string; face: ColumnFace }[], valueAt: (story: number) => number): Pick<ColumnSet, 'heads' | 'starts' | 'list'> {
    const { heads, stateAt } = this.heads(faces)
    return { heads, ...inOne(this.size, (story) => {
      const state = this.state[story]!
      return state === null ? valueAt(story) : stateAt(state)
    }) }
  }
}

/** Stories, by local number, to whose group the question was not put; group 0 of a wording is everyone. */
export function notAskedOf(store: Store, signifier: number): number[] {
  const asked = store.firsts('SELECT story_group FROM wording WHERE signifier = ?').all(signifier) as number[]
  if (asked.length === 0 || asked.includes(0)) return []
  const others = `SELECT json_group_array(num) FROM story WHERE coalesce(story_group, 0) NOT IN (SELECT value FROM json_each(?))`
  return JSON.parse(store.firsts(others).get(JSON.stringify(asked)) as string) as number[]
}

function optionColumns(store: Store, question: Question, answers: Answers): Columns {
  const asked = store.all<{ num: number; id: Buffer; name: string }>('SELECT num, id, name FROM option WHERE signifier = ? ORDER BY position, num', [question.num])
  // Steps go from low to high, whichever end was asked first: right, and dark, mean the same in every picture and table.
  const options = question.kind === 'likert' && question.high_last === 0 ? asked.toReversed() : asked
  const faces = options.map((row) => ({ key: toId(row.id), face: { is: 'option' as const, id: toId(row.id), name: row.name } }))
  const columnOf = new Map(options.map((row, at) => [row.num, at]))
  if (question.kind === 'multi') {
    const { heads, stateAt } = answers.heads(faces, true)
    const ticked = answers.rows.flatMap((row): [number, number][] => (row.option === null ? [] : [[row.story, columnOf.get(row.option)!]]))
    const states = answers.state.flatMap((state, story): [number, number][] => (state === null ? [] : [[story, stateAt(state)]]))
    return { heads, ...gather(answers.size, [...ticked, ...states]), columnsAre: 'several', measures: [] }
  }
  const chosen = new Int16Array(answers.size).fill(-1)
  for (const row of answers.rows) if (row.option !== null) chosen[row.story] = columnOf.get(row.option)!
  const scores = Float64Array.from(chosen, (at) => (at < 0 ? NaN : at + 1))
  const measures: MeasuredScale[] = question.kind === 'likert' ? [{ key: 'likert', is: 'likert', name: question.title, scores }] : []
  return { ...answers.single(faces, (story) => chosen[story]!), columnsAre: 'single', measures }
}

function scaleColumns(question: Question, wanted: Bins, answers: Answers): Columns {
  const scores = answers.values(0)
  const bins = wanted.is === 'tens' && question.kind === 'slider' ? NEAREST_TENS : cut(question, wanted.is === 'tens' ? { is: 'classes', count: 10 } : wanted, scores)
  const faces = bins.map(({ from, to, isClosed, centre }) => (centre === null
    ? { key: `from${from}`, face: { is: 'range' as const, from, to, closed: isClosed } }
    : { key: `bar${centre}`, face: { is: 'bar' as const, at: centre } }))
  return {
    ...answers.single(faces, (story) => binOf(bins, scores[story]!) ?? -1), columnsAre: 'ordered',
    measures: [{ key: 'score', is: 'score', name: question.title, scores }]
  }
}

/** Classes of 0–100 on a slider; on a number round steps about what was answered. */
function cut(question: Question, bins: Exclude<Bins, { is: 'tens' }>, scores: Float64Array): Bin[] {
  const there = scores.filter((score) => !Number.isNaN(score)).toSorted()
  const isSlider = question.kind === 'slider'
  const [least, most] = isSlider ? [0, 100] : [there[0] ?? 0, there.at(-1) ?? 0]
  const width = bins.is === 'width' ? bins.width : isSlider ? 100 / bins.count : roundStep((most - least) / bins.count)
  const first = Math.floor(tidy(least / width))
  // A number that lies on the last bound gets a class of its own there; 100 on a slider belongs to the last class.
  const count = isSlider ? Math.ceil(tidy(100 / width)) : Math.floor(tidy(most / width)) - first + 1
  if (count > MOST_COLUMNS) throw new Refusal('invalid_input', 'crosstab.too_many_columns', { columns: count })
  return Array.from({ length: count }, (_, at) => {
    const isClosed = isSlider && at === count - 1
    return { from: tidy((first + at) * width), to: isClosed ? 100 : tidy((first + at + 1) * width), isClosed, centre: null }
  })
}

/** Takes off what arithmetic in binary fractions leaves behind. */
const tidy = (value: number): number => Number(value.toPrecision(12))

/** 1, 2 or 5 times a power of ten, at least as wide. */
function roundStep(width: number): number {
  if (!(width > 0)) return 1
  const power = 10 ** Math.floor(Math.log10(width))
  return power * ([1, 2, 5].find((step) => tidy(step * power) >= tidy(width)) ?? 10)
}

/** Years when the answers span over three, quarters over one, else months. Values are days since 1970. */
function dateColumns(answers: Answers): Columns {
  const days = answers.values(0)
  const there = days.filter((day) => !Number.isNaN(day))
  const span = there.length === 0 ? 0 : there.reduce((a, b) => Math.max(a, b)) - there.reduce((a, b) => Math.min(a, b))
  const by = span > 3 * 366 ? 'year' : span > 366 ? 'quarter' : 'month'
  const periods = Array.from(days, (day) => (Number.isNaN(day) ? null : periodOf(new Date(day * 86_400_000).toISOString(), by)))
  const { heads } = periodHeads(periods, 'blank')
  const faces = heads.filter((head) => head.value).map(({ key, face }) => ({ key, face }))
  const columnOf = new Map(faces.map((face, at) => [face.key, at]))
  return { ...answers.single(faces, (story) => columnOf.get(periods[story] ?? '') ?? -1), columnsAre: 'ordered', measures: [] }
}

function zoneColumns(store: Store, question: Question, by: BySignifier, answers: Answers): Columns {
  const anchors = store.all<{ name: string }>('SELECT name FROM anchor WHERE signifier = ? ORDER BY position', [question.num]).map((row) => row.name)
  const shares = [0, 1, 2].map((part) => answers.values(part)) as [Float64Array, Float64Array, Float64Array]
  const corners: Record<TriadZone, number[]> = { top: [0], left: [1], right: [2], topLeft: [0, 1], topRight: [0, 2], leftRight: [1, 2], centre: [0, 1, 2] }
  const faces = TRIAD_ZONES.map((zone) => ({ key: zone, face: { is: 'zone' as const, zone, anchors: corners[zone].flatMap((corner) => anchors[corner] ?? []) } }))
  return {
    ...answers.single(faces, (story) => TRIAD_ZONES.indexOf(zoneOfShares([shares[0][story]!, shares[1][story]!, shares[2][story]!], by.zones))), columnsAre: 'single',
    measures: shares.map((scores, part) => ({ key: `share${part}`, is: 'share', name: anchors[part] ?? '', scores }))
  }
}

/** One stone of the question; a teller who left that stone aside placed nothing, which is an answer. */
function quadrantColumns(store: Store, question: Question, by: BySignifier, answers: Answers): Columns {
  const stones = store.all<{ num: number; id: Buffer; name: string }>('SELECT num, id, name FROM stone WHERE signifier = ? ORDER BY position, num', [question.num])
  const stone = by.stone === undefined ? stones[0] : stones.find((row) => toId(row.id) === by.stone)
  if (!stone) throw new Refusal('not_found', 'signifier.stone_absent')
  const [x, y] = [answers.values(2 * stone.num), answers.values(2 * stone.num + 1)]
  const oneAxis = y.every(Number.isNaN) && store.get<{ n: number }>('SELECT count(*) AS n FROM anchor WHERE signifier = ?', [question.num])!.n <= 2
  const parts = oneAxis ? HALVES : QUADRANTS
  answers.state.forEach((state, story) => { if (state === null && Number.isNaN(x[story]!)) answers.state[story] = 'none' })
  const faces = parts.map((quadrant) => ({ key: quadrant, face: { is: 'quadrant' as const, quadrant } }))
  const columnOf = (story: number): number => (parts as readonly string[]).indexOf(oneAxis ? halfOf({ x: x[story]! }) : quadrantOf({ x: x[story]!, y: y[story]! }))
  return {
    ...answers.single(faces, columnOf), columnsAre: 'single',
    measures: [{ key: 'x', is: 'x', name: stone.name, scores: x }, ...(oneAxis ? [] : [{ key: 'y', is: 'y' as const, name: stone.name, scores: y }])]
  }
}
