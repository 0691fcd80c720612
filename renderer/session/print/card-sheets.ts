// Story cards on sheets: one of A4, two of A5 or four of A6 on a page, with marks to cut by, and on the back of each what its teller
// answered. A story too long for a card goes on on the next one, "1/2", "2/2".
import type { Card, Pack } from '../../../shared/contract/pack.ts'
import type { Signifier } from '../../../shared/contract/signifier.ts'
import { cardPieces, REDACTED, wordsOfPieces } from '../../../shared/session/edits.ts'
import type { Say } from '../../i18n/say.ts'
import { answerDrawn } from './answer-drawn.ts'
import { make, PAPERS, type Paper } from './paper.ts'
import { pour, type Block, type Box } from './pour.ts'

export interface CardContext {
  doc: Document
  pack: Pack
  signifiers: readonly Signifier[]
  say: Say<'print'>
  /** The day of printing, in words. */
  day: string
  language: 'nl' | 'en'
  /** The table they are laid on, told on the card; null where there is one only or none. */
  table: number | null
}

/** Stands in for which part of a story a card holds until that is known, so that the foot takes the room it will need. */
const ROOM = ' (88/88)'
/** Sheets as large as the paper, with how many cards go on each. */
const LAYOUT = { a4: { sheet: 'a4', columns: 1, rows: 1 }, a5: { sheet: 'a4wide', columns: 2, rows: 1 }, a6: { sheet: 'a4', columns: 2, rows: 2 } } as const
export const sheetOf = (size: Pack['look']['size']): Paper => LAYOUT[size].sheet

/** The words of a card as it is printed; dots where there is more of the story. */
export function wordsOfCard(card: Card, language: 'nl' | 'en'): string {
  const body = ' '.repeat(card.start) + card.told
  const words = wordsOfPieces(cardPieces(body, card, card.edits, REDACTED[language]))
  return `${card.before ? '… ' : ''}${words}${card.after ? ' …' : ''}`
}

/** The group, where it may stand on paper: with words beside it, a small one points at somebody. */
export const groupOf = (card: Card, look: Pack['look']): string[] => (look.group && card.group !== null && !(look.hideSmall && card.smallGroup) ? [card.group] : [])

/** Answers for the back of a card: those asked for, but for one that with the words beside it points at somebody. */
export const backAnswers = (card: Card, { back, hideSmall }: Pack['look']): Card['answers'] =>
  back.flatMap(id => card.answers.find(each => each.signifier === id && !(hideSmall && card.rare.includes(id))) ?? [])

export function paragraphs(doc: Document, words: string, name = 'told'): Block[] {
  return words.split('\n').filter(line => line.trim() !== '').map(line => {
    const element = make(doc, 'p', name, line)
    element.dir = 'auto'
    return { element, splits: true }
  })
}

/** Puts the sheets in the document; gives how many cards there were to cut, and which story took more than one. */
export function layCards(context: CardContext, cards: readonly Card[]): { printed: number, long: number[] } {
  const { doc, pack } = context
  const { size, duplex, back } = pack.look
  const isBacked = duplex && back.length > 0
  const bench = make(doc, 'div', 'sheet')
  doc.body.append(bench)
  const long: number[] = []
  const made = cards.flatMap(card => {
    const poured = (isClose: boolean) => pour(paragraphs(doc, wordsOfCard(card, context.language)), at => openCard(context, bench, card, at, isClose))
    const wide = poured(false)
    const close = wide.length > 1 ? poured(true) : wide // a card for the last line alone is no card: lines may stand closer for that
    const boxes = close.length < wide.length ? close : wide
    if (boxes.length > 1) long.push(card.number)
    boxes.forEach(({ root }, at) => { root.querySelector('.part')!.textContent = boxes.length > 1 ? ` (${at + 1}/${boxes.length})` : '' })
    return boxes.map(({ root }) => ({ card, front: root }))
  })
  const backs = new Map(isBacked ? cards.map(card => [card, () => backOf(context, bench, card)] as const) : [])
  const { columns, rows } = LAYOUT[size]
  const each = columns * rows
  for (let from = 0; from < made.length; from += each) {
    const some = made.slice(from, from + each)
    doc.body.append(sheet(context, some.map(({ front }) => front), false))
    if (isBacked) doc.body.append(sheet(context, some.map(({ card }) => backs.get(card)!()), true))
  }
  bench.remove()
  return { printed: made.length, long }
}

function openCard({ doc, pack, say, day, table }: CardContext, bench: HTMLElement, card: Card, at: number, isClose: boolean): Box {
  const { look } = pack
  const body = make(doc, 'div', 'body')
  const head = make(doc, 'div', 'head',
    make(doc, 'span', 'number', String(card.number)), look.title && card.title !== '' && at === 0 && make(doc, 'span', 'title', card.title), ...groupOf(card, look).map(group => make(doc, 'span', 'group', group)), table !== null && make(doc, 'span', 'group', say('table', { table })),
    look.triggers && card.triggers.length > 0 && at === 0 && make(doc, 'span', 'trigger', say('trigger', { what: card.triggers.map(trigger => say(`trigger.${trigger}`)).join(', ') })))
  const foot = make(doc, 'div', 'foot', make(doc, 'span', '', say('card.foot', { pack: pack.number, day })), make(doc, 'span', '', card.edits.length > 0 ? say('adapted') : say('verbatim'), make(doc, 'span', 'part', ROOM)))
  const root = make(doc, 'article', `card ${look.size}${isClose ? ' close' : ''}`, head, body, foot)
  const cell = make(doc, 'div', 'cell', root)
  place(cell, look.size, 0, 0)
  bench.append(cell)
  return { root, body }
}

function place(cell: HTMLElement, size: keyof typeof LAYOUT, column: number, row: number): void {
  const { width, height } = PAPERS[size]
  for (const [name, value] of Object.entries({ left: column * width, top: row * height, width, height })) cell.style.setProperty(name, `${value}mm`)
}

/** Backs lie mirrored, so that each comes behind its own card when the sheet is turned over its long side (A4, A6) or short side (A5). */
function sheet({ doc, pack }: CardContext, faces: readonly HTMLElement[], isBack: boolean): HTMLElement {
  const { columns, rows, sheet: paper } = LAYOUT[pack.look.size]
  const page = make(doc, 'section', 'sheet')
  faces.forEach((face, at) => {
    const [column, row] = [at % columns, Math.floor(at / columns)]
    const cell = make(doc, 'div', 'cell', face)
    place(cell, pack.look.size, isBack ? columns - 1 - column : column, row)
    page.append(cell)
  })
  const { width, height } = PAPERS[paper]
  for (let column = 1; column < columns; column++) for (const y of [0, height - 6]) page.append(mark(doc, { left: width / columns * column - 0.1, top: y, width: 0.2, height: 6 }))
  for (let row = 1; row < rows; row++) for (const x of [0, width - 6]) page.append(mark(doc, { left: x, top: height / rows * row - 0.1, width: 6, height: 0.2 }))
  if (columns > 1 && rows > 1) page.append(mark(doc, { left: width / 2 - 4, top: height / 2 - 0.1, width: 8, height: 0.2 }), mark(doc, { left: width / 2 - 0.1, top: height / 2 - 4, width: 0.2, height: 8 }))
  return page
}

function mark(doc: Document, box: Record<'left' | 'top' | 'width' | 'height', number>): HTMLElement {
  const element = make(doc, 'div', 'mark')
  element.setAttribute('aria-hidden', 'true')
  for (const [name, value] of Object.entries(box)) element.style.setProperty(name, `${value}mm`)
  return element
}

/** What does not fit at all is left off whole, and said so: half a figure tells nothing. */
function backOf({ doc, pack, signifiers, say, day, language }: CardContext, bench: HTMLElement, card: Card): HTMLElement {
  const body = make(doc, 'div', 'body')
  const face = make(doc, 'article', `card back ${pack.look.size}`, make(doc, 'div', 'head', make(doc, 'span', 'number', String(card.number)), make(doc, 'span', 'title', say('back'))),
    body, make(doc, 'div', 'foot', make(doc, 'span', '', say('card.foot', { pack: pack.number, day }))))
  const cell = make(doc, 'div', 'cell', face)
  place(cell, pack.look.size, 0, 0)
  bench.append(cell)
  for (const answer of backAnswers(card, pack.look)) {
    const signifier = signifiers.find(each => each.id === answer.signifier)
    if (signifier) body.append(make(doc, 'div', 'answer', make(doc, 'h3', '', signifier.title), answerDrawn(doc, signifier, answer.value, say, language)))
  }
  const isOver = () => body.scrollHeight > body.clientHeight + 1
  if (isOver()) face.classList.add('tight')
  if (isOver()) {
    const more = make(doc, 'p', 'hint', say('back.more'))
    body.append(more)
    while (isOver() && body.children.length > 1) more.previousElementSibling?.remove()
  }
  return face
}
