// What a column of a table, or a bar, zone or field of a picture, stands for, in words.
import type { ColumnFace } from '../../shared/contract/crosstab.ts'
import type { Signifier } from '../../shared/contract/signifier.ts'
import type { Formats } from '../i18n/format.ts'
import type { Say } from '../i18n/say.ts'

/** `signifier`: the question the faces belong to; null where they are groups, waves or periods. */
export interface FaceWords { say: Say<'crosstab'>, format: Formats, signifier: Signifier | null }

/** A column, bar, zone or part as its heading says it. */
export function faceWords(face: ColumnFace, { say, format, signifier }: FaceWords): string {
  switch (face.is) {
    case 'option': case 'group': case 'wave': case 'coder': return face.name
    case 'bar': return say('face.bar', { at: face.at })
    case 'range': return say(face.closed ? 'face.range.closed' : 'face.range', { from: short(face.from, format), to: short(face.to, format) })
    case 'zone': {
      const [a, b] = face.anchors
      if (face.zone === 'centre') return say('face.centre')
      if (a === undefined) return say(`face.zone.${face.zone}`)
      return b === undefined ? a : say('face.between', { a, b })
    }
    case 'quadrant': return quadrantWords(face.quadrant, say, signifier?.anchors ?? [])
    case 'period': return periodWords(face.period, say)
    case 'none': return say(signifier?.kind === 'stones' ? 'face.none.stones' : 'face.none.multi')
    default: return say(`face.${face.is}`)
  }
}

type Quadrant = Extract<ColumnFace, { is: 'quadrant' }>['quadrant']

/** By the words at the ends of the axes, where the question has them: [left, right] or [left, right, bottom, top]. */
function quadrantWords(quadrant: Quadrant, say: Say<'crosstab'>, [left, right, bottom, top]: readonly string[]): string {
  const across = /right/i.test(quadrant) ? right : left
  const up = /bottom/.test(quadrant) ? bottom : /top/.test(quadrant) ? top : null
  if (!across || up === undefined || up === '') return say(`face.quadrant.${quadrant}`)
  return up === null ? say('face.side', { anchor: across }) : say('face.between', { a: across, b: up })
}

const short = (value: number, format: Formats): string => format.number(value, Number.isInteger(value) ? 0 : 1)

function periodWords(period: string, say: Say<'crosstab'>): string {
  const [year, part] = period.split('-')
  if (part === undefined) return year!
  return part.startsWith('Q') ? say('face.quarter', { quarter: part.slice(1), year: year! }) : `${part}-${year}`
}
