// Bad inputs: each gets its one sentence with file, row and column where there is one, in plain Dutch.
import { truncateSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { strToU8, zipSync } from 'fflate'
import * as XLSX from '@e965/xlsx'
import { openTable } from '../../../db/exchange/open-table.ts'
import { openDefinition } from '../../../db/exchange/read-definition.ts'
import { problemSentence } from '../../../shared/importing/messages.ts'
import { BAD_FILES, good, repacked, STORY, table, workbook } from '../../fixtures/imports/bad-files.ts'
import { scratchFolder, windows1252 } from '../../fixtures/imports/scratch-folder.ts'
import { sentencesOf, stageFile } from '../../fixtures/imports/stage-file.ts'
import { senseMakerCsv, definitionJson } from '../../fixtures/imports/sensemaker-format.ts'

const write = scratchFolder()
describe('bad inputs get one clear sentence', () => {
  test.each(BAD_FILES)('[I5] %s', async (_, name, bytes, sentences) => {
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

  test('[I7] a zip that lies about its size stops where it promised to end', async () => {
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
