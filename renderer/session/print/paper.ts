// Sheets of paper as elements: their sizes in millimetres, and making what stands on them. Words go in as text and never as markup.

export const PAPERS = {
  a3: { width: 420, height: 297 }, a4: { width: 210, height: 297 }, a4wide: { width: 297, height: 210 }, a5: { width: 148.5, height: 210 }, a6: { width: 105, height: 148.5 }
} as const
export type Paper = keyof typeof PAPERS

type Child = Node | string | null | undefined | false

/** An element with a class and what is in it. */
export function make(doc: Document, tag: string, name: string, ...children: Child[]): HTMLElement {
  const element = doc.createElement(tag)
  if (name) element.className = name
  element.append(...children.filter((child): child is Node | string => child !== null && child !== undefined && child !== false))
  return element
}

const SVG = 'http://www.w3.org/2000/svg'

/** A part of a drawing; looks go in as attributes, which print everywhere. */
export function shape(doc: Document, tag: string, attributes: Record<string, string | number>, ...children: Child[]): SVGElement {
  const element = doc.createElementNS(SVG, tag)
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, String(typeof value === 'number' ? Math.round(value * 100) / 100 : value))
  element.append(...children.filter((child): child is Node | string => child !== null && child !== undefined && child !== false))
  return element
}

/** A drawing with words for who does not see it; `above`: what reaches over its upper edge. */
export function drawing(doc: Document, width: number, height: number | { height: number, above: number }, says: string, ...children: Child[]): SVGElement {
  const { height: high, above } = typeof height === 'number' ? { height, above: 0 } : height
  return shape(doc, 'svg', { viewBox: `0 ${-above} ${width} ${high + above}`, class: 'figure', role: 'img', 'aria-label': says }, shape(doc, 'title', {}, says), ...children)
}

/** A drawing of lines under one another: as wide as the page, for its words would be too small to read in less. */
export function list(drawn: SVGElement): SVGElement {
  drawn.classList.add('list')
  return drawn
}
