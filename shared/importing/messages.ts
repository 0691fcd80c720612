// Problems and reasons of an import as sentences, for the window and the command line alike.
import type { SignifierKind } from '../domain/signifier.ts'
import type { ImportProblem } from './staged.ts'
import { PROBLEM_SENTENCES } from './problem-sentences.ts'
import type { ProblemKey } from './problem-sentences.ts'

export type Language = 'nl' | 'en'
export type Values = Record<string, string | number>

/** Where in the input: `row` as a spreadsheet numbers it, `column` by its name. */
export type Place = { file: string; row?: number | null; column?: string | null }

/** A problem; severity 'error' unless given: one error and nothing is imported. */
export function problem(key: ProblemKey, at: Place, values: Values = {}, severity: ImportProblem['severity'] = 'error'): ImportProblem {
  return { file: at.file, row: at.row ?? null, column: at.column ?? null, message: key, values, severity }
}

/**
 * The sentence a person reads, its place in front:
 * `gezinnen.csv, rij 12, kolom “Invloed”: De waarde 101 ligt buiten …`.
 * An unknown message key (from a newer version) is shown as it is.
 */
export function problemSentence(at: ImportProblem, language: Language = 'nl'): string {
  return `${placeWords(at, language)}: ${problemWords(at, language)}`
}

/** The same without its place, for a list that has columns for those. */
export function problemWords(at: ImportProblem, language: Language = 'nl'): string {
  return fill(isProblemKey(at.message) ? PROBLEM_SENTENCES[at.message][language] : at.message, at.values, language)
}

/** `{name}` becomes the value of that name; numbers in the notation of the language. */
export function fill(sentence: string, values: Values, language: Language): string {
  return sentence.replace(/\{(\w+)\}/g, (whole, name: string) => {
    const value = values[name]
    if (name === 'asked' && isKind(value)) return KIND_WORDS[value][language]
    return value === undefined ? whole : typeof value === 'number' ? numberWords(value, language) : value
  })
}

/** As the window calls them. */
const KIND_WORDS: Record<SignifierKind, { nl: string; en: string }> = {
  choice: { nl: 'Eén keuze', en: 'One choice' }, multi: { nl: 'Meer keuzes', en: 'Several choices' }, likert: { nl: 'Schaal met woorden', en: 'Scale in words' }, slider: { nl: 'Schuif', en: 'Slider' },
  triad: { nl: 'Driehoek', en: 'Triangle' }, stones: { nl: 'Stenen', en: 'Stones' }, number: { nl: 'Getal', en: 'Number' }, date: { nl: 'Datum als antwoord', en: 'Date as an answer' }, text: { nl: 'Vrije tekst', en: 'Free text' }
}
const isKind = (value: string | number | undefined): value is SignifierKind => typeof value === 'string' && Object.hasOwn(KIND_WORDS, value)

/** Long cell values are cut in a sentence; the cell itself is found by its row and column. */
export function shortened(value: string): string {
  const line = value.replace(/\s+/gu, ' ').trim()
  return line.length > 40 ? line.slice(0, 39).replace(/[\ud800-\udbff]$/, '') + '…' : line
}

/** Bytes in words: "2,0 GB". */
export function sizeWords(bytes: number): string {
  const [divisor, unit] = bytes >= 1e9 ? [1e9, 'GB'] : bytes >= 1e6 ? [1e6, 'MB'] : [1e3, 'kB']
  return `${(bytes / divisor).toFixed(bytes >= 1e9 ? 1 : 0).replace('.', ',')} ${unit}`
}

function isProblemKey(key: string): key is ProblemKey {
  return Object.hasOwn(PROBLEM_SENTENCES, key)
}

function placeWords(at: ImportProblem, language: Language): string {
  const [row, column] = language === 'nl' ? ['rij', 'kolom'] : ['row', 'column']
  const parts = [at.file]
  if (at.row !== null) parts.push(`${row} ${at.row}`)
  if (at.column !== null) parts.push(`${column} “${at.column}”`)
  return parts.join(', ')
}

function numberWords(value: number, language: Language): string {
  const plain = String(Math.round(value * 10_000) / 10_000)
  return language === 'nl' ? plain.replace('.', ',') : plain
}
