// The triangle every triad is drawn in, its anchors' words at their corners. Children are drawn in units of the base: 0–100.
import type { ReactNode, SVGAttributes } from 'react'
import { TRIAD_HEIGHT, type TriadPlace } from '../../shared/signifier/triad.ts'

/** Room round the triangle for a dot that lies on its edge. */
const ROOM = 6

/** A place in the triangle (x and y 0–100) as a point of the drawing. */
export function drawnAt({ x, y }: TriadPlace): { x: number, y: number } {
  return { x, y: (100 - y) * TRIAD_HEIGHT }
}

export interface TriadFrameProps {
  /** [top, left, right]. */
  anchors: readonly string[]
  /** One sentence that says what the picture shows. */
  says: string
  /** The picture holds buttons: it is then a group, not one image. */
  isGroup?: boolean
  big?: boolean
  /** Pointer events of the drawing, e.g. for drawing a line round dots. */
  handlers?: SVGAttributes<SVGSVGElement>
  children: ReactNode
}

export function TriadFrame({ anchors, says, isGroup = false, big = false, handlers, children }: TriadFrameProps) {
  const [top, left, right] = [drawnAt({ x: 50, y: 100 }), drawnAt({ x: 0, y: 0 }), drawnAt({ x: 100, y: 0 })]
  return (
    <div className={big ? 'chart-triad is-big' : 'chart-triad'}>
      <span className="chart-anchor is-top" aria-hidden>{anchors[0]}</span>
      <svg viewBox={`${-ROOM} ${-ROOM} ${100 + 2 * ROOM} ${100 * TRIAD_HEIGHT + 2 * ROOM}`} role={isGroup ? 'group' : 'img'} aria-label={says} {...handlers}>
        <path className="chart-outline" d={`M${top.x} ${top.y} L${right.x} ${right.y} L${left.x} ${left.y} Z`} />
        {children}
      </svg>
      <span className="chart-anchor is-left" aria-hidden>{anchors[1]}</span>
      <span className="chart-anchor is-right" aria-hidden>{anchors[2]}</span>
    </div>
  )
}
