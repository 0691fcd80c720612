// The keys that work while the focus is in a text, for the sheet that lists all keys.
import { useWords } from '../ui/words.ts'
import { readerWords } from './words.ts'

export interface ReaderKey {
  name: string
  /** 'Mod' is Ctrl, or ⌘ on a Mac; several ways mean the same. */
  keys: string[]
}

/** True when a text stands on the page, so that these keys can be of use. */
export const hasReader = () => document.querySelector('.reader-text') !== null

export function useReaderKeys(): { title: string, keys: readonly ReaderKey[] } {
  const words = useWords(readerWords)
  return {
    title: words.inText,
    keys: [
      { name: words.select, keys: ['Shift+ArrowLeft', 'Shift+ArrowRight', 'Shift+ArrowUp', 'Shift+ArrowDown'] },
      { name: words.selectWords, keys: ['Mod+Shift+ArrowLeft', 'Mod+Shift+ArrowRight'] },
      { name: words.selectParagraphs, keys: ['Mod+Shift+ArrowUp', 'Mod+Shift+ArrowDown'] },
      { name: words.word, keys: ['W'] },
      { name: words.sentence, keys: ['S'] },
      { name: words.paragraph, keys: ['A'] },
      { name: words.turn, keys: ['R'] },
      { name: words.drop, keys: ['Escape'] }
    ]
  }
}
