// Who told against who could have: the study's own tables, and what taking classes together does to the verdict.
import { expect, test } from 'vitest'
import { populationCsv } from '../../../demo/files/reference-tables.ts'
import { fitSample, mergedClasses, populationFromText, verdictsDiffer, type SampleClass } from '../../../shared/crosstab/sample-fit.ts'

const classes = (rows: [string, number, number | null, string?][]): SampleClass[] => rows.map(([name, count, population, into]) => ({ name, count, population, into: into ?? '' }))
const figures = (fit: ReturnType<typeof fitSample>) => (fit.is === 'fitted' ? [Number(fit.statistic.toFixed(3)), fit.df, Number(fit.p.toFixed(3))] : [fit.reason])

test('districts: 3.698, df 4, p .448, of shares that add up to 99 (M7)', () => {
  const districts = classes([['Oost', 31, 29], ['West', 27, 33], ['Oude wijken', 17, 15], ['Zuid', 18, 18], ['Centrum', 3, 1, 'Overig'], ['Overig', 4, 3]])
  const fit = fitSample(mergedClasses(districts), 465)
  expect(figures(fit)).toEqual([3.698, 4, 0.448])
  expect(fit.is === 'fitted' && [fit.sum, fit.classes.map(({ name }) => name), fit.classes.every(({ residual }) => Math.abs(residual) < 2), fit.pFpc! < fit.p]).toEqual([99, ['Oost', 'West', 'Oude wijken', 'Zuid', 'Overig'], true, true])
})

test('ages: taking two classes together changes the verdict, and that is said (M8)', () => {
  const ages = classes([['Jonger dan 12', 58, 64], ['12 tot en met 15', 32, 22, '12 tot en met 18'], ['16 tot en met 18', 20, 13, '12 tot en met 18'], ['19 tot en met 23', 2, 1]])
  const [each, together] = [fitSample(ages, null), fitSample(mergedClasses(ages), null)]
  expect([figures(each).at(-1), figures(together)]).toEqual([0.057, [7.482, 2, 0.024]])
  expect(together.is === 'fitted' && [together.classes.map(({ residual }) => Number(residual.toFixed(2))), Number(together.minExpected.toFixed(2)), together.pFpc]).toEqual([[-2.69, 2.54, 0.84], 1.12, null])
  expect([verdictsDiffer(each, together), verdictsDiffer(each, each)]).toEqual([true, false])
})

test('refused with a reason', () => {
  const of = (rows: [string, number, number | null][]) => figures(fitSample(classes(rows), null))
  expect([of([['a', 9, null], ['b', 9, 1]]), of([['a', 4, 1], ['b', 5, 1]]), of([['a', 40, 1], ['b', 0, 0]]), of([['a', 40, 1], ['b', 1, 0]])]).toEqual([['missing'], ['few'], ['oneClass'], ['nobody']])
})

test('a table about the population is read from a file, whatever else stands in it', () => {
  expect([...populationFromText(populationCsv(), ['Oost', 'Oude wijken', 'Nergens'])]).toEqual([['Oost', 29], ['Oude wijken', 15]])
  expect([...populationFromText('klasse,procent\n"Oost",29.5\nWest,x\nZuid', ['oost', 'West', 'Zuid'])]).toEqual([['oost', 29.5]])
})
