// Long invented texts with many codings, the same each time.
import type { ReaderCoding } from '../../../renderer/reader/types.ts'

const WORDS = 'toen kwam zij langs en vroeg hoe het ging met de kinderen op school want niemand wist meer wat er in dat plan stond en dus belde ik nog eens om te horen wie er nu eigenlijk over ging'.split(' ')

/** Numbers 0–1 from a seed (Lehmer). */
export function stream(seed: number): () => number {
  let state = seed
  return () => (state = (state * 16807) % 2147483647) / 2147483647
}

/** About 450 characters a paragraph. */
export function longText(length: number, seed = 7): string {
  const next = stream(seed)
  let text = ''
  for (let inParagraph = 0; text.length < length;) {
    const word = WORDS[Math.floor(next() * WORDS.length)]!
    if (inParagraph > 450) { text += '.\n'; inParagraph = 0 }
    text += inParagraph === 0 ? word[0]!.toUpperCase() + word.slice(1) : ` ${word}`
    inParagraph += word.length + 1
  }
  return text.slice(0, length)
}

/** Codings of 20 to 620 characters anywhere in a text, of `codes` codes by four coders. */
export function manyCodings(count: number, length: number, codes = 30, seed = 11): ReaderCoding[] {
  const next = stream(seed)
  return Array.from({ length: count }, (_, at) => {
    const start = Math.floor(next() * (length - 640))
    const code = Math.floor(next() * codes)
    const coder = Math.floor(next() * 4)
    return {
      id: `c${at}`, codeId: `k${code}`, codeName: `code ${code}`, colour: code % 12 + 1, coderInitials: ['AB', 'CM', 'JV', 'ZK'][coder]!, mine: coder === 0,
      start, end: start + 20 + Math.floor(next() * 600)
    }
  })
}
