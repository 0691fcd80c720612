// Questions in one column: scale, number, date, choice, several answers in one cell, free text.
import type { ColumnLook } from './column-look.ts'
import type { MappedSignifier } from './mapping.ts'
import type { Because, Draft } from './proposal-draft.ts'
import { sameWords } from './cell-values.ts'
import { findLikert, isUnsureWord } from './likert-scales.ts'

/** Counted or measured, whatever its range; the second only when the numbers are whole and the words name no two ends. */
const MEASURED = /leeftijd|hoe oud|how old|\bage\b|cijfer|grade|bedrag|amount|gewicht|geboortejaar|€|\beuro|prijs|price|kosten|\bcosts?\b|inkomen|\bincome/i
const COUNTED = /aantal|number of|hoeveel|how many|jaar|year|duur|duration|minuten|uren|weken/i
const OTHER = /anders|overig|namelijk|other|specify|toelichting|toelichten|licht toe|_text$|\[other\]|\[comment\]|_other$|explain/i
const OTHER_OPTION = /^(iets )?(anders|overig|other)\b|^-oth-$|namelijk|please specify/i
/** More different values than this is no question with options. */
export const MOST_OPTIONS = 15
const LONGEST_OPTION = 120

export function askSingle(draft: Draft): void {
  for (const look of draft.free()) askOne(draft, look)
}

function askOne(draft: Draft, look: ColumnLook): void {
  if (look.filled.length === 0) {
    draft.give(look, { role: 'ignore' }, { reason: 'empty' })
    return
  }
  const found = numberQuestion(look) ?? scaleOfWords(look) ?? dateQuestion(look) ?? otherText(draft, look) ?? delimitedQuestion(look) ?? choiceQuestion(look)
  const [signifier, because] = found ?? [{ ...asked(look), kind: 'text' as const, linkedTo: null, ticksOption: null }, { reason: 'free_text' as const }]
  draft.ask(signifier, [{ look, part: { is: 'value' } }], because)
}

type Found = [MappedSignifier, Because]

function asked(look: ColumnLook): { key: string; title: string; na: string[] } {
  return { key: look.name, title: look.title, na: [] }
}

/** Among numbers "weet niet" is no number, and no mistake. */
function measured(look: ColumnLook): ReturnType<typeof asked> {
  return { ...asked(look), na: look.distinct.filter(isUnsureWord) }
}

function numberQuestion(look: ColumnLook): Found | null {
  const { numbers } = look
  if (numbers === null || (look.date !== null && look.date.startsWith('epoch'))) return null
  const words = `${look.name} ${look.title}`
  const within = (to: number) => numbers.filter((n) => n >= 0 && n <= to).length >= numbers.length * (numbers.length < 20 ? 0.7 : 0.95)
  const whole = numbers.every(Number.isInteger)
  const most = Math.max(...numbers)
  const counted = MEASURED.test(words) || look.filled.some((cell) => cell.includes('€')) || (COUNTED.test(words) && whole && anchorsIn(look.title).length === 0)
  if (!counted) {
    if (within(1) && !whole && most <= 1.5) return [slider(look, 1), { reason: 'scale_1' }]
    if (whole && Math.min(...numbers) >= 1 && most <= 7 && look.distinct.length <= 7 && most > 2) return numericLikert(look, most)
    const fractions = numbers.filter((n) => n > 0 && n < 1).length
    if (within(100) && most > 10 && fractions >= Math.max(2, numbers.length * 0.15)) return [slider(look, 100), { reason: 'scale_mixed', confidence: 'guess' }]
    if (within(100) && most > 10) return [slider(look, 100), { reason: 'scale_100', confidence: look.distinct.length >= 8 ? 'likely' : 'guess' }]
    if (whole && look.distinct.length <= 2) return null
  }
  return [{ ...measured(look), kind: 'number' }, { reason: 'numbers' }]
}

function slider(look: ColumnLook, to: 1 | 100): MappedSignifier {
  return { ...measured(look), kind: 'slider', anchors: anchorsIn(look.title), scale: { from: 0, to } }
}

/** "Invloed (geen – veel)" and "(0 = geen, 100 = veel)" name both ends. */
export function anchorsIn(title: string): string[] {
  const valued = /\(?\s*0 ?= ?([^,;()]{1,60})\s*[,;]\s*(?:1|10|100) ?= ?([^,;()]{1,60})\)?\s*$/.exec(title)
  const ends = valued ?? /\(([^()]{1,60}?)\s*(?:–|—|…|\.\.\.|↔|<->|\||\s-\s| tot )\s*([^()]{1,60})\)\s*$/.exec(title)
  return ends ? [ends[1]!.trim(), ends[2]!.trim()] : []
}

function numericLikert(look: ColumnLook, most: number): Found {
  const steps = most <= 5 ? 5 : 7
  const named = new Map([...look.title.matchAll(/(\d) ?= ?([^,;()]+)/g)].map((match) => [Number(match[1]), match[2]!.trim()]))
  const options = Array.from({ length: steps }, (_, i) => ({ key: String(i + 1), label: named.has(i + 1) ? `${i + 1} ${named.get(i + 1)}` : String(i + 1), values: [] }))
  return [{ ...measured(look), kind: 'likert', unknown: 'problem', options, highLast: true }, { reason: 'likert_numbers', confidence: 'guess' }]
}

function scaleOfWords(look: ColumnLook): Found | null {
  if (look.distinct.length > MOST_OPTIONS) return null
  const unsure = look.distinct.filter(isUnsureWord)
  const scale = findLikert(look.distinct.filter((value) => !isUnsureWord(value)))
  if (!scale) return null
  const options = scale.options.map((label) => ({ key: label, label, values: [] }))
  return [{ ...asked(look), na: unsure, kind: 'likert', unknown: 'problem', options, highLast: true },
    unsure.length > 0 ? { reason: 'likert_unsure', values: { words: unsure.join(', ') } } : { reason: 'likert_known' }]
}

function dateQuestion(look: ColumnLook): Found | null {
  return look.date === null ? null : [{ ...asked(look), kind: 'date', date: look.date }, { reason: 'dates' }]
}

/** "Anders, namelijk" belongs to the question with options just before it. */
function otherText(draft: Draft, look: ColumnLook): Found | null {
  if (!OTHER.test(look.name) && !OTHER.test(look.title)) return null
  const before = draft.looks.slice(0, look.index).toReversed().map((earlier) => draft.signifiers.find((s) => holds(draft, s.key, earlier))).find((s) => s !== undefined)
  if (!before || !('options' in before)) return null
  const option = before.options.find((o) => OTHER_OPTION.test(o.label) || OTHER_OPTION.test(o.key))
  const ticks = option || !/anders|overig|other/i.test(look.title) ? null : 'Anders'
  if (ticks) before.options.push({ key: ticks, label: ticks, values: [] })
  const signifier: MappedSignifier = { ...asked(look), kind: 'text', linkedTo: before.key, ticksOption: ticks }
  return [signifier, { reason: 'other_text', values: { question: before.title } }]
}

function holds(draft: Draft, key: string, look: ColumnLook): boolean {
  return draft.columns().some((column) => column.column === look.name && column.role === 'answer' && column.signifier === key)
}

const DELIMITERS = [';', '|', '\n', ', ', ' / ', ',']

function delimitedQuestion(look: ColumnLook): Found | null {
  const delimiter = delimiterIn(look)
  if (delimiter === null) return null
  const options = inOrder(optionsIn(look, delimiter)).map((label) => ({ key: label, label, values: [] }))
  return [{ ...asked(look), kind: 'multi', unknown: 'option', delimiter, ticked: [], unticked: [], options },
    { reason: 'delimited', values: { delimiter: delimiter === '\n' ? '↵' : delimiter.trim() }, confidence: isClosed(look, delimiter) ? 'sure' : 'likely' }]
}

/** What stands between several answers in one cell; null when the cells look like single answers or prose. */
export function delimiterIn(look: ColumnLook): string | null {
  return DELIMITERS.find((delimiter) => {
    const several = look.filled.filter((cell) => cell.trim().slice(0, -1).includes(delimiter)).length
    const closed = isClosed(look, delimiter)
    if (!closed && several < Math.max(2, look.filled.length * 0.1)) return false
    const options = optionsIn(look, delimiter)
    const parts = look.filled.reduce((count, cell) => count + cell.split(delimiter).filter((part) => part.trim() !== '').length, 0)
    // Prose has commas too: its parts are long, or end a sentence.
    const prose = (delimiter.includes(',') || delimiter === ' / ') && options.some((option) => option.length > 50 || /[.!?]$/.test(option))
    if (delimiter !== ';' && delimiter !== '|' && delimiter !== '\n' && !recombines(look, delimiter, options)) return false
    return !prose && options.every((option) => option.length <= 80) && options.length <= 40 && (closed || parts >= options.length * 1.5)
  }) ?? null
}

/** "Ja, helemaal" and "ja, een beetje" are one answer each. Ticked answers stand alone too, or in more mixtures than there are answers. */
function recombines(look: ColumnLook, delimiter: string, options: string[]): boolean {
  const cells = look.distinct.map((cell) => cell.split(delimiter).map(sameWords).filter((part) => part !== ''))
  const single = new Set(cells.filter((parts) => parts.length === 1).map((parts) => parts[0]!))
  return cells.length >= options.length || cells.some((parts) => parts.length > 1 && parts.some((part) => single.has(part)))
}

/** Microsoft Forms ends every answer with the delimiter. */
function isClosed(look: ColumnLook, delimiter: string): boolean {
  return delimiter === ';' && look.filled.length > 1 && look.filled.every((cell) => cell.trim().endsWith(';'))
}

function optionsIn(look: ColumnLook, delimiter: string): string[] {
  const parts = look.filled.flatMap((cell) => cell.split(delimiter).map((part) => part.replace(/\s+/gu, ' ').trim()).filter((part) => part !== ''))
  return [...new Map(parts.map((part) => [sameWords(part), part])).values()]
}

function choiceQuestion(look: ColumnLook): Found | null {
  const few = look.distinct.length <= MOST_OPTIONS && (look.filled.length < 6 || look.distinct.length <= look.filled.length * 0.6)
  const short = look.distinct.every((value) => value.length <= LONGEST_OPTION) && look.meanLength <= 60
  if (!few || !short || (look.filled.length < 6 && look.meanLength > 30)) return null
  const options = inOrder(look.distinct).map((label) => ({ key: label, label, values: [] }))
  return [{ ...asked(look), kind: 'choice', unknown: 'option', options }, { reason: 'few_values', values: { count: options.length } }]
}

/** "12–15 jaar" before "16–18 jaar"; words keep the order given (most frequent first). */
export function inOrder(labels: string[]): string[] {
  const numbered = labels.filter((label) => /^\D{0,4}\d/.test(label)).length
  return numbered >= labels.length / 2 ? labels.toSorted((a, b) => a.localeCompare(b, 'nl', { numeric: true })) : labels
}
