// Transcripts: one story a file, from text, Markdown and Word, with ids out of names and a sentence for bad ones.
import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { strToU8, zipSync } from 'fflate'
import mammoth from 'mammoth'
import { findTranscripts, readTranscripts } from '../../../db/exchange/read-transcripts.ts'
import { problemSentence } from '../../../shared/importing/messages.ts'
import { StagedStory } from '../../../shared/importing/staged.ts'
import { scratchFolder, windows1252 } from '../../fixtures/imports/scratch-folder.ts'

const folder = join(dirname(scratchFolder()('x', 'x')))

function put(name: string, content: string | Uint8Array): string {
  const path = join(folder, name)
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, content)
  return path
}

function word(body: string, prologue = ''): Uint8Array {
  const w = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
  return zipSync({
    '[Content_Types].xml': strToU8('<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>'),
    '_rels/.rels': strToU8('<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>'),
    'word/document.xml': strToU8(`<?xml version="1.0" encoding="UTF-8"?>${prologue}<w:document xmlns:w="${w}"><w:body>${body}</w:body></w:document>`)
  })
}

const p = (runs: string) => `<w:p><w:pPr><w:tabs><w:tab w:val="left" w:pos="1"/></w:tabs></w:pPr>${runs}</w:p>`
const t = (text: string) => `<w:r><w:t xml:space="preserve">${text}</w:t></w:r>`

async function all(paths: string[], facts = {}): Promise<{ texts: Record<string, string>; sentences: string[]; ids: string[] }> {
  const { files, problems } = await findTranscripts(paths)
  const texts: Record<string, string> = {}
  const found = [...problems]
  for await (const piece of readTranscripts(files, facts)) {
    for (const story of piece.stories) texts[StagedStory.parse(story).sourceId] = story.text
    found.push(...piece.problems)
  }
  return { texts, sentences: found.map((one) => problemSentence(one)), ids: files.map((file) => file.sourceId) }
}

describe('transcripts', () => {
  test('text, Markdown and Word, line ends LF and nothing else touched', async () => {
    const paths = [
      put('een.txt', '\ufeffI: Hoe ging het?\r\nR: Goed \r\n\r\n'), put('twee.md', '# Kop\n\n<naam> zei *ja*\n'), put('drie.txt', windows1252('café, één\rregel')),
      put('vier.docx', word(p(t('I: Hoe &lt;naam&gt;?')) + p(t('R: Goed,') + '<w:r><w:br/></w:r>' + t('dank.') + '<w:r><w:tab/></w:r>' + t('Ja.') + '<w:del><w:r><w:delText>weg</w:delText></w:r></w:del><w:r><w:instrText>PAGE</w:instrText></w:r>') + p('')))
    ]
    expect((await all(paths)).texts).toEqual({ een: 'I: Hoe ging het?\nR: Goed \n\n', twee: '# Kop\n\n<naam> zei *ja*\n', drie: 'café, één\nregel', vier: 'I: Hoe <naam>?\nR: Goed,\ndank.\tJa.\n' })
  })

  test.each([['a footnote', '<w:r><w:footnoteReference w:id="1"/></w:r>'], ['a comment', '<w:r><w:commentReference w:id="0"/></w:r>'], ['a text box', '<w:r><w:pict><w:txbxContent><w:p><w:r><w:t>ernaast</w:t></w:r></w:p></w:txbxContent></w:pict></w:r>']])('%s is not read, and that is told', async (_, run) => {
    const { texts, sentences } = await all([put('noot.docx', word(p(t('Het verhaal.') + run)))])
    expect([texts.noot, sentences]).toEqual(['Het verhaal.', ['noot.docx: In dit Word-bestand staan ook voetnoten, opmerkingen of tekstvakken. Die zijn niet gelezen: zet in de tekst zelf wat bij het verhaal hoort.']])
  })

  test('a Word document has the words another reader finds in it', async () => {
    const body = p(t('Eerste alinea met ') + t('losse stukken')) + '<w:tbl><w:tr><w:tc>' + p(t('cel één')) + '</w:tc><w:tc>' + p(t('cel twee')) + '</w:tc></w:tr></w:tbl>' + p(t('&amp; een 😀 emoji')) + p(t('Slot'))
    const path = put('vergelijk.docx', word(body))
    const other = (await mammoth.extractRawText({ path })).value
    expect((await all([path])).texts.vergelijk!.split('\n').filter(Boolean)).toEqual(other.split('\n').filter(Boolean))
  })

  test('a folder: transcripts only, in the order of their numbers, names that clash kept apart', async () => {
    for (const name of ['map/gesprek 10.txt', 'map/gesprek 2.txt', 'map/gesprek 2.md', 'map/notitie.pdf', 'map/~$gesprek 2.docx', 'map/.verborgen.txt', 'map2/gesprek 10.txt']) put(name, name)
    const { ids, sentences } = await all([join(folder, 'map')])
    expect(ids).toEqual(['gesprek 2.md', 'gesprek 2.txt', 'gesprek 10'])
    expect(sentences).toEqual(['notitie.pdf: Dit bestand is geen .txt, .md of .docx en is overgeslagen. Staat er een verhaal in, sla het dan in Word op als .docx.'])
    expect((await all([join(folder, 'map'), join(folder, 'map2')])).ids).toEqual(['gesprek 2.md', 'gesprek 2.txt', 'map/gesprek 10.txt', 'map2/gesprek 10.txt'])
  })

  test('uploads keep the names they had', async () => {
    const [a, b] = [put('0193.txt', 'een'), put('0194.txt', 'twee')]
    const named = async (first: string, second: string) => (await findTranscripts([{ path: a, name: first }, { path: b, name: second }])).files.map(({ file, sourceId }) => [file, sourceId])
    expect(await named('Gesprek 2.txt', 'Gesprek 1.txt')).toEqual([['Gesprek 1.txt', 'Gesprek 1'], ['Gesprek 2.txt', 'Gesprek 2']])
    const twice = (await named('a.txt', 'a.txt')).map(([, id]) => id)
    expect(new Set(twice).size).toBe(2)
  })

  test('[I5] bad ones each get their sentence', async () => {
    mkdirSync(join(folder, 'kaal'), { recursive: true })
    const paths = [
      put('b1.txt', ''), put('b2.txt', ' \n\n'), put('b3.docx', 'geen zip'), put('b4.docx', word('').slice(0, 200)), put('b5.docx', zipSync({ 'xl/workbook.xml': strToU8('<a/>') })), put('b6.docx', word(p(t('&x;')), '<!DOCTYPE a [<!ENTITY x "y">]>')),
      put('b7.txt', Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 1)), put('b8.txt', 'een\ntw\0ee'), put('b9.rtf', 'x'), put('c1.docx', zipSync({ 'word/document.xml': new Uint8Array(40_000_000).fill(0x20) })), put('c2.txt', zipSync({ a: strToU8('b') })),
      put('c3.txt', Buffer.concat([Buffer.from('één\ntwee '), Uint8Array.of(0xe9, 0x20)]))
    ]
    expect((await all([...paths, join(folder, 'kaal'), join(folder, 'weg.txt')])).sentences).toEqual([
      'b9.rtf: Dit soort bestand is geen transcript. Kies .txt, .md of .docx.',
      'kaal: In deze map staan geen .txt-, .md- of .docx-bestanden. Kies een andere map.',
      'weg.txt: Dit bestand is niet gevonden. Controleer de naam en de map.',
      'b1.txt: Dit transcript is leeg en is overgeslagen.', 'b2.txt: Dit transcript is leeg en is overgeslagen.',
      'b3.docx: Dit Word-bestand is beschadigd of geen Word-bestand. Open het in Word en sla het opnieuw op.',
      'b4.docx: Dit Word-bestand is beschadigd of geen Word-bestand. Open het in Word en sla het opnieuw op.',
      'b5.docx: Dit Word-bestand is beschadigd of geen Word-bestand. Open het in Word en sla het opnieuw op.',
      'b6.docx: Dit bestand bevat verwijzingen naar buiten en is niet geopend. Sla het opnieuw op in Excel of Word.',
      'b7.txt: Dit is een afbeelding (PNG), geen tabel. Kies een CSV- of Excel-bestand.',
      'b8.txt, rij 2: Hier staan lege bytes: het bestand is beschadigd of geen tekst. Maak de export opnieuw.',
      'c1.docx: Uitgepakt is dit bestand veel groter dan een gewoon bestand met verhalen. Het is niet geopend: vraag de maker om een nieuw bestand.',
      'c2.txt: Dit soort bestand is geen transcript. Kies .txt, .md of .docx.',
      'c3.txt, rij 2: Hier staat een teken dat niet als UTF-8 te lezen is. Sla het bestand opnieuw op als CSV UTF-8.'
    ])
  })
})
