// What one has decided so far while splitting a code: the codes its fragments may go to, and where each goes. Kept while the window
// stands, so that one can look something up and come back; nothing is written before the split itself.
import type { CodingInContext } from '../../shared/contract/coding.ts'
import { newId, type Id } from '../../shared/domain/ids.ts'

export interface SplitTarget { id: Id, name: string, colour: number, /** Made by the split. */ isNew: boolean }
/** `sent`: by fragment, the target it goes to, or 'stay'; absent: not decided. */
export interface SplitDraft { targets: readonly SplitTarget[], sent: ReadonlyMap<string, string>, retire: boolean }

const drafts = new Map<Id, SplitDraft>()
const EMPTY: SplitDraft = { targets: [], sent: new Map(), retire: false }

export const draftOf = (code: Id): SplitDraft => drafts.get(code) ?? EMPTY
export const keepDraft = (code: Id, draft: SplitDraft): void => void drafts.set(code, draft)
export const dropDraft = (code: Id): void => void drafts.delete(code)

export const withTarget = (draft: SplitDraft, { id = newId(), name, colour }: { id?: Id, name: string, colour: number }, isNew: boolean): SplitDraft =>
  ({ ...draft, targets: [...draft.targets, { id, name, colour, isNew }] })

/** What was sent there is undecided again. */
export const withoutTarget = (draft: SplitDraft, gone: Id): SplitDraft =>
  ({ ...draft, targets: draft.targets.filter(({ id }) => id !== gone), sent: new Map([...draft.sent].filter(([, to]) => to !== gone)) })

export function withSent(draft: SplitDraft, fragment: string, to: string | null): SplitDraft {
  const sent = new Map(draft.sent)
  if (to === null) sent.delete(fragment)
  else sent.set(fragment, to)
  return { ...draft, sent }
}

/** Codings of one place are decided on together, whoever made them. */
export interface SplitFragment { key: string, first: CodingInContext, codings: readonly CodingInContext[] }

export function fragmentsOf(rows: readonly CodingInContext[]): SplitFragment[] {
  const byPlace = Map.groupBy(rows, ({ text, start, end, id }) => (start === end ? id : `${text} ${start} ${end}`))
  return [...byPlace].map(([key, codings]) => ({ key, first: codings[0]!, codings }))
}

export const movesOf = ({ sent }: SplitDraft, fragments: readonly SplitFragment[]): { coding: Id, into: Id }[] =>
  fragments.flatMap(({ key, codings }) => {
    const into = sent.get(key)
    return into === undefined || into === 'stay' ? [] : codings.map(({ id }) => ({ coding: id, into }))
  })

export const hasDecidedAll = ({ sent }: SplitDraft, fragments: readonly SplitFragment[]): boolean => fragments.every(({ key }) => sent.has(key))
