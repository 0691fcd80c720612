// What one may have meant where nothing was found: the same words with one of them spelled as it stands in the project. Only what this
// viewer would find is offered, and whether a word stands in what is hidden from them makes no difference.
import type { StoryFilter } from '../../shared/domain/layer.ts'
import type { Id } from '../../shared/domain/ids.ts'
import { editDistance } from '../../shared/text/edit-distance.ts'
import { foldWord, wordsOf, type Word } from '../../shared/text/words.ts'
import type { Store } from '../store.ts'
import { findHits, type Hits } from './hits.ts'
import type { SearchIndex } from './index-file.ts'
import { readQuery } from './query.ts'
import type { Stem } from './refresh.ts'

/** Spellings looked at, the nearest first; and offered. */
const [LOOKED, OFFERED] = [12, 3]
/** A slip in a short word is soon another word. */
const reachOf = (form: string): number => (form.length <= 4 ? 1 : 2)

export type Seeking = { store: Store; index: SearchIndex; stem: Stem; viewer: Id | null; filter: StoryFilter }

/** Whole queries to ask instead, the nearest first; empty unless one word alone is found nowhere. */
export function meantInstead(seeking: Seeking, words: string): string[] {
  const found = (asked: string): Hits => findHits(seeking.store, seeking.index, readQuery(seeking.index, seeking.stem, asked), seeking.viewer, { filter: seeking.filter, offset: 0, limit: 1 })
  const isFound = ({ total, memos }: Hits): boolean => total > 0 || memos.length > 0
  const lost = [...wordsOf(words)].filter(({ start, end }) => !isFound(found(words.slice(start, end))))
  if (lost.length !== 1) return []
  const [word] = lost as [Word]
  const offered: string[] = []
  for (const form of nearest(seeking.index, word.form)) {
    // In quotes: that very form, not one of its stem, which may stand in what is hidden.
    const hits = found(replaced(words, word, ` "${form}" `))
    if (isFound(hits)) offered.push(replaced(words, word, asWritten(form, hits)))
    if (offered.length === OFFERED) break
  }
  return offered
}

const replaced = (words: string, { start, end }: Word, by: string): string => (words.slice(0, start) + by + words.slice(end)).trim()

function nearest(index: SearchIndex, form: string): string[] {
  const reach = reachOf(form)
  const forms = index.sql('SELECT form FROM form WHERE length(form) BETWEEN ? AND ?', 'firsts').all(form.length - reach, form.length + reach) as string[]
  return forms.map((each) => ({ each, apart: editDistance(form, each) })).filter(({ apart }) => apart > 0 && apart <= reach)
    .toSorted((a, b) => a.apart - b.apart || Number(b.each[0] === form[0]) - Number(a.each[0] === form[0]) || a.each.localeCompare(b.each, 'nl')).slice(0, LOOKED).map(({ each }) => each)
}

/** With its accents, where the first hit shows them. */
function asWritten(form: string, { stories, memos }: Hits): string {
  const shown = [...stories.flatMap(({ snippets }) => snippets), ...memos].flatMap(({ words, marks }) => marks.map(([start, end]) => words.slice(start, end)))
  return shown.find((each) => foldWord(each) === form)?.toLocaleLowerCase('nl') ?? form
}
