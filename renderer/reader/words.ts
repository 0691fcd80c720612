// What the reading surface says aloud.
import type { WordTable } from '../ui/words.ts'

export const readerWords = {
  nl: {
    margin: 'Coderingen in de marge',
    by: 'door',
    startHandle: 'Begin van het fragment',
    endHandle: 'Einde van het fragment',
    keys: 'Pijltjes bewegen de cursor, met Shift selecteren ze. W, S en P selecteren het woord, de zin of de alinea.'
  },
  en: {
    margin: 'Codings in the margin',
    by: 'by',
    startHandle: 'Start of the fragment',
    endHandle: 'End of the fragment',
    keys: 'Arrows move the caret, with Shift they select. W, S and P select the word, the sentence or the paragraph.'
  }
} satisfies WordTable<string>
