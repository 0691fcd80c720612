// Figures of the codings: how often, in which group, and with which scores.
import { chi2Independence } from '../../shared/statistics/index.ts'
import { inGroup, question, round, type Figures, type Study } from './study.ts'

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

export const SHARED = ['Opvoeding', 'Onderwijs/school', 'Sociale vaardigheden', 'Financieel/praktische zaken', 'Scheiding gerelateerd',
  'Onbegrepen gedrag', 'Psychiatrische problematiek',
  'Medische problematiek', 'Weerbaarheid', 'ASS', 'Alleenstaand ouderschap', 'Cultuursensitief', 'Huiselijk geweld en agressie']

export async function codeFigures(study: Study): Promise<Figures> {
  const [families, staff] = [...study.groups.keys()] as [string, string]
  const found = await fragments(study)
  const asked = (group: string, code: string) => found[`M38-39 Hulpvraag ${group}`]![code]!
  const contrast = chi2Independence({ table: SHARED.map((code) => [asked(families, code), asked(staff, code)]) })
  const click = await byScore(study, families, 'Klik')
  const skill = await byScore(study, families, 'Expertise')
  return {
    ...found,
    'M38 verhalen met opvoeding medewerkers': await storiesWith(study, staff, 'Opvoeding'),
    'M45 verhalen met klik, met expertise': [await storiesWith(study, families, 'Klik'), await storiesWith(study, families, 'Expertise')],
    ...contrast.status === 'ok' ? {
      'M43 chi2, df': [round(contrast.statistic, 2), contrast.df],
      'M43 z': Object.fromEntries(SHARED.map((code, at) => [code, round(contrast.adjustedResiduals[at]![0] ?? 0, 2)]))
    } : {},
    ...Object.fromEntries(['tevredenheid', 'gezinsleven'].flatMap((key) => [
      [`M45 ${key} klik`, click[key]!], [`M45 ${key} expertise`, skill[key]!]
    ])),
    ...await compared(study, families, 'tevredenheid'), ...await compared(study, families, 'gezinsleven')
  }
}

/** Stories of a group in which the team agreed on a code. */
async function storiesWith(study: Study, group: string, code: string): Promise<number> {
  const table = await study.call('crosstab.table', { rows: [{ code: study.codes.get(code)! }], tests: false,
    layer: { is: 'consensus' }, filter: inGroup(study, group), columns: { is: 'group' } })
  return table.rows[0]!.total.with
}

/** Fragments of a code by the story's score, low to high. */
async function byScore(study: Study, group: string, code: string): Promise<Record<string, number[]>> {
  const scores: Record<string, number[]> = {}
  for (const key of ['tevredenheid', 'gezinsleven']) {
    const table = await study.call('crosstab.table', {
      rows: [{ code: study.codes.get(code)! }], unit: 'fragment', tests: false, layer: { is: 'consensus' }, filter: inGroup(study, group),
        columns: { is: 'signifier', signifier: question(study, key).id }
    })
    scores[key] = table.columns.flatMap(({ face }, at) => face.is === 'option' ? [table.rows[0]!.counts[at]!] : [])
  }
  return scores
}

/** Klik against expertise, as the product compares any two codes: per fragment as the study did, and per story. */
async function compared(study: Study, group: string, key: string): Promise<Figures> {
  const { fragments, groups, test } = await study.call('crosstab.compare', {
    first: { code: study.codes.get('Klik')! }, second: { code: study.codes.get('Expertise')! }, layer: { is: 'consensus' }, filter: inGroup(study, group),
    columns: { is: 'signifier', signifier: question(study, key).id }
  })
  if (fragments.is !== 'tested' || test.is !== 'tested') return {}
  const { first, second, student, welch } = fragments
  return {
    [`M45 ${key} gemiddelde, sd, t, p, p Welch`]: [round(first.mean!, 4), round(first.sd!, 4), round(second.mean!, 4), round(second.sd!, 4), round(Math.abs(student.t), 4), round(student.p, 5), round(welch.p, 5)],
    [`M45 ${key} per verhaal: alleen klik, alleen expertise, beide, geen`]: [groups.first.n, groups.second.n, groups.both.n, groups.neither.n],
    [`M45 ${key} per verhaal: een kans onder 0,05`]: Number(test.p < 0.05) + Number(test.welch.p < 0.05) + Number(test.rankP < 0.05)
  }
}
