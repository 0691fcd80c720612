// People's names: initials, and whether two spellings may be one person. Free-text names that split one coder in two are
// how other tools "lose" work.
import { editDistance } from '../text/edit-distance.ts'

/** What a team agreed on stands beside the coders as a layer: with one name everywhere, and a sign that is nobody's initials. */
export const SHARED_LAYER = { sign: '∩', nl: 'Gezamenlijke laag', en: 'Shared layer' } as const

/** What of a name tells it from another: no case, accents, signs or double spaces. */
export const plainName = (name: string): string => name.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replace(/[^\p{L}\p{N} ]/gu, ' ').replace(/\s+/g, ' ').trim()

/** The very same name, letter case, accents and spacing aside. */
export const sameName = (a: string, b: string): boolean => plainName(a) === plainName(b)

/** Do these two look like one person? Same first name with a matching or missing surname, or two letters' difference. */
export function lookAlike(a: string, b: string): boolean {
  const [x, y] = [plainName(a), plainName(b)]
  if (!x || !y) return false
  if (x === y || x.startsWith(`${y} `) || y.startsWith(`${x} `)) return true
  const [wordsX, wordsY] = [x.split(' '), y.split(' ')]
  if (wordsX[0] === wordsY[0] && wordsX.at(-1)!.charAt(0) === wordsY.at(-1)!.charAt(0)) return true
  return Math.min(x.length, y.length) >= 4 && editDistance(x, y) <= 2
}

/** Up to three capitals that no one in `taken` bears: "Anna de Boer" -> AB, then ABO, then AB2. */
export function initialsOf(name: string, taken: string[]): string {
  const words = name.trim().split(/\s+/)
  const capitals = words.filter((word, i) => i === 0 || i === words.length - 1 || /^\p{Lu}/u.test(word)).map((word) => Array.from(word)[0]!.toUpperCase()).join('').slice(0, 3)
  const last = Array.from(words.at(-1)!.toUpperCase())
  const candidates = [capitals, ...last.slice(1).map((letter) => `${capitals.slice(0, 2)}${letter}`)]
  const free = candidates.find((initials) => !taken.includes(initials))
  if (free) return free
  for (let i = 2; ; i++) if (!taken.includes(`${capitals.slice(0, 2)}${i}`)) return `${capitals.slice(0, 2)}${i}`
}
