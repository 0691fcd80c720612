// M33: one stone in every part, with a mean only where it lies often enough.
import { expect, test } from 'vitest'
import type { PatternPart } from '../../../shared/contract/pattern.ts'
import { stonePlaces } from '../../../renderer/signifiers/stone-by-part.tsx'

const spread = (mean: number | null) => ({ n: 1, mean, median: mean, sd: mean === null ? null : 4 })
const part = (key: string, placed: number, x: number | null, y: number | null) => ({ key, stones: [{ placed: 9, x: spread(1), y: spread(1) }, { placed, x: spread(x), y: y === null ? null : spread(y) }] }) as unknown as PatternPart

test('M33: a mean from five stories on; fewer are named without one, and none is no part', () => {
  const parts = [part('jong', 57, 91, 88), part('vijf', 5, 80, 70), part('oudst', 2, 99, 99), part('niemand', 0, null, null), part('lijn', 12, 60, null)]
  expect(stonePlaces({ parts }, 1, ({ key }) => `leeftijd ${key}`)).toEqual([
    { id: 'jong', name: 'leeftijd jong', placed: 57, mean: { x: 91, y: 88, sd: 4 } }, { id: 'vijf', name: 'leeftijd vijf', placed: 5, mean: { x: 80, y: 70, sd: 4 } },
    { id: 'oudst', name: 'leeftijd oudst', placed: 2, mean: null }, { id: 'lijn', name: 'leeftijd lijn', placed: 12, mean: { x: 60, y: null, sd: 4 } }
  ])
})
