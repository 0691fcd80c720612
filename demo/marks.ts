// Reads one story file: facts on top, then the words with the codings marked in them.
//
// A mark is written around its words: {klik}Ze lachte.{/klik}, or {/} for the mark opened last; marks nest and overlap.
// {klik,school}…{/klik,school} puts two codes on one fragment. A bare mark was made by every coder of the story and agreed on.
// {klik:A} was made by coder A alone and not agreed on; {klik:A+} by A alone and agreed on; {klik:+} only in the consensus.
import type { SampleGroup } from './sample.ts'

/** Offsets are UTF-16 units of the words without marks, end exclusive. Coders null: every coder of the story. */
export type Mark = { code: string; start: number; end: number; coders: string[] | null; agreed: boolean }

export type StorySource = { id: string; group: SampleGroup; facts: Record<string, string>; text: string; marks: Mark[] }

const MARK = /\{(\/?)([a-z-]+(?:,[a-z-]+)*)?(?::([A-Z]*)(\+?))?\}/g

/** Throws with the file's id on a mark that is not closed, not opened, or empty. */
export function readStory(id: string, group: SampleGroup, source: string): StorySource {
  const split = source.replaceAll('\r\n', '\n').match(/^---\n([\s\S]*?)\n---\n([\s\S]*)$/)
  if (!split) throw new Error(`${id}: the file has no facts between two lines of three dashes`)
  return { id, group, facts: readFacts(id, split[1]!), ...readMarks(id, split[2]!.trim()) }
}

function readFacts(id: string, block: string): Record<string, string> {
  const facts: Record<string, string> = {}
  for (const line of block.split('\n')) {
    const colon = line.indexOf(':')
    if (colon < 1) throw new Error(`${id}: "${line}" is not a fact`)
    facts[line.slice(0, colon).trim()] = line.slice(colon + 1).trim()
  }
  return facts
}

type Open = { codes: string[]; start: number; coders: string[] | null; agreed: boolean }

/** The words without marks, and where each mark stands in them. */
export function readMarks(id: string, body: string): { text: string; marks: Mark[] } {
  const open: Open[] = []
  const marks: Mark[] = []
  let text = ''
  let from = 0
  for (const found of body.matchAll(MARK)) {
    text += body.slice(from, found.index)
    from = found.index + found[0].length
    const [, slash, codes, coders, plus] = found
    if (slash) marks.push(...closeMark(id, open, codes, text))
    else open.push({ codes: (codes ?? '').split(','), start: text.length, coders: coders ? coders.split('') : plus ? [] : null,
      agreed: !coders || plus === '+' })
  }
  text += body.slice(from)
  if (open.length > 0) throw new Error(`${id}: ${open[0]!.codes.join(',')} is not closed`)
  if (/[{}]/.test(text)) throw new Error(`${id}: a brace is left in the words`)
  return { text, marks: marks.sort((a, b) => a.start - b.start || b.end - a.end || (a.code < b.code ? -1 : 1)) }
}

function closeMark(id: string, open: Open[], codes: string | undefined, text: string): Mark[] {
  const at = codes === undefined ? open.length - 1 : open.findLastIndex((mark) => mark.codes.join(',') === codes)
  const mark = open.splice(at, 1)[0]
  if (at < 0 || !mark) throw new Error(`${id}: {/${codes ?? ''}} closes nothing`)
  if (text.slice(mark.start).trim() === '') throw new Error(`${id}: ${mark.codes.join(',')} holds no words`)
  return mark.codes.map((code) => ({ code, start: mark.start, end: text.length, coders: mark.coders, agreed: mark.agreed }))
}

/** "codeurs: A, B~": A has marked the story done, B has opened it and is not done. */
export function readersOf(source: StorySource): { coder: string; done: boolean }[] {
  const names = (source.facts['codeurs'] ?? '').split(',').map((name) => name.trim()).filter((name) => name !== '')
  return names.map((name) => ({ coder: name[0]!, done: !name.endsWith('~') }))
}
