// Figures of the pictures: how answers are spread, what several answers add up to, where dots and stones lie, and rules that join.
import type { Output } from '../../shared/contract/index.ts'
import type { StoryFilter } from '../../shared/domain/layer.ts'
import { SCALES } from './answers.ts'
import { inGroup, optionRule, question, rangeRule, round, wasAsked, type Figures, type Study } from './study.ts'

type Pattern = Output<'pattern.chart'>
type Part = Pattern['parts'][number]

const LIKERT = ['tevredenheid', 'gezinsleven', 'effect-gezin', 'effect-jeugd']

export async function patternFigures(study: Study): Promise<Figures> {
  const found: Figures = {}
  const groups = [...study.groups.keys()]
  const byGroup = async (key: string): Promise<{ pattern: Pattern; part: (group: string) => Part }> => {
    const pattern = await study.call('pattern.chart', { signifier: question(study, key).id, split: { is: 'group' } })
    return { pattern, part: (group) => pattern.parts.find((part) => part.key === study.groups.get(group))! }
  }
  for (const key of SCALES) {
    const { pattern, part } = await byGroup(key)
    const bars = pattern.columns.flatMap(({ face }, at) => (face.is === 'bar' ? [at] : []))
    for (const group of groups.filter((name) => wasAsked(study, name, key))) found[`M26 beeld ${key} ${group}`] = bars.map((at) => part(group).counts[at]!)
  }
  for (const key of LIKERT) {
    const { pattern, part } = await byGroup(key)
    const rising = pattern.columns.flatMap(({ value }, at) => (value ? [at] : []))
    for (const group of groups.filter((name) => wasAsked(study, name, key))) {
      const two = (list: number[]): number => list.reduce((sum, at) => sum + part(group).counts[at]!, 0)
      found[`M11-20 hoogste en laagste twee ${key} ${group}`] = [two(rising.slice(-2)), two(rising.slice(0, 2))]
    }
  }
  return { ...found, ...await severalAnswers(study, groups, byGroup), ...await placedAnswers(study, groups, byGroup), ...await joinedRules(study, groups[0]!), ...await freeAnswers(study, groups) }
}

type ByGroup = (key: string) => Promise<{ pattern: Pattern; part: (group: string) => Part }>

/** Ticks against stories: the sum of three options and the stories that ticked at least one of them. */
async function severalAnswers(study: Study, [families]: string[], byGroup: ByGroup): Promise<Figures> {
  const ages = (await byGroup('leeftijden')).part(families!)
  const onwards = await byGroup('verder')
  const alone = ['Zonder ondersteuning', 'Met hulp van mensen om het gezin heen', 'Met basisvoorzieningen in de wijk']
  const sum = onwards.pattern.columns.reduce((total, { face }, at) => total + (face.is === 'option' && alone.includes(face.name) ? onwards.part(families!).counts[at]! : 0), 0)
  const options = question(study, 'verder').options.filter(({ name }) => alone.includes(name)).map(({ id }) => id)
  const union = await study.call('story.list', { filter: { ...inGroup(study, families!), answers: [{ is: 'options', signifier: question(study, 'verder').id, options }] }, limit: 1 })
  return { 'M4 leeftijden: gezinnen en aangekruist': [ages.valid, ages.mentions], 'M15 zelfstandig: opgeteld en verhalen': [sum, union.total] }
}

/** Middles of the triads, answers on an edge, dots in a far corner by a line drawn by hand; times each stone was placed. */
async function placedAnswers(study: Study, groups: string[], byGroup: ByGroup): Promise<Figures> {
  const found: Figures = {}
  for (const key of ['plan', 'vakmanschap']) {
    const { part } = await byGroup(key)
    for (const group of groups) found[`M27 beeld ${key} ${group}`] = part(group).middle!.arithmetic.map((share) => round(share, 0))
  }
  const { pattern, part } = await byGroup('plan')
  const right = pattern.columns.findIndex(({ key }) => key === 'right')
  const corner: [number, number][] = [[70, -1], [101, -1], [101, 1], [85, 31], [84, 31]]
  const drawn = await study.call('story.list', { filter: { ...inGroup(study, groups[0]!), answers: [{ is: 'lasso', signifier: question(study, 'plan').id, stone: null, points: corner }] }, limit: 1 })
  found['M27 plan gezinnen: op een rand, zone van het netwerk, lijn om die hoek'] = [part(groups[0]!).middle!.zeros, part(groups[0]!).counts[right]!, drawn.total]
  for (const key of ['ervaring-belang', 'factoren']) {
    const stones = question(study, key).stones
    const { part: ofGroup } = await byGroup(key)
    for (const group of groups.filter((name) => wasAsked(study, name, key))) found[`M18-28 beeld ${key} ${group}`] = Object.fromEntries(stones.map(({ name }, at) => [name, ofGroup(group).stones[at]!.placed]))
  }
  return found
}

/** Or and not, over the same scores as the selections of M35. */
async function joinedRules(study: Study, families: string): Promise<Figures> {
  const low: StoryFilter = { answers: [rangeRule(study, 'invloed', null, 20)] }
  const high: StoryFilter = { answers: [rangeRule(study, 'invloed', 85, null)] }
  const content: StoryFilter = { answers: [optionRule(study, 'tevredenheid', 'Zeer tevreden')] }
  const count = async (filter: StoryFilter): Promise<number> => (await study.call('story.list', { filter: { ...inGroup(study, families), ...filter }, limit: 1 })).total
  const both = await count({ answers: [...high.answers!, ...content.answers!] })
  return { 'M35 weinig of veel invloed; geen van beide; veel of zeer tevreden plus wie beide': [await count({ any: [low, high] }), await count({ not: [low, high] }), await count({ any: [high, content] }) + both] }
}

async function freeAnswers(study: Study, groups: string[]): Promise<Figures> {
  const totals = await Promise.all([['verder-anders', groups[0]!], ['verder-anders', groups[1]!], ['leefomgeving', groups[0]!]].map(async ([key, group]) =>
    (await study.call('pattern.texts', { signifier: question(study, key!).id, filter: inGroup(study, group!) })).total))
  return { 'M16 lijsten met eigen woorden': totals }
}
