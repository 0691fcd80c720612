// The document that is printed: written into a frame of its own that runs nothing, or as one file that needs nothing else.
import { escapedMarkup } from '../../../shared/text/markup.ts'
import { carriedFaces, FACES_TO_LOAD, linkedFaces } from './fonts.ts'
import { paperStyle, type Look } from './style.ts'

/** Empties the frame and dresses it. The frame's document has no scripts and inherits the window's policy; the style comes in by object. */
export async function dressFrame(frame: HTMLIFrameElement, look: Look, language: string, title: string): Promise<Document> {
  const doc = frame.contentDocument!
  if (doc.compatMode !== 'CSS1Compat') {
    doc.open()
    doc.write('<!doctype html><html><head></head><body></body></html>')
    doc.close()
  }
  doc.documentElement.lang = language
  doc.title = title
  doc.body.className = 'seen'
  doc.body.replaceChildren()
  const Sheet = (frame.contentWindow as Window & typeof globalThis).CSSStyleSheet
  const sheet = new Sheet()
  sheet.replaceSync(`${linkedFaces()}\n${paperStyle(look)}`)
  doc.adoptedStyleSheets = [sheet]
  await Promise.all(FACES_TO_LOAD.map(font => doc.fonts.load(font)))
  return doc
}

/** What stands in the frame as one HTML file: its style and type in it, no script, nothing fetched. */
export async function asFile(doc: Document, look: Look): Promise<string> {
  const policy = `default-src 'none'; style-src 'unsafe-inline'; font-src data:; img-src data:`
  return `<!doctype html>
<html lang="${escapedMarkup(doc.documentElement.lang)}"><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${policy}"><title>${escapedMarkup(doc.title)}</title>
<style>${await carriedFaces()}
${paperStyle(look)}</style></head><body class="seen">${doc.body.innerHTML}</body></html>`
}
