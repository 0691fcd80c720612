// Cuts a coding in two at the caret, and joins it with the next one of the same code: by keys, each one gesture.
import { trimSpan } from '../../shared/anchoring/span.ts'
import type { Text } from '../../shared/contract/story.ts'
import type { Id } from '../../shared/domain/ids.ts'
import { useActions } from '../app/actions.ts'
import { useSay } from '../i18n/say.ts'
import type { ReaderHandle } from '../reader/types.ts'
import { sayInPassing } from '../ui/toast.tsx'
import type { CodingFace } from './coding-faces.ts'
import type { CodingWork } from './use-coding-work.ts'
import { fragmentAt } from './use-readers.ts'

export interface Reshaping {
  face: CodingFace | undefined
  faces: readonly CodingFace[]
  work: CodingWork
  textOf: (id: Id) => Text | undefined
  reader: (text: Id) => ReaderHandle | null
}

export function useReshape({ face, faces, work, textOf, reader }: Reshaping): void {
  const say = useSay('coding')
  const own = () => face?.mine ?? false
  const split = () => {
    const text = face && textOf(face.text)
    if (!face || !text) return
    const at = reader(face.text)?.caret() ?? face.start
    const [first, second] = [trimSpan(text.body, { start: face.start, end: at }), trimSpan(text.body, { start: at, end: face.end })]
    if (at <= face.start || at >= face.end || !first || !second) return sayInPassing({ says: say('split.where') })
    work.split(face.id, fragmentAt(text, first), fragmentAt(text, second))
  }
  const join = () => {
    const text = face && textOf(face.text)
    const other = face && neighbourOf(face, faces)
    if (!face || !text || !other) return sayInPassing({ says: say('join.none') })
    const span = { start: Math.min(face.start, other.start), end: Math.max(face.end, other.end) }
    work.join(face.id, other.id, fragmentAt(text, span))
  }
  useActions([
    { id: 'coding.split', part: say('part.chosen'), name: say('act.split'), keys: ['x'], when: own, run: split },
    { id: 'coding.join', part: say('part.chosen'), name: say('act.join'), keys: ['j'], when: own, run: join }
  ])
}

/** One's own coding of the same code that follows, else the one before. */
function neighbourOf(face: CodingFace, faces: readonly CodingFace[]): CodingFace | undefined {
  const alike = faces.filter(each => each.mine && each.text === face.text && each.codeId === face.codeId && each.start < each.end)
  const at = alike.findIndex(each => each.id === face.id)
  return alike[at + 1] ?? alike[at - 1]
}
