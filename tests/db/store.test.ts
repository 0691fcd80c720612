// One SQL asked in three shapes on one connection: none changes what another gets.
import { expect, test } from 'vitest'
import { workbench } from '../support/workbench.ts'

test('rows, lists of values and first values of one SQL stay apart, whichever was asked first', () => {
  const { store } = workbench()
  const sql = 'SELECT 1 AS one, 2 AS two'
  for (let round = 0; round < 2; round++) {
    expect([store.firsts(sql).all(), store.all(sql), store.tuples(sql).all(), store.sql(sql).all()]).toEqual([[1], [{ one: 1, two: 2 }], [[1, 2]], [{ one: 1, two: 2 }]])
  }
})
