// The width a picture has, in pixels, so that its words keep their size while its bars take the room.
import { useLayoutEffect, useState, type RefObject } from 'react'

/** `otherwise`: until the element stands on the page. */
export function useWidth(element: RefObject<HTMLElement | null>, otherwise: number): number {
  const [width, setWidth] = useState(otherwise)
  useLayoutEffect(() => {
    if (!element.current) return
    const sizes = new ResizeObserver(([entry]) => { if (entry && entry.contentRect.width > 0) setWidth(Math.round(entry.contentRect.width)) })
    sizes.observe(element.current)
    return () => sizes.disconnect()
  }, [element])
  return width
}
