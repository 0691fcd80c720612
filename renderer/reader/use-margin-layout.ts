// Measures where the codings stand and lays the margin out; the text is painted first, the margin follows in the next frame.
import { useEffect, useMemo, useRef, useState } from 'react'
import { joinStrands } from '../../shared/anchoring/strands.ts'
import { layOutMargin, type MarginLayout, type MarginMark } from './margin-layout.ts'
import type { TextMap } from './text-map.ts'
import type { ReaderCoding } from './types.ts'

interface Measured {
  map: TextMap
  layout: number
  byPlace: Map<string, { top: number, bottom: number }>
}

/** `layout` changes whenever lines may have moved; `width` is that of the column for names. */
export function useMarginLayout(map: TextMap | null, codings: readonly ReaderCoding[], layout: number, width: number): MarginLayout {
  const measured = useRef<Measured | null>(null)
  const [marks, setMarks] = useState<MarginMark[]>([])
  useEffect(() => {
    if (!map) return setMarks([])
    const frame = requestAnimationFrame(() => {
      if (measured.current?.map !== map || measured.current.layout !== layout) measured.current = { map, layout, byPlace: new Map() }
      setMarks(measureAll(measured.current, codings))
    })
    return () => cancelAnimationFrame(frame)
  }, [map, codings, layout])
  return useMemo(() => layOutMargin(marks, width), [marks, width])
}

/** A place once measured is not measured again until lines move: one new coding costs one measurement. */
function measureAll({ map, byPlace }: Measured, codings: readonly ReaderCoding[]): MarginMark[] {
  const top = map.root.getBoundingClientRect().top
  const strandOf = new Map(joinStrands(codings).flatMap(strand => strand.parts.map(id => [id, strand.id])))
  return codings.map(({ id, start, end }) => {
    const key = `${start}-${end}`
    let extent = byPlace.get(key)
    if (!extent) {
      const found = map.extent({ start, end })
      extent = { top: found.top - top, bottom: found.bottom - top }
      byPlace.set(key, extent)
    }
    return { id, strand: strandOf.get(id)!, ...extent }
  })
}
