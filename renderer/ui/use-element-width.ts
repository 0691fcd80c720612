// The width an element has on the page, in pixels, as it changes.
import { useLayoutEffect, useState, type RefObject } from 'react'

/** Null until the element stands on the page. */
export function useElementWidth(element: RefObject<HTMLElement | null>): number | null {
  const [width, setWidth] = useState<number | null>(null)
  useLayoutEffect(() => {
    if (!element.current) return
    const measure = (now: number) => { if (now > 0) setWidth(Math.round(now)) }
    measure(element.current.getBoundingClientRect().width)
    const sizes = new ResizeObserver(([entry]) => measure(entry?.contentRect.width ?? 0))
    sizes.observe(element.current)
    return () => sizes.disconnect()
  }, [element])
  return width
}
