// Whatever the bytes: a file is read or refused with a sentence; nothing is thrown, nothing hangs.
import { expect, test } from 'vitest'
import fc from 'fast-check'
import { openTable } from '../../../db/exchange/open-table.ts'
import { readTranscript } from '../../../db/exchange/read-transcripts.ts'
import { openDefinition } from '../../../db/exchange/read-definition.ts'
import { writeXlsx } from '../../../db/exchange/write-xlsx.ts'
import { problemSentence } from '../../../shared/importing/messages.ts'
import type { ImportProblem } from '../../../shared/importing/staged.ts'
import { proposeMapping } from '../../../shared/importing/propose.ts'
import { checkMapping } from '../../../shared/importing/read-mapping.ts'
import { createStager } from '../../../shared/importing/stage.ts'
import { PROBLEM_SENTENCES } from '../../../shared/importing/problem-sentences.ts'
import { dutchCsv, dutchRows, koboCsv, limeSurveyCsv } from '../../fixtures/imports/table-formats.ts'
import { definitionJson, senseMakerCsv } from '../../fixtures/imports/sensemaker-format.ts'
import { scratchFolder, windows1252 } from '../../fixtures/imports/scratch-folder.ts'

const write = scratchFolder()

/** All the way to stories, as an import without a mapping goes; every problem must have its words. */
async function everything(bytes: Uint8Array): Promise<void> {
  const problems: ImportProblem[] = []
  const path = write('proef.csv', bytes)
  const opened = await openTable(path)
  if (!opened.ok) problems.push(...opened.problems)
  else {
    const { mapping } = proposeMapping(opened.table)
    expect(checkMapping(JSON.parse(JSON.stringify(mapping)), 'm')).toEqual({ ok: true, mapping })
    const stager = createStager(mapping, opened.table)
    for await (const batch of opened.table.batches()) stager.push(batch)
    problems.push(...stager.finish().problems)
  }
  problems.push(...(await readTranscript({ path, file: 'proef.docx' })).problems)
  const definition = await openDefinition(path)
  if (!definition.ok) problems.push(...definition.problems)
  for (const found of problems) {
    expect(Object.keys(PROBLEM_SENTENCES)).toContain(found.message)
    expect(problemSentence(found)).not.toMatch(/\{\w+\}|undefined|NaN/)
  }
}

const [headings, ...rows] = dutchRows()
const wholes: [string, Uint8Array][] = [
  ['Dutch CSV', windows1252(dutchCsv())], ['LimeSurvey', Buffer.from(limeSurveyCsv())], ['Kobo', Buffer.from(koboCsv())], ['SenseMaker', Buffer.from(senseMakerCsv())],
  ['UTF-16', Buffer.from('\ufeff' + dutchCsv(), 'utf16le')], ['workbook', writeXlsx([{ name: 'A', headings: headings!, rows }]).bytes], ['definition', Buffer.from(definitionJson('nested'))]
]

test.each(wholes)('[I7] %s with bytes changed, cut out or cut off', async (_, whole) => {
  const change = fc.record({ at: fc.nat(whole.length - 1), byte: fc.nat(255), drop: fc.nat(40) })
  await fc.assert(fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 6 }), fc.boolean(), async (changes, cut) => {
    let bytes = Buffer.from(whole)
    for (const { at, byte, drop } of changes) {
      if (drop > 20) bytes = Buffer.concat([bytes.subarray(0, at), bytes.subarray(at + drop)])
      else if (at < bytes.length) bytes[at] = byte
    }
    await everything(cut ? bytes.subarray(0, changes[0]!.at) : bytes)
  }), { seed: 20241122, numRuns: 20 })
}, 60_000)

test('[I7] any bytes, and any text', async () => {
  const start = fc.constantFrom(...['', 'PK\u0003\u0004', '\u00ef\u00bb\u00bf', '\u00ff\u00fe', '\u00d0\u00cf\u0011\u00e0', '{"signifiers":['].map((text) => Buffer.from(text, 'latin1')))
  await fc.assert(fc.asyncProperty(start, fc.uint8Array({ maxLength: 400 }), async (first, rest) => everything(Buffer.concat([first, rest]))), { seed: 20241122, numRuns: 60 })
  const piece = fc.constantFrom('id', 'verhaal', ';', ',', '\t', '\n', '\r\n', '"', '1', '2,5', 'n.v.t.', 'x', 'Plan: ', 'ja', '[other]', '{"ImportId":"a"}', ' ', 'é', '😀', '_percentX', '12-03-2024')
  await fc.assert(fc.asyncProperty(fc.array(piece, { maxLength: 60 }), async (pieces) => everything(Buffer.from(pieces.join('')))), { seed: 20241122, numRuns: 100 })
}, 60_000)
