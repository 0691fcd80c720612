// The stored form of memos: what people wrote comes back as they wrote it, and every text can be read.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { plainMemo, readMemo, writeMemo, type Line, type Piece } from '../../../shared/text/memo-text.ts'

const ID = 'AZqwertyuiopasdfghjklQ'
const words = (said: string, bold = false, italic = false): Piece => ({ is: 'words', words: said, bold, italic })

test.each<[string, Line[]]>([
  ['Gewoon.', [{ is: 'paragraph', pieces: [words('Gewoon.')] }]],
  ['', [{ is: 'paragraph', pieces: [] }]],
  ['Dit is **vet** en *schuin*.', [{ is: 'paragraph', pieces: [words('Dit is '), words('vet', true), words(' en '), words('schuin', false, true), words('.')] }]],
  ['**vet *en* schuin**', [{ is: 'paragraph', pieces: [words('vet ', true), words('en', true, true), words(' schuin', true)] }]],
  ['***allebei***', [{ is: 'paragraph', pieces: [words('allebei', true, true)] }]],
  ['5 * 3 = 15', [{ is: 'paragraph', pieces: [words('5 * 3 = 15')] }]],
  ['niet **af', [{ is: 'paragraph', pieces: [words('niet **af')] }]],
  ['- een\n- twee\ndaarna', [{ is: 'item', pieces: [words('een')] }, { is: 'item', pieces: [words('twee')] }, { is: 'paragraph', pieces: [words('daarna')] }]],
  ['\\- geen lijst \\*', [{ is: 'paragraph', pieces: [words('- geen lijst *')] }]],
  ['C:\\map', [{ is: 'paragraph', pieces: [words('C:\\map')] }]],
  [`zie [[code:${ID}|Klik]] en [[coding:${ID}@${ID}|verhaal 3]]`, [{ is: 'paragraph', pieces: [
    words('zie '), { is: 'mention', kind: 'code', story: null, id: ID, name: 'Klik' }, words(' en '), { is: 'mention', kind: 'coding', story: ID, id: ID, name: 'verhaal 3' }
  ] }]],
  ['[[code:x|nep]] [[javascript:alert(1)|x]]', [{ is: 'paragraph', pieces: [words('[[code:x|nep]] [[javascript:alert(1)|x]]')] }]]
])('[M2] “%s” is read as it was meant', (body, lines) => expect(readMemo(body)).toEqual(lines))

const said = fc.string({ unit: fc.constantFrom('a', 'b', ' ', '*', '**', '\\', '[', '[[', ']]', '-', '- ', '|', '<b>', 'é', '🙂'), minLength: 1, maxLength: 8 })
const piece = fc.oneof(
  { weight: 4, arbitrary: fc.record({ is: fc.constant('words' as const), words: said, bold: fc.boolean(), italic: fc.boolean() }) },
  fc.record({ is: fc.constant('mention' as const), kind: fc.constantFrom('code' as const, 'theme' as const, 'story' as const), story: fc.constant(null), id: fc.constant(ID), name: fc.constantFrom('Klik', 'a * b', 'x\\') }),
  fc.record({ is: fc.constant('mention' as const), kind: fc.constant('coding' as const), story: fc.constant(ID), id: fc.constant(ID), name: fc.constant('verhaal 3') })
)
const line = fc.record({ is: fc.constantFrom('paragraph' as const, 'item' as const), pieces: fc.array(piece, { maxLength: 5 }) })

/** Neighbours of one look are one piece. */
const joined = (lines: readonly Line[]): Line[] => lines.map(({ is, pieces }) => ({ is, pieces: pieces.reduce<Piece[]>((made, each) => {
  const last = made.at(-1)
  if (last?.is === 'words' && each.is === 'words' && last.bold === each.bold && last.italic === each.italic) made[made.length - 1] = { ...last, words: last.words + each.words }
  else made.push({ ...each })
  return made
}, []) }))

test('[M2] what was written comes back with its words, its looks, its lists and its links', () => {
  fc.assert(fc.property(fc.array(line, { minLength: 1, maxLength: 4 }), (lines) => {
    expect(readMemo(writeMemo(lines))).toEqual(joined(lines))
  }), { numRuns: 3000, seed: 20261123 })
})

test('[M2] any text can be read, and reading and writing once makes it settle', () => {
  const any = fc.string({ unit: fc.constantFrom('a', ' ', '*', '\\', '[[', ']]', '- ', '\n', '|', `code:${ID}`, '<script>'), maxLength: 30 })
  fc.assert(fc.property(any, (body) => {
    const once = writeMemo(readMemo(body))
    expect(readMemo(once)).toEqual(readMemo(body))
    expect(writeMemo(readMemo(once))).toBe(once)
  }), { numRuns: 3000, seed: 20261123 })
})

test('the words alone are those one reads', () => {
  expect(plainMemo(`Dit is **vet**,\n- zie [[code:${ID}|Klik]]`)).toBe('Dit is vet,\n- zie Klik')
})
