// Codings as they are shown: with the names of code and coder, and their words. Equal ones stay the same object,
// so that the reading surface draws nothing anew when only something else changed.
import { useMemo, useRef } from 'react'
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
  memos: number
  quote: string
  pending: boolean
}

const QUOTE = 240

export function useCodingFaces(codings: readonly Shown[], texts: readonly Text[], codes: ReadonlyMap<Id, Code>, coders: ReadonlyMap<Id, Coder>, me: Id): readonly CodingFace[] {
  const before = useRef(new Map<Id, CodingFace>())
  return useMemo(() => {
    const order = new Map(texts.map((text, at) => [text.id, { at, body: text.body }]))
    const faces = codings.flatMap((coding): CodingFace[] => {
      const text = order.get(coding.text)
      if (!text) return []
      const [code, coder] = [codes.get(coding.code), coders.get(coding.coder)]
      const face: CodingFace = {
        id: coding.id, text: coding.text, start: coding.start, end: coding.end, codeId: coding.code, codeName: code?.name ?? '…', colour: code?.colour ?? 1,
        coder: coding.coder, coderInitials: coder?.initials ?? '', coderName: coder?.name ?? '', mine: coding.coder === me, flag: coding.flag, memos: coding.memos,
        quote: text.body.slice(coding.start, Math.min(coding.end, coding.start + QUOTE)).replace(/\s+/g, ' '), pending: coding.pending
      }
      const known = before.current.get(coding.id)
      return [known && isSame(known, face) ? known : face]
    }).toSorted((one, other) => order.get(one.text)!.at - order.get(other.text)!.at)
    before.current = new Map(faces.map(face => [face.id, face]))
    return faces
  }, [codings, texts, codes, coders, me])
}

function isSame(one: CodingFace, other: CodingFace): boolean {
  return (Object.keys(other) as (keyof CodingFace)[]).every(key => one[key] === other[key])
}

/** The faces of each text; a text whose codings did not change keeps its very list. */
export function useFacesByText(faces: readonly CodingFace[]): ReadonlyMap<Id, readonly CodingFace[]> {
  const before = useRef<ReadonlyMap<Id, readonly CodingFace[]>>(new Map())
  return useMemo(() => {
    const lists = new Map([...Map.groupBy(faces, face => face.text)].map(([text, list]) => {
      const known = before.current.get(text)
      return [text, known && known.length === list.length && known.every((face, at) => face === list[at]) ? known : list] as const
    }))
    before.current = lists
    return lists
  }, [faces])
}
