// Speaker turns and time stamps as transcripts write them.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readTurns } from '../../../shared/text/turns.ts'
import { hardText } from '../anchoring/texts.ts'

/** Each turn as who, what was said, and the times found, in seconds. */
function read(body: string) {
  const { turns, times } = readTurns(body)
  const words = (span: { start: number, end: number } | null) => span && body.slice(span.start, span.end)
  return { turns: turns.map(turn => [words(turn.speaker), words(turn.words)]), times: times.map(({ seconds }) => seconds) }
}

test.each([
  ['names with a colon', 'Interviewer: Hoe begon het?\nMoeder: Op school.\nToen kwam de brief.\nInterviewer: En toen?', [
    ['Interviewer', 'Hoe begon het?'], ['Moeder', 'Op school.\nToen kwam de brief.'], ['Interviewer', 'En toen?']], []],
  ['letters and numbers', 'I: Vertel.\n\nR1: Het ging mis.\nR2: Ja.\nI: Hoe?', [['I', 'Vertel.'], ['R1', 'Het ging mis.'], ['R2', 'Ja.'], ['I', 'Hoe?']], []],
  ['a time behind the name', 'R1 (00:12:05): Dus ja.\nI (00:12:09): Oké.', [['R1', 'Dus ja.'], ['I', 'Oké.']], [725, 729]],
  ['a time before the name', '[00:03] Anna: Hoi.\n[01:10:00] Bram: Dag.', [['Anna', 'Hoi.'], ['Bram', 'Dag.']], [3, 4200]],
  ['times alone', '[00:03] Het begon klein.\nEn toen groter.\n[00:31] Nu gaat het.', [[null, 'Het begon klein.\nEn toen groter.'], [null, 'Nu gaat het.']], [3, 31]],
  ['a name and a time on their own line', 'Sanne de Wit 0:03\nHoi, welkom.\n\nAnna   0:09\nDank je.\n\nSanne de Wit 0:12\nBegin maar.', [
    ['Sanne de Wit', 'Hoi, welkom.'], ['Anna', 'Dank je.'], ['Sanne de Wit', 'Begin maar.']], [3, 9, 12]],
  ['cues of WebVTT', 'WEBVTT\n\n1\n00:00:01.000 --> 00:00:04.000\n<v Anna>Hoi allemaal.\n\n2\n00:00:05.500 --> 00:00:07.000\n<v Bram>Dag.', [
    ['Anna', 'Hoi allemaal.'], ['Bram', 'Dag.']], [1, 4, 5.5, 7]],
  ['names that were taken out', '<hulpverlener>: Hoe is het?\n<jongere>: Goed.\n<hulpverlener>: Fijn.\n<jongere>: Ja.', [
    ['<hulpverlener>', 'Hoe is het?'], ['<jongere>', 'Goed.'], ['<hulpverlener>', 'Fijn.'], ['<jongere>', 'Ja.']], []]
])('%s', (_, body, turns, times) => {
  expect(read(body)).toEqual({ turns, times })
})

test.each([
  ['a colon in running text', 'Kortom: het ging mis.\nZe zei: kom maar langs.\nDaarna niets meer.'],
  ['a clock in running text', 'Om 10:30 kwam ze langs.\nOm 11:15 ging ze weer.'],
  ['a single question', 'Vraag: hoe ging het?\nHet ging goed, met vallen en opstaan.'],
  ['nothing', '']
])('no conversation: %s', (_, body) => {
  expect(read(body)).toEqual({ turns: [], times: [] })
})

test('turns follow each other, lie inside the text, and hold their name and words, whatever the text', () => {
  const label = fc.constantFrom('I: ', 'R1: ', '[00:03] ', 'Anna (00:01): ', 'Moeder: ', '')
  fc.assert(fc.property(fc.array(fc.tuple(label, hardText), { maxLength: 12 }), lines => {
    const body = lines.map(([name, words]) => name + words).join('\n')
    let last = 0
    for (const { start, end, speaker, words } of readTurns(body).turns) {
      expect(start).toBeGreaterThanOrEqual(last)
      expect(end).toBeLessThanOrEqual(body.length)
      for (const inside of [speaker, words]) if (inside) expect([inside.start >= start, inside.end <= end, inside.start < inside.end]).toEqual([true, true, true])
      last = end
    }
  }), { seed: 20261122, numRuns: 500 })
})
