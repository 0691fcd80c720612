// The words of a Word document: its paragraphs, one a line. Deleted text, notes and comments are not told and stay out.
import type { Zip } from './zip-reader.ts'
import { FileRefused } from './file-refused.ts'
import { createXmlReader } from './xml-events.ts'
import { openZip, unpacked } from './zip-reader.ts'

/** No interview is longer: 24 hours of talk is about two million characters. */
const LONGEST = 20_000_000
/** Pieces whose text does not stand in the running text: old versions, field codes, the copy of a text box for old programs. */
const LEFT_OUT = new Set(['del', 'moveFrom', 'instrText', 'Fallback', 'delText', 'txbxContent'])
const BREAKS: Record<string, string> = { tab: '\t', br: '\n', cr: '\n', noBreakHyphen: '\u2011', ptab: '\t' }

/** Marks in the running text of what stands in other parts of the document. */
const NOTES = new Set(['footnoteReference', 'endnoteReference', 'commentReference'])

/** `hasBeside`: there are notes, comments or text boxes with words, which are not read. */
export type WordText = { text: string; hasBeside: boolean }

/** Throws FileRefused when the file is no readable Word document. */
export async function readDocx(path: string, size: number): Promise<WordText> {
  const zip = await openZip(path, size)
  const part = [...zip.entries.keys()].find((name) => /^word\/document\d*\.xml$/.test(name))
  if (!part) throw new FileRefused('transcript_damaged')
  return await textOf(zip, part)
}

async function textOf(zip: Zip, part: string): Promise<WordText> {
  const paragraphs: string[] = []
  let paragraph = ''
  let [inText, leftOut, boxes, length, hasBeside] = [false, 0, 0, 0, false]
  const reader = createXmlReader({
    open(name) {
      if (LEFT_OUT.has(name)) leftOut += 1
      if (name === 'txbxContent') boxes += 1
      hasBeside ||= NOTES.has(name)
      if (name === 't') inText = true
      if (leftOut === 0 && BREAKS[name] !== undefined) paragraph += BREAKS[name]
    },
    text(text) {
      if (inText && boxes > 0 && text.trim() !== '') hasBeside = true
      if (!inText || leftOut > 0) return
      paragraph += text
      length += text.length
      if (length > LONGEST) throw new FileRefused('unpacks_too_large')
    },
    close(name) {
      if (LEFT_OUT.has(name)) leftOut -= 1
      if (name === 'txbxContent') boxes -= 1
      if (name === 't') inText = false
      // Tab stops of a paragraph's layout are called "tab" too; they end with the layout and are no characters.
      if (name === 'pPr' && leftOut === 0) paragraph = ''
      if (name === 'p' && leftOut === 0) {
        paragraphs.push(paragraph)
        paragraph = ''
      }
    }
  })
  for await (const chunk of unpacked(zip, zip.entries.get(part)!)) reader.write(chunk)
  reader.end()
  return { text: paragraphs.join('\n'), hasBeside }
}
