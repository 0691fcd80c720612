// A filter survives the address whole; nonsense in the address is no filter.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { newId } from '../../../shared/domain/ids.ts'
import type { AnswerRule } from '../../../shared/domain/answer-rule.ts'
import type { StoryFilter } from '../../../shared/domain/layer.ts'
import { formatRoute, parseRoute } from '../../../renderer/app/route.ts'
import { filterFromQuery, filterToQuery, namesFilter } from '../../../renderer/filter/filter-route.ts'

const id = fc.integer({ min: 0, max: 2 ** 40 }).map(at => newId(at))
const ids = fc.array(id, { minLength: 1, maxLength: 3 })
const bound = fc.oneof(fc.constant(null), fc.integer({ min: 0, max: 1000 }).map(n => n / 10))
const rule: fc.Arbitrary<AnswerRule> = fc.oneof(
  fc.record({ is: fc.constant('options' as const), signifier: id, options: ids }),
  fc.record({ is: fc.constant('range' as const), signifier: id, part: fc.nat(5), from: bound, to: bound }),
  fc.record({ is: fc.constant('range' as const), signifier: id, part: fc.nat(5), from: bound, to: bound, before: fc.constant(true as const) }),
  fc.record({ is: fc.constant('lasso' as const), signifier: id, stone: fc.constant(null), points: fc.array(fc.tuple(fc.nat(100), fc.nat(100)), { minLength: 3, maxLength: 5 }) }),
  fc.record({ is: fc.constant('notAsked' as const), signifier: id }),
  fc.record({ is: fc.constant('na' as const), signifier: id }),
  fc.record({ is: fc.constant('blank' as const), signifier: id })
)
const search = fc.string({ minLength: 1, maxLength: 30, unit: 'grapheme' }).filter(words => words.trim() !== '' && words.length <= 200)
const flat: fc.Arbitrary<StoryFilter> = fc.record({
  groups: ids, withoutCodes: ids, themes: ids, withoutThemes: ids, selections: ids, collected: fc.constant({ from: '2024-03-21', to: null }), waves: ids, codes: ids, codedBy: id, uncodedByMe: fc.boolean(), doneByMe: fc.boolean(), search, answers: fc.array(rule, { minLength: 1, maxLength: 3 })
}, { requiredKeys: [] })
const several = fc.array(flat, { minLength: 1, maxLength: 2 })
const filter: fc.Arbitrary<StoryFilter> = fc.tuple(flat, fc.record({ any: several, not: several, alsoTold: several }, { requiredKeys: [] })).map(([a, b]) => ({ ...a, ...b }))

test('a filter comes back from the address as it went in', () => {
  fc.assert(fc.property(filter, wanted => {
    const address = formatRoute({ place: 'lezen', rest: [newId()], query: filterToQuery(wanted) })
    const { query } = parseRoute(address)
    expect(filterFromQuery(query)).toEqual(wanted)
    expect(namesFilter(query)).toBe(Object.keys(wanted).length > 0)
  }), { seed: 20, numRuns: 200 })
})

test.each([
  ['a group that is no id', { groep: 'gezinnen' }],
  ['a rule without a question', { antwoord: 'tussen.0.1~2' }],
  ['a range without its tilde', { antwoord: `${newId(1)}.tussen.0.12` }],
  ['a rule that is cut off', { regel: '{"any":[' }],
  ['a rule that is a number', { regel: '12' }],
  ['options without one', { antwoord: `${newId(1)}.opties.` }]
])('%s is no filter', (_, query) => {
  expect(filterFromQuery(query)).toEqual({})
})
