// What one was writing down of a table, kept while the window is open until it is saved or begun anew: Escape loses no evening.
import type { Card } from '../../shared/contract/pack.ts'
import type { Harvest, Reading } from '../../shared/contract/session.ts'
import type { Id } from '../../shared/domain/ids.ts'

export interface HarvestDraft {
  table: number | null
  observation: string
  /** Card numbers as they were typed. */
  numbers: string
  readings: Reading[]
  action: string
  owner: string
  due: string
  signal: string
  /** none, or the letter t or c and the id of a theme or code. */
  about: string
}

/** By harvest, or by session for a new one. */
const unsaved = new Map<Id, HarvestDraft>()

export const readUnsaved = (of: Id): HarvestDraft | undefined => unsaved.get(of)
export const keepUnsaved = (of: Id, draft: HarvestDraft): void => void unsaved.set(of, draft)
export const dropUnsaved = (of: Id): void => void unsaved.delete(of)

/** As it stands in the project, or empty. */
export function draftOf(harvest: Harvest | null, cards: readonly Card[]): HarvestDraft {
  return {
    table: harvest?.table ?? null, observation: harvest?.observation ?? '', readings: harvest?.readings ?? [{ words: '', votes: 0 }, { words: '', votes: 0 }],
    numbers: (harvest?.cards ?? []).map(id => cards.find(each => each.id === id)?.number ?? '').join(', '),
    action: harvest?.action ?? '', owner: harvest?.owner ?? '', due: harvest?.due ?? '', signal: harvest?.signal ?? '',
    about: !harvest?.about ? 'none' : harvest.about.is === 'theme' ? `t${harvest.about.theme}` : `c${harvest.about.code}`
  }
}
