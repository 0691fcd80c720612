// The same annex for a word processor: its parts in the same order, under real styles.
import type { PaperBlock } from '../../shared/contract/paper.ts'
import { readMemo, type Line } from '../../shared/text/memo-text.ts'
import type { Annex, AnnexEntry, AnnexTheme } from './annex.ts'

/** A table in a document has no more rows than this. */
const ROWS = 2000

export const annexBlocks = ({ title, lead, parts }: Annex): PaperBlock[] =>
  [{ is: 'title', words: title }, ...lead.map((words): PaperBlock => ({ is: 'hint', words })), ...parts.flatMap(part => [{ is: 'heading' as const, words: part.heading }, ...inside(part)])]

function inside(part: Annex['parts'][number]): PaperBlock[] {
  switch (part.is) {
    case 'people': return part.people.flatMap(({ name, words }) => [{ is: 'subheading' as const, words: name }, ...words.flatMap(plain)])
    case 'themes': return part.themes.flatMap(theme)
    case 'entries': return part.entries.length === 0 ? [{ is: 'paragraph', words: part.nothing }] : part.entries.flatMap(entry)
    case 'trail': return [{ is: 'paragraph', words: part.lead }, ...pieces(part.rows).map((rows): PaperBlock => ({ is: 'table', headings: [...part.head], rows: rows.map(row => [...row]) }))]
  }
}

const pieces = <T>(rows: readonly T[]): T[][] => Array.from({ length: Math.ceil(rows.length / ROWS) }, (_, at) => rows.slice(at * ROWS, (at + 1) * ROWS))

const plain = (words: string): PaperBlock[] => words.split('\n').filter(line => line.trim() !== '').map(line => ({ is: 'paragraph', words: line }))

function theme({ name, phase, parts, lies }: AnnexTheme): PaperBlock[] {
  const told = parts.filter(({ words }) => words.trim() !== '').flatMap((one): PaperBlock[] => [{ is: 'term', words: one.name }, ...plain(one.words)])
  return [{ is: 'subheading', words: name }, { is: 'hint', words: phase }, ...told, ...(lies ? [{ is: 'hint' as const, words: lies }] : [])]
}

function entry({ when, who, title, body, about, answers }: AnnexEntry): PaperBlock[] {
  const by = [when, who, about].filter(Boolean).join(' · ')
  return [...(title ? [{ is: 'subheading' as const, words: title }] : []), ...(by ? [{ is: 'byline' as const, words: by }] : []), ...readMemo(body).flatMap(line), ...answers.flatMap(entry)]
}

/** A link leads nowhere outside the program: its name stands there, slanted. */
function line({ is, pieces: all }: Line): PaperBlock[] {
  if (all.length === 0) return []
  const runs = all.map(one => (one.is === 'mention' ? { words: one.name, bold: false, italic: true } : { words: one.words, bold: one.bold, italic: one.italic }))
  return [{ is: 'rich', point: is === 'item', runs }]
}
