// XML as events, in pieces: no document types, no entities from elsewhere, no tree in memory.
import { SaxesParser } from 'saxes'
import { FileRefused } from './file-refused.ts'

export type XmlEvents = {
  /** `name` without its prefix; attributes by their name as written. */
  open?(name: string, attributes: Record<string, string>): void
  text?(text: string): void
  close?(name: string): void
}

export type XmlReader = { write(bytes: Uint8Array): void; end(): void }

/** Throws FileRefused: xml_doctype for a DTD (the door to entity bombs and outside files), xlsx_damaged for bad XML. */
export function createXmlReader(events: XmlEvents): XmlReader {
  const decoder = new TextDecoder('utf-8')
  const parser = new SaxesParser()
  parser.on('doctype', () => { throw new FileRefused('xml_doctype') })
  parser.on('error', () => { throw new FileRefused('xlsx_damaged') })
  if (events.open) parser.on('opentag', (tag) => events.open!(local(tag.name), tag.attributes))
  if (events.text) {
    parser.on('text', (text) => events.text!(text))
    parser.on('cdata', (text) => events.text!(text))
  }
  if (events.close) parser.on('closetag', (tag) => events.close!(local(tag.name)))
  return {
    write: (bytes) => { parser.write(decoder.decode(bytes, { stream: true })) },
    end: () => { parser.write(decoder.decode()).close() }
  }
}

function local(name: string): string {
  const colon = name.indexOf(':')
  return colon < 0 ? name : name.slice(colon + 1)
}

/** An attribute whatever its prefix: r:id is id under another letter in some files. */
export function anyPrefix(attributes: Record<string, string>, name: string): string | undefined {
  const key = Object.keys(attributes).find((written) => local(written) === name)
  return key === undefined ? undefined : attributes[key]
}
