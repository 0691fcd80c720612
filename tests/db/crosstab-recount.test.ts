// The cross-table against a naive recount: the same project as plain objects, counted with filter and Set, over random projects.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { ColumnsBy, Crosstab } from '../../shared/contract/crosstab.ts'
import type { Layer } from '../../shared/domain/layer.ts'
import { ask } from '../support/ask.ts'
import { plainProject, type Plain, type PlainProject, type PlainStory } from '../support/plain-project.ts'

const CODERS = ['Anna', 'Bram', 'Cleo', 'Samen']
const CODES = ['hulp', 'klik', 'school', 'les']
const PARENT: Record<string, string | undefined> = { klik: 'hulp', school: 'hulp', les: 'school' }
const GROUPS = ['gezin', 'team']
const TICKS = ['ouder', 'kind', 'school']

const subset = <T>(values: readonly T[]): fc.Arbitrary<T[]> => fc.subarray([...values])
const arbitraryStory: fc.Arbitrary<PlainStory> = fc.record({
  group: fc.constantFrom(...GROUPS, undefined),
  state: fc.constantFrom('live' as const, 'live' as const, 'live' as const, 'live' as const, 'staged' as const, 'withdrawn' as const),
  slider: fc.oneof(fc.integer({ min: 0, max: 100 }).map((value) => ({ value })), fc.constant('na' as const), fc.constant(null)),
  multi: fc.oneof(subset(TICKS).map((options) => ({ options })), fc.constant('na' as const), fc.constant(null)),
  doneBy: subset(CODERS),
  codings: fc.array(fc.record({
    coder: fc.constantFrom(...CODERS), code: fc.constantFrom(...CODES), start: fc.integer({ min: 0, max: 2 }), length: fc.integer({ min: 1, max: 2 }), removed: fc.boolean()
  }), { maxLength: 8 })
}).map(({ slider, multi, group, codings, ...story }) => ({
  ...story, body: 'abcdef', ...(group === undefined ? {} : { group }),
  answers: { ...(slider === null ? {} : { invloed: slider }), ...(multi === null ? {} : { wie: multi }) },
  codings: codings.map(({ length, ...coding }) => ({ ...coding, end: coding.start + length }))
}))
const arbitraryProject = fc.record({ blind: fc.boolean(), stories: fc.array(arbitraryStory, { maxLength: 24 }) }).map(({ blind, stories }): PlainProject => ({
  blind, coders: CODERS.map((name) => ({ name, role: name === 'Samen' ? 'consensus' : 'coder' })), groups: GROUPS,
  codes: CODES.map((name) => ({ name, ...(PARENT[name] === undefined ? {} : { parent: PARENT[name] }) })),
  signifiers: [{ key: 'invloed', kind: 'slider', askedOf: ['gezin'] }, { key: 'wie', kind: 'multi', options: TICKS }], stories
}))
const arbitraryQuestion = fc.record({
  by: fc.constantFrom('invloed', 'wie', 'group', 'coder'), unit: fc.constantFrom('story' as const, 'fragment' as const, 'coding' as const),
  layer: fc.constantFrom('all', 'consensus', 'Anna', 'Bram'), groups: fc.oneof(fc.constant(null), subset(GROUPS)), viewer: fc.constantFrom('Anna', 'Bram', null)
})
type Question = typeof arbitraryQuestion extends fc.Arbitrary<infer Q> ? Q : never

/** What the table should say, from the description alone. */
function recount(project: PlainProject, { by, unit, layer, groups, viewer }: Question) {
  const coders = layer === 'all' ? CODERS.slice(0, 3) : layer === 'consensus' ? ['Samen'] : [layer]
  const stories = project.stories.filter((story) => story.state === 'live' && (groups === null || groups.includes(story.group ?? '')))
  const finished = (story: PlainStory, by: string[]): boolean => by.some((coder) => story.doneBy!.includes(coder)) && (!project.blind || story.doneBy!.includes(viewer ?? ''))
  const seen = (story: PlainStory) => story.codings!.filter((coding) => !coding.removed && coders.includes(coding.coder) && (!project.blind || coding.coder === viewer || story.doneBy!.includes(viewer ?? '')))
  const columnsOf = (story: PlainStory): string[] => {
    if (by === 'group') return [story.group ?? 'unknown']
    const answer = story.answers![by]
    if (answer === undefined) return [by === 'invloed' && story.group !== 'gezin' ? 'notAsked' : 'blank']
    if (answer === 'na') return ['na']
    if ('value' in answer) return [`bar${Math.floor((answer.value + 5) / 10) * 10}`]
    const { options } = answer as { options: string[] }
    return options.length === 0 ? ['none'] : options
  }
  const size = (codings: { story: PlainStory; coding: { start: number; end: number } }[]): number =>
    unit === 'coding' ? codings.length : new Set(codings.map(({ story, coding }) => (unit === 'story' ? stories.indexOf(story) : `${stories.indexOf(story)} ${coding.start} ${coding.end}`))).size
  return CODES.flatMap((code) => [false, true].map((branch) => {
    const codes = branch ? CODES.filter((other) => [other, PARENT[other], PARENT[PARENT[other] ?? '']].includes(code)) : [code]
    const bearing = (story: PlainStory, of = coders) => seen(story).filter((coding) => codes.includes(coding.code) && of.includes(coding.coder))
    const keys = by === 'coder' ? coders : [...new Set(stories.flatMap(columnsOf))]
    const cells = keys.map((key) => {
      const of = by === 'coder' ? [key] : coders
      const inColumn = by === 'coder' ? stories : stories.filter((story) => columnsOf(story).includes(key))
      const yes = inColumn.filter((story) => bearing(story, of).length > 0)
      const no = inColumn.filter((story) => bearing(story, of).length === 0 && finished(story, of))
      return [key, size(yes.flatMap((story) => bearing(story, of).map((coding) => ({ story, coding })))), yes.length, no.length, inColumn.length - yes.length - no.length] as const
    }).filter(([, ...numbers]) => numbers.some((n) => n > 0)).toSorted(([a], [b]) => (a < b ? -1 : 1))
    const all = stories.filter((story) => bearing(story).length > 0)
    const none = stories.filter((story) => bearing(story).length === 0 && finished(story, coders))
    const total = {
      count: size(all.flatMap((story) => bearing(story).map((coding) => ({ story, coding })))), with: all.length, without: none.length, unread: stories.length - all.length - none.length,
      unfinished: all.filter((story) => !finished(story, coders)).length
    }
    const scored = (list: PlainStory[]): number[] => list.flatMap((story) => {
      const answer = story.answers!.invloed
      return answer !== undefined && answer !== 'na' && 'value' in answer ? [answer.value] : []
    })
    return { cells, total, scores: by === 'invloed' ? [scored(all), scored(none)].map(spread) : [] }
  }))
}

function spread(values: number[]): unknown {
  const n = values.length
  const sorted = values.toSorted((a, b) => a - b)
  if (n === 0) return { n, mean: null, median: null, sd: null }
  const mean = values.reduce((a, b) => a + b, 0) / n
  const close = (value: number): number => Number(value.toFixed(9))
  return { n, mean: close(mean), median: (sorted[(n - 1) >> 1]! + sorted[n >> 1]!) / 2, sd: n === 1 ? null : close(Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (n - 1))) }
}

/** The program's table in the same shape. */
function flat(plain: Plain, { columns, rows }: Crosstab) {
  const names = new Map([...CODERS, ...GROUPS, ...TICKS.map((tick) => `wie/${tick}`)].map((name) => [plain.id(name), name.replace('wie/', '')]))
  return rows.map((row) => ({
    cells: columns.map(({ key }, at) => [names.get(key) ?? key, row.counts[at]!, row.with[at]!, row.without[at]!, row.unread[at]!] as const)
      .filter(([, ...numbers]) => numbers.some((n) => n > 0)).toSorted(([a], [b]) => (a < b ? -1 : 1)),
    total: row.total,
    scores: row.scores.flatMap(({ with: yes, without: no }) => [yes, no]).map(({ mean, sd, ...rest }) => ({ ...rest, mean: mean === null ? null : Number(mean.toFixed(9)), sd: sd === null ? null : Number(sd.toFixed(9)) }))
  }))
}

test('every count equals the naive one, whoever looks, in whichever unit and layer', async () => {
  await fc.assert(fc.asyncProperty(arbitraryProject, fc.array(arbitraryQuestion, { minLength: 3, maxLength: 6 }), async (project, questions) => {
    const plain = plainProject(project)
    try {
      for (const question of questions) {
        const { by, unit, layer, groups, viewer } = question
        const columns: ColumnsBy = by === 'group' || by === 'coder' ? { is: by } : { is: 'signifier', signifier: plain.id(by) }
        const named: Layer = layer === 'all' || layer === 'consensus' ? { is: layer } : { is: 'coder', coder: plain.id(layer) }
        const shared = { columns, unit, layer: named, filter: groups === null ? {} : { groups: groups.map((group) => plain.id(group)) } }
        const rows = CODES.flatMap((code) => [false, true].map((branch) => ({ code: plain.id(code), branch })))
        const answer = await ask(plain, viewer, 'crosstab.table', { ...shared, rows, tests: false })
        expect(flat(plain, answer)).toEqual(recount(project, question))
        // Behind each number stand as many stories as it counts.
        const [row, column] = [rows[1]!, answer.columns[question.unit.length % answer.columns.length]!.key]
        const at = answer.columns.findIndex((head) => head.key === column)
        for (const side of ['with', 'without', 'unread'] as const) {
          const behind = await ask(plain, viewer, 'crosstab.behind', { ...shared, row, column, side })
          expect([behind.stories, behind.rows.length]).toEqual([answer.rows[1]![side][at], answer.rows[1]![side][at]])
          if (side === 'with' && unit !== 'story') expect(unit === 'coding' ? behind.codings : behind.fragments).toBe(answer.rows[1]!.counts[at])
        }
      }
    } finally {
      plain.close()
    }
  }), { numRuns: 60, seed: 20_260_101 })
}, 60_000)
