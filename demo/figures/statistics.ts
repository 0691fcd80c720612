// Figures of the tests and of what stands beside the cross-table: the sample, codes together, with and without a code, the study's own rule.
import { isStriking, studyTest } from '../../shared/crosstab/study-test.ts'
import { fitSample, mergedClasses, type SampleClass } from '../../shared/crosstab/sample-fit.ts'
import { pairTable } from '../../shared/crosstab/pair-strength.ts'
import { chi2Independence, correlationSpearman, marginOfError, requiredSampleSize } from '../../shared/statistics/index.ts'
import { SHARED } from './codes.ts'
import { countStories, counts, inGroup, question, rangeRule, round, type Figures, type Study } from './study.ts'

/** Who could have told, in the study. */
const ELIGIBLE = 465

export async function statisticFigures(study: Study): Promise<Figures> {
  const [families] = [...study.groups.keys()] as [string, string]
  return { ...await sampleFigures(study, families), ...await contrastFigures(study), ...await togetherFigures(study, families), ...await scoreFigures(study, families), ...await testFigures(study, families) }
}

async function sampleFigures(study: Study, families: string): Promise<Figures> {
  const margins = [75, 100].flatMap((n) => {
    const margin = marginOfError({ n, population: ELIGIBLE })
    return margin.status === 'ok' ? [round(100 * margin.moeInfinite, 1), round(100 * margin.moe, 1)] : []
  })
  const needed = [0.1, 0.05].flatMap((moe) => { const size = requiredSampleSize({ population: ELIGIBLE, moe }); return size.status === 'ok' ? [size.n] : [] })
  const ages = Object.entries(await counts(study, families, 'leeftijden')).filter(([name]) => name !== 'na' && name !== 'blank')
  const classes = ages.map(([name, count], at): SampleClass => ({ name, count, population: [64, 22, 13, 1][at]!, into: at === 1 || at === 2 ? '12 tot en met 18' : '' }))
  const fit = fitSample(mergedClasses(classes), null)
  return {
    'M9 n = 75 en n = 100 van 465: marge zonder en met correctie': margins, 'M9 nodig voor 10 en 5 procentpunt': needed,
    'M10 per cent van de 291 die gevraagd zijn': round(100 * await countStories(study, families) / 291, 1),
    ...(fit.is === 'fitted' ? { 'M8 leeftijden in drie klassen: residuen, kleinste verwachte aantal': [...fit.classes.map(({ residual }) => round(residual, 2)), round(fit.minExpected, 2)] } : {})
  }
}

/** Thirteen codes by group, as the study tested them: over fragments, with both readings of its rule; and beside it per story. */
async function contrastFigures(study: Study): Promise<Figures> {
  const table = await study.call('crosstab.table', { rows: SHARED.map((code) => ({ code: study.codes.get(code)! })), columns: { is: 'group' }, unit: 'fragment', layer: { is: 'consensus' } })
  const test = studyTest(table)
  if (test.is !== 'tested') return {}
  const striking = (rule: 'literal' | 'squared'): number => test.residuals.flatMap(([z]) => (isStriking(z!, test.p, rule) ? [z] : [])).length
  const money = table.rows.find(({ name }) => name === 'Financieel/praktische zaken')!
  const perStory = table.rows.filter(({ tests: [one] }) => one?.is === 'tested' && one.adjusted < 0.05)
  return {
    'M43 zoals in het onderzoek: chi2, df': [round(test.statistic, 2), test.df], 'M47 codes die opvallen: boven 4, en in het kwadraat 4 of meer': [striking('literal'), striking('squared')],
    'M43 financieel per 100 verhalen': table.columns.map((_, at) => round(100 * money.counts[at]! / (money.with[at]! + money.without[at]!), 1)),
    'M43 per verhaal: toetsen, codes met p na correctie onder 0,05': [table.tests, perStory.length]
  }
}

async function togetherFigures(study: Study, families: string): Promise<Figures> {
  const pairs = await study.call('crosstab.pairs', { layer: { is: 'consensus' }, filter: inGroup(study, families) })
  const of = (a: string, b: string): number[] => {
    const found = pairs.pairs.find(({ first, second }) => [a, b].includes(pairs.codes[first]!.name) && [a, b].includes(pairs.codes[second]!.name))!
    return [...Object.values(pairTable(pairs, found)), found.overlap, found.same]
  }
  return { 'M41 klik en expertise: beide, alleen klik, alleen expertise, geen, zelfde woorden, zelfde plek': of('Klik', 'Expertise'), 'M39 opvoeding en ouderbegeleiding, net zo': of('Opvoeding', 'Ouderbegeleiding') }
}

/** A scale with and without a code, a stone by age, and two scales against each other out of the data file. */
async function scoreFigures(study: Study, families: string): Promise<Figures> {
  const table = await study.call('crosstab.table', { rows: [{ code: study.codes.get('Niet gehoord')! }], tests: false, layer: { is: 'consensus' }, filter: inGroup(study, families), columns: { is: 'signifier', signifier: question(study, 'luisteren').id } })
  const { with: heard, without: unheard } = table.rows[0]!.scores[0]!
  const stones = await study.call('pattern.chart', { signifier: question(study, 'ervaring-belang').id, split: { is: 'signifier', signifier: question(study, 'leeftijden').id }, filter: inGroup(study, families) })
  const click = question(study, 'ervaring-belang').stones.findIndex(({ name }) => name === 'Klik')
  const byAge = stones.parts.filter(({ face }) => face.is === 'option').map((part) => part.stones[click]!)
  const [low, deaf, both] = [await countStories(study, families, [rangeRule(study, 'invloed', null, 20)]), await countStories(study, families, [rangeRule(study, 'luisteren', null, 24.99)]),
    await countStories(study, families, [rangeRule(study, 'invloed', null, 20), rangeRule(study, 'luisteren', null, 24.99)])]
  const zones = chi2Independence({ table: [[both, low - both], [deaf - both, await countStories(study, families) - low - deaf + both]] })
  const rank = correlationSpearman(await twoScales(study, families, 'invloed', 'luisteren'))
  return {
    'M42 luisteren met en zonder “niet gehoord”: n, gemiddelde': [heard.n, round(heard.mean!, 1), unheard.n, round(unheard.mean!, 1)],
    'M33 klik per leeftijd: keer geplaatst': byAge.map(({ placed }) => placed), 'M33 klik per leeftijd: ervaring, overal boven 50': byAge.filter(({ x }) => x.mean! > 50).length,
    ...(zones.status === 'ok' ? { 'M46 weinig invloed en niet gehoord: residu': round(zones.adjustedResiduals[0]![0]!, 1) } : {}),
    ...(rank.status === 'ok' ? { 'M46 invloed en luisteren, uit het gegevensbestand: n, rho boven 0, p onder 0,001': [rank.n, Number(rank.rho > 0), Number((rank.pT ?? 1) < 0.001)] } : {})
  }
}

/** Out of the file that goes to R and SPSS: rows of comma-separated values, where no cell holds a semicolon. */
async function twoScales(study: Study, families: string, first: string, second: string): Promise<{ x: (number | null)[]; y: (number | null)[] }> {
  const { bytes } = await study.call('export.stories', { form: 'csv', layer: { is: 'consensus' }, filter: inGroup(study, families) })
  const [headings, ...rows] = Buffer.from(bytes, 'base64').toString('utf8').replace(/^\uFEFF/, '').trim().split('\r\n').map((line) => line.split(';')) as [string[], ...string[][]]
  const column = (name: string): (number | null)[] => rows.map((row) => { const cell = row[headings.indexOf(name)]!; return cell === '' ? null : Number(cell.replace(',', '.')) })
  return { x: column(first), y: column(second) }
}

/** How many tests stand on the screen, and what is refused: one for each code; one for each option where several could be ticked. */
async function testFigures(study: Study, families: string): Promise<Figures> {
  const tested = async (key: string): Promise<number[]> => {
    const table = await study.call('crosstab.table', { layer: { is: 'consensus' }, filter: inGroup(study, families), columns: { is: 'signifier', signifier: question(study, key).id } })
    const tests = table.rows.flatMap((row) => row.tests)
    return [table.tests, tests.filter(({ is }) => is === 'refused').length, tests.filter((one) => one.is === 'tested' && one.adjusted < one.p).length]
  }
  return { 'M48 tevredenheid: toetsen, geweigerd, na correctie kleiner': await tested('tevredenheid'), 'M49 leeftijden: toetsen per keuze, geweigerd, na correctie kleiner': await tested('leeftijden') }
}
