// The checksum against the vectors its authors published, and what it must do for quotes.
import { expect, test } from 'vitest'
import { quoteChecksum, sipHash } from '../../../shared/anchoring/quote-checksum.ts'

const counting = (length: number) => Uint8Array.from({ length }, (_, at) => at)

test('SipHash-2-4 gives the published values (Aumasson and Bernstein, appendix A and reference vectors)', () => {
  expect([0, 1, 2, 3, 7, 8, 15].map(length => sipHash(counting(16), counting(length)))).toEqual([
    '726fdb47dd0e0e31', '74f839c593dc67fd', '0d6c8009d9a94f5a', '85676696d7fb7e2d', 'ab0200f58b01d137', '93f5f5799a932462', 'a129ca6149be45e5'
  ])
})

test('the sum of a quote is that of its UTF-16 units, low byte first', () => {
  const key = counting(16)
  expect(quoteChecksum(key, 'é👍')).toBe(sipHash(key, Uint8Array.of(0xe9, 0x00, 0x3d, 0xd8, 0x4d, 0xdc)))
})

test('another key, another letter or another normalisation gives another sum', () => {
  const other = counting(16).fill(7, 0, 1)
  const sums = [quoteChecksum(counting(16), 'klik'), quoteChecksum(other, 'klik'), quoteChecksum(counting(16), 'Klik'),
    quoteChecksum(counting(16), 'é'), quoteChecksum(counting(16), 'e\u0301'), quoteChecksum(counting(16), '')]
  expect(new Set(sums).size).toBe(6)
  expect(sums.every(sum => /^[0-9a-f]{16}$/.test(sum))).toBe(true)
})

test('a key of the wrong length is refused', () => {
  expect(() => quoteChecksum(counting(8), 'klik')).toThrow(new RangeError('a checksum key has 16 bytes, not 8'))
})
