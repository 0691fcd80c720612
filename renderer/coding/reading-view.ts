// How a coder likes to read: letters and lines, whose codings show in the text, and nothing but the story when one wants rest.
// Kept by coder, on this computer.
import { useLayoutEffect, useMemo } from 'react'
import { z } from 'zod'
import type { Coder, CoderWork } from '../../shared/contract/coder.ts'
import { Id } from '../../shared/domain/ids.ts'
import { hasRight } from '../../shared/domain/rights.ts'
import { prefer, preference, usePreference } from '../api/preferences.ts'
import { codingsIn } from '../api/use-me.ts'
import type { CodingFace } from './coding-faces.ts'

export const SHOWN = ['all', 'mine', 'others', 'codes', 'consensus'] as const
export const LETTERS = ['serif', 'sans'] as const
export const SIZES = [90, 100, 115, 130, 150] as const
export const LINES = ['close', 'plain', 'wide'] as const

const ReadingView = z.strictObject({
  shown: z.enum(SHOWN), /** Of 'codes'. */ codes: z.array(Id), letters: z.enum(LETTERS), /** Percent. */ size: z.literal(SIZES), lines: z.enum(LINES), focus: z.boolean()
})
export type ReadingView = z.infer<typeof ReadingView>
const PLAIN: ReadingView = { shown: 'all', codes: [], letters: 'serif', size: 100, lines: 'plain', focus: false }
const CALM: ReadingView = { ...PLAIN, shown: 'mine' }
const keyOf = (me: Id) => `reading.view.${me}`

export const useReadingView = (me: Id) => usePreference<ReadingView>(keyOf(me), ReadingView, PLAIN)

/** So many codings of others are a crowd to whoever comes in new. */
const CROWD = 50

/** Who codes here for the first time reads among own codings alone, until they choose otherwise. Is that still to be told? */
export function useCalmStart(me: Id, isNewcomer: boolean): { isTold: boolean, told: () => void } {
  const [calm, setCalm] = usePreference<'' | 'begun' | 'told'>(`reading.calm.${me}`, z.enum(['', 'begun', 'told']), '')
  useLayoutEffect(() => {
    if (!isNewcomer || calm !== '' || preference(keyOf(me)) !== undefined) return
    prefer(keyOf(me), CALM)
    setCalm('begun')
  }, [isNewcomer, calm, me, setCalm])
  return { isTold: calm !== 'begun', told: () => setCalm('told') }
}

/** `work`: of all who take part; null until it is known. */
export function isNewcomer(me: Id, coders: ReadonlyMap<Id, Coder>, work: ReadonlyMap<Id, CoderWork> | null): boolean {
  const [coder, own] = [coders.get(me), work?.get(me)]
  return coder !== undefined && own !== undefined && hasRight(coder.role, 'code') && own.codings === 0 && own.done === 0 && codingsIn(work!, coders.values()) >= CROWD
}

/**
 * The codings that show, in the text and in the list beside it. `consensus`: the coder who stands for what was agreed, whose codings
 * show by themselves: beside everybody's own they would say everything twice.
 */
export function useShownFaces(faces: readonly CodingFace[], { shown, codes }: ReadingView, consensus: Id | undefined): readonly CodingFace[] {
  return useMemo(() => {
    const wanted = new Set(codes)
    const isShown: Record<ReadingView['shown'], (face: CodingFace) => boolean> = {
      all: face => face.coder !== consensus, mine: face => face.mine, others: face => !face.mine && face.coder !== consensus,
      codes: face => wanted.has(face.codeId) && face.coder !== consensus, consensus: face => face.coder === consensus
    }
    return shown === 'all' && consensus === undefined ? faces : faces.filter(isShown[shown])
  }, [faces, shown, codes, consensus])
}

const LINE_HEIGHTS = { close: 1.45, plain: 1.6667, wide: 2 } as const

/** For the page of the story; the reader takes them from there. */
export const readingStyle = ({ letters, size, lines }: ReadingView): Record<`--${string}`, string> => ({
  '--reader-letters': `var(--font-${letters})`, '--reader-size': String(size / 100), '--reader-lines': String(LINE_HEIGHTS[lines])
})
