// What is said of a change between two drawings of a story's codings.
import { describe, expect, test } from 'vitest'
import type { CodingFace } from '../../../renderer/coding/coding-faces.ts'
import { ownChange } from '../../../renderer/coding/said-aloud.tsx'

const face = (id: string, change: Partial<CodingFace> = {}): CodingFace => ({
  id: id, text: 't', start: 10, end: 14, codeId: 'k', codeName: 'klik', colour: 1, coder: 'a', coderInitials: 'An', coderName: 'Anna',
  mine: true, flag: '', fit: 'same', memos: 0, quote: 'echt', pending: false, ...change
})

describe('what became of one’s own codings', () => {
  const [one, theirs] = [face('1'), face('2', { mine: false })]
  const other = face('1', { codeId: 'e', codeName: 'expertise' })
  const longer = face('1', { end: 17, quote: 'echt na' })
  test.each([
    ['one more', [theirs], [theirs, one], { is: 'made', face: one }],
    ['another code', [one], [other], { is: 'changed', face: other }],
    ['other words', [one], [longer], { is: 'changed', face: longer }],
    ['one less', [one, theirs], [theirs], { is: 'removed', face: one }],
    ['the same words further on, and confirmed', [face('1', { pending: true })], [face('1', { start: 12, end: 16, memos: 1 })], null],
    ['a colleague’s come and go', [one, theirs], [one, face('3', { mine: false })], null]
  ])('%s', (_, before, now, told) => expect(ownChange(before, now)).toEqual(told))
})
