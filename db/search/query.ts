// What a person typed as something to look for: words that must all occur in one text, "words in quotes" exactly as they stand, and
// the last word, while one is still typing it, as the beginning of a word.
import { wordsOf } from '../../shared/text/words.ts'
import type { SearchIndex } from './index-file.ts'
import type { Stem } from './refresh.ts'

/** One word, or words that follow each other. For each of them the numbers of the forms that count as it. */
export type Term = { words: ReadonlySet<number>[] }
export type Query = { terms: Term[]; /** For the index; null: words that occur nowhere, or none at all. */ match: string | null }

/** So many words a beginning stands for at most, the shortest first. */
const BEGINNINGS = 80
const TERMS = 12

/** `words`: as typed. Without `isTyping` the last word is a whole one. */
export function readQuery(index: SearchIndex, stem: Stem, words: string, isTyping = true): Query {
  const terms: Term[] = []
  const matches: string[] = []
  let isLost = false
  const add = (numbers: { forms: number[]; stems: number[] }[]): void => {
    isLost ||= numbers.some(({ forms }) => forms.length === 0)
    terms.push({ words: numbers.map(({ forms }) => new Set(forms)) })
    // Words in quotes: their stems follow each other, which the forms confirm afterwards.
    matches.push(numbers.length === 1 ? `(${numbers[0]!.stems.join(' OR ')})` : `"${numbers.map(({ stems }) => stems[0]).join(' ')}"`)
  }
  for (const { exact, said } of partsOf(words)) {
    const forms = [...wordsOf(said)].map(({ form }) => form)
    if (forms.length === 0) continue
    if (exact) add(forms.map((form) => formsAs(index, form)))
    else forms.forEach((form, at) => add([isTyping && at === forms.length - 1 && isUnfinished(words, said) ? formsFrom(index, stem, form) : formsByStem(index, stem, form)]))
    if (terms.length >= TERMS) break
  }
  return { terms, match: isLost || terms.length === 0 ? null : matches.join(' AND ') }
}

/** Typed to the very end without a space behind it, or with a star. */
const isUnfinished = (words: string, said: string): boolean => words.endsWith(said) && (/[\p{L}\p{N}]$/u.test(said) || said.endsWith('*'))

function partsOf(words: string): { exact: boolean; said: string }[] {
  return words.split(/["“”„]/).map((said, at) => ({ exact: at % 2 === 1, said })).filter(({ said }) => said.trim() !== '')
}

type Numbers = { forms: number[]; stems: number[] }
const numbersOf = (rows: unknown[]): Numbers => {
  const found = rows as { num: number; stem: number }[]
  return { forms: found.map(({ num }) => num), stems: [...new Set(found.map((row) => row.stem))] }
}

const formsAs = (index: SearchIndex, form: string): Numbers => numbersOf(index.sql('SELECT num, stem FROM form WHERE form = ?').all(form))

const formsByStem = (index: SearchIndex, stem: Stem, form: string): Numbers =>
  numbersOf(index.sql('SELECT num, stem FROM form WHERE stem = (SELECT num FROM stem WHERE stem = ?)').all(stem(form)))

/** Every form that begins so, and those of the same stem. One letter begins too many words: it stands for itself. */
function formsFrom(index: SearchIndex, stem: Stem, form: string): Numbers {
  const own = formsByStem(index, stem, form)
  if (form.length < 2) return own.forms.length > 0 ? own : formsAs(index, form)
  const longer = numbersOf(index.sql('SELECT num, stem FROM form WHERE form >= ? AND form < ? ORDER BY length(form) LIMIT ?').all(form, `${form}\u{10FFFF}`, BEGINNINGS))
  // All forms of those stems: what the index finds by its stem is then shown as found.
  const stems = [...new Set([...own.stems, ...longer.stems])]
  const forms = index.sql('SELECT num FROM form WHERE stem IN (SELECT value FROM json_each(?))', 'firsts').all(JSON.stringify(stems)) as number[]
  return { forms, stems }
}

/** A place in a list of words: from this one up to that one, the last left out. */
export type Run = { from: number; to: number }

/** Where the terms stand among the words of a text, in order, none overlapping; empty unless each of them occurs. */
export function runsIn(forms: Uint32Array, { terms }: Query): Run[] {
  const runs: Run[] = []
  const seen = new Set<Term>()
  for (let at = 0; at < forms.length;) {
    const term = terms.find(({ words }) => words.every((word, k) => at + k < forms.length && word.has(forms[at + k]!)))
    if (!term) {
      at++
      continue
    }
    seen.add(term)
    runs.push({ from: at, to: (at += term.words.length) })
  }
  // Two terms can be the same word twice; then one occurrence is not enough reason to leave the text out.
  return terms.every((term) => seen.has(term) || terms.some((other) => seen.has(other) && isWithin(term, other))) ? runs : []
}

const isWithin = (one: Term, other: Term): boolean => one.words.length === 1 && other.words.some((word) => [...one.words[0]!].some((form) => word.has(form)))

