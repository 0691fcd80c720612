// One line for what is one code over one passage, however many coders said so.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { overlaps } from '../../../shared/anchoring/span.ts'
import { joinStrands, type StrandPart } from '../../../shared/anchoring/strands.ts'
import { SEEDED } from './texts.ts'

const codings = fc.array(fc.tuple(fc.nat(60), fc.integer({ min: 1, max: 20 }), fc.constantFrom('klik', 'expertise', 'netwerk')), { maxLength: 30 })
  .map(list => list.map(([start, length, codeId], at): StrandPart => ({ id: `c${at}`, codeId, start, end: start + length })))

test('every coding is in one strand of its code, and a strand covers exactly what its parts cover', () => {
  fc.assert(fc.property(codings, list => {
    const strands = joinStrands(list)
    expect(strands.flatMap(strand => strand.parts).sort()).toEqual(list.map(each => each.id).sort())
    for (const strand of strands) {
      const parts = strand.parts.map(id => list.find(each => each.id === id)!)
      expect(parts.every(part => part.codeId === strand.codeId)).toBe(true)
      const covered = new Set(parts.flatMap(part => Array.from({ length: part.end - part.start }, (_, at) => part.start + at)))
      expect([covered.size, Math.min(...covered), Math.max(...covered) + 1]).toEqual([strand.end - strand.start, strand.start, strand.end])
    }
  }), SEEDED)
})

test('strands of one code never overlap', () => {
  fc.assert(fc.property(codings, list => {
    const strands = joinStrands(list)
    const clashes = strands.flatMap((one, at) => strands.slice(at + 1).filter(other => one.codeId === other.codeId && overlaps(one, other)))
    expect(clashes).toEqual([])
  }), SEEDED)
})

test('by example: two coders on one passage are one strand, another code and a touching one are others', () => {
  expect(joinStrands([
    { id: 'b', codeId: 'klik', start: 4, end: 12 }, { id: 'a', codeId: 'klik', start: 4, end: 10 }, { id: 'c', codeId: 'expertise', start: 6, end: 8 }, { id: 'd', codeId: 'klik', start: 12, end: 14 }
  ])).toEqual([
    { id: 'b', codeId: 'klik', start: 4, end: 12, parts: ['b', 'a'] }, { id: 'c', codeId: 'expertise', start: 6, end: 8, parts: ['c'] },
    { id: 'd', codeId: 'klik', start: 12, end: 14, parts: ['d'] }
  ])
})
