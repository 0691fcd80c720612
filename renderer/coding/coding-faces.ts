// Codings as they are shown: with the names of code and coder, and their words.
import { useMemo } from 'react'
import type { Code } from '../../shared/contract/code.ts'
import type { Coder } from '../../shared/contract/coder.ts'
import type { Coding } from '../../shared/contract/coding.ts'
import type { Text } from '../../shared/contract/story.ts'
import type { Id } from '../../shared/domain/ids.ts'
import type { ReaderCoding } from '../reader/types.ts'
import type { Shown } from './pending.ts'

export interface CodingFace extends ReaderCoding {
  id: Id
  text: Id
  coder: Id
  coderName: string
  flag: Coding['flag']
  fit: Coding['fit']
  memos: number
  quote: string
  pending: boolean
}

const QUOTE = 240

/** In the order of reading, the main text first. */
export function useCodingFaces(codings: readonly Shown[], texts: readonly Text[], codes: ReadonlyMap<Id, Code>, coders: ReadonlyMap<Id, Coder>, me: Id): readonly CodingFace[] {
  return useMemo(() => {
    const order = new Map(texts.map((text, at) => [text.id, { at, body: text.body }]))
    return codings.flatMap((coding): CodingFace[] => {
      const text = order.get(coding.text)
      if (!text) return []
      const [code, coder] = [codes.get(coding.code), coders.get(coding.coder)]
      return [{
        id: coding.id, text: coding.text, start: coding.start, end: coding.end, codeId: coding.code, codeName: code?.name ?? '…', colour: code?.colour ?? 1,
        coder: coding.coder, coderInitials: coder?.initials ?? '', coderName: coder?.name ?? '', mine: coding.coder === me, flag: coding.flag, fit: coding.fit, memos: coding.memos,
        quote: text.body.slice(coding.start, Math.min(coding.end, coding.start + QUOTE)).replace(/\s+/g, ' '), pending: coding.pending
      }]
    }).toSorted((one, other) => order.get(one.text)!.at - order.get(other.text)!.at)
  }, [codings, texts, codes, coders, me])
}
