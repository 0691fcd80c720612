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

/** Measuring goes on in the next frame after this many milliseconds: 2,000 codings take some 100 ms, and nobody's scrolling waits for them. */
const SLICE = 8

/** `layout` changes whenever lines may have moved; `width` is that of the column for names. */
export function useMarginLayout(map: TextMap | null, codings: readonly ReaderCoding[], layout: number, width: number): MarginLayout {
  const measured = useRef<Measured | null>(null)
  const [marks, setMarks] = useState<MarginMark[]>([])
  useEffect(() => {
    if (!map) return setMarks([])
    let frame = requestAnimationFrame(function measureSome() {
      if (measured.current?.map !== map || measured.current.layout !== layout) measured.current = { map, layout, byPlace: new Map() }
      if (measure(measured.current, codings)) setMarks(marksOf(measured.current, codings))
      else frame = requestAnimationFrame(measureSome)
    })
    return () => cancelAnimationFrame(frame)
  }, [map, codings, layout])
  return useMemo(() => layOutMargin(marks, width), [marks, width])
}

/** True when every place is known. A place once measured is not measured again until lines move: one new coding costs one measurement. */
function measure({ map, byPlace }: Measured, codings: readonly ReaderCoding[]): boolean {
  const { top } = map.root.getBoundingClientRect()
  // On paper the page is made smaller as a whole: boxes are told in the pixels of the paper, places are set in those of the page.
  const zoom = map.root.currentCSSZoom
  const until = performance.now() + SLICE
  for (const { start, end } of codings) {
    const key = `${start}-${end}`
    if (byPlace.has(key)) continue
    if (performance.now() > until) return false
    const found = map.extent({ start, end })
    byPlace.set(key, { top: (found.top - top) / zoom, bottom: (found.bottom - top) / zoom })
  }
  return true
}

function marksOf({ byPlace }: Measured, codings: readonly ReaderCoding[]): MarginMark[] {
  const strandOf = new Map(joinStrands(codings).flatMap(strand => strand.parts.map(id => [id, strand.id])))
  return codings.map(({ id, start, end }) => ({ id, strand: strandOf.get(id)!, ...byPlace.get(`${start}-${end}`)! }))
}
