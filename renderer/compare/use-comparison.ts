// One story as it is compared: its words, the lanes of those who read it, its places, and what of it is in the shared layer.
import { useMemo } from 'react'
import type { Coding } from '../../shared/contract/coding.ts'
import type { Spot } from '../../shared/contract/compare.ts'
import type { Output } from '../../shared/contract/index.ts'
import type { Talk } from '../../shared/contract/talk.ts'
import type { Id } from '../../shared/domain/ids.ts'
import { useRead } from '../api/hooks.ts'
import type { ReaderLane } from '../reader/comparing-reader.tsx'
import type { ReaderCoding } from '../reader/types.ts'
import type { Around } from './around.ts'

/** A place with a name of its own, the talks about it, and the codings of the shared layer that stand there with one of its codes. */
export interface Place extends Spot { id: string, talks: readonly Talk[], agreed: readonly Coding[] }

export interface Comparison {
  story: Output<'story.read'>
  isShut: boolean
  isDiscussed: boolean
  readers: readonly Id[]
  places: readonly Place[]
  /** Of all who read it, by id. */
  codings: ReadonlyMap<Id, Coding>
  /** Lanes for one text. */
  lanesOf: (text: Id) => ReaderLane[]
  talks: readonly Talk[]
}

export function useComparison({ compared, choices, codes, coders, me }: Around, id: Id): Comparison | undefined {
  const story = useRead('story.read', { story: id }).data
  const answer = useRead('compare.story', { story: id, coders: compared.map(coder => coder.id), ...(choices.codes ? { codes: choices.codes } : {}) }, { keepFormer: true }).data
  const talks = useRead('talk.list', { story: id }).data
  return useMemo(() => {
    if (!story || !answer || !talks) return undefined
    const codings = new Map(story.codings.map(coding => [coding.id, coding]))
    const agreed = answer.agreed.flatMap(each => codings.get(each) ?? [])
    const places = answer.spots.map((spot): Place => ({
      ...spot, id: `${spot.text}:${spot.start}-${spot.end}:${spot.codes.map(({ code }) => code).join()}`,
      talks: talks.filter(talk => lies(talk, spot) && (talk.codes.length === 0 || spot.codes.some(({ code }) => talk.codes.includes(code)))),
      agreed: agreed.filter(coding => lies(coding, spot) && spot.codes.some(({ code }) => code === coding.code))
    }))
    // With some codes chosen the lanes show what lies in their places.
    const wanted = choices.codes && new Set(answer.spots.flatMap(spot => spot.codes.flatMap(each => each.codings)))
    const face = ({ id: coding, start, end, code, coder }: Coding): ReaderCoding => {
      const [known, maker] = [codes.find(each => each.id === code), coders.find(each => each.id === coder)]
      return { id: coding, start, end, codeId: code, codeName: known?.name ?? '…', colour: known?.colour ?? 1, coderInitials: maker?.initials ?? '', mine: coder === me }
    }
    const lanesOf = (text: Id): ReaderLane[] => answer.readers.map(reader => {
      const coder = coders.find(each => each.id === reader)
      const own = story.codings.filter(coding => coding.coder === reader && coding.text === text && coding.start < coding.end && (!wanted || wanted.has(coding.id)))
      return { id: reader, initials: coder?.initials ?? '', name: coder?.name ?? '…', mine: reader === me, codings: own.map(face) }
    })
    return { story, isShut: answer.isShut, isDiscussed: answer.isDiscussed, readers: answer.readers, places, codings, lanesOf, talks }
  }, [story, answer, talks, codes, coders, me, choices.codes])
}

const lies = (a: { text: Id, start: number, end: number }, b: { text: Id, start: number, end: number }): boolean => a.text === b.text && a.start < b.end && b.start < a.end
