// Bad inputs: each gets its one sentence with file, row and column where there is one, in plain Dutch.
import { truncateSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { strToU8, unzipSync, zipSync } from 'fflate'
import * as XLSX from '@e965/xlsx'
import { writeXlsx } from '../../../db/exchange/write-xlsx.ts'
import { openTable } from '../../../db/exchange/open-table.ts'
import { openDefinition } from '../../../db/exchange/read-definition.ts'
import { problemSentence } from '../../../shared/importing/messages.ts'
import { scratchFolder, windows1252 } from '../../fixtures/imports/scratch-folder.ts'
import { sentencesOf, stageFile } from '../../fixtures/imports/stage-file.ts'
import { senseMakerCsv, definitionJson } from '../../fixtures/imports/sensemaker-format.ts'

const write = scratchFolder()
const STORY = 'Een verhaal dat lang genoeg is om een verhaal te heten, met een begin en een eind.'
const table = (...rows: string[]) => ['id;verhaal;Invloed (geen – veel);stadsdeel', ...rows].join('\r\n') + '\r\n'
const good = [`1;"${STORY} Eén.";20;Oost`, `2;"${STORY} Twee.";80;West`, `3;"${STORY} Drie.";55;Oost`, `4;"${STORY} Vier.";31;West`]
const workbook = () => writeXlsx([{ name: 'Blad1', headings: ['id', 'verhaal'], rows: [['1', STORY], ['2', `${STORY} En meer.`]] }]).bytes
const repacked = (change: (parts: Record<string, Uint8Array>) => void) => {
  const parts = unzipSync(workbook())
  change(parts)
  return zipSync(parts)
}

/** name of the case, file name, its bytes, the sentences. */
const cases: [string, string, string | Uint8Array, string[]][] = [
  ['an empty file', 'leeg.csv', '', ['leeg.csv: Dit bestand is leeg. Kies een bestand met verhalen.']],
  ['only blank lines', 'wit.csv', '\r\n\r\n;;\r\n', ['wit.csv: Dit bestand is leeg. Kies een bestand met verhalen.']],
  ['only headings', 'kop.csv', table(), ['kop.csv, rij 1: Onder de kopregel staan geen rijen. Kies een bestand met verhalen.']],
  ['no headings', 'kaal.csv', good.join('\n'), ['kaal.csv, rij 1: De eerste rij lijkt geen kopregel te zijn. Zet de namen van de kolommen in de eerste rij.']],
  ['one column', 'een.csv', 'verhaal\neen\ntwee\n', ['een.csv: Er is maar één kolom gevonden. Kies een ander scheidingsteken: komma, puntkomma of tab.']],
  ['a renamed picture', 'foto.csv', Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13), ['foto.csv: Dit is een afbeelding (PNG), geen tabel. Kies een CSV- of Excel-bestand.']],
  ['a picture called xlsx', 'foto.xlsx', Uint8Array.of(0xff, 0xd8, 0xff, 0xe0, 0, 16), ['foto.xlsx: Dit is een afbeelding (JPEG), geen tabel. Kies een CSV- of Excel-bestand.']],
  ['a pdf', 'rapport.csv', '%PDF-1.7\n', ['rapport.csv: Dit is een pdf, geen tabel. Sla de verhalen op als CSV, Excel of Word.']],
  ['a Word document called xlsx', 'brief.xlsx', zipSync({ '[Content_Types].xml': strToU8('<Types/>'), 'word/document.xml': strToU8('<document/>') }), ['brief.xlsx: Dit is een Word-document, geen tabel. Importeer het als transcript met de uitgang .docx.']],
  ['an OpenDocument table', 'tabel.xlsx', zipSync({ mimetype: strToU8('application/vnd.oasis.opendocument.spreadsheet'), 'content.xml': strToU8('<a/>') }), ['tabel.xlsx: Dit is een OpenDocument-bestand. Sla het in LibreOffice op als .xlsx of .docx.']],
  ['a zip with something else', 'map.zip', zipSync({ 'lees mij.txt': strToU8('hoi') }), ['map.zip: Dit is een zip-bestand zonder tabel erin. Pak het uit en kies het CSV- of Excel-bestand.']],
  ['an old Excel file', 'oud.xls', Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0), ['oud.xls: Dit is een oud Excel-bestand (.xls). Open het in Excel en sla het op als .xlsx.']],
  ['a workbook with a password', 'slot.xlsx', Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, ...Buffer.from('EncryptedPackage', 'utf16le')), ['slot.xlsx: Dit bestand is met een wachtwoord beveiligd. Haal de beveiliging eraf in Excel of Word en sla het opnieuw op.']],
  ['a project or database', 'project.csv', 'SQLite format 3\0rest', ['project.csv: Dit is een database of een Duiding-project, geen verhalenbestand. Open een project via Openen.']],
  ['UTF-8 that breaks halfway', 'half.csv', Buffer.concat([Buffer.from(table(`1;"${STORY} Eén";20;Oost`)), windows1252(`2;"café ${STORY}";30;West\r\n`)]), ['half.csv, rij 3, kolom “verhaal”: Hier staat een teken dat niet als UTF-8 te lezen is. Sla het bestand opnieuw op als CSV UTF-8.']],
  ['bytes that are no letters in any Western encoding', 'vreemd.csv', Buffer.concat([Buffer.from('id;verhaal;score;wijk\n1;een verhaal;3;Oost\n'), Uint8Array.of(0x32, 0x3b, 0x81, 0x8d, 0x3b, 0x31, 0x3b, 0x41, 0x0a)]), ['vreemd.csv, rij 3, kolom “verhaal”: Hier staat een teken dat niet als Windows-1252 te lezen is. Sla het bestand opnieuw op als CSV UTF-8.']],
  ['null bytes', 'stuk.csv', table(good[0]!, `2;"een\0twee";30;West`), ['stuk.csv, rij 3, kolom “verhaal”: Hier staan lege bytes: het bestand is beschadigd of geen tekst. Maak de export opnieuw.']],
  ['a quote that never closes', 'open.csv', table(good[0]!, '2;"nooit dicht;30;West', good[2]!.replaceAll('"', '')), ['open.csv, rij 3, kolom “verhaal”: Hier begint tekst met een aanhalingsteken dat nooit sluit. Zet aan het eind van de tekst een aanhalingsteken.']],
  ['a row with too many cells', 'lang.csv', table(good[0]!, '2;een verhaal; met een puntkomma;30;West', good[2]!, good[3]!), ['lang.csv, rij 3: Deze rij heeft 5 cellen, de kopregel 4. Zet tekst met een scheidingsteken erin tussen aanhalingstekens.']],
  ['a text broken by a line end without quotes', 'gebroken.csv', table(good[0]!, '2;een verhaal', 'dat doorloopt;30;West', good[2]!, good[3]!), ['gebroken.csv, rij 3: Deze rij loopt door in rij 4. Zet tekst met een regeleinde erin tussen aanhalingstekens.']],
  ['a row of one cell', 'los.csv', table(good[0]!, 'losse woorden', good[1]!, good[2]!, good[3]!), ['los.csv, rij 3: In deze rij staat maar één cel. Zet tekst met een regeleinde erin tussen aanhalingstekens.', 'los.csv, rij 3, kolom “verhaal”: In deze rij staat geen verhaal. De rij is overgeslagen.']],
  ['an id twice', 'dubbel.csv', table(...good, `2;"${STORY} Anders.";10;Oost`), ['dubbel.csv, rij 6, kolom “id”: Het nummer “2” staat ook in rij 3. Geef elk verhaal een eigen nummer.']],
  ['101 on a slider', 'schuif.csv', table(...good, `5;"${STORY} Vijf.";101;Oost`), ['schuif.csv, rij 6, kolom “Invloed (geen – veel)”: De waarde 101 ligt buiten de schaal van 0 tot 100. Verbeter de cel of de schaal.']],
  ['words on a slider', 'woord.csv', table(...good, ...good.map((row, i) => row.replace(/^\d/, String(i + 10)).replace('Een verhaal', `Verhaal ${i}`)), ...Array.from({ length: 14 }, (_, i) => `${i + 20};"Nog een ${i} ${STORY}";${i * 7};Oost`), `99;"${STORY} Slot.";best veel;Oost`), ['woord.csv, rij 24, kolom “Invloed (geen – veel)”: “best veel” is geen getal. Verbeter de cel of kies een ander soort vraag.']],
  ['shares that do not sum', 'delen.csv', ['id;verhaal;Plan: gezin;Plan: werker;Plan: netwerk', `1;${STORY};20;30;50`, `2;${STORY} b;10;10;80`, `3;${STORY} c;30;30;30`, `4;${STORY} d;25;25;50`].join('\n'), ['delen.csv, rij 4, kolom “Plan: gezin”: De aandelen tellen op tot 90, niet tot 100. Verbeter de cellen.']],
  ['a share left out', 'gat.csv', ['id;verhaal;Plan: gezin;Plan: werker;Plan: netwerk', `1;${STORY};20;30;50`, `2;${STORY} b;10;;80`, `3;${STORY} c;30;30;40`].join('\n'), ['gat.csv, rij 3, kolom “Plan: gezin”: Niet alle aandelen van deze vraag zijn ingevuld. Vul ze alle in of geen enkel.']],
  ['a day that is none', 'dag.csv', ['id;verhaal;datum', ...Array.from({ length: 25 }, (_, i) => `${i};${STORY} ${i};${String(i + 1).padStart(2, '0')}-03-2024`), `99;${STORY} z;31-02-2024`].join('\n'), ['dag.csv, rij 27, kolom “datum”: “31-02-2024” is geen datum zoals 12-03-2024. Verbeter de cel of kies een andere schrijfwijze.']],
  ['a story without an id', 'zonder.csv', table(...good, ...Array.from({ length: 12 }, (_, i) => `${i + 10};"Verhaal ${i}: ${STORY}";${i};Oost`), `;"${STORY} Zeven.";10;Oost`), ['zonder.csv, rij 18, kolom “id”: Deze rij heeft geen nummer. Vul in elke rij een eigen nummer in.']],
  ['an answer of no consent and one of none', 'mag.csv', ['id;verhaal;toestemming', `1;${STORY};ja`, `2;${STORY} b;nee`, `3;${STORY} c;`, `4;${STORY} d;Ja`].join('\n'), ['mag.csv, rij 3, kolom “toestemming”: De verteller gaf geen toestemming (“nee”). Het verhaal is niet meegenomen.', 'mag.csv, rij 4, kolom “toestemming”: De vraag om toestemming is niet ingevuld. Het verhaal is niet meegenomen.']],
  ['a damaged workbook', 'kapot.xlsx', workbook().slice(0, 900), ['kapot.xlsx: Dit Excel-bestand is beschadigd of niet volledig. Open het in Excel en sla het opnieuw op.']],
  ['a workbook with a document type', 'dtd.xlsx', repacked((parts) => { parts['xl/workbook.xml'] = strToU8('<?xml version="1.0"?><!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><workbook>&x;</workbook>') }), ['dtd.xlsx: Dit bestand bevat verwijzingen naar buiten en is niet geopend. Sla het opnieuw op in Excel of Word.']],
  ['a zip bomb', 'bom.xlsx', repacked((parts) => { parts['xl/sharedStrings.xml'] = new Uint8Array(40_000_000).fill(0x20) }), ['bom.xlsx: Uitgepakt is dit bestand veel groter dan een gewoon bestand met verhalen. Het is niet geopend: vraag de maker om een nieuw bestand.']],
  ['a zip with thousands of parts', 'veel.xlsx', zipSync(Object.fromEntries(Array.from({ length: 5001 }, (_, i) => [`p${i}`, new Uint8Array()]))), ['veel.xlsx: Uitgepakt is dit bestand veel groter dan een gewoon bestand met verhalen. Het is niet geopend: vraag de maker om een nieuw bestand.']],
  ['a workbook without rows', 'blanco.xlsx', writeXlsx([{ name: 'Leeg', headings: [], rows: [] }]).bytes, ['blanco.xlsx: Er is geen werkblad met gegevens in dit bestand. Kies een ander bestand.']],
  ['broken XML in a sheet', 'xml.xlsx', repacked((parts) => { parts['xl/worksheets/sheet1.xml'] = strToU8('<worksheet><sheetData><row r="1"><c r="A1"') }), ['xml.xlsx: Dit Excel-bestand is beschadigd of niet volledig. Open het in Excel en sla het opnieuw op.']],
  ['a cell beside the table', 'ernaast.xlsx', writeXlsx([{ name: 'A', headings: ['id', 'verhaal'], rows: Array.from({ length: 700 }, (_, i) => (i === 650 ? [`${i}`, `${STORY} ${i}`, null, 'zwerver'] : [`${i}`, `${STORY} ${i}`])) }]).bytes, ['ernaast.xlsx, rij 652, kolom “D”: Deze cel staat rechts van de laatste kolom met een kop. Geef die kolom een kop of maak de cel leeg.']]
]

describe('bad inputs get one clear sentence', () => {
  test.each(cases)('%s', async (_, name, bytes, sentences) => {
    expect(await sentencesOf(write(name, bytes))).toEqual(sentences)
  })

  test('a missing file, and one of 3 GB refused before reading', async () => {
    const huge = write('groot.csv', 'id;verhaal\n')
    truncateSync(huge, 3_000_000_000)
    const start = performance.now()
    expect(await sentencesOf(huge)).toEqual(['groot.csv: Dit bestand is 3,0 GB groot. Duiding leest bestanden tot 400 MB: deel het bestand op.'])
    expect(performance.now() - start).toBeLessThan(200)
    expect(await sentencesOf(`${huge}-weg`)).toEqual(['groot.csv-weg: Dit bestand is niet gevonden. Controleer de naam en de map.'])
  })

  test('the wrong encoding chosen, in both directions', async () => {
    const utf8 = write('utf8.csv', table(good[0]!.replace('Eén', 'Eén café'), good[1]!))
    expect(await sentencesOf(utf8, { settings: { encoding: 'windows-1252' } })).toEqual(['utf8.csv: De letters zijn opgeslagen als UTF-8, maar er is Windows-1252 gekozen. Kies UTF-8.'])
    const old = write('oud.csv', windows1252(table(...good)))
    expect(await sentencesOf(old, { settings: { encoding: 'utf-8' } })).toEqual(['oud.csv, rij 1, kolom “C”: Hier staat een teken dat niet als UTF-8 te lezen is. Sla het bestand opnieuw op als CSV UTF-8.'])
    expect(await sentencesOf(old, { settings: { encoding: 'utf-16le' } })).toEqual(['oud.csv: De letters zijn opgeslagen als UTF-8, maar er is UTF-16 gekozen. Kies UTF-8.'])
  })

  test('a sheet that is not there', async () => {
    expect(await sentencesOf(write('blad.xlsx', workbook()), { settings: { sheet: 'Blad9' } })).toEqual(['blad.xlsx: Het werkblad “Blad9” staat niet in dit bestand. Kies uit: Blad1.'])
  })

  test('formulas are read as their saved result and told', async () => {
    const sheet = XLSX.utils.aoa_to_sheet([['id', 'verhaal'], ['1', STORY], ['2', `${STORY} b`]])
    sheet.A3 = { t: 'n', f: 'A2+1', v: 2 }
    const book = XLSX.utils.book_new()
    XLSX.utils.book_append_sheet(book, sheet, 'A')
    const path = write('formule.xlsx', new Uint8Array(XLSX.write(book, { type: 'array', bookType: 'xlsx' }) as ArrayBuffer))
    expect(await sentencesOf(path)).toEqual(['formule.xlsx, rij 3, kolom “id”: Hier staat een formule. Duiding neemt de laatst bewaarde uitkomst over.'])
  })

  test('a zip that lies about its size stops where it promised to end', async () => {
    const bytes = repacked((parts) => { parts['xl/sharedStrings.xml'] = new Uint8Array(5_000_000).fill(0x20) })
    const view = Buffer.from(bytes)
    for (let at = view.indexOf('PK\u0001\u0002'); at >= 0; at = view.indexOf('PK\u0001\u0002', at + 4)) if (view.toString('latin1', at + 46, at + 66) === 'xl/sharedStrings.xml') view.writeUInt32LE(1000, at + 24)
    expect(await sentencesOf(write('leugen.xlsx', view))).toEqual(['leugen.xlsx: Uitgepakt is dit bestand veel groter dan een gewoon bestand met verhalen. Het is niet geopend: vraag de maker om een nieuw bestand.'])
  })

  test('an option the mapping does not know, and one it may add', async () => {
    const path = write('optie.csv', table(...good, `5;"${STORY} Vijf.";10;Oots`))
    const strict = await sentencesOf(path, {
      change(mapping) {
        for (const signifier of mapping.signifiers) {
          if (signifier.kind !== 'choice') continue
          signifier.unknown = 'problem'
          signifier.options = signifier.options.filter((option) => option.key !== 'Oots')
        }
      }
    })
    expect(strict).toEqual(['optie.csv, rij 6, kolom “stadsdeel”: “Oots” is geen antwoord op deze vraag. Kies bij deze vraag: “Oots” toevoegen, of verbeter de cel.'])
  })

  test('a mapping that names an absent column, and a file with a new one', async () => {
    const path = write('koppel.csv', table(...good))
    expect(await sentencesOf(path, {
      change(mapping) {
        for (const column of mapping.columns) if (column.column === 'stadsdeel') column.column = 'wijk'
      }
    })).toEqual(['koppel.csv, kolom “wijk”: Deze kolom uit de koppeling staat niet in het bestand. Controleer de naam of kies een andere kolom.', 'koppel.csv, kolom “stadsdeel”: Deze kolom staat niet in de koppeling en is overgeslagen.'])
    expect(await sentencesOf(path, { change: (mapping) => { mapping.columns = mapping.columns.filter((column) => column.role !== 'storyText') } })).toEqual([
      'koppel.csv, kolom “verhaal”: Deze kolom staat niet in de koppeling en is overgeslagen.', 'koppel.csv: Geen kolom is aangewezen als verhaal. Kies de kolom met de tekst van het verhaal.'
    ])
  })

  test('many of the same problem: the first twenty, then a count', async () => {
    const rows = Array.from({ length: 200 }, (_, i) => `${i};"Verhaal ${i}: ${STORY}";${i % 4 === 0 ? 250 : i % 100};Oost`)
    const { end, sentences } = await stageFile(write('massa.csv', table(...rows)), { change: (mapping) => {
      mapping.signifiers = mapping.signifiers.map((s) => (s.key.startsWith('Invloed') ? { key: s.key, title: s.title, na: [], kind: 'slider' as const, anchors: [], scale: { from: 0, to: 100 } } : s))
    } })
    expect([end.counts.error, sentences.length, sentences.at(-1)]).toEqual([50, 21, 'massa.csv, kolom “Invloed (geen – veel)”: Dit komt nog 30 keer voor in dit bestand, het laatst in rij 198.'])
  })

  test('definitions that are none, or of another project', async () => {
    const sentences = async (name: string, bytes: string | Uint8Array) => {
      const read = await openDefinition(write(name, bytes))
      return read.ok ? [] : read.problems.map((found) => problemSentence(found))
    }
    expect(await sentences('vragen.json', '{"signifiers": [')).toEqual([expect.stringMatching(/^vragen\.json: Dit definitiebestand is geen geldige JSON \(.+\)\. Download de definitie opnieuw\.$/)])
    expect(await sentences('layout.json', '{"pages": []}')).toEqual(['layout.json: In dit bestand staan geen duidingsvragen van SenseMaker. Kies framework_definition.json.'])
    expect(await sentences('plaat.json', Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 1))).toEqual(['plaat.json: In dit bestand staan geen duidingsvragen van SenseMaker. Kies framework_definition.json.'])
    const zipped = await openDefinition(write('framework.zip', zipSync({ 'framework_definition.json': strToU8(definitionJson('flat')), 'layout.json': strToU8('{}') })))
    expect(zipped.ok && zipped.definition.name).toBe('Twaalf verhalen')
    const { proposal } = await stageFile(write('tabel.csv', table(...good)), { definition: zipped.ok ? zipped.definition : undefined })
    expect(proposal.problems.map((found) => problemSentence(found))).toEqual(['tabel.csv: Geen enkele kolom hoort bij de definitie “Twaalf verhalen”. Kies de definitie van dit project.'])
  })

  test('a quote left open in a file of megabytes stops reading there', async () => {
    const path = write('lek.csv', table(...good, '5;"lek;1;Oost', ...Array.from({ length: 30_000 }, (_, i) => `${i + 10};${STORY};10;Oost`)))
    expect(await sentencesOf(path)).toContain('lek.csv, rij 6, kolom “verhaal”: Hier begint tekst met een aanhalingsteken dat nooit sluit. Zet aan het eind van de tekst een aanhalingsteken.')
    const opened = await openTable(write('raw.csv', senseMakerCsv()))
    expect(opened.ok && opened.table.headings[0]!.name).toBe('id')
  })
})
