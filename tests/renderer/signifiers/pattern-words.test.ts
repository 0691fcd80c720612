// The order in which answers are drawn: a scale from low to high, whichever end was asked first.
import { expect, test } from 'vitest'
import { drawnColumns } from '../../../renderer/signifiers/pattern-words.ts'
import type { Pattern } from '../../../shared/contract/pattern.ts'

const pattern = { columns: [true, true, true, false].map((value, at) => ({ key: `k${at}`, face: { is: 'na' }, value })) } as unknown as Pattern

test('steps asked from high to low are drawn from low to high; options and what is no answer stay where they are', () => {
  expect([drawnColumns(pattern, { kind: 'likert', highLast: false }), drawnColumns(pattern, { kind: 'likert', highLast: true }), drawnColumns(pattern, { kind: 'choice', highLast: null })])
    .toEqual([[2, 1, 0], [0, 1, 2], [0, 1, 2]])
})
