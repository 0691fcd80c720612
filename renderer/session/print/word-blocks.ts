// What stands on the sheets as a list for a word processor, in reading order: the same words under names it knows, and the same figures.
// A story that went on over pages or cards is one again, and what its teller answered follows it.
import type { PaperBlock } from '../../../shared/contract/paper.ts'
import { pictureBlock } from './word-pictures.ts'

const KINDS: readonly (readonly [string, Exclude<Extract<PaperBlock, { words: string }>['is'], 'picture'>])[] = [
  ['h1', 'title'], ['h2', 'heading'], ['h3', 'subheading'], ['.quote.contrary', 'contrary'], ['.quote', 'quote'], ['.source', 'source'], ['.hint', 'hint'], ['.point', 'point']
]
const READ = '.card > .head, .body h1, .body h2, .body h3, .body p, .body .space, .body .lines, .body table, .body svg.figure'

export async function wordBlocks(doc: Document): Promise<PaperBlock[]> {
  const blocks: PaperBlock[] = []
  let card = ''
  for (const element of inOrder(doc)) {
    if (element.matches('.head')) {
      const number = element.querySelector('.number')!.textContent
      if (element.closest('.back')) blocks.push({ is: 'subheading', words: element.querySelector('.title')!.textContent })
      else if (number !== card) blocks.push({ is: 'heading', words: [...element.children].map(each => each.textContent).join(' · ') })
      card = number
      continue
    }
    const next = element.matches('svg') ? await pictureBlock(element) : blockOf(element as HTMLElement)
    const last = blocks.at(-1)
    if ((element as HTMLElement).dataset.goesOn !== undefined && last && 'words' in last && next && 'words' in next) last.words = `${last.words} ${next.words}`
    else if (next) blocks.push(next)
  }
  return blocks
}

/** As one reads them: the back of a card behind its front, wherever its sheet lies. */
function inOrder(doc: Document): Element[] {
  const backs = new Map([...doc.querySelectorAll('.card.back')].map(back => [back.querySelector('.number')!.textContent, back]))
  const fronts = [...doc.querySelectorAll(READ)].filter(element => !element.closest('.back'))
  const numberOf = (element: Element | undefined) => element?.closest('.card')?.querySelector('.number')?.textContent
  return fronts.flatMap((element, at) => {
    const number = numberOf(element)
    const back = number !== undefined && numberOf(fronts[at + 1]) !== number ? backs.get(number) : undefined
    return back ? [element, ...back.querySelectorAll(READ)] : [element]
  })
}

function blockOf(element: HTMLElement): PaperBlock | null {
  if (element.matches('.lines')) return { is: 'lines' }
  if (element.matches('.space')) return { is: 'space', words: element.textContent }
  if (element instanceof element.ownerDocument.defaultView!.HTMLTableElement) {
    const cells = (row: Element): string[] => [...row.children].map(cell => cell.textContent)
    return { is: 'table', headings: cells(element.querySelector('thead tr')!), rows: [...element.querySelectorAll('tbody tr')].map(cells) }
  }
  const words = element.matches('.point') ? element.textContent.replace(/^•\s*/, '') : element.textContent
  return words.trim() === '' ? null : { is: KINDS.find(([selector]) => element.matches(selector))?.[1] ?? 'paragraph', words }
}
