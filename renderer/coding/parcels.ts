// What is dragged over a story: a code on its way to words, or words on their way to a code.
import type { DragEvent } from 'react'
import { paragraphAt, paragraphsOf, trimSpan, type Span } from '../../shared/anchoring/span.ts'
import type { Fragment } from '../../shared/contract/coding.ts'
import type { Text } from '../../shared/contract/story.ts'
import { readTurns } from '../../shared/text/turns.ts'
import type { Id } from '../../shared/domain/ids.ts'
import type { ReaderHandle } from '../reader/types.ts'
import { fragmentAt, fragmentOf, type Selected } from './use-readers.ts'

export const CODE_PARCEL = 'application/x-duiding-code'
export const WORDS_PARCEL = 'application/x-duiding-words'

/** The code that was let go, and the words it fell on: the selected ones, else what the speaker says there, else the paragraph. */
export function codeDropped(event: DragEvent, texts: readonly Text[], reader: (text: Id) => ReaderHandle | null, selected: Selected | null): { code: Id, fragment: Fragment } | null {
  const code = event.dataTransfer.getData(CODE_PARCEL)
  if (code === '') return null
  for (const text of texts) {
    const at = reader(text.id)?.offsetAt(event.clientX, event.clientY) ?? null
    if (at === null) continue
    if (selected?.text.id === text.id && selected.selection.start <= at && at <= selected.selection.end) return { code, fragment: fragmentOf(selected) }
    const span = wholeAt(text.body, at)
    return span && { code, fragment: fragmentAt(text, span) }
  }
  return null
}

function wholeAt(body: string, at: number): Span | null {
  const turn = readTurns(body).turns.find(each => each.start <= at && at <= each.end)
  if (turn?.words) return turn.words
  const paragraphs = paragraphsOf(body)
  return trimSpan(body, paragraphs[paragraphAt(paragraphs, at)]!)
}
