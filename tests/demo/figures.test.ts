// The built sample gives back every figure of the study, counted by the product itself; and the check would notice if it did not.
import { expect, test } from 'vitest'
import { openStore } from '../../db/open.ts'
import { checkFigures, compareFigures } from '../../demo/check.ts'
import { dispatch } from '../../server/dispatch.ts'
import { sampleFile } from '../../server/sample.ts'
import { temporaryFolder } from '../support/workbench.ts'

test('every figure comes back from the built project', async () => {
  const folder = temporaryFolder()
  const store = openStore(await sampleFile(folder, true))
  const checks = await checkFigures(async (name, input) => {
    const { result } = await dispatch({ store, coder: null, profile: folder }, name, JSON.parse(JSON.stringify(input)))
    if (!result.ok) throw new Error(`${name}: ${JSON.stringify(result.failure)}`)
    return JSON.parse(JSON.stringify(result.value)) as never
  })
  store.close()
  expect(checks.filter(({ agrees }) => !agrees)).toEqual([])
  expect(checks.length).toBeGreaterThanOrEqual(120)
}, 60_000)

test('a figure that deviates, is missing or was not expected is named', () => {
  const checks = compareFigures({ a: 1, b: { x: 1, y: 2 }, c: [1, 2], d: 4, 'e z': { x: 2.1 } },
    { a: 1, b: { y: 2, x: 1 }, c: [1, 3], f: 5, 'e z': { x: 2.1, y: -1.9, w: 2.5 } })
  expect(checks.map(({ item, agrees }) => [item, agrees])).toEqual([['a', true], ['b', true], ['c', false], ['d', false], ['e z', false],
    ['f', false]])
})
