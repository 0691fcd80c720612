// What a correction will do to the codings that one sees: where each goes, and which of them a person must look at.
import { diffTexts } from '../../shared/anchoring/differences.ts'
import { placeSpan, type Placed } from '../../shared/anchoring/revise.ts'
import type { Coding } from '../../shared/contract/coding.ts'
import type { Text } from '../../shared/contract/story.ts'
import type { DraftText } from './kept-correction.ts'

export interface Foreseen {
  coding: Coding
  /** Its words now, and its place and words then. */
  was: string
  place: Placed
  becomes: string
}

export interface Foresight {
  same: number
  corrected: Foreseen[]
  look: Foreseen[]
  /** Every place, by text. */
  places: ReadonlyMap<string, Placed[]>
}

/** Codings that a person must look at already are not counted again. */
export function foresee(texts: readonly Text[], codings: readonly Coding[], drafts: readonly DraftText[]): Foresight {
  const sight = { same: 0, corrected: [] as Foreseen[], look: [] as Foreseen[], places: new Map<string, Placed[]>() }
  for (const text of texts) {
    const draft = drafts.find(each => each.text === text.id)
    if (!draft) continue
    const edits = diffTexts(text.body, draft.body)
    const places: Placed[] = []
    for (const coding of codings) {
      if (coding.text !== text.id || coding.start === coding.end) continue
      const place = placeSpan(text.body, draft.body, edits, coding)
      places.push(place)
      const foreseen = { coding, was: text.body.slice(coding.start, coding.end), place, becomes: draft.body.slice(place.start, place.end) }
      if (place.fit === 'same') sight.same++
      else sight[place.fit].push(foreseen)
    }
    sight.places.set(text.id, places)
  }
  return sight
}
