// The figure page: one figure, and beside it the words of a few tellers, each tied by a dotted line to what that teller answered.
import type { Card } from '../../../shared/contract/pack.ts'
import type { PaperPattern } from '../../../shared/contract/pattern.ts'
import type { Signifier } from '../../../shared/contract/signifier.ts'
import type { AnswerValue } from '../../../shared/domain/signifier.ts'
import { placeOfShares } from '../../../shared/signifier/triad.ts'
import { TRIANGLE } from './answer-drawn.ts'
import { wordsOfCard } from './card-sheets.ts'
import { excerpt, sourceOf, underFigure, type MaterialContext } from './materials.ts'
import { heading, layPages, line, whole } from './pages.ts'
import { make, shape } from './paper.ts'
import { drawnColumns, patternDrawn } from './pattern-drawn.ts'
import type { Block } from './pour.ts'

/** As many quotes a page asks for. */
export const FEWEST = 3
export const MOST = 6
const MARKS = 'ABCDEF'

/**
 * Where in the figure a card speaks: a bar, by its place among the columns, or a dot. Null: its teller gave no answer that is drawn, or one
 * that is hidden because few chose it: words beside it would say who they are.
 */
type Spot = { column: number } | { x: number, y: number }
export function spotOf(card: Card, signifier: Signifier, pattern: PaperPattern): Spot | null {
  const value = card.answers.find(answer => answer.signifier === signifier.id)?.value
  if (!value) return null
  if (value.is === 'triad') {
    const { x, y } = placeOfShares(value.shares)
    return { x: TRIANGLE.left + x / 100 * TRIANGLE.side, y: TRIANGLE.top + TRIANGLE.height - y / 100 * TRIANGLE.height }
  }
  const column = drawnColumns(pattern).find(at => isIn(value, pattern.columns[at]!.face) && !(pointsAtSomebody(signifier) && pattern.parts[0]!.counts[at] === null))
  return column === undefined ? null : { column }
}

/** Where somebody lives or what happened to them is known to others; what they thought of it is not. */
const pointsAtSomebody = ({ kind }: Signifier): boolean => kind === 'choice' || kind === 'multi'

function isIn(value: AnswerValue, face: PaperPattern['columns'][number]['face']): boolean {
  if (face.is === 'option') return (value.is === 'option' && value.option === face.id) || (value.is === 'options' && value.options.includes(face.id))
  if (value.is !== 'number') return false
  if (face.is === 'bar') return value.value >= face.at - 5 && (value.value < face.at + 5 || face.at === 100)
  return face.is === 'range' && value.value >= face.from && (value.value < face.to || (face.closed && value.value === face.to))
}

/** The cards that speak until somebody chose: another voice first, then one for each part of the figure, so that not all say the same. */
export function firstCards(cards: readonly Card[], signifier: Signifier, pattern: PaperPattern): Card[] {
  const able = cards.filter(card => card.told.trim() !== '' && spotOf(card, signifier, pattern)).toSorted((a, b) => Number(b.side === 'contrary') - Number(a.side === 'contrary') || a.told.length - b.told.length)
  const taken = new Set<string>()
  const apart = able.filter(card => { const spot = JSON.stringify(spotOf(card, signifier, pattern)); return !taken.has(spot) && Boolean(taken.add(spot)) })
  return [...apart, ...able.filter(card => !apart.includes(card))].slice(0, MOST - 2)
}

/** How high the figure is at most, in millimetres, and how many characters of each voice: less until all stand under it, never too small to read. */
const ROOM = { clear: [[88, 170], [80, 120]], large: [[92, 110], [80, 80], [72, 60]] } as const

/** `cards`: those that speak, as many as there is room for marks. What does not fit under the figure even when it is smaller goes on behind it. */
export function layFigure(context: MaterialContext, cards: readonly Card[]): void {
  const { body } = context.doc
  const rooms = ROOM[context.pack.look.type]
  for (const room of rooms) {
    const before = body.children.length
    if (layVoices(context, cards, room)) return
    while (body.children.length > before) body.lastElementChild!.remove()
  }
  layVoices(context, cards, rooms[0])
}

/** Are all voices under the figure? */
function layVoices(context: MaterialContext, cards: readonly Card[], [high, long]: readonly [number, number]): boolean {
  const { doc, say, foot, signifier, pattern, language, pack } = context
  const part = pattern?.parts[0]
  const isLarge = pack.look.type === 'large'
  const drawn = signifier && pattern && part ? patternDrawn(doc, signifier, pattern, part, say, isLarge ? 9.5 : 8) : null
  if (!signifier || !pattern || !part || !drawn) return true
  if (!drawn.classList.contains('list')) drawn.style.maxHeight = `${high}mm`
  // From left to right, or from above, so that the lines seldom cross.
  const spots = cards.slice(0, MOST).flatMap(card => { const spot = spotOf(card, signifier, pattern); return spot ? [{ card, spot }] : [] })
    .toSorted((a, b) => placeOf(a.spot) - placeOf(b.spot)).map((each, at) => ({ ...each, mark: MARKS[at]! }))
  const quotes = spots.map(({ card, spot, mark }) => {
    const words: Block = line(doc, `“${excerpt(wordsOfCard(card, language), long)}”`, `quote${card.side === 'contrary' ? ' contrary' : ''}`)
    const of = 'column' in spot ? [answerWords(context, spot.column)] : []
    return { mark, spot, blocks: [words, sourceOf(context, card, [mark, ...of])] }
  })
  const voices = make(doc, 'div', 'voices')
  const linked = make(doc, 'div', 'linked', make(doc, 'figure', '', drawn), voices)
  const pages = layPages({ doc, say, foot }, [heading(doc, 1, signifier.title), underFigure(context, pattern), whole(linked)])
  const body = linked.parentElement!
  const isOver = () => body.scrollHeight > body.clientHeight + 1
  const beside = quotes.filter(({ blocks }, at) => {
    const voice = make(doc, 'div', 'voice', ...blocks.map(({ element }) => element))
    if (voices.children.length < at) return false // one went over already: those behind it stay in order
    voices.append(voice)
    if (isOver()) voice.remove()
    return voice.isConnected
  })
  for (const { mark, spot } of spots) drawMark(doc, drawn, spot, mark)
  drawTies(doc, linked, beside.map(({ mark }) => mark))
  if (beside.length < quotes.length) layPages({ doc, say, foot, from: pages }, [heading(doc, 2, say('figure.more')), ...quotes.slice(beside.length).flatMap(({ blocks }) => blocks)])
  return beside.length === quotes.length
}

const placeOf = (spot: Spot): number => ('column' in spot ? spot.column : spot.x)

/** What that part of the figure is called, and how many said so, where that may be told. */
function answerWords({ say, pattern }: MaterialContext, column: number): string {
  const { face } = pattern!.columns[column]!
  const name = face.is === 'option' ? face.name : face.is === 'bar' ? say('figure.answer', { value: face.at }) : face.is === 'range' ? say('figure.answer', { value: `${face.from}–${face.to}` }) : say('none')
  const count = pattern!.parts[0]!.counts[column]
  return count === null || count === undefined ? name : say('figure.of', { name, count })
}

/** A letter at the end of the bar, or beside the dot, which is made black. Several at one bar stand behind one another. */
function drawMark(doc: Document, drawn: SVGElement, spot: Spot, mark: string): void {
  const at = 'column' in spot ? besideBar(drawn, spot.column) : spot
  drawn.append(
    ...('column' in spot ? [] : [shape(doc, 'circle', { cx: at.x, cy: at.y, r: 2.2, fill: '#111' })]),
    shape(doc, 'circle', { cx: at.x + ('column' in spot ? 0 : 6), cy: at.y, r: 4, fill: '#111', 'data-mark': mark, 'data-at': 'column' in spot ? `column ${spot.column}` : 'dot' }),
    shape(doc, 'text', { x: at.x + ('column' in spot ? 0 : 6), y: at.y + 1.9, 'font-size': 5.4, 'font-weight': 600, 'text-anchor': 'middle', fill: '#fff' }, mark))
}

function besideBar(drawn: SVGElement, column: number): { x: number, y: number } {
  const bar = drawn.querySelector(`[data-column="${column}"]`)!
  const before = drawn.querySelectorAll(`[data-at="column ${column}"]`).length
  const of = (name: string) => Number(bar.getAttribute(name))
  const isUpright = of('height') > 11 || drawn.querySelectorAll('[data-column]').length > 1 && of('y') + of('height') === 120
  return isUpright ? { x: of('x') + of('width') / 2, y: of('y') + of('height') - 6 - before * 9 } : { x: of('x') + 6 + before * 9, y: of('y') + of('height') / 2 }
}

/** A dotted line from each letter in the figure to its words: down to the first row, and on in the white beside the words above. */
function drawTies(doc: Document, linked: HTMLElement, marks: readonly string[]): void {
  const frame = linked.getBoundingClientRect()
  const voices = [...linked.querySelectorAll('.voice')].map(voice => voice.getBoundingClientRect())
  const ties = marks.map((mark, at) => {
    const from = linked.querySelector(`[data-mark="${mark}"]`)!.getBoundingClientRect()
    const to = voices[at]!
    // Each row has its own way down, so that no two lie over one another.
    const x = to.left - frame.left - 7 - Math.floor(at / 2) * 5
    const first = voices[0]!.top - frame.top - 6
    const y = to.top - frame.top + 10
    return shape(doc, 'path', { d: `M${(from.left + from.right) / 2 - frame.left} ${from.bottom - frame.top}L${x} ${first}V${y}H${to.left - frame.left - 1}`, fill: 'none', stroke: '#111', 'stroke-width': 1.3, 'stroke-dasharray': '1 4', 'stroke-linecap': 'round', 'stroke-linejoin': 'round' })
  })
  linked.append(shape(doc, 'svg', { viewBox: `0 0 ${frame.width} ${frame.height}`, class: 'ties', 'aria-hidden': 'true' }, ...ties))
}
