// One correction of a story while it is written: its drafts, what it will do, a colleague who was first, saving and letting go.
import { useCallback, useMemo, useRef, useState } from 'react'
import { mergeTexts } from '../../shared/anchoring/merge-texts.ts'
import type { Story } from '../../shared/contract/story.ts'
import type { RevisionReason } from '../../shared/contract/text.ts'
import { newId, type Id } from '../../shared/domain/ids.ts'
import { useWrite } from '../api/hooks.ts'
import { foresee, type Foresight } from './foresee.ts'
import { beginCorrection, dropCorrection, keepCorrection, readCorrection, type Correction, type DraftText } from './kept-correction.ts'

export interface CorrectionWork {
  correction: Correction
  isChanged: boolean
  foresight: Foresight
  /** A text that a colleague corrected since this was begun. */
  overtaken: DraftText | undefined
  pending: boolean
  write: (text: Id, body: string) => void
  setReason: (reason: RevisionReason) => void
  /** Brings the colleague's words in; gives what now stands in each text, and where both changed the same words. */
  bringTogether: () => { texts: readonly DraftText[], both: { mine: string, theirs: string }[] }
  /** True when it was saved. `latest`: words of a text that were written this very moment. */
  save: (latest?: { text: Id, body: string }) => Promise<boolean>
  letGo: () => void
}

export function useCorrection(story: Story): CorrectionWork {
  const [correction, setCorrection] = useState(() => readCorrection(story.id) ?? beginCorrection(story))
  const { write: revise, pending } = useWrite('text.revise')
  const isOver = useRef(false)
  const put = useCallback((next: Correction) => {
    if (isOver.current) return // the editor tells its last words when it is taken away
    setCorrection(next)
    keepCorrection(story.id, next)
  }, [story.id])
  const changed = correction.texts.filter(draft => draft.body !== draft.base)
  const foresight = useMemo(() => foresee(story.texts, story.codings, correction.texts), [story.texts, story.codings, correction.texts])
  const overtaken = changed.find(draft => story.texts.find(text => text.id === draft.text)?.revision !== draft.from)
  const withBody = (text: Id, body: string): Correction => ({ ...correction, texts: correction.texts.map(draft => (draft.text === text ? { ...draft, body } : draft)) })

  return {
    correction, isChanged: changed.length > 0, foresight, overtaken, pending,
    write: (text, body) => { if (correction.texts.some(draft => draft.text === text && draft.body !== body)) put(withBody(text, body)) },
    setReason: reason => put({ ...correction, reason }),
    bringTogether: () => {
      const both: { mine: string, theirs: string }[] = []
      const texts = correction.texts.map(draft => {
        const text = story.texts.find(each => each.id === draft.text)
        if (!text || text.revision === draft.from) return draft
        const merged = mergeTexts(draft.base, draft.body, text.body)
        both.push(...merged.both)
        return { ...draft, revision: newId(), from: text.revision, base: text.body, body: merged.body }
      })
      put({ ...correction, texts })
      return { texts, both }
    },
    save: async latest => {
      const now = latest ? withBody(latest.text, latest.body) : correction
      put(now)
      const texts = now.texts.filter(draft => draft.body !== draft.base).map(({ text, revision, from, body }) => ({ text, revision, from, body }))
      if (texts.length > 0 && !(await revise({ texts, reason: now.reason })).ok) return false
      isOver.current = true
      dropCorrection(story.id)
      return true
    },
    letGo: () => {
      isOver.current = true
      dropCorrection(story.id)
    }
  }
}
