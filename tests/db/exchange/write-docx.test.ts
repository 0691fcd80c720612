// A document for a word processor: well-formed whatever the words hold, each block under its own style, right-to-left words as such.
import { strFromU8, unzipSync } from 'fflate'
import { expect, test } from 'vitest'
import { createXmlReader } from '../../../db/exchange/xml-events.ts'
import { writeDocx } from '../../../db/exchange/write-docx.ts'

const ODD = 'Ze zei: <naam> & "ja"\u0000\u000B 🙂 \uD83D half\nnieuwe regel'

test('every part is well-formed XML, styles are real, and no words are lost but what XML cannot hold', () => {
  const parts = unzipSync(writeDocx({
    title: ODD, language: 'nl', points: 14, foot: 'pakket 4821 & meer',
    blocks: [
      { is: 'title', words: ODD }, { is: 'heading', words: 'Kaart 417' }, { is: 'paragraph', words: ODD }, { is: 'paragraph', words: 'שלום <b>' }, { is: 'quote', words: 'Ja.' }, { is: 'contrary', words: 'Nee.' },
      { is: 'point', words: 'Wat zie je?' }, { is: 'lines' }, { is: 'space', words: 'Wat zien we?' }, { is: 'table', headings: ['Kaart', 'Verhaal'], rows: [['417', '7639'], ['102', ODD]] }, { is: 'break' }, { is: 'term', words: 'Waar gaat het over?' }, { is: 'byline', words: '1 mei · Anna' },
      { is: 'rich', point: true, runs: [{ words: 'Zij: ', bold: false, italic: false }, { words: '<vet>', bold: true, italic: true }] }, { is: 'rich', point: false, runs: [{ words: 'מה', bold: true, italic: false }] }
    ]
  }))
  const styles = new Set<string>()
  for (const [name, bytes] of Object.entries(parts)) {
    const reader = createXmlReader({ open: (tag, attributes) => { if (name === 'word/styles.xml' && tag.endsWith('style')) styles.add(attributes['w:styleId'] ?? attributes.styleId ?? '') } })
    reader.write(Buffer.from(bytes))
    reader.end()
  }
  const xml = strFromU8(parts['word/document.xml']!)
  const used = [...xml.matchAll(/<w:pStyle w:val="(\w+)"\/>/g)].map(([, style]) => style!)
  expect(used).toEqual(['Title', 'Heading1', 'Normal', 'Normal', 'Quote', 'ContraryQuote', 'ListBullet', 'WritingLine', 'WritingSpace', 'Spacer', 'TableHead', 'TableHead', 'TableCell', 'TableCell', 'TableCell', 'TableCell', 'Normal', 'Heading3', 'Byline', 'ListBullet', 'Normal'])
  expect([...xml.matchAll(/<w:gridCol w:w="(\d+)"/g)].slice(-2).map(([, width]) => Number(width))).toEqual([1800, 7500])
  expect(used.filter((style) => !styles.has(style))).toEqual([])
  const words = [...xml.matchAll(/<w:p>.*?<\/w:p>/g)].map(([each]) => each.replace(/<w:br\/>/g, '\n').replace(/<[^>]*>/g, '').replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&'))
  expect(words[2]).toBe('Ze zei: <naam> & "ja" 🙂  half\nnieuwe regel')
  expect(words.slice(-2)).toEqual(['Zij: <vet>', 'מה'])
  expect([...xml.matchAll(/<w:rPr>.*?<\/w:rPr>/g)].map(([look]) => look)).toEqual(['<w:rPr><w:rtl/></w:rPr>', '<w:rPr><w:b/><w:i/></w:rPr>', '<w:rPr><w:b/><w:rtl/></w:rPr>'])
  expect([...xml.matchAll(/<w:bidi\/>/g)].length).toBe(2)
})

test('a figure goes along as the drawing it is, with a picture of it, its words and its size', () => {
  const svg = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 2 1"><path d="M0 0H2"/></svg>'
  const png = Buffer.from([0x89, 0x50, 0x4E, 0x47, 1, 2, 3]).toString('base64')
  const parts = unzipSync(writeDocx({ title: 'Figuren', language: 'nl', points: 14, foot: '1', blocks: [{ is: 'heading', words: 'Een' }, ...[40, 165].map((width) => ({ is: 'picture' as const, words: 'n = 3 "ja" & nee', svg, png, width, height: width / 2 }))] }))
  for (const [name, bytes] of Object.entries(parts)) if (name.endsWith('.xml') || name.endsWith('.rels')) { const reader = createXmlReader({}); reader.write(Buffer.from(bytes)); reader.end() }
  const xml = strFromU8(parts['word/document.xml']!)
  const relations = Object.fromEntries([...strFromU8(parts['word/_rels/document.xml.rels']!).matchAll(/Id="(\w+)"[^>]*Target="([^"]+)"/g)].map(([, id, target]) => [id!, `word/${target}`]))
  const shown = [...xml.matchAll(/<a:blip r:embed="(\w+)">.*?svgBlip [^>]*r:embed="(\w+)"/g)].map(([, one, other]) => [Buffer.from(parts[relations[one!]!]!).toString('base64'), strFromU8(parts[relations[other!]!]!)])
  expect(shown).toEqual([[png, svg], [png, svg]])
  expect([...xml.matchAll(/<wp:extent cx="(\d+)" cy="(\d+)"\/><wp:docPr id="(\d)" [^>]*descr="([^"]*)"/g)].map(([, ...all]) => all)).toEqual([['1440000', '720000', '1', 'n = 3 &quot;ja&quot; &amp; nee'], ['5940000', '2970000', '2', 'n = 3 &quot;ja&quot; &amp; nee']])
})
