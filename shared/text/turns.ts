// Who speaks when in a transcript: read from the text as it stands, stand-off, so that no unit of the text changes.
// Known are "Interviewer:", "I:", "R1 (00:12:05):", "[00:03] Anna:", a name and a time on a line of their own, and the cues of
// WebVTT. A colon in running text makes no speaker: a name counts when it comes back, has a time with it, or is a usual one.
import { paragraphsOf, trimSpan, type Span } from '../anchoring/span.ts'

export interface Turn extends Span {
  /** 1 for the first. */
  number: number
  /** Who speaks, where it stands; null where only a time tells that somebody else goes on. */
  speaker: Span | null
  /** What was said, without name and time; null for a turn without words. */
  words: Span | null
}
export interface TimeStamp extends Span {
  /** From the beginning of the recording. */
  seconds: number
}
export interface Turns { turns: Turn[], times: TimeStamp[] }

/** A time as transcripts write it: 0:03, 00:12:05, 00:12:05.120. */
const CLOCK = String.raw`(?:\d{1,2}:)?\d{1,2}:\d{2}(?:[.,]\d{1,3})?`
const STAMP = String.raw`[[(]${CLOCK}[\])]|${CLOCK}`
const HEAD = new RegExp(String.raw`^\s*(?<first>${STAMP})?\s*(?:-->\s*${CLOCK}.*)?(?:<v\s+(?<voice>[^>]{1,40})>)?(?<rest>.*)$`, 'su')
const NAME = String.raw`(?<name>[\p{L}\p{N}<][\p{L}\p{M}\p{N}\p{Zs}.'’<>_-]{0,38}?)`
const WITH_COLON = new RegExp(String.raw`^${NAME}\p{Zs}*(?<time>${STAMP})?\p{Zs}*:(?=\s|$)`, 'u')
/** Without a colon a name is one only with a time, and nothing else on its line. */
const WITH_TIME = new RegExp(String.raw`^${NAME}\p{Zs}+(?<time>${STAMP})\p{Zs}*$`, 'u')
const USUAL = /^(?:i|int|interviewer|iv|r|resp|respondent|o|onderzoeker|researcher|q|a|v|vraag|antwoord|spreker|speaker|begeleider|hulpverlener|ouder|moeder|vader|jongere|jeugdige|cliënt|gespreksleider|moderator|deelnemer)\.?\s?\d{0,2}$/iu
/** A name has few words. */
const MOST_WORDS = 4

interface Line extends Span {
  speaker: Span | null
  time: Span | null
  /** Where its words begin. */
  from: number
  /** A cue of WebVTT, or the number above one: no words. */
  isCue: boolean
  /** The name stands in a mark made for names. */
  isSure: boolean
}

export function readTurns(body: string): Turns {
  const lines = paragraphsOf(body).map(paragraph => readLine(body, paragraph))
  const known = knownNames(body, lines)
  const speakers = lines.map(line => (line.speaker && known.has(nameIn(body, line.speaker)) ? line.speaker : null))
  const hasSpeakers = speakers.filter(Boolean).length >= 2
  const starts = lines.flatMap((line, at) => {
    if (hasSpeakers ? speakers[at] !== null : line.time !== null) return [at]
    return []
  })
  // One time at the top of a story is no conversation.
  const turns = starts.length < 2 ? [] : starts.map((at, place): Turn => {
    const until = starts[place + 1] ?? lines.length
    const end = lines[until]?.start ?? body.length
    const whole = trimSpan(body, { start: lines[at]!.start, end }) ?? { start: lines[at]!.start, end: lines[at]!.end }
    return { ...whole, number: place + 1, speaker: hasSpeakers ? speakers[at]! : null, words: wordsOf(body, lines, at, until) }
  })
  return { turns, times: turns.length === 0 ? [] : timesIn(body) }
}

function readLine(body: string, paragraph: Span): Line {
  const words = body.slice(paragraph.start, paragraph.end)
  const head = HEAD.exec(words)!
  const { first, voice, rest = '' } = head.groups!
  const restAt = paragraph.start + words.length - rest.length
  const firstAt = first === undefined ? null : spanOfWords(paragraph.start + words.indexOf(first), first)
  const line = { ...paragraph, speaker: null, time: firstAt, from: restAt, isCue: /-->|^\s*\d+\s*$/.test(words), isSure: false }
  if (voice !== undefined) return { ...line, speaker: spanOfWords(paragraph.start + words.indexOf(voice), voice), isSure: true }
  const named = WITH_COLON.exec(rest) ?? WITH_TIME.exec(rest)
  const { name = '', time } = named?.groups ?? {}
  if (!named || name.split(/\s+/).length > MOST_WORDS || /^\d+$/.test(name)) return line
  return {
    ...line, speaker: spanOfWords(restAt, name), from: restAt + named[0].length,
    time: time === undefined ? firstAt : spanOfWords(restAt + named[0].indexOf(time), time)
  }
}

/** Names that are speakers here: marked ones, usual ones, ones with a time, ones that come back. */
function knownNames(body: string, lines: readonly Line[]): Set<string> {
  const seen = new Map<string, number>()
  const known = new Set<string>()
  for (const { speaker, time, isSure } of lines) {
    if (!speaker) continue
    const name = nameIn(body, speaker)
    seen.set(name, (seen.get(name) ?? 0) + 1)
    if (isSure || time || USUAL.test(name) || seen.get(name) === 2) known.add(name)
  }
  return known
}

/** What was said in a turn: behind its name and time, up to the lines that belong to the next. `until`: the next one's line. */
function wordsOf(body: string, lines: readonly Line[], at: number, until: number): Span | null {
  let [first, last] = [at, until - 1]
  while (last > at && (lines[last]!.isCue || body.slice(lines[last]!.start, lines[last]!.end).trim() === '')) last--
  while (first < last && lines[first]!.isCue) first++
  return trimSpan(body, { start: lines[first]!.from, end: lines[last]!.end })
}

function timesIn(body: string): TimeStamp[] {
  const found = body.matchAll(new RegExp(String.raw`[[(]${CLOCK}[\])]|(?=\d)(?<=^|\n\s*|-->\s*)${CLOCK}|(?=\d)(?<=(?:^|\n)[^\n:]{1,40}\s)${CLOCK}(?=\s*(?::\s|\n|$))`, 'gu'))
  return [...found].map(match => ({ ...spanOfWords(match.index, match[0]), seconds: secondsOf(match[0]) }))
}

function secondsOf(clock: string): number {
  const parts = clock.replace(/[[\]()]/g, '').replace(',', '.').split(':').map(Number)
  return parts.reduce((sum, part) => sum * 60 + part, 0)
}

const nameIn = (body: string, span: Span): string => body.slice(span.start, span.end).toLocaleLowerCase('nl')
const spanOfWords = (start: number, words: string): Span => ({ start, end: start + words.length })
