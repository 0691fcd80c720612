// Paragraphs and trimming, against the plain way of doing it.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { overlaps, paragraphAt, paragraphsOf, trimSpan } from '../../../shared/anchoring/span.ts'
import { SEEDED, hardText, textWithSpan } from './texts.ts'

test('paragraphs are the text split at its line feeds, in place', () => {
  fc.assert(fc.property(hardText, text => {
    const paragraphs = paragraphsOf(text)
    expect(paragraphs.map(each => text.slice(each.start, each.end))).toEqual(text.split('\n'))
  }), SEEDED)
})

test('every offset lies in the paragraph that is found for it', () => {
  fc.assert(fc.property(hardText, fc.nat(300), (text, anywhere) => {
    const offset = Math.min(anywhere, text.length)
    const paragraphs = paragraphsOf(text)
    const { start, end } = paragraphs[paragraphAt(paragraphs, offset)]!
    expect(start <= offset && offset <= end).toBe(true)
  }), SEEDED)
})

test('trimming takes the white space at the ends and nothing else', () => {
  fc.assert(fc.property(textWithSpan, ({ text, span }) => {
    const trimmed = trimSpan(text, span)
    expect(trimmed === null ? '' : text.slice(trimmed.start, trimmed.end)).toBe(text.slice(span.start, span.end).trim())
  }), SEEDED)
})

test('spans that only touch do not overlap', () => {
  expect([overlaps({ start: 0, end: 4 }, { start: 4, end: 6 }), overlaps({ start: 0, end: 5 }, { start: 4, end: 6 })]).toEqual([false, true])
})
