// Words as one looks for them: without accents and capitals.

/** Without diacritics (NFD, marks dropped) and in lower case by Dutch rules; the length may differ from that of `words`. */
export const folded = (words: string): string => words.normalize('NFD').replace(/\p{M}/gu, '').toLocaleLowerCase('nl')
