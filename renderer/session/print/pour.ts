// Pouring text and figures into boxes of a fixed size: what does not fit goes on in the next one, broken between words, and nothing is
// left out. Measured in the document that will be printed, so that what is seen is what comes out.

/** Something that stands in a box. `splits`: its words, or the rows of a table, may be broken over boxes; else it goes over whole. */
export interface Block {
  element: HTMLElement
  splits: boolean
  /** Stays with what follows: a heading, or a warning, alone at the foot of a page says nothing. */
  keeps?: boolean
}

export interface Box {
  root: HTMLElement
  /** Where blocks go; its height is fixed by the style sheet. */
  body: HTMLElement
}

const isOver = ({ body }: Box): boolean => body.scrollHeight > body.clientHeight + 1

/** Fills boxes in order. `open` makes the next one and puts it in the document. Empty blocks make one box all the same. */
export function pour(blocks: readonly Block[], open: (at: number) => Box): Box[] {
  const boxes = [open(0)]
  const next = (): Box => {
    const box = open(boxes.length)
    boxes.push(box)
    return box
  }
  const left = blocks.toReversed()
  while (left.length > 0) {
    const block = left.pop()!
    const box = boxes.at(-1)!
    box.body.append(block.element)
    if (!isOver(box)) continue
    const rest = block.splits ? (block.element.localName === 'table' ? breakRows : breakOff)(block, box) : null
    if (rest) {
      left.push(rest)
      next()
      continue
    }
    if (box.body.children.length === 1) continue // alone on its page and still too large: nothing can be gained by another page
    block.element.remove()
    const carried = withHeading(box, blocks)
    left.push(block, ...carried.toReversed())
    next()
  }
  return boxes
}

/** Headings at the foot of the box go along with what follows them. */
function withHeading({ body }: Box, blocks: readonly Block[]): Block[] {
  const carried: Block[] = []
  for (;;) {
    const last = blocks.find(({ element }) => element === body.lastElementChild)
    if (!last?.keeps || body.children.length === 1) return carried
    last.element.remove()
    carried.unshift(last)
  }
}

/** Leaves in the box what fits of the block; gives the rest, or null when not a word of it fits. */
function breakOff({ element, ...look }: Block, box: Box): Block | null {
  const words = element.textContent
  const cuts = placesToBreak(words)
  const fits = (at: number): boolean => {
    element.textContent = words.slice(0, cuts[at]).trimEnd()
    return !isOver(box)
  }
  let [low, high] = [-1, cuts.length - 1]
  while (low < high) {
    const middle = Math.ceil((low + high) / 2)
    if (fits(middle)) low = middle
    else high = middle - 1
  }
  // One word that fills a page by itself is broken between characters.
  const alone = box.body.children.length === 1
  const most = low >= 0 ? cuts[low]! : 0
  const cut = low >= 0 ? noLineAlone(element, words, cuts, most, alone) : alone ? firstCharacters(words, (at) => { element.textContent = words.slice(0, at); return !isOver(box) }) : 0
  element.textContent = words.slice(0, cut).trimEnd()
  const rest = element.cloneNode(false) as HTMLElement
  rest.textContent = words.slice(cut).trimStart()
  rest.dataset.goesOn = ''
  if (cut === 0) {
    element.textContent = words
    return null // and so its rest, which was marked, is thrown away
  }
  return rest.textContent === '' ? null : { element: rest, ...look }
}

/** A place to break no further than `most` that leaves two lines on either side; 0: better to go over whole. */
function noLineAlone(element: HTMLElement, words: string, cuts: readonly number[], most: number, alone: boolean): number {
  const lineHeight = parseFloat(getComputedStyle(element).lineHeight)
  const linesOf = (some: string): number => {
    element.textContent = some
    return Math.round(element.offsetHeight / lineHeight)
  }
  const kept = linesOf(words.slice(0, most).trimEnd())
  if (!(kept > 0)) return most
  const room = linesOf(words.slice(most).trimStart()) > 1 ? kept : kept - 1
  if (room < 2) return alone ? most : 0
  return room === kept ? most : cuts.findLast(at => at < most && linesOf(words.slice(0, at).trimEnd()) <= room) ?? most
}

/** Leaves in the box the rows that fit; gives the others under the same head, or null when not a row fits. */
function breakRows({ element, ...look }: Block, box: Box): Block | null {
  const rows = [...element.querySelectorAll('tbody > tr')]
  const rest = element.cloneNode(true) as HTMLElement
  rest.dataset.goesOn = ''
  let kept = rows.length
  while (kept > 0 && isOver(box)) rows[--kept]!.remove()
  if (kept === 0) {
    element.querySelector('tbody')!.append(...rows)
    return null
  }
  rest.querySelectorAll('tbody > tr').forEach((row, at) => { if (at < kept) row.remove() })
  return { element: rest, ...look }
}

/** Behind every stretch of white space. */
function placesToBreak(words: string): number[] {
  return [...words.matchAll(/\s+/gu)].map(({ index, 0: space }) => index + space.length).filter((at) => at < words.length)
}

function firstCharacters(words: string, fits: (at: number) => boolean): number {
  const ends = [...new Intl.Segmenter().segment(words)].map(({ index, segment }) => index + segment.length)
  let [low, high] = [0, ends.length - 1]
  while (low < high) {
    const middle = Math.ceil((low + high) / 2)
    if (fits(ends[middle]!)) low = middle
    else high = middle - 1
  }
  return ends[low] ?? 0
}
