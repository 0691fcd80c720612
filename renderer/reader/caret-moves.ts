// Moves the caret, or the end of a selection, by keys: the browser's own steps where it has them (they know about lines,
// bidirectional text and clusters), the text's paragraphs where it has not.
import { graphemeFloor, step } from '../../shared/anchoring/boundaries.ts'
import { paragraphAt, type Span } from '../../shared/anchoring/span.ts'
import { readEnds, setEnds, type Ends } from './dom-selection.ts'
import type { Turn } from '../../shared/text/turns.ts'
import type { TextMap } from './text-map.ts'

/** The parts of a key press that matter here. */
export interface KeyPress {
  key: string
  shiftKey: boolean
  ctrlKey: boolean
  metaKey: boolean
  altKey: boolean
}

/** Carries out a moving or selecting key; false when the key is none of ours. `page`: pixels that one page is. */
export function moveByKey(map: TextMap, press: KeyPress, page: number, language: string | null, turns: readonly Turn[] = []): boolean {
  const ends = readEnds(map) ?? { anchor: 0, focus: 0 }
  const byWord = press.ctrlKey || press.metaKey
  if (press.altKey) return false
  switch (press.key) {
    case 'ArrowLeft': return browserMove(map, press.shiftKey, 'left', byWord ? 'word' : 'character')
    case 'ArrowRight': return browserMove(map, press.shiftKey, 'right', byWord ? 'word' : 'character')
    case 'ArrowUp': return byWord ? jump(map, press, ends, paragraphBefore(map, ends.focus)) : browserMove(map, press.shiftKey, 'backward', 'line')
    case 'ArrowDown': return byWord ? jump(map, press, ends, paragraphAfter(map, ends.focus)) : browserMove(map, press.shiftKey, 'forward', 'line')
    case 'Home': return byWord ? jump(map, press, ends, 0) : browserMove(map, press.shiftKey, 'backward', 'lineboundary')
    case 'End': return byWord ? jump(map, press, ends, map.body.length) : browserMove(map, press.shiftKey, 'forward', 'lineboundary')
    case 'PageUp': return jump(map, press, ends, pageFrom(map, ends.focus, -page))
    case 'PageDown': return jump(map, press, ends, pageFrom(map, ends.focus, page))
  }
  if (byWord) return press.key.toLowerCase() === 'a' && !press.shiftKey ? take(map, { start: 0, end: map.body.length }) : false
  switch (press.key.toLowerCase()) {
    case 'w': return take(map, wordAt(map.body, ends.focus, language))
    case 's': return take(map, nextSentences(map, ends, language))
    case 'a': return take(map, nextParagraphs(map, ends))
    case 'r': return turns.length > 0 && take(map, nextTurns(turns, ends))
    default: return false
  }
}

function browserMove(map: TextMap, isExtending: boolean, direction: string, by: string): true {
  const before = readEnds(map)
  const selection = getSelection()
  selection?.modify(isExtending ? 'extend' : 'move', direction, by)
  // At the first and last line the browser walks on into what stands round the text.
  if (before && selection?.focusNode && map.offsetOf(selection.focusNode, selection.focusOffset) === null) {
    const focus = direction === 'forward' || direction === 'right' ? map.body.length : 0
    setEnds(map, { anchor: isExtending ? before.anchor : focus, focus })
  }
  return true
}

function jump(map: TextMap, press: KeyPress, ends: Ends, focus: number): true {
  setEnds(map, { anchor: press.shiftKey ? ends.anchor : focus, focus })
  return true
}

function take(map: TextMap, span: Span): true {
  setEnds(map, { anchor: span.start, focus: span.end })
  return true
}

function paragraphBefore(map: TextMap, offset: number): number {
  const at = paragraphAt(map.paragraphs, offset)
  const { start } = map.paragraphs[at]!
  return start < offset ? start : map.paragraphs[Math.max(0, at - 1)]!.start
}

function paragraphAfter(map: TextMap, offset: number): number {
  return map.paragraphs[paragraphAt(map.paragraphs, offset) + 1]?.start ?? map.body.length
}

/** A page up or down: the place under the caret there, or the end of the text. */
function pageFrom(map: TextMap, offset: number, pixels: number): number {
  const caret = map.caretRect(offset)
  const box = map.root.getBoundingClientRect()
  const y = caret.top + caret.height / 2 + pixels
  if (y <= box.top) return 0
  if (y >= box.bottom) return map.body.length
  let [low, high] = [0, map.body.length]
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if (map.caretRect(middle).top <= y) low = middle
    else high = middle - 1
  }
  const { start } = map.paragraphs[paragraphAt(map.paragraphs, low)]!
  return Math.max(start, graphemeFloor(map.body, low))
}

function wordAt(text: string, offset: number, language: string | null): Span {
  const end = step(text, offset, 1, 'word', language)
  return { start: step(text, end, -1, 'word', language), end }
}

function sentenceAt(map: TextMap, offset: number, language: string | null): Span {
  const paragraph = map.paragraphs[paragraphAt(map.paragraphs, offset)]!
  const sentences = new Intl.Segmenter(language ?? undefined, { granularity: 'sentence' }).segment(map.body.slice(paragraph.start, paragraph.end))
  const found = sentences.containing(Math.min(offset, paragraph.end - 1) - paragraph.start)
  return found ? { start: paragraph.start + found.index, end: paragraph.start + found.index + found.segment.length } : paragraph
}

/** The sentence of the caret; when whole sentences are selected already, the next one too. */
function nextSentences(map: TextMap, ends: Ends, language: string | null): Span {
  const [start, end] = [Math.min(ends.anchor, ends.focus), Math.max(ends.anchor, ends.focus)]
  if (start === end) return sentenceAt(map, ends.focus, language)
  const [first, last] = [sentenceAt(map, start, language), sentenceAt(map, end - 1, language)]
  const isWhole = start === first.start && map.body.slice(end, last.end).trim() === ''
  return { start: first.start, end: isWhole && last.end < map.body.length ? sentenceAt(map, afterSpace(map.body, last.end), language).end : last.end }
}

const afterSpace = (text: string, offset: number): number => offset + /^\s*/.exec(text.slice(offset))![0].length

/** The paragraph of the caret; when whole paragraphs are selected already, the next one too. */
function nextParagraphs(map: TextMap, ends: Ends): Span {
  const [start, end] = [Math.min(ends.anchor, ends.focus), Math.max(ends.anchor, ends.focus)]
  const first = map.paragraphs[paragraphAt(map.paragraphs, start)]!
  const lastAt = paragraphAt(map.paragraphs, end)
  const isWhole = start === first.start && end === map.paragraphs[lastAt]!.end && end > start
  const last = isWhole ? (map.paragraphs[lastAt + 1] ?? map.paragraphs[lastAt]!) : map.paragraphs[lastAt]!
  return { start: first.start, end: last.end }
}

/** What was said in the turn of the caret; when that is selected already, up to the end of the next one too. */
function nextTurns(turns: readonly Turn[], ends: Ends): Span {
  const [start, end] = [Math.min(ends.anchor, ends.focus), Math.max(ends.anchor, ends.focus)]
  const turnAt = (offset: number) => Math.max(0, turns.findLastIndex(turn => turn.start <= offset))
  const [first, last] = [turns[turnAt(start)]!, turnAt(end)]
  const from = (first.words ?? first).start
  const isWhole = start === from && end === (turns[last]!.words ?? turns[last]!).end && end > start
  const until = turns[isWhole ? last + 1 : last] ?? turns[last]!
  return { start: from, end: (until.words ?? until).end }
}
