// What stands on the sheets as a list for a word processor, in reading order: the same words under names it knows. A story that went on
// over pages or cards is one again; drawings stay behind, for they are on the sheets themselves.
import type { PaperBlock } from '../../../shared/contract/paper.ts'

const KINDS: readonly (readonly [string, Extract<PaperBlock, { words: string }>['is']])[] = [
  ['h1', 'title'], ['h2', 'heading'], ['h3', 'subheading'], ['.quote.contrary', 'contrary'], ['.quote', 'quote'], ['.source', 'source'], ['.hint', 'hint'], ['.point', 'point']
]

export function wordBlocks(doc: Document): PaperBlock[] {
  const blocks: PaperBlock[] = []
  let card = ''
  for (const element of doc.querySelectorAll<HTMLElement>('.card:not(.back) > .head, .body h1, .body h2, .body h3, .body p, .body .space, .body .lines, .body table')) {
    if (element.closest('.back')) continue
    if (element.matches('.head')) {
      const number = element.querySelector('.number')!.textContent
      if (number !== card) blocks.push({ is: 'heading', words: [...element.children].map(each => each.textContent).join(' · ') })
      card = number
      continue
    }
    const next = blockOf(element)
    const last = blocks.at(-1)
    if (element.dataset.goesOn !== undefined && last && 'words' in last && next && 'words' in next) last.words = `${last.words} ${next.words}`
    else if (next) blocks.push(next)
  }
  return blocks
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
