// The figures of Demostad as the product itself counts them: every number here comes back from a call or a statistic.
import type { CallName, Input, Output } from '../shared/contract/index.ts'
import type { AnswerRule, StoryFilter } from '../shared/domain/layer.ts'
import type { Id } from '../shared/domain/ids.ts'
import { chi2Gof, chi2Independence, descriptives, tTest } from '../shared/statistics/index.ts'

export type Call = <N extends CallName>(name: N, input: Input<N>) => Promise<Output<N>>
/** Item of the study -> what was found: numbers, lists of numbers, or counts by name. */
export type Figures = Record<string, number | number[] | Record<string, number | null>>

type Question = Output<'signifier.list'>[number]
type Study = { call: Call; questions: Map<string, Question>; groups: Map<string, Id>; codes: Map<string, Id>; /** The name of a code's branch. */ branches: Map<Id, string> }

const round = (value: number, decimals: number): number => Math.round(value * 10 ** decimals) / 10 ** decimals

export async function findFigures(call: Call): Promise<Figures> {
  const [questions, project, codes] = await Promise.all([call('signifier.list', {}), call('project.read', {}), call('code.list', {})])
  const study: Study = {
    call, questions: new Map(questions.map((question) => [question.key, question])), groups: new Map(project.groups.map(({ id, name }) => [name, id])),
    codes: new Map(codes.map(({ id, name }) => [name, id])), branches: new Map(codes.flatMap(({ id, parent }) => parent === null ? [] : [[id, codes.find((code) => code.id === parent)!.name]]))
  }
  return { ...await answerFigures(study), ...await selectionFigures(study), ...await codeFigures(study), ...await independenceFigures(study), ...await twiceCoded(study) }
}

const question = (study: Study, key: string): Question => study.questions.get(key)!
const inGroup = (study: Study, group: string): StoryFilter => ({ groups: [study.groups.get(group)!] })
const optionRule = (study: Study, key: string, name: string): AnswerRule =>
  ({ is: 'options', signifier: question(study, key).id, options: [question(study, key).options.find((option) => option.name === name)!.id] })
const rangeRule = (study: Study, key: string, from: number | null, to: number | null): AnswerRule => ({ is: 'range', signifier: question(study, key).id, part: 0, from, to })

const countStories = async (study: Study, group: string, answers: AnswerRule[] = []): Promise<number> =>
  (await study.call('story.list', { filter: { ...inGroup(study, group), answers }, limit: 1 })).total

/** Stories per answer, the last ones n.v.t. and blank, in the order of the columns. */
async function counts(study: Study, group: string, key: string, stone?: Id): Promise<Record<string, number>> {
  const table = await study.call('crosstab.table', {
    rows: [], tests: false, layer: { is: 'consensus' }, filter: inGroup(study, group),
    columns: { is: 'signifier', signifier: question(study, key).id, bins: { is: 'tens' }, ...stone === undefined ? {} : { stone } }
  })
  const named = table.columns.flatMap(({ face, stories }): [string, number][] =>
    face.is === 'option' ? [[face.name, stories]] : face.is === 'bar' ? [[String(face.at), stories]] : face.is === 'na' || face.is === 'blank' ? stories > 0 ? [[face.is, stories]] : [] : [])
  return Object.fromEntries(named)
}

async function placed(study: Study, group: string, key: string): Promise<Record<string, number>> {
  const all: [string, number][] = []
  for (const { id, name } of question(study, key).stones) {
    const table = await study.call('crosstab.table', { rows: [], tests: false, filter: inGroup(study, group), columns: { is: 'signifier', signifier: question(study, key).id, stone: id } })
    all.push([name, table.valid])
  }
  return Object.fromEntries(all)
}

const CLOSED = ['verteller', 'bron', 'rol', 'stadsdeel', 'leeftijden', 'gezinssituatie', 'tevredenheid', 'gezinsleven', 'effect-gezin', 'effect-jeugd', 'steun', 'verder', 'factoren-genoemd']
const SCALES = ['invloed', 'oordeelloos', 'luisteren', 'duidelijk']

async function answerFigures(study: Study): Promise<Figures> {
  const found: Figures = {}
  for (const group of study.groups.keys()) {
    const asked = (key: string) => question(study, key).wordings.some((wording) => wording.group === study.groups.get(group))
    found[`M1 ${group}`] = await countStories(study, group)
    for (const key of CLOSED.filter(asked)) found[`${key} ${group}`] = await counts(study, group, key)
    for (const key of SCALES.filter(asked)) found[`M26 ${key} ${group}`] = await counts(study, group, key)
    for (const key of ['ervaring-belang', 'factoren'].filter(asked)) found[`${key} ${group}`] = await placed(study, group, key)
    for (const key of ['plan', 'vakmanschap']) found[`M27 ${key} ${group}`] = await triadMeans(study, group, key)
    for (const key of ['verder-anders', 'leefomgeving'].filter(asked)) {
      found[`M16 ${key} ${group}`] = await countStories(study, group) - await countStories(study, group, [{ is: 'blank', signifier: question(study, key).id }])
    }
  }
  return found
}

/** Arithmetic means as whole per cents, and how many ticked n.v.t. */
async function triadMeans(study: Study, group: string, key: string): Promise<Record<string, number | null>> {
  const table = await study.call('crosstab.table', { rows: [], tests: false, filter: inGroup(study, group), columns: { is: 'signifier', signifier: question(study, key).id } })
  return { ...Object.fromEntries(table.measures.map(({ name, all }) => [name, all.mean === null ? null : round(all.mean, 0)])), na: table.na }
}

async function selectionFigures(study: Study): Promise<Figures> {
  const [families, staff] = [...study.groups.keys()] as [string, string]
  const tellers: [string, string][] = [['Een ouder of verzorger', 'ouder'], ['Een jeugdige', 'jeugdige']]
  const sources: [string, string][] = [['In de app met een medewerker', 'app'], ['Thuis op de website', 'web']]
  const crossed: Record<string, number> = {}
  for (const [teller, short] of tellers) {
    for (const [source, shorter] of sources) crossed[`${short}/${shorter}`] = await countStories(study, families, [optionRule(study, 'verteller', teller), optionRule(study, 'bron', source)])
  }
  const steady = await study.call('story.list', { filter: { ...inGroup(study, staff), codes: [study.codes.get('Netwerk steunt')!] } })
  return {
    'M2 verteller x bron': crossed,
    'M30 zeer tevreden': await countStories(study, families, [optionRule(study, 'tevredenheid', 'Zeer tevreden')]),
    'M35 invloed 85 en hoger': await countStories(study, families, [rangeRule(study, 'invloed', 85, null)]),
    'M35 invloed tot en met 20': await countStories(study, families, [rangeRule(study, 'invloed', null, 20)]),
    'M35 duidelijk 85 en hoger': await countStories(study, staff, [rangeRule(study, 'duidelijk', 85, null)]),
    'M35 duidelijk onder 60': await countStories(study, staff, [rangeRule(study, 'duidelijk', null, 59.99)]),
    'M35 netwerk steunt': steady.total,
    'M46 weinig invloed en niet gehoord': await countStories(study, families, [rangeRule(study, 'invloed', null, 20), rangeRule(study, 'luisteren', null, 24.99)]),
    'M46 niet gehoord': await countStories(study, families, [rangeRule(study, 'luisteren', null, 24.99)])
  }
}

type Frequencies = Record<string, Record<string, number>>

/** Fragments of the consensus layer by "branch group", by code; codes that do not occur there are left out. */
async function fragments(study: Study): Promise<Frequencies> {
  const table = await study.call('frequency.table', { by: 'group', layer: { is: 'consensus' } })
  const found: Frequencies = {}
  table.parts.forEach(({ name: group }, at) => {
    for (const row of table.rows) {
      const count = row.parts[at]!.fragments ?? 0
      const branch = row.code === null ? undefined : study.branches.get(row.code)
      if (count > 0 && branch !== undefined) (found[`M38-39 ${branch} ${group}`] ??= {})[row.name] = count
    }
  })
  return found
}

const SHARED = ['Opvoeding', 'Onderwijs/school', 'Sociale vaardigheden', 'Financieel/praktische zaken', 'Scheiding gerelateerd', 'Onbegrepen gedrag', 'Psychiatrische problematiek',
  'Medische problematiek', 'Weerbaarheid', 'ASS', 'Alleenstaand ouderschap', 'Cultuursensitief', 'Huiselijk geweld en agressie']

async function codeFigures(study: Study): Promise<Figures> {
  const [families, staff] = [...study.groups.keys()] as [string, string]
  const found = await fragments(study)
  const asked = (group: string, code: string) => found[`M38-39 Hulpvraag ${group}`]![code]!
  const contrast = chi2Independence({ table: SHARED.map((code) => [asked(families, code), asked(staff, code)]) })
  const click = await byScore(study, families, 'Klik')
  const skill = await byScore(study, families, 'Expertise')
  const opvoeding = await study.call('crosstab.table', { rows: [{ code: study.codes.get('Opvoeding')! }], tests: false, layer: { is: 'consensus' }, filter: inGroup(study, staff), columns: { is: 'group' } })
  return {
    ...found,
    'M38 verhalen met opvoeding medewerkers': opvoeding.rows[0]!.total.with,
    ...contrast.status === 'ok' ? {
      'M43 chi2, df': [round(contrast.statistic, 2), contrast.df],
      'M43 z': Object.fromEntries(SHARED.map((code, at) => [code, round(contrast.adjustedResiduals[at]![0] ?? 0, 2)]))
    } : {},
    ...Object.fromEntries(['tevredenheid', 'gezinsleven'].flatMap((key) => [
      [`M45 ${key} klik`, click[key]!], [`M45 ${key} expertise`, skill[key]!], [`M45 ${key} gemiddelde, sd, t, p, p Welch`, compare(click[key]!, skill[key]!)]
    ]))
  }
}

/** Fragments of a code by the story's score, low to high. */
async function byScore(study: Study, group: string, code: string): Promise<Record<string, number[]>> {
  const scores: Record<string, number[]> = {}
  for (const key of ['tevredenheid', 'gezinsleven']) {
    const table = await study.call('crosstab.table', {
      rows: [{ code: study.codes.get(code)! }], unit: 'fragment', tests: false, layer: { is: 'consensus' }, filter: inGroup(study, group), columns: { is: 'signifier', signifier: question(study, key).id }
    })
    scores[key] = table.columns.flatMap(({ face }, at) => face.is === 'option' ? [table.rows[0]!.counts[at]!] : [])
  }
  return scores
}

/** Mean and SD of both, |t| and p of Student, p of Welch, on fragments: as the study did it, which counts a story several times. */
function compare(a: number[], b: number[]): number[] {
  const spread = (vector: number[]) => vector.flatMap((count, at) => Array<number>(count).fill(at + 1))
  const [x, y] = [spread(a), spread(b)]
  const both = [descriptives({ values: x }), descriptives({ values: y })].flatMap((one) => one.status === 'ok' ? [round(one.mean, 4), round(one.sd ?? 0, 4)] : [])
  const tests = (['student', 'welch'] as const).map((variant) => tTest({ x, y, variant }))
  return [...both, ...tests.flatMap((test, at) => test.status === 'ok' ? [...at === 0 ? [round(Math.abs(Number(test.t)), 4)] : [], round(test.p, 5)] : [])]
}

/** Satisfaction against district and ages: p and the largest squared adjusted residual; and how the sample fits the population. */
async function independenceFigures(study: Study): Promise<Figures> {
  const [families] = [...study.groups.keys()] as [string, string]
  const scores = question(study, 'tevredenheid').options
  const crossed = async (key: string): Promise<number[][]> => {
    const rows: number[][] = []
    for (const option of question(study, key).options) {
      rows.push([])
      for (const score of scores) rows.at(-1)!.push(await countStories(study, families, [optionRule(study, key, option.name), optionRule(study, 'tevredenheid', score.name)]))
    }
    return rows
  }
  const found: Figures = {}
  for (const key of ['stadsdeel', 'leeftijden']) {
    const test = chi2Independence({ table: await crossed(key) })
    if (test.status === 'ok') found[`M31-32 tevredenheid x ${key}: verband of cel met z2 van 4 of meer`] = Number(test.p <= 0.2) + test.flaggedAdjustedSqGe4.length + test.adjustedResiduals.flat().filter((z) => z !== null && z * z >= 4).length
  }
  const districts = Object.values(await counts(study, families, 'stadsdeel'))
  const ages = Object.values(await counts(study, families, 'leeftijden'))
  const fit = (observed: number[], proportions: number[]): number[] => {
    const test = chi2Gof({ observed, proportions })
    return test.status === 'ok' ? [round(test.statistic, 3), test.df, round(test.p, 3)] : []
  }
  const [east, west, south, old, centre, other] = districts as [number, number, number, number, number, number]
  return {
    ...found,
    'M7 stadsdelen: chi2, df, p': fit([east, west, old, south, centre + other], [29, 33, 15, 18, 4]),
    'M8 leeftijden in drie klassen: chi2, df, p': fit([ages[0]!, ages[1]! + ages[2]!, ages[3]!], [64, 35, 1]),
    'M8 leeftijden in vier klassen: p': fit(ages.slice(0, 4), [64, 22, 13, 1])[2]!
  }
}

/** Per story that two coders finished: codings both made (same code, same place), those of the first only, those of the second only. */
async function twiceCoded(study: Study): Promise<Figures> {
  const coders = (await study.call('coder.list', {})).filter(({ role }) => role !== 'consensus')
  const { rows } = await study.call('story.list', { limit: 500 })
  const found: Figures = {}
  for (const { id } of rows) {
    const { sourceId, doneBy, codings } = await study.call('story.read', { story: id })
    const two = coders.filter((coder) => doneBy.includes(coder.id))
    if (two.length !== 2) continue
    const [first, second] = two.map((coder) => new Set(codings.filter((coding) => coding.coder === coder.id).map(({ text, start, end, code }) => [text, start, end, code].join(' '))))
    const same = [...first!].filter((one) => second!.has(one)).length
    found[`M44 ${sourceId} ${two.map(({ initials }) => initials).join(' ')}`] = [same, first!.size - same, second!.size - same]
  }
  return found
}
