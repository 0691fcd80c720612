// Drawing a line by hand round dots: pointer moves become places of the picture. While one draws only one path changes, and nothing is
// counted before the line is closed, so that twenty thousand dots are as quick as twenty.
import { useRef, type PointerEvent as ReactPointerEvent, type RefObject, type SVGAttributes } from 'react'
import { thinned, type Outline } from '../../shared/signifier/outline.ts'

type LassoHandlers = Pick<SVGAttributes<SVGSVGElement>, 'onPointerDown' | 'onPointerMove' | 'onPointerUp' | 'onPointerCancel'>

/** Moves shorter than this (pixels) are a press, not a line. */
const SLACK = 5
/** Points closer than this (units of the picture) say nothing more. */
const STEP = 0.7

/**
 * `tall`: height of the drawing by its base (a triangle's 0.866, a square's 1). `drawn`: the path that shows the line under way.
 * Points come as x and y, 0–100 from the left and from below.
 */
export function useLasso(tall: number, drawn: RefObject<SVGPathElement | null>, onLasso: ((outline: [number, number][]) => void) | undefined): LassoHandlers {
  const line = useRef<{ points: [number, number][], begin: { x: number, y: number }, isLine: boolean } | null>(null)
  if (!onLasso) return {}
  const placeOf = (event: ReactPointerEvent<SVGSVGElement>): [number, number] => {
    const { x, y } = new DOMPoint(event.clientX, event.clientY).matrixTransform(event.currentTarget.getScreenCTM()!.inverse())
    return [round(x), round(100 - y / tall)]
  }
  const show = () => drawn.current?.setAttribute('d', line.current?.isLine ? outlinePath(line.current.points, tall) : '')
  const end = () => { line.current = null; show() }
  return {
    onPointerDown: event => {
      if (event.button !== 0 || !event.isPrimary) return
      line.current = { points: [placeOf(event)], begin: { x: event.clientX, y: event.clientY }, isLine: false }
    },
    onPointerMove: event => {
      const now = line.current
      if (!now) return
      if (!now.isLine && Math.hypot(event.clientX - now.begin.x, event.clientY - now.begin.y) < SLACK) return
      if (!now.isLine) event.currentTarget.setPointerCapture(event.pointerId) // from here on a press on a zone is none
      now.isLine = true
      now.points.push(placeOf(event))
      show()
    },
    onPointerUp: () => {
      const done = line.current
      end()
      const outline = done?.isLine ? thinned(done.points, STEP) : []
      if (outline.length >= 3) onLasso(outline.length > 400 ? outline.filter((_, at) => at % Math.ceil(outline.length / 400) === 0) : outline)
    },
    onPointerCancel: end
  }
}

const round = (value: number): number => Math.round(value * 10) / 10

/** A closed line as a path in units of the drawing. */
export const outlinePath = (outline: Outline, tall: number): string => `M${outline.map(([x, y]) => `${x} ${((100 - y) * tall).toFixed(2)}`).join('L')}Z`
