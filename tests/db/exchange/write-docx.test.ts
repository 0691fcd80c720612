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
      { is: 'point', words: 'Wat zie je?' }, { is: 'lines' }, { is: 'space', words: 'Wat zien we?' }, { is: 'table', headings: ['Kaart', 'Verhaal'], rows: [['417', '7639'], ['102', ODD]] }, { is: 'break' },
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
  expect(used).toEqual(['Title', 'Heading1', 'Normal', 'Normal', 'Quote', 'ContraryQuote', 'ListBullet', 'WritingLine', 'WritingSpace', 'TableHead', 'TableHead', 'TableCell', 'TableCell', 'TableCell', 'TableCell', 'Normal', 'ListBullet', 'Normal'])
  expect(used.filter((style) => !styles.has(style))).toEqual([])
  const words = [...xml.matchAll(/<w:p>.*?<\/w:p>/g)].map(([each]) => each.replace(/<w:br\/>/g, '\n').replace(/<[^>]*>/g, '').replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&'))
  expect(words[2]).toBe('Ze zei: <naam> & "ja" 🙂  half\nnieuwe regel')
  expect(words.slice(-2)).toEqual(['Zij: <vet>', 'מה'])
  expect([...xml.matchAll(/<w:rPr>.*?<\/w:rPr>/g)].map(([look]) => look)).toEqual(['<w:rPr><w:rtl/></w:rPr>', '<w:rPr><w:b/><w:i/></w:rPr>', '<w:rPr><w:b/><w:rtl/></w:rPr>'])
  expect([...xml.matchAll(/<w:bidi\/>/g)].length).toBe(2)
})
