// The codings of one story as they are shown: with what is still on its way, an end that is being moved, and the coder's choice of whose.
import { useCallback, useMemo } from 'react'
import type { Code } from '../../shared/contract/code.ts'
import type { Coder } from '../../shared/contract/coder.ts'
import type { Story, Text } from '../../shared/contract/story.ts'
import type { Id } from '../../shared/domain/ids.ts'
import { useRead } from '../api/hooks.ts'
import { useCoders } from '../api/use-me.ts'
import { offersOf, type CodeOffer } from './code-search.ts'
import { useCodingFaces, type CodingFace } from './coding-faces.ts'
import { withPending } from './pending.ts'
import { useShownFaces, type ReadingView } from './reading-view.ts'
import { useCodingWork, type CodingWork } from './use-coding-work.ts'
import { useNudge, type Nudge } from './use-nudge.ts'
import { fragmentAt } from './use-readers.ts'

const NO_CODES: readonly Code[] = []

export interface StoryCodings {
  work: CodingWork
  codes: ReadonlyMap<Id, Code>
  offers: readonly CodeOffer[]
  coders: ReadonlyMap<Id, Coder>
  /** All of them, in the order of reading; `shown`: those in the text, `byText`: the same by text. */
  faces: readonly CodingFace[]
  shown: readonly CodingFace[]
  byText: ReadonlyMap<Id, readonly CodingFace[]>
  textOf: (id: Id) => Text | undefined
  sendNudge: (nudge: Nudge) => void
  moveEnd: ReturnType<typeof useNudge>['move']
  /** Who stands for what was agreed on; undefined where nothing was. */
  consensus: Id | undefined
}

export function useStoryCodings(story: Story, me: Id, view: ReadingView): StoryCodings {
  const listed = useRead('code.list', {}).data ?? NO_CODES
  const coders = useCoders()
  const work = useCodingWork(story, me)
  const codes = useMemo(() => new Map([...listed, ...work.comingCodes].map(code => [code.id, code])), [listed, work.comingCodes])
  const offers = useMemo(() => offersOf([...codes.values()]), [codes])
  const textOf = useCallback((id: Id) => story.texts.find(text => text.id === id), [story.texts])
  const sendNudge = useCallback(({ coding, span }: Nudge) => {
    const text = textOf(work.codings.find(each => each.id === coding)?.text ?? '')
    if (text) work.move(coding, fragmentAt(text, span))
  }, [textOf, work])
  const { nudge, move } = useNudge(sendNudge)
  const now = useMemo(() => (nudge ? withPending(work.codings, [{ is: 'changed', coding: nudge.coding, to: nudge.span }]).map(coding => ({ ...coding, pending: false })) : work.codings), [work.codings, nudge])
  const faces = useCodingFaces(now, story.texts, codes, coders, me)
  const consensus = useMemo(() => [...coders.values()].find(coder => coder.role === 'consensus')?.id, [coders])
  const shown = useShownFaces(faces, view, consensus)
  const byText = useMemo(() => Map.groupBy(shown.filter(face => face.start < face.end), face => face.text), [shown])
  return { work, codes, offers, coders, faces, shown, byText, textOf, sendNudge, moveEnd: move, consensus }
}
