// How many codings of colleagues came in since one last looked: told by a quiet dot and a count, so that nothing has to jump.
import { useEffect, useState } from 'react'
import type { CodingFace } from './coding-faces.ts'

/** `isLooking`: the list of codings is in sight. */
export function useArrivals(faces: readonly CodingFace[], isLooking: boolean): number {
  const [seen, setSeen] = useState<ReadonlySet<string> | null>(null)
  const isNews = seen === null || isLooking
  useEffect(() => { if (isNews && faces.some(face => !seen?.has(face.id))) setSeen(new Set(faces.map(face => face.id))) }, [isNews, seen, faces])
  return isNews ? 0 : faces.filter(face => !face.mine && !seen.has(face.id)).length
}
