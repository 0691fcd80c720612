// A picture as it stands on the screen, as an SVG of its own: shapes with their colours written out, words where they stand, the question
import { escapedMarkup } from '../../shared/text/markup.ts'
// and who was counted above it. Always on light paper, whatever the window wears.

export interface PictureWords { title: string, /** Who was counted, and what the reader must know; a line each. */ notes: readonly string[] }

const [EDGE, TITLE, NOTE] = [24, 18, 13]
/** What of a shape's look an SVG can say. */
const LOOKS = ['fill', 'stroke', 'stroke-width', 'stroke-dasharray', 'stroke-linecap', 'opacity', 'font-size', 'font-weight', 'text-anchor', 'paint-order', 'font-variant-numeric'] as const
const FONT = "'Source Sans 3 Variable', 'Source Sans 3', 'Segoe UI', sans-serif"

/** `figure`: the element that holds the picture. What is marked data-unprinted, or only read aloud, stays out. */
export function pictureSvg(figure: HTMLElement, words: PictureWords): { svg: string, width: number, height: number } {
  const before = figure.getAttribute('data-theme')
  figure.setAttribute('data-theme', 'light')
  // The colour of words comes down from the page, which may be dark: here it starts anew.
  figure.style.color = 'var(--ink)'
  try {
    const box = figure.getBoundingClientRect()
    const width = Math.max(420, Math.ceil(rightOf(figure) - box.left)) + 2 * EDGE
    const lines = [...wrapped(words.title, TITLE, width - 2 * EDGE).map(line => ({ line, size: TITLE, isTitle: true })), ...words.notes.flatMap(note => wrapped(note, NOTE, width - 2 * EDGE)).map(line => ({ line, size: NOTE, isTitle: false }))]
    let y = EDGE
    const head = lines.map(({ line, size, isTitle }) => `<text x="${EDGE}" y="${(y += size * 1.35) - size * 0.3}" font-family="${FONT}" font-size="${size}"${isTitle ? ' font-weight="600"' : ''} fill="${isTitle ? '#26221d' : '#55504a'}">${escapedMarkup(line)}</text>`)
    const top = y + 16
    const height = Math.ceil(top + box.height + EDGE)
    const body = drawn(figure, { x: EDGE - box.left, y: top - box.top })
    return { width, height, svg: `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}"><title>${escapedMarkup(words.title)}</title><rect width="100%" height="100%" fill="#ffffff"/>${head.join('')}${body}</svg>` }
  } finally {
    figure.style.color = ''
    if (before === null) figure.removeAttribute('data-theme')
    else figure.setAttribute('data-theme', before)
  }
}

/** Where the last thing drawn ends: a picture is often narrower than the room it stands in. */
function rightOf(figure: HTMLElement): number {
  const ends = [...figure.querySelectorAll('svg, button, p, h3, h4, ol, ul')].filter(element => !element.closest('[data-unprinted], .only-read-aloud')).map(element => {
    const range = document.createRange()
    range.selectNodeContents(element)
    // A painted box reaches further than the words in it.
    return element instanceof SVGSVGElement || plainColour(getComputedStyle(element).backgroundColor) ? element.getBoundingClientRect().right : Math.max(...[...range.getClientRects()].map(({ right }) => right), 0)
  })
  return Math.max(0, ...ends)
}

interface Shift { x: number, y: number }

function drawn(element: Element, shift: Shift): string {
  const style = getComputedStyle(element)
  if (style.display === 'none' || style.visibility === 'hidden' || element.matches('.only-read-aloud, [data-unprinted]')) return ''
  if (element instanceof SVGSVGElement) return svgDrawn(element, shift)
  const own = ground(element, style, shift)
  const inside = [...element.childNodes].map(node => (node instanceof Element ? drawn(node, shift) : node instanceof Text ? wordsDrawn(node, style, shift) : ''))
  return own + inside.join('')
}

/** The coloured ground of a box, e.g. of a bar. */
function ground(element: Element, style: CSSStyleDeclaration, shift: Shift): string {
  const colour = plainColour(style.backgroundColor)
  if (!colour) return ''
  const { left, top, width, height } = element.getBoundingClientRect()
  const radius = Number.parseFloat(style.borderTopLeftRadius) || 0
  return width * height === 0 ? '' : `<rect x="${brief(left + shift.x)}" y="${brief(top + shift.y)}" width="${brief(width)}" height="${brief(height)}" rx="${Math.min(radius, height / 2)}" ${colour.replaceAll('paint', 'fill')}/>`
}

/** A copy with the look of every shape written into it, at the place and in the size it has on the screen. */
function svgDrawn(svg: SVGSVGElement, shift: Shift): string {
  const { left, top, width, height } = svg.getBoundingClientRect()
  const copy = svg.cloneNode(true) as SVGSVGElement
  const [shapes, copies] = [[...svg.querySelectorAll('*')], [...copy.querySelectorAll('*')]]
  shapes.forEach((shape, at) => {
    const style = getComputedStyle(shape)
    for (const name of [...copies[at]!.getAttributeNames()]) if (/^(class|role|tabindex|aria-|data-|style)/.test(name)) copies[at]!.removeAttribute(name)
    for (const look of LOOKS) {
      const value = style.getPropertyValue(look)
      if (!value || value === 'none' && look !== 'fill' && look !== 'stroke') continue
      if (look === 'fill' || look === 'stroke') paint(copies[at]!, look, value, Number.parseFloat(style.getPropertyValue(`${look}-opacity`)))
      else copies[at]!.setAttribute(look, value)
    }
    if (shape instanceof SVGTextElement) copies[at]!.setAttribute('font-family', FONT)
    if (shape instanceof SVGGraphicsElement && style.vectorEffect === 'non-scaling-stroke') inUnits(shape, copies[at]!, style)
  })
  // What was painted on a canvas goes along as the picture it is.
  shapes.forEach((shape, at) => {
    const canvas = shape.tagName === 'foreignObject' ? shape.querySelector('canvas') : null
    if (!canvas) return
    const image = document.createElementNS('http://www.w3.org/2000/svg', 'image')
    for (const name of ['x', 'y', 'width', 'height']) image.setAttribute(name, shape.getAttribute(name) ?? '0')
    image.setAttribute('href', canvas.toDataURL('image/png'))
    copies[at]!.replaceWith(image)
  })
  for (const name of ['class', 'role', 'aria-label', 'style', 'aria-hidden']) copy.removeAttribute(name)
  for (const [name, value] of Object.entries({ x: brief(left + shift.x), y: brief(top + shift.y), width: brief(width), height: brief(height), overflow: 'visible' })) copy.setAttribute(name, String(value))
  return new XMLSerializer().serializeToString(copy).replace(' xmlns="http://www.w3.org/2000/svg"', '')
}

/** Lines as wide as they are on the screen, in units of the drawing, so that they grow with it. */
function inUnits(shape: SVGGraphicsElement, copy: Element, style: CSSStyleDeclaration): void {
  const scale = shape.getScreenCTM()?.a ?? 1
  const smaller = (lengths: string) => lengths.split(/[ ,]+/).map(length => brief(Number.parseFloat(length) / scale)).join(' ')
  copy.setAttribute('stroke-width', smaller(style.strokeWidth))
  if (style.strokeDasharray !== 'none') copy.setAttribute('stroke-dasharray', smaller(style.strokeDasharray))
}

function paint(shape: Element, look: 'fill' | 'stroke', value: string, opacity: number): void {
  // Hatching: the pattern goes along in the copy.
  if (value.startsWith('url(')) { shape.setAttribute(look, value.replaceAll('"', '')); return }
  const colour = plainColour(value)
  if (!colour) { shape.setAttribute(look, 'none'); return }
  const [, solid, through] = /paint="(.*?)"(?: paint-opacity="(.*?)")?/.exec(colour)!
  shape.setAttribute(look, solid!)
  const seen = Number(through ?? 1) * (Number.isNaN(opacity) ? 1 : opacity)
  shape.setAttribute(`${look}-opacity`, String(brief(seen)))
}

/** Words line by line where they stand; a stretch holds them at their width in whatever type the other program has. */
function wordsDrawn(node: Text, style: CSSStyleDeclaration, shift: Shift): string {
  const colour = plainColour(style.color)
  if (!node.data.trim() || !colour) return ''
  const lines: { words: string, left: number, right: number, bottom: number }[] = []
  const range = document.createRange()
  for (const { index, 0: word } of node.data.matchAll(/\S+/g)) {
    range.setStart(node, index)
    range.setEnd(node, index + word.length)
    const { left, right, bottom, width } = range.getBoundingClientRect()
    if (width === 0) continue
    const last = lines.at(-1)
    if (last && Math.abs(last.bottom - bottom) < 3) Object.assign(last, { words: `${last.words} ${word}`, right })
    else lines.push({ words: word, left, right, bottom })
  }
  const size = Number.parseFloat(style.fontSize)
  return lines.map(({ words, left, right, bottom }) =>
    `<text x="${brief(left + shift.x)}" y="${brief(bottom + shift.y - size * 0.32)}" textLength="${brief(right - left)}" lengthAdjust="spacingAndGlyphs" font-family="${FONT}" font-size="${size}" font-weight="${style.fontWeight}" ${colour.replaceAll('paint', 'fill')}>${escapedMarkup(words)}</text>`).join('')
}

let pot: CanvasRenderingContext2D | null = null
const mixed = new Map<string, string>()

/** Any CSS colour as one that every program knows: paint="#rrggbb" with its opacity; '' for none at all. */
function plainColour(value: string): string {
  const known = mixed.get(value)
  if (known !== undefined) return known
  let found = ''
  if (value !== 'none' && value !== 'transparent') {
    pot ??= Object.assign(document.createElement('canvas'), { width: 1, height: 1 }).getContext('2d', { willReadFrequently: true })!
    pot.clearRect(0, 0, 1, 1)
    pot.fillStyle = value
    pot.fillRect(0, 0, 1, 1)
    const [r, g, b, a] = pot.getImageData(0, 0, 1, 1).data as unknown as [number, number, number, number]
    if (a > 0) found = `paint="#${[r, g, b].map(part => part.toString(16).padStart(2, '0')).join('')}"${a < 255 ? ` paint-opacity="${brief(a / 255)}"` : ''}`
  }
  mixed.set(value, found)
  return found
}

/** A letter of a wide type is some six tenths of its size across; a line too short is better than one cut off. */
function wrapped(words: string, size: number, width: number): string[] {
  const most = Math.max(12, Math.floor(width / (size * 0.62)))
  return words.split(' ').reduce<string[]>((lines, word) => {
    const last = lines.at(-1)
    if (last !== undefined && last.length + word.length + 1 <= most) lines[lines.length - 1] = `${last} ${word}`
    else lines.push(word)
    return lines
  }, [])
}
const brief = (value: number): number => Math.round(value * 100) / 100

/** The same as a PNG, twice as fine. */
export async function picturePng({ svg, width, height }: { svg: string, width: number, height: number }): Promise<Blob> {
  const image = new Image()
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`
  await image.decode()
  const canvas = Object.assign(document.createElement('canvas'), { width: width * 2, height: height * 2 })
  canvas.getContext('2d')!.drawImage(image, 0, 0, width * 2, height * 2)
  return new Promise((resolve, reject) => canvas.toBlob(blob => (blob ? resolve(blob) : reject(new Error('the picture could not be drawn'))), 'image/png'))
}
