// Pages of a document: head and foot on each, numbered, and blocks poured into them.
import type { Say } from '../../i18n/say.ts'
import { make } from './paper.ts'
import { pour, type Block, type Box } from './pour.ts'

export interface PageWords { doc: Document, say: Say<'print'>, /** Stands at the foot of every page. */ foot: string, /** Pages of it that are there already. */ from?: number }

/** Puts pages in the document, numbered within this call; gives how many. */
export function layPages({ doc, say, foot, from = 0 }: PageWords, blocks: readonly Block[]): number {
  const open = (at: number): Box => {
    const body = make(doc, 'div', 'body')
    const root = make(doc, 'section', 'sheet', make(doc, 'div', 'page', body, make(doc, 'div', 'foot', make(doc, 'span', '', foot), make(doc, 'span', '', say('page', { number: from + at + 1 })))))
    doc.body.append(root)
    return { root, body }
  }
  return pour(blocks, open).length
}

/** What belongs on one page: laid with less and less room until it stands on one, and as it comes where even the last is too much. */
export function layOnePage<R>(words: PageWords, rooms: readonly R[], blocks: (room: R) => readonly Block[]): void {
  for (const room of rooms) {
    const pages = layPages(words, blocks(room))
    if (pages === 1 || room === rooms.at(-1)) return
    for (let page = 0; page < pages; page++) words.doc.body.lastElementChild!.remove()
  }
}

export const heading = (doc: Document, level: 1 | 2 | 3, words: string): Block => ({ element: make(doc, `h${level}`, '', words), splits: false, keeps: true })
export const line = (doc: Document, words: string, name = ''): Block => ({ element: Object.assign(make(doc, 'p', name, words), { dir: 'auto' }), splits: true })
export const whole = (element: HTMLElement): Block => ({ element, splits: false })

/**
 * Words that a person wrote as blocks: "# " begins a heading, "- " a point, "___" a line to write on; all else is a paragraph.
 */
export function blocksOf(doc: Document, words: string): Block[] {
  return words.split('\n').filter(each => each.trim() !== '').map(each => {
    if (each.startsWith('# ')) return heading(doc, 2, each.slice(2))
    if (/^_{3,}$/.test(each.trim())) return whole(make(doc, 'div', 'lines'))
    if (each.startsWith('- ')) return line(doc, `•  ${each.slice(2)}`, 'point')
    return line(doc, each)
  })
}

/** Empty room to write in, under a name. */
export const space = (doc: Document, name: string): HTMLElement => make(doc, 'div', 'space', make(doc, 'div', 'name', name))
