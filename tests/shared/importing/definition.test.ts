// SenseMaker definitions: two generations, odd writers, HTML in titles; and headings of one, two and three rows.
import { describe, expect, test } from 'vitest'
import { readDefinition } from '../../../shared/importing/definition.ts'
import { countHeaderRows } from '../../../shared/importing/header-rows.ts'
import { headingsOf } from '../../../shared/importing/headings.ts'
import { plainWords } from '../../../shared/importing/plain-words.ts'
import { definitionJson, idOf } from '../../fixtures/imports/sensemaker-format.ts'
import { PLAN, QUESTIONS as Q } from '../../fixtures/imports/twelve-stories.ts'

describe('definitions', () => {
  test('both generations say the same', () => {
    expect(readDefinition(definitionJson('nested'), 'd.json')).toEqual(readDefinition(definitionJson('flat'), 'd.json'))
  })

  test('questions in plain words, in the order of the questionnaire', () => {
    const read = readDefinition(definitionJson('flat'), 'd.json')
    const definition = read.ok ? read.definition : null
    expect([definition?.name, definition?.storyId, definition?.signifiers.map((s) => s.kind)]).toEqual(['Twaalf verhalen', idOf(Q.story), ['text', 'choice', 'multi', 'text', 'choice', 'slider', 'triad', 'stones', 'text', 'text', 'media']])
    const triad = definition?.signifiers.find((s) => s.kind === 'triad')
    expect([triad?.title, triad?.allowNa, triad?.anchors]).toEqual([Q.plan, true, PLAN.map((label) => ({ id: idOf(`${Q.plan}/${label}`), label }))])
    expect(definition?.signifiers.find((s) => s.kind === 'stones')?.axes).toEqual(['slechte ervaring', 'goede ervaring', 'niet belangrijk', 'belangrijk'])
    expect(definition?.signifiers.find((s) => s.kind === 'multi')?.options.at(-1)).toEqual({ id: idOf(`${Q.support}/Anders`), label: 'Anders', other: idOf(Q.otherSupport) })
  })

  test('the named story question gives way when it is a one-line title and a roomy story is told beside it', () => {
    const text = (id: string, multiline: boolean) => ({ id, type: 'freetext', title: id, fragment: true, content: { multiline } })
    const story = (...signifiers: object[]) => { const read = readDefinition(JSON.stringify({ fragment_signifier_id: 'kop', signifiers }), 'd.json'); return read.ok && read.definition.storyId }
    expect([story(text('kop', false), text('verhaal', true)), story(text('kop', true), text('verhaal', true)), story(text('kop', false)), story({ id: 'x', type: 'list', title: 'x', content: {} })]).toEqual(['verhaal', 'kop', 'kop', null])
  })
})

test.each([
  ['quality<br>demands', 'quality demands'], ['<h4><i>&lt;font color=\'blue\'&gt;Vraag &amp; antwoord.</i></h4>', 'Vraag & antwoord.'], ['Wat deed <naam>?', 'Wat deed <naam>?'], ['Wat deed &lt;naam organisatie&gt;?', 'Wat deed <naam organisatie>?'],
  ['a &lt; b en c > d', 'a < b en c > d'], ['<p>een</p><p>twee&nbsp;drie</p>', 'een twee drie'], ['caf&eacute; &#8364;5 &#x1F600;', 'café €5 😀'], ['x<br/>y<BR >z', 'x y z'], ['&onbekend; &constructor; &#xFFFFFFFF;', '&onbekend; &constructor; &#xFFFFFFFF;']
])('%s in plain words', (html, words) => {
  expect(plainWords(html)).toBe(words)
})

describe('heading rows', () => {
  test.each<[string, string[][], number, string[]]>([
    ['one', [['id', 'verhaal', 'score'], ['1', 'tekst', '5'], ['2', 'tekst', '7']], 1, ['id', 'verhaal', 'score']],
    ['Qualtrics', [['Q1', 'Q2'], ['Vraag een', 'Vraag twee'], ['{"ImportId":"QID1"}', '{"ImportId":"QID2"}'], ['a', 'b']], 3, ['Q1', 'Q2']],
    ['codes and questions', [['A1', 'A2', 'A3'], ['Uw verhaal', 'Hoe oud?', 'Hoe tevreden?'], ['tekst', '34', '5'], ['tekst', '41', '3']], 2, ['A1', 'A2', 'A3']],
    ['a heading over columns', [['id', 'Plan', '', ''], ['', 'gezin', 'werker', 'netwerk'], ['1', '20', '30', '50']], 2, ['id', 'Plan › gezin', 'werker', 'netwerk']],
    ['a title line above', [['Uitkomsten 2024', '', ''], ['id', 'verhaal', 'score'], ['1', 'tekst', '5']], 2, ['id', 'verhaal', 'score']],
    ['none', [['1', 'tekst', '5'], ['2', 'tekst', '7']], 0, ['1', 'tekst', '5']],
    ['blank and repeated names', [['id', '', 'score', 'score'], ['1', 'x', '5', '6']], 1, ['id', '(kolom B)', 'score', 'score (2)']],
    ['an unnamed column of remarks', [['id', 'verhaal', ''], ['a', 'tekst', 'let op'], ['b', 'tekst', 'klopt']], 1, ['id', 'verhaal', '(kolom C)']]
  ])('%s', (_, rows, count, names) => {
    expect(countHeaderRows(rows)).toBe(count)
    expect(headingsOf(rows.slice(0, Math.max(1, count))).map((heading) => heading.name)).toEqual(names)
  })
})
