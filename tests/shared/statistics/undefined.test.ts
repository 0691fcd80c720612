// Every "undefined" has its reason: each statistic, on each kind of input it has no figure for, gives the reason that its own comment
// promises; and it promises none that no input reaches.
import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import * as statistics from '../../../shared/statistics/index.ts'
import { UNDEFINED_REASONS, type UndefinedReason } from '../../../shared/statistics/index.ts'

const told = (teller: number, row: string | number, col: string | number) => ({ teller, row, col })
const asked = (teller: number, side: 0 | 1, value: number) => ({ teller, side, value })
const marked = (start: number, end: number, value = 'k') => ({ start, end, value })
const at = (x: number) => ({ x, y: 0 })
const PLAIN_TABLE = [[3, 1], [1, 3]]

/** What people bring about: nothing filled in, one story, one answer, everybody the same, one row; and what only a program could send. */
const DEGENERATE: Record<string, [UndefinedReason, unknown][]> = {
  descriptives: [['empty', { values: [] }], ['empty', { values: [null, null] }]],
  chi2Independence: [['empty', { table: [] }], ['empty', { table: [[0, 0], [0, 0]] }], ['oneCategory', { table: [[3, 4]] }], ['oneCategory', { table: [[3, 0], [4, 0]] }], ['invalidInput', { table: [[1, -1], [1, 1]] }], ['invalidInput', { table: [[1, 2], [1]] }]],
  fisher2x2: [['empty', { table: [[0, 0], [0, 0]] }], ['oneCategory', { table: [[3, 4], [0, 0]] }], ['invalidInput', { table: [[3, 4]] }], ['invalidInput', { table: [[0.5, 1], [1, 1]] }]],
  fisherRxc: [['empty', { table: [] }], ['oneCategory', { table: [[3, 4, 5]] }], ['invalidInput', { table: [[0.5, 1], [1, 1]] }]],
  permutationChi2: [['empty', { table: [[0, 0]] }], ['oneCategory', { table: [[3, 4]] }], ['invalidInput', { table: PLAIN_TABLE, replicates: 0 }], ['invalidInput', { table: [[0.5, 1], [1, 1]] }]],
  permutationChi2ByTeller: [
    ['empty', { stories: [] }], ['oneCategory', { stories: [told(1, 0, 'a'), told(2, 0, 'b')] }], ['oneCategory', { stories: [told(1, 0, 'a'), told(2, 1, 'a')] }],
    ['tooFew', { stories: [told(1, 0, 'a'), told(1, 1, 'b')] }], ['invalidInput', { stories: [told(1, 0, 'a'), told(2, 1, 'b')], replicates: 0 }]
  ],
  permutationPlaces: [['empty', { x: [], y: [at(1)] }], ['noVariation', { x: [at(1)], y: [at(1), at(1)] }], ['invalidInput', { x: [at(1)], y: [at(2)], replicates: 0 }]],
  permutationMeans: [['empty', { x: [null], y: [1] }], ['noVariation', { x: [5], y: [5, 5] }], ['invalidInput', { x: [1], y: [2], replicates: 0 }]],
  pAdjust: [['invalidInput', { p: [0.1, 1.1] }], ['invalidInput', { p: [-0.1] }]],
  chi2Gof: [['empty', { observed: [] }], ['empty', { observed: [0, 0] }], ['oneCategory', { observed: [4] }], ['expectedZero', { observed: [3, 1, 2], proportions: [0.5, 0, 0.5] }], ['invalidInput', { observed: [1, 2], proportions: [1] }]],
  representativeness: [
    ['empty', { observed: [0, 0], population: [5, 5] }], ['oneCategory', { observed: [4], population: [9] }], ['expectedZero', { observed: [3, 1, 2], population: [5, 0, 5] }],
    ['sampleOverPopulation', { observed: [6, 5], population: [5, 5] }], ['invalidInput', { observed: [1, 2], population: [5] }]
  ],
  tTest: [
    ['empty', { x: [], y: [1, 2] }], ['tooFew', { x: [1], y: [1, 2] }], ['tooFew', { x: [1], y: [2], variant: 'student' }], ['tooFew', { x: [1], y: [2], variant: 'paired' }], ['empty', { x: [1, null], y: [null, 2], variant: 'paired' }],
    ['noVariation', { x: [1, 1], y: [2, 2] }], ['noVariation', { x: [1, 2], y: [2, 3], variant: 'paired' }], ['invalidInput', { x: [1, 2], y: [1, 3], conf: 1 }], ['invalidInput', { x: [1, 2], y: [1], variant: 'paired' }]
  ],
  clusterDifference: [
    ['empty', { stories: [asked(1, 0, 3)] }], ['tooFew', { stories: [asked(1, 0, 3), asked(2, 1, 4), asked(2, 0, 1)] }],
    ['noVariation', { stories: [asked(1, 0, 3), asked(2, 1, 3), asked(3, 0, 3), asked(4, 1, 3)] }], ['invalidInput', { stories: [], conf: 0 }]
  ],
  mcnemar: [['empty', { both: 0, onlyFirst: 0, onlySecond: 0, neither: 0 }], ['invalidInput', { both: 1, onlyFirst: 0.5, onlySecond: 0, neither: 0 }]],
  signFlips: [['empty', { differences: [] }], ['noVariation', { differences: [[0], [0]] }], ['invalidInput', { differences: [[1], [1, 2]] }], ['invalidInput', { differences: [[1]], replicates: 0 }]],
  mannWhitney: [['empty', { x: [], y: [1] }], ['noVariation', { x: [2], y: [2, 2] }]],
  kruskalWallis: [['empty', { groups: [] }], ['empty', { groups: [[null], []] }], ['oneCategory', { groups: [[1, 2], []] }], ['noVariation', { groups: [[1], [1, 1]] }]],
  anovaOneway: [['empty', { groups: [] }], ['oneCategory', { groups: [[1, 2], [null]] }], ['tooFew', { groups: [[1], [2]] }], ['noVariation', { groups: [[1, 1], [2, 2]] }]],
  correlationPearson: [['empty', { x: [], y: [] }], ['empty', { x: [1, null], y: [null, 2] }], ['tooFew', { x: [1, 2], y: [1, 3] }], ['noVariation', { x: [1, 1, 1], y: [1, 2, 3] }], ['invalidInput', { x: [1], y: [1, 2] }]],
  correlationSpearman: [['empty', { x: [], y: [] }], ['tooFew', { x: [1, 2], y: [1, 3] }], ['noVariation', { x: [1, 1, 1], y: [1, 2, 3] }], ['invalidInput', { x: [1], y: [1, 2] }]],
  correlationKendall: [['empty', { x: [], y: [] }], ['tooFew', { x: [1], y: [1] }], ['noVariation', { x: [1, 1], y: [1, 2] }], ['invalidInput', { x: [1], y: [1, 2] }]],
  pointBiserial: [
    ['empty', { group: [], values: [] }], ['tooFew', { group: [0, 1], values: [1, 2] }], ['oneCategory', { group: [1, 1, 1], values: [1, 2, 3] }],
    ['noVariation', { group: [0, 1, 1], values: [2, 2, 2] }], ['invalidInput', { group: [0, 2, 1], values: [1, 2, 3] }], ['invalidInput', { group: [0], values: [1, 2] }]
  ],
  proportionCi: [['empty', { x: 0, n: 0 }], ['invalidInput', { x: 3, n: 2 }]],
  proportionDifference: [['empty', { x1: 0, n1: 0, x2: 1, n2: 4 }], ['invalidInput', { x1: 3, n1: 2, x2: 1, n2: 4 }]],
  marginOfError: [['empty', { n: 0 }], ['sampleOverPopulation', { n: 9, population: 8 }], ['invalidInput', { n: -1 }]],
  requiredSampleSize: [['empty', { population: 0, moe: 0.1 }], ['invalidInput', { moe: 0 }]],
  cohenKappa: [
    ['empty', { a: [], b: [], categories: ['k'] }], ['noVariation', { a: ['k', 'k'], b: ['k', 'k'], categories: ['k', 'e'] }],
    ['oneCategory', { a: ['k'], b: ['k'], categories: ['k'], weights: 'linear' }], ['invalidInput', { a: ['x'], b: ['k'], categories: ['k', 'e'] }]
  ],
  fleissKappa: [['empty', { counts: [] }], ['tooFew', { counts: [[1, 0], [0, 1]] }], ['unequalRaters', { counts: [[2, 0], [1, 2]] }], ['noVariation', { counts: [[2, 0], [2, 0]] }], ['invalidInput', { counts: [[2, -1]] }]],
  krippendorffAlpha: [['empty', { ratings: [], level: 'nominal' }], ['nothingShared', { ratings: [[1, null], [null, 2]], level: 'nominal' }], ['noVariation', { ratings: [[1, 1], [1, 1]], level: 'interval' }], ['invalidInput', { ratings: [[1, 2], [1]], level: 'nominal' }]],
  agreementBasic: [
    ['empty', { ratings: [[null]], categories: ['k', 'e'] }], ['nothingShared', { ratings: [['k', null], [null, 'e']], categories: ['k', 'e'] }],
    ['oneCategory', { ratings: [['k'], ['k']], categories: ['k'] }], ['invalidInput', { ratings: [['x'], ['k']], categories: ['k', 'e'] }]
  ],
  alphaU: [
    ['empty', { length: 0, coders: [[], []] }], ['empty', { length: 9, coders: [[], []] }], ['nothingShared', { length: 9, coders: [[marked(0, 3)]] }],
    ['overlappingSpans', { length: 9, coders: [[marked(0, 3), marked(2, 5)], [marked(0, 3)]] }], ['noVariation', { length: 9, coders: [[marked(0, 9)], [marked(0, 9)]] }], ['invalidInput', { length: 9, coders: [[marked(0, 10)], []] }]
  ],
  alphaU1995: [
    ['empty', { length: 9, coders: [[], []] }], ['nothingShared', { length: 9, coders: [[marked(0, 3)]] }], ['overlappingSpans', { length: 9, coders: [[marked(0, 3), marked(2, 5)], [marked(0, 3)]] }],
    ['noVariation', { length: 1, coders: [[marked(0, 1)], [marked(0, 1)]] }], ['invalidInput', { length: 9, coders: [[marked(3, 1)], []] }]
  ],
  charAgreement: [['empty', { length: 9, coders: [[], [marked(0, 3, 'e')]], code: 'k' }], ['nothingShared', { length: 9, coders: [[marked(0, 3)]], code: 'k' }], ['invalidInput', { length: 9, coders: [[marked(0, 10)], []], code: 'k' }]],
  triadSummary: [['empty', { points: [] }], ['empty', { points: [[0, 0, 0], [1, null, 2]] }], ['invalidInput', { points: [[1, -1, 2]] }], ['invalidInput', { points: [[1, 1, 1]], zeroDelta: 0.5 }]],
  raoScott: [
    ['empty', { rows: [] }], ['oneCategory', { rows: [[1, 'a', 'x'], [2, 'a', 'y'], [3, 'a', 'x']] }], ['tooFew', { rows: [[1, 'a', 'x'], [2, 'b', 'y']] }],
    ['noVariation', { rows: [1, 2, 3].flatMap(cluster => ['a', 'b'].flatMap(row => ['x', 'y'].map(col => [cluster, row, col]))) }]
  ]
}

/** What else the folder exports: parts of a figure, and the means of shuffling. */
const PARTS = ['adjustedResidualP', 'fisherP', 'seededRandom', 'shuffle']

const functions = Object.entries(statistics as unknown as Record<string, (input: unknown) => unknown>).filter(([name, value]) => typeof value === 'function' && !PARTS.includes(name))
const FOLDER = new URL('../../../shared/statistics/', import.meta.url)
const source = readdirSync(FOLDER).map(name => readFileSync(new URL(name, FOLDER), 'utf8')).join('\n')

/** The reasons that the comment above a function promises. */
function promised(name: string): UndefinedReason[] {
  const above = source.slice(0, source.indexOf(`export function ${name}(`))
  const words = above.slice(above.lastIndexOf('/**')).split('Undefined:')[1]?.split('.')[0] ?? ''
  return UNDEFINED_REASONS.filter(reason => new RegExp(`\\b${reason}\\b`).test(words))
}

test('every statistic is asked', () => {
  expect(Object.keys(DEGENERATE).toSorted()).toEqual(functions.map(([name]) => name).toSorted())
})

test.each(functions)('%s', (name, statistic) => {
  const cases = DEGENERATE[name]!
  expect(cases.map(([, input]) => statistic(input))).toEqual(cases.map(([reason]) => ({ status: 'undefined', reason })))
  expect([...new Set(cases.map(([reason]) => reason))].toSorted()).toEqual(promised(name).toSorted())
})
