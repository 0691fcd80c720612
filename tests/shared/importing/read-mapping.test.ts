// Mappings from a file: what is wrong in them is told in the words of the product, what is right comes back whole.
import { describe, expect, test } from 'vitest'
import { mappingJson, readMapping } from '../../../shared/importing/read-mapping.ts'
import { problemSentence } from '../../../shared/importing/messages.ts'

const base = {
  duiding: 'import-mapping', version: 1,
  columns: [
    { column: 'verhaal', role: 'storyText' },
    { column: 'steun a', role: 'answer', signifier: 'steun', part: { is: 'tick', option: 'a' } },
    { column: 'anders', role: 'answer', signifier: 'anders', part: { is: 'value' } }
  ],
  signifiers: [
    { kind: 'multi', key: 'steun', title: 'Welke steun?', delimiter: null, options: [{ key: 'a', label: 'A' }, { key: 'x', label: 'Anders' }] },
    { kind: 'text', key: 'anders', title: 'Anders, namelijk', linkedTo: 'steun', ticksOption: 'x' }
  ]
}
type Base = typeof base

function sentences(json: unknown, language: 'nl' | 'en' = 'nl'): string[] {
  const read = readMapping(typeof json === 'string' ? json : JSON.stringify(json), 'koppeling.json')
  return read.ok ? [] : read.problems.map((found) => problemSentence(found, language))
}

function changed(change: (mapping: Base) => unknown): unknown {
  const mapping = structuredClone(base)
  return change(mapping) ?? mapping
}

describe('a mapping from a file', () => {
  test('comes back whole, with its defaults written out, and reads the same again', () => {
    const read = readMapping('\ufeff' + JSON.stringify(base), 'koppeling.json')
    expect(read.ok && read.mapping.file).toEqual({
      delimiter: null, encoding: null, headerRows: null, sheet: null, decimal: 'either', group: null, wave: null, na: ['n.v.t.', 'nvt', 'niet van toepassing', 'not applicable', 'n/a'], blank: []
    })
    expect(read.ok && readMapping(mappingJson(read.mapping), 'koppeling.json')).toEqual(read)
  })

  test('is written for a person: short things on one line, nothing that goes without saying', () => {
    const read = readMapping(JSON.stringify({ ...base, file: { na: [] } }), 'koppeling.json')
    const text = read.ok ? mappingJson(read.mapping) : ''
    expect(readMapping(text, 'koppeling.json')).toEqual(read)
    expect(text).toBe(`{
  "duiding": "import-mapping",
  "version": 1,
  "name": "",
  "file": {
    "delimiter": null,
    "encoding": null,
    "headerRows": null,
    "sheet": null,
    "decimal": "either",
    "group": null,
    "wave": null,
    "na": [],
    "blank": []
  },
  "columns": [
    { "column": "verhaal", "role": "storyText" },
    { "column": "steun a", "role": "answer", "signifier": "steun", "part": { "is": "tick", "option": "a" } },
    { "column": "anders", "role": "answer", "signifier": "anders", "part": { "is": "value" } }
  ],
  "signifiers": [
    {
      "key": "steun",
      "title": "Welke steun?",
      "kind": "multi",
      "options": [{ "key": "a", "label": "A" }, { "key": "x", "label": "Anders" }],
      "unknown": "problem",
      "delimiter": null
    },
    { "key": "anders", "title": "Anders, namelijk", "kind": "text", "linkedTo": "steun", "ticksOption": "x" }
  ]
}
`)
  })

  test.each<[string, unknown, string[]]>([
    ['no JSON', '{"duiding": ', [expect.stringMatching(/^koppeling\.json: Deze koppeling is geen geldige JSON \(.+\)\. Herstel het bestand of maak de koppeling opnieuw\.$/) as string]],
    ['a newer version', { ...base, version: 2 }, ['koppeling.json: Deze koppeling is gemaakt met een nieuwere versie van Duiding (2). Werk Duiding bij.']],
    ['another file', { naam: 'iets' }, ['koppeling.json: In de koppeling staat bij duiding een onbekend woord. Kies uit: import-mapping.', 'koppeling.json: In de koppeling staat bij version een onbekend woord. Kies uit: 1.', 'koppeling.json: In de koppeling ontbreekt columns. Vul het aan.', 'koppeling.json: In de koppeling staat bij { } “naam”; dat kent Duiding niet. Haal het weg of verbeter de naam.']],
    ['an unknown role', changed((m) => { m.columns[0]!.role = 'verhaal' }), ['koppeling.json: In de koppeling staat bij columns › [1] › role een onbekend woord. Kies uit: storyText, sourceId, group, teller, wave, language, channel, ignore, collectedOn, consent, drop, answer.']],
    ['a scale without length', changed((m) => ({ ...m, signifiers: [...m.signifiers, { kind: 'slider', key: 's', title: 'S', anchors: [], scale: { from: 1, to: 1 } }] })), ['koppeling.json: In de koppeling klopt de waarde bij signifiers › [3] › scale niet. Verbeter de waarde.']],
    ['a column twice', changed((m) => { m.columns.push({ column: 'verhaal', role: 'ignore' }) }), ['koppeling.json, kolom “verhaal”: Deze kolom staat twee keer in de koppeling. Laat er één staan.']],
    ['two stories', changed((m) => { m.columns.push({ column: 'tekst', role: 'storyText' }) }), ['koppeling.json: De rol “storyText” kan maar één kolom hebben. Laat er één staan.']],
    ['a question nobody asked', changed((m) => { m.columns[1]!.signifier = 'stuen' }), ['koppeling.json, kolom “steun a”: Deze kolom hoort bij de duidingsvraag “stuen”, maar die staat niet in de koppeling. Voeg de vraag toe.', 'koppeling.json: Bij de duidingsvraag “steun” hoort geen enkele kolom. Wijs een kolom aan of haal de vraag weg.']],
    ['a part that does not fit', changed((m) => { m.columns[1]!.part = { is: 'tick', option: 'b' } }), ['koppeling.json, kolom “steun a”: Het onderdeel “tick b” past niet bij een vraag van de soort multi. Kies een ander onderdeel.']],
    ['an option twice', changed((m) => { m.signifiers[0]!.options!.push({ key: 'a', label: 'Nog eens' }) }), ['koppeling.json: Bij de duidingsvraag “steun” staat het antwoord “a” twee keer. Laat er één staan.']],
    ['an option that is not there', changed((m) => { m.signifiers[1]!.ticksOption = 'y' }), ['koppeling.json: De duidingsvraag “steun” heeft geen antwoord “y”. Voeg het toe of verbeter de naam.']],
    ['a question twice', changed((m) => { m.signifiers.push(m.signifiers[1]!) }), ['koppeling.json: De duidingsvraag “anders” staat twee keer in de koppeling. Geef één ervan een andere key.']]
  ])('%s', (_, json, expected) => {
    expect(sentences(json)).toEqual(expected)
  })

  test('in English too', () => {
    expect(sentences({ ...base, version: 9 }, 'en')).toEqual(['koppeling.json: This mapping was made with a newer version of Duiding (9). Update Duiding.'])
  })
})
