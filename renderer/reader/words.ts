// What the reading surface says aloud.
import type { WordTable } from '../ui/words.ts'

export const readerWords = {
  nl: {
    margin: 'Coderingen in de marge',
    by: 'door',
    startHandle: 'Begin van het fragment',
    endHandle: 'Einde van het fragment',
    keys: 'Pijltjes bewegen de cursor, met Shift selecteren ze. W, S en A selecteren het woord, de zin of de alinea. C geeft een code. Met [ en ] ga je langs de coderingen.',
    inText: 'In de tekst',
    select: 'Selecteren vanaf de cursor',
    selectWords: 'Selecteren per woord',
    selectParagraphs: 'Selecteren per alinea',
    word: 'Het woord bij de cursor',
    sentence: 'De zin bij de cursor, en nog een',
    paragraph: 'De alinea bij de cursor, en nog een',
    turn: 'Wat de spreker bij de cursor zegt, en de volgende',
    drop: 'Selectie loslaten'
  },
  en: {
    margin: 'Codings in the margin',
    by: 'by',
    startHandle: 'Start of the fragment',
    endHandle: 'End of the fragment',
    keys: 'Arrows move the caret, with Shift they select. W, S and A select the word, the sentence or the paragraph. C gives a code. With [ and ] you walk along the codings.',
    inText: 'In the text',
    select: 'Select from the caret',
    selectWords: 'Select by word',
    selectParagraphs: 'Select by paragraph',
    word: 'The word at the caret',
    sentence: 'The sentence at the caret, and one more',
    paragraph: 'The paragraph at the caret, and one more',
    turn: 'What the speaker at the caret says, and the next',
    drop: 'Drop the selection'
  }
} satisfies WordTable<string>
