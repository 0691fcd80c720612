// Figures that compare: stones with stones, groups with each other, answers with answers, the sample with the population.
import { chi2Gof, chi2Independence } from '../../shared/statistics/index.ts'
import { SCALES } from './answers.ts'
import { countStories, counts, measured, optionRule, question, round, wasAsked, type Figures, type Study } from './study.ts'

/** Where the stones lie (rank of the mean, 1 is highest), which bar holds the mean of a scale, and the pairs both groups were asked. */
export async function placeFigures(study: Study): Promise<Figures> {
  const found: Figures = {}
  for (const group of study.groups.keys()) {
    const stones = question(study, 'ervaring-belang').stones
    const means = await Promise.all(stones.map(async ({ id }) => measured(study, group, 'ervaring-belang', id)))
    const rank = (name: string, axis: number) => 1 + means.filter((mean) =>
      mean[axis]! > means[stones.findIndex((stone) => stone.name === name)]![axis]!).length
    found[`M18 rang op ervaring en belang ${group}`] = Object.fromEntries(['Klik', 'Sociaal netwerk'].flatMap((name) =>
      [[`${name}, ervaring`, rank(name, 0)], [`${name}, belang`, rank(name, 1)]]))
    for (const key of SCALES.filter((scale) => wasAsked(study, group, scale))) {
      found[`M26 staaf van het gemiddelde ${key} ${group}`] = 10 * Math.floor((await measured(study, group, key))[0]! / 10 + 0.5)
    }
    const share = async (key: string, names: string[]) => {
      const all = await counts(study, group, key)
      return Math.floor(100 * names.reduce((sum, name) => sum + (all[name] ?? 0), 0) / await countStories(study, group) + 0.5)
    }
    found[`M25 per cent tevreden, gezin beter, jeugd beter, zelf verder ${group}`] = [
      await share('tevredenheid', ['Tevreden', 'Zeer tevreden']), await share('effect-gezin', ['Beter', 'Veel beter']),
        await share('effect-jeugd', ['Beter', 'Veel beter']),
      await share('verder', group === 'Gezinnen' ? ['Zonder ondersteuning', 'Met hulp van mensen om het gezin heen',
        'Met basisvoorzieningen in de wijk'] : ['Zonder ondersteuning', 'Met gespecialiseerde hulp'])
    ]
  }
  return found
}

/** Satisfaction against district and ages: p and the largest squared adjusted residual; and how the sample fits the population. */
export async function independenceFigures(study: Study): Promise<Figures> {
  const [families] = [...study.groups.keys()] as [string, string]
  const scores = question(study, 'tevredenheid').options
  const crossed = async (key: string): Promise<number[][]> => {
    const rows: number[][] = []
    for (const option of question(study, key).options) {
      rows.push([])
      for (const score of scores) rows.at(-1)!.push(await countStories(study, families,
        [optionRule(study, key, option.name), optionRule(study, 'tevredenheid', score.name)]))
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
