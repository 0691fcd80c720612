// The differences between two texts as one reads them: paragraph by paragraph, what stayed, what went and what came.
import { diffTexts } from './differences.ts'

export interface Piece { is: 'kept' | 'gone' | 'come', words: string }
/** `changed`: something in it went or came. */
export interface PieceLine { changed: boolean, pieces: Piece[] }

/** One line for each paragraph; a paragraph that was joined to another or cut in two shows the paragraph mark as ¶. */
export function differencePieces(before: string, after: string): PieceLine[] {
  const lines: PieceLine[] = [{ changed: false, pieces: [] }]
  const add = (is: Piece['is'], words: string) => {
    for (const [at, part] of words.split('\n').entries()) {
      if (at > 0 && is === 'gone') lines.at(-1)!.pieces.push({ is, words: '¶' })
      else if (at > 0) lines.push({ changed: is !== 'kept', pieces: [] })
      if (part !== '') lines.at(-1)!.pieces.push({ is, words: part })
      if (is !== 'kept') lines.at(-1)!.changed = true
    }
  }
  let [from, shift] = [0, 0]
  for (const { at, removed, inserted } of diffTexts(before, after)) {
    add('kept', before.slice(from, at))
    if (removed > 0) add('gone', before.slice(at, at + removed))
    if (inserted > 0) add('come', after.slice(at + shift, at + shift + inserted))
    from = at + removed
    shift += inserted - removed
  }
  add('kept', before.slice(from))
  return lines
}
