// What the wizard knows so far: files, the mapping being edited, jobs. Kept outside the screens, so that going back, or away to read
// a story, loses nothing; another project starts with a clean one.
import { useSyncExternalStore } from 'react'
import type { LookedAt } from '../../shared/contract/importing.ts'
import type { Id } from '../../shared/domain/ids.ts'
import type { Failure } from '../../shared/errors.ts'
import type { FileSettings, Mapping } from '../../shared/importing/mapping.ts'
import type { ImportProblem } from '../../shared/importing/staged.ts'
import { remembered } from '../api/session.ts'

export type Settings = Partial<Pick<FileSettings, 'delimiter' | 'encoding' | 'headerRows' | 'sheet'>>

export interface DraftFile {
  key: string
  name: string
  size: number
  /** Null while it is being sent. */
  upload: Id | null
  /** 0–1, of the sending. */
  sent: number
  failure: Failure | null
  looked: LookedAt | null
  /** What a person chose under "Klopt dit niet?". */
  settings: Settings
}

export interface Draft {
  files: DraftFile[]
  definition: { name: string, upload: Id, title: string, signifiers: number } | null
  template: { name: string, mapping: Mapping } | null
  /** About a definition or a template that could not be read. */
  problems: ImportProblem[]
  /** Null: nothing typed yet. */
  group: string | null
  /** The wave of all stories, where no column says so. */
  wave: string
  mapping: Mapping | null
  isEdited: boolean
  /** Lines of which a person looked at the details. */
  seen: ReadonlySet<string>
  /** Which row of the sample the preview shows, as a spreadsheet counts. */
  row: number | null
  /** `of`: the wish it belongs to, as JSON. */
  rehearsal: { job: Id, of: string } | null
  run: { job: Id } | null
}

const EMPTY: Draft = {
  files: [], definition: null, template: null, problems: [], group: null, wave: '', mapping: null, isEdited: false, seen: new Set(), row: null, rehearsal: null, run: null
}

let project: string | null = null
let draft: Draft = EMPTY
const listeners = new Set<() => void>()
const listen = (listener: () => void) => { listeners.add(listener); return () => { listeners.delete(listener) } }

export function readDraft(): Draft {
  const path = remembered()?.path ?? null
  if (path !== project) {
    project = path
    draft = EMPTY
  }
  return draft
}

export function setDraft(change: Partial<Draft> | ((draft: Draft) => Partial<Draft>)): void {
  const now = readDraft()
  draft = { ...now, ...(typeof change === 'function' ? change(now) : change) }
  for (const listener of listeners) listener()
}

export const useDraft = (): Draft => useSyncExternalStore(listen, readDraft)

/** A fresh start; `keep` what the next file shares with this one. */
export function clearDraft(keep: Partial<Draft> = {}): void {
  setDraft({ ...EMPTY, ...keep })
}

/** Another mapping by hand. */
export function editMapping(change: (mapping: Mapping) => Mapping): void {
  setDraft(({ mapping }) => (mapping ? { mapping: change(mapping), isEdited: true } : {}))
}

export function changeFile(key: string, change: Partial<DraftFile>): void {
  setDraft(({ files }) => ({ files: files.map(file => (file.key === key ? { ...file, ...change } : file)) }))
}

export const tablesOf = (draft: Draft): LookedAt[] => draft.files.flatMap(({ looked }) => (looked?.is === 'table' ? [looked] : []))
/** The table whose columns the mapping names. */
export const leadTable = (draft: Draft): LookedAt | null => tablesOf(draft)[0] ?? null
export const isAllTranscripts = (draft: Draft): boolean => draft.files.length > 0 && draft.files.every(({ looked }) => looked?.is === 'transcript')
export const isBusy = (draft: Draft): boolean => draft.files.some(({ looked, failure }) => looked === null && failure === null)
