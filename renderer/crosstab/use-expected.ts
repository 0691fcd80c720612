// Which rows of the table on screen were written about beforehand, and what came of each.
import { useMemo } from 'react'
import type { ColumnsBy } from '../../shared/contract/crosstab.ts'
import type { Expectation, Weighed } from '../../shared/contract/expectation.ts'
import { useRead } from '../api/hooks.ts'
import { rowKey, type Asked } from './choices.ts'

export interface ExpectedRows { /** By the row's key. */ byRow: ReadonlyMap<string, { expectation: Expectation, weighed: Weighed }[]>, tests: number }

export function useExpected({ columns, layer, filter }: Asked): ExpectedRows {
  const list = useRead('expectation.list', {}).data
  const weighed = useRead('expectation.weigh', { layer, filter }, { when: (list?.length ?? 0) > 0, keepFormer: true }).data
  return useMemo(() => {
    const here = (list ?? []).filter(one => isSame(one.columns, columns)).flatMap(expectation => {
      const found = weighed?.rows.find(row => row.expectation === expectation.id)
      return found ? [{ expectation, weighed: found }] : []
    })
    return { byRow: Map.groupBy(here, ({ expectation }) => rowKey(expectation.by)), tests: weighed?.tests ?? 0 }
  }, [list, weighed, columns])
}

const isSame = (a: ColumnsBy, b: ColumnsBy): boolean => (a.is === 'signifier' && b.is === 'signifier' ? a.signifier === b.signifier && (a.stone ?? b.stone) === (b.stone ?? a.stone) : a.is === b.is)

/** The smallest p of what was expected of a row; null where none could be tested. */
export const expectedChance = (rows: readonly { weighed: Weighed }[] | undefined): number | null =>
  (rows ?? []).reduce<number | null>((least, { weighed }) => (weighed.is === 'tested' && (least === null || weighed.adjusted < least) ? weighed.adjusted : least), null)
