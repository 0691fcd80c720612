// A correction that is being written, kept until it is saved or let go: looking at another story, or loading the window anew, loses no word.
import { z } from 'zod'
import type { Story } from '../../shared/contract/story.ts'
import { RevisionReason } from '../../shared/contract/text.ts'
import { Id, newId } from '../../shared/domain/ids.ts'

/** One text: the revision it was begun on, the words of that, and the words as they are now. */
const DraftText = z.strictObject({ text: Id, revision: Id, from: z.number(), base: z.string(), body: z.string() })
export type DraftText = z.infer<typeof DraftText>
const Correction = z.strictObject({ reason: RevisionReason, texts: z.array(DraftText) })
export type Correction = z.infer<typeof Correction>

const KEY = 'duiding.correction.'
const held = new Map<Id, Correction>()

export const isBegun = (story: Id): boolean => readCorrection(story) !== null

export function readCorrection(story: Id): Correction | null {
  const here = held.get(story)
  if (here) return here
  try {
    const kept = Correction.safeParse(JSON.parse(sessionStorage.getItem(KEY + story) ?? 'null'))
    return kept.success ? kept.data : null
  } catch {
    return null // storage refused, or written by an older version
  }
}

export function keepCorrection(story: Id, correction: Correction): void {
  held.set(story, correction)
  try {
    sessionStorage.setItem(KEY + story, JSON.stringify(correction))
  } catch {
    // Refused or full: then it lasts as long as the window.
  }
}

export function dropCorrection(story: Id): void {
  held.delete(story)
  try {
    sessionStorage.removeItem(KEY + story)
  } catch {
    // Nothing was kept there.
  }
}

/** Every text of the story, as it stands. */
export const beginCorrection = (story: Story): Correction => ({
  reason: 'spelling', texts: story.texts.map(text => ({ text: text.id, revision: newId(), from: text.revision, base: text.body, body: text.body }))
})
