// The words of a text as search and counting see them: cut by the language's own rules, capitals and accents aside.

/** A word and where it stands (UTF-16 units, end exclusive). `form`: folded; never ''. */
export interface Word { form: string, start: number, end: number }

const segmenter = new Intl.Segmenter('nl', { granularity: 'word' })

/** In the order of the text. Punctuation, spaces and emoji are no words; numbers are. */
export function* wordsOf(text: string): Generator<Word> {
  for (const { segment, index, isWordLike } of segmenter.segment(text)) {
    if (!isWordLike) continue
    const form = foldWord(segment)
    if (form !== '') yield { form, start: index, end: index + segment.length }
  }
}

const known = new Map<string, string>()
/** Words of a language repeat: so many foldings are kept (a few megabytes). */
const MOST = 50_000

/** Without capitals, accents and apostrophes: "Geïsoleerd" and "geisoleerd" are one word, so are "foto's" and "fotos". */
export function foldWord(word: string): string {
  let folded = known.get(word)
  if (folded === undefined) {
    folded = word.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replace(/[^\p{L}\p{N}]/gu, '')
    if (known.size >= MOST) known.clear()
    known.set(word, folded)
  }
  return folded
}
