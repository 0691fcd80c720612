// The coding that is chosen: going to it, walking on from it, and the one that the address points at.
import { useCallback, useEffect, useRef, useState } from 'react'
import type { Id } from '../../shared/domain/ids.ts'
import type { CodingFace } from './coding-faces.ts'
import type { useReaders } from './use-readers.ts'

export interface Chosen {
  id: Id | null
  face: CodingFace | undefined
  /** Null: none. */
  choose: (coding: Id | null) => void
  goTo: (coding: Id) => void
  walk: (way: 1 | -1) => void
}

export interface ChosenOf { faces: readonly CodingFace[], shown: readonly CodingFace[], readers: ReturnType<typeof useReaders>, /** To land on, once. */ landing: Id | null }

export function useChosen({ faces, shown, readers: { drop, reach, reader }, landing }: ChosenOf): Chosen {
  const [id, setId] = useState<Id | null>(null)
  useEffect(() => { if (id !== null && !faces.some(face => face.id === id)) setId(null) }, [id, faces])
  const choose = useCallback((coding: Id | null) => {
    setId(coding)
    if (coding !== null) drop()
  }, [drop])
  const goTo = useCallback((coding: Id) => {
    const there = faces.find(face => face.id === coding)
    if (!there) return
    choose(coding)
    reach(there.text, there, false)
    // Where the next key finds it: cutting needs a caret inside.
    reader(there.text)?.putCaret(there.start)
  }, [faces, choose, reach, reader])
  const landed = useRef<Id | null>(null)
  useEffect(() => {
    // Once: later changes of the codings must not take the coder back there.
    if (landing === null || landed.current === landing || !faces.some(face => face.id === landing)) return
    landed.current = landing
    requestAnimationFrame(() => goTo(landing))
  }, [landing, faces, goTo])
  const walk = (way: 1 | -1) => {
    const at = shown.findIndex(face => face.id === id)
    const next = at < 0 ? (way === 1 ? shown[0] : shown.at(-1)) : shown[at + way]
    if (next) goTo(next.id)
  }
  return { id, face: faces.find(face => face.id === id), choose, goTo, walk }
}
