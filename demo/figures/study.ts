// The built study as the figures see it: its questions, groups and codes by name, and the questions put to the core.
import type { CallName, Input, Output } from '../../shared/contract/index.ts'
import type { AnswerRule } from '../../shared/domain/answer-rule.ts'
import type { StoryFilter } from '../../shared/domain/layer.ts'
import type { Id } from '../../shared/domain/ids.ts'

export type Call = <N extends CallName>(name: N, input: Input<N>) => Promise<Output<N>>
/** Item of the study -> what was found: numbers, lists of numbers, or counts by name. */
export type Figures = Record<string, number | number[] | Record<string, number | null>>

type Question = Output<'signifier.list'>[number]
export type Study = {
  call: Call
  questions: Map<string, Question>
  groups: Map<string, Id>
  codes: Map<string, Id>
  /** The name of a code's branch. */
  branches: Map<Id, string>
}

export async function openStudy(call: Call): Promise<Study> {
  const [questions, project, codes] = await Promise.all([call('signifier.list', {}), call('project.read', {}), call('code.list', {})])
  return {
    call, questions: new Map(questions.map((question) => [question.key, question])),
      groups: new Map(project.groups.map(({ id, name }) => [name, id])),
    codes: new Map(codes.map(({ id, name }) => [name, id])),
    branches: new Map(codes.flatMap(({ id, parent }) => parent === null ? [] : [[id, codes.find((code) => code.id === parent)!.name]]))
  }
}

export const round = (value: number, decimals: number): number => Math.round(value * 10 ** decimals) / 10 ** decimals

export const question = (study: Study, key: string): Question => study.questions.get(key)!
export const inGroup = (study: Study, group: string): StoryFilter => ({ groups: [study.groups.get(group)!] })
export const optionRule = (study: Study, key: string, name: string): AnswerRule =>
  ({ is: 'options', signifier: question(study, key).id, options: [question(study, key).options.find((option) => option.name === name)!.id] })
export const rangeRule = (study: Study, key: string, from: number | null, to: number | null): AnswerRule =>
  ({ is: 'range', signifier: question(study, key).id, part: 0, from, to })

export const countStories = async (study: Study, group: string, answers: AnswerRule[] = []): Promise<number> =>
  (await study.call('story.list', { filter: { ...inGroup(study, group), answers }, limit: 1 })).total

/** Was this group asked this question? */
export const wasAsked = (study: Study, group: string, key: string): boolean =>
  question(study, key).wordings.some((wording) => wording.group === study.groups.get(group))

/** Stories per answer, the last ones n.v.t. and blank, in the order of the columns. */
export async function counts(study: Study, group: string, key: string, stone?: Id): Promise<Record<string, number>> {
  const table = await study.call('crosstab.table', {
    rows: [], tests: false, layer: { is: 'consensus' }, filter: inGroup(study, group),
    columns: { is: 'signifier', signifier: question(study, key).id, bins: { is: 'tens' }, ...stone === undefined ? {} : { stone } }
  })
  const named = table.columns.flatMap(({ face, stories }): [string, number][] =>
    face.is === 'option' ? [[face.name, stories]] : face.is === 'bar' ? [[String(face.at), stories]]
      : face.is === 'na' || face.is === 'blank' ? stories > 0 ? [[face.is, stories]] : [] : [])
  return Object.fromEntries(named)
}

/** Means of a scale, or of a stone on its axes. */
export async function measured(study: Study, group: string, key: string, stone?: Id): Promise<number[]> {
  const table = await study.call('crosstab.table', { rows: [], tests: false, filter: inGroup(study, group),
    columns: { is: 'signifier', signifier: question(study, key).id, ...stone === undefined ? {} : { stone } } })
  return table.measures.map(({ all }) => all.mean ?? NaN)
}
