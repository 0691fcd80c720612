// The parts of a workbook beside its sheets: which sheets there are, which styles are dates, and the shared texts.
import type { Zip } from './zip-reader.ts'
import type { XmlEvents } from './xml-events.ts'
import { FileRefused } from './file-refused.ts'
import { anyPrefix, createXmlReader } from './xml-events.ts'
import { unpacked } from './zip-reader.ts'

export type Workbook = { sheets: { name: string; part: string; visible: boolean }[]; date1904: boolean; styles: ('plain' | 'date' | 'time')[]; shared: string[] }

export async function readWorkbook(zip: Zip): Promise<Workbook> {
  const part = [...zip.entries.keys()].find((name) => /(^|\/)workbook\.xml$/.test(name))
  if (!part) throw new FileRefused('xlsx_damaged')
  const folder = part.slice(0, part.lastIndexOf('/') + 1)
  const targets = await readTargets(zip, `${folder}_rels/workbook.xml.rels`, folder)
  const listed: { name: string; id: string; visible: boolean }[] = []
  let date1904 = false
  await readPart(zip, part, {
    open(name, attributes) {
      if (name === 'workbookPr') date1904 = attributes.date1904 === '1' || attributes.date1904 === 'true'
      if (name === 'sheet') listed.push({ name: attributes.name ?? '', id: anyPrefix(attributes, 'id') ?? '', visible: !/hidden/i.test(attributes.state ?? '') })
    }
  })
  const sheets = listed.flatMap(({ name, id, visible }) => {
    const sheetPart = targets.get(id)
    return sheetPart && zip.entries.has(sheetPart) && /sheet/i.test(sheetPart) ? [{ name, part: sheetPart, visible }] : []
  })
  return { sheets, date1904, styles: await readStyles(zip, `${folder}styles.xml`), shared: await readShared(zip, `${folder}sharedStrings.xml`) }
}

/** Reads a part whole through the given events; a part that is not there is no part. */
export async function readPart(zip: Zip, part: string, events: XmlEvents): Promise<void> {
  const entry = zip.entries.get(part)
  if (!entry) return
  const reader = createXmlReader(events)
  for await (const chunk of unpacked(zip, entry)) reader.write(chunk)
  reader.end()
}

async function readTargets(zip: Zip, part: string, folder: string): Promise<Map<string, string>> {
  const targets = new Map<string, string>()
  await readPart(zip, part, {
    open(name, { Id, Target }) {
      if (name === 'Relationship' && Id && Target) targets.set(Id, Target.startsWith('/') ? Target.slice(1) : folder + Target.replace(/^\.\//, ''))
    }
  })
  return targets
}

async function readStyles(zip: Zip, part: string): Promise<Workbook['styles']> {
  const codes = new Map<number, string>()
  const styles: Workbook['styles'] = []
  let inCells = false
  await readPart(zip, part, {
    open(name, attributes) {
      if (name === 'numFmt') codes.set(Number(attributes.numFmtId), attributes.formatCode ?? '')
      if (name === 'cellXfs') inCells = true
      if (name === 'xf' && inCells) styles.push(formatKind(Number(attributes.numFmtId ?? 0), codes))
    },
    close(name) {
      if (name === 'cellXfs') inCells = false
    }
  })
  return styles
}

/** Excel's own numbers for dates and times, else the letters of the format outside quotes, brackets and escapes. */
export function formatKind(id: number, codes: Map<number, string>): 'plain' | 'date' | 'time' {
  if ((id >= 14 && id <= 17) || id === 22 || (id >= 27 && id <= 36) || (id >= 50 && id <= 58)) return 'date'
  if ((id >= 18 && id <= 21) || (id >= 45 && id <= 47)) return 'time'
  const bare = (codes.get(id) ?? '').split(';')[0]!.replace(/"[^"]*"|\\.|_.|\*./g, '').replace(/\[(?!h+\]|m+\]|s+\])[^\]]*\]/gi, '')
  if (/general|standaard/i.test(bare)) return 'plain'
  return /[ydj]/i.test(bare) || /mmm/i.test(bare) ? 'date' : /h|ss|mm/i.test(bare) ? 'time' : 'plain'
}

async function readShared(zip: Zip, part: string): Promise<string[]> {
  const shared: string[] = []
  let current = ''
  let [inText, inPhonetic] = [false, false]
  await readPart(zip, part, {
    open(name) {
      if (name === 'si') current = ''
      if (name === 't') inText = true
      if (name === 'rPh') inPhonetic = true
    },
    text(text) {
      if (inText && !inPhonetic) current += text
    },
    close(name) {
      if (name === 'si') shared.push(unescaped(current))
      if (name === 't') inText = false
      if (name === 'rPh') inPhonetic = false
    }
  })
  return shared
}

/** Excel writes a few characters as _x000D_; the carriage return is the common one. A null character stays written out. */
export function unescaped(text: string): string {
  return text.includes('_x') ? text.replace(/_x([0-9A-Fa-f]{4})_/g, (whole, hex: string) => (hex === '0000' ? whole : String.fromCharCode(Number.parseInt(hex, 16)))) : text
}
