// A figure of the sheets for a word processor: the drawing itself, and a picture of it, fine enough to print, for programs that draw none.
import type { PaperBlock } from '../../../shared/contract/paper.ts'
import { carriedFaces, SANS } from './fonts.ts'

/** Of the picture, in dots to the inch. */
const FINE = 300
/** Between the margins of A4, and so high that its heading and counts stand on the same page; in millimetres. */
const [WIDEST, HIGHEST] = [165, 190]
const FONT = `'${SANS}', Calibri, Arial, sans-serif`

export async function pictureBlock(figure: SVGSVGElement): Promise<Extract<PaperBlock, { is: 'picture' }>> {
  const copy = figure.cloneNode(true) as SVGSVGElement
  const words = copy.getAttribute('aria-label') ?? ''
  const [, , wide, high] = copy.getAttribute('viewBox')!.split(' ').map(Number) as [number, number, number, number]
  const width = Math.min(figure.closest('.back') ? 70 : figure.closest('.small, .pair') ? 120 : WIDEST, HIGHEST * wide / high)
  const height = width * high / wide
  for (const name of ['class', 'role', 'aria-label']) copy.removeAttribute(name)
  for (const [name, value] of Object.entries({ xmlns: 'http://www.w3.org/2000/svg', width: `${width}mm`, height: `${height}mm`, 'font-family': FONT })) copy.setAttribute(name, value)
  const svg = new XMLSerializer().serializeToString(copy)
  return { is: 'picture', words, svg, png: await asPng(svg, width, height), width, height }
}

/** Drawn with the type of the sheets, which a picture must bring along itself. */
async function asPng(svg: string, width: number, height: number): Promise<string> {
  const image = new Image()
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg.replace(/(<svg[^>]*>)/, `$1<style>${await carriedFaces()}</style>`))}`
  await image.decode()
  const [wide, high] = [width, height].map(millimetres => Math.round(millimetres / 25.4 * FINE)) as [number, number]
  const canvas = Object.assign(document.createElement('canvas'), { width: wide, height: high })
  const context = canvas.getContext('2d')!
  context.fillStyle = '#fff'
  context.fillRect(0, 0, wide, high)
  context.drawImage(image, 0, 0, wide, high)
  return canvas.toDataURL('image/png').replace(/^[^,]*,/, '')
}
