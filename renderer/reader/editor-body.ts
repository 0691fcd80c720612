// Between a Lexical editor and a text: one paragraph per line, nothing but words.
import {
  $createParagraphNode, $createTextNode, $getRoot, $getSelection, $isElementNode, $isRangeSelection, COMMAND_PRIORITY_HIGH, INSERT_LINE_BREAK_COMMAND, INSERT_PARAGRAPH_COMMAND,
  KEY_ENTER_COMMAND, PASTE_COMMAND, type LexicalEditor
} from 'lexical'

/** Fills an empty editor; only inside an update. */
export function writeBody(body: string): void {
  const top = $getRoot()
  top.clear()
  for (const line of body.split('\n')) {
    const paragraph = $createParagraphNode()
    if (line !== '') paragraph.append($createTextNode(line))
    top.append(paragraph)
  }
}

export const bodyOf = (editor: LexicalEditor): string => editor.read(() => $getRoot().getChildren().map(each => each.getTextContent()).join('\n'))

/** Only the paragraphs that differ are touched: the others keep their elements, and the caret its place. */
export function replaceBody(editor: LexicalEditor, body: string): void {
  editor.update(() => {
    const lines = body.split('\n')
    const paragraphs = $getRoot().getChildren()
    if (lines.length !== paragraphs.length) return writeBody(body)
    for (const [at, paragraph] of paragraphs.entries()) {
      if (!$isElementNode(paragraph) || paragraph.getTextContent() === lines[at]) continue
      paragraph.clear()
      if (lines[at] !== '') paragraph.append($createTextNode(lines[at]))
    }
  }, { discrete: true })
}

/**
 * The browser tells late where the caret went: a key that follows at once would be taken to stand where the caret was. So
 * every key is preceded by that news.
 */
const tellCaret = (): void => { document.dispatchEvent(new Event('selectionchange')) }

/** Enter makes a paragraph, and what is pasted comes in as words alone. */
export function takeOverKeys(editor: LexicalEditor): () => void {
  const cut = (): boolean => {
    const selection = $getSelection()
    if (!$isRangeSelection(selection)) return false
    selection.insertParagraph()
    return true
  }
  const stops = [
    editor.registerRootListener((root, former) => {
      former?.removeEventListener('keydown', tellCaret, true)
      root?.addEventListener('keydown', tellCaret, true)
    }),
    // With Ctrl it is not a key for writing: the window hears it.
    editor.registerCommand(KEY_ENTER_COMMAND, event => event !== null && (event.ctrlKey || event.metaKey), COMMAND_PRIORITY_HIGH),
    editor.registerCommand(INSERT_LINE_BREAK_COMMAND, cut, COMMAND_PRIORITY_HIGH),
    editor.registerCommand(INSERT_PARAGRAPH_COMMAND, cut, COMMAND_PRIORITY_HIGH),
    editor.registerCommand(PASTE_COMMAND, event => {
      const words = event instanceof ClipboardEvent ? event.clipboardData?.getData('text/plain') : undefined
      const selection = $getSelection()
      if (!words || !$isRangeSelection(selection)) return false
      event.preventDefault()
      for (const [at, line] of words.split(/\r\n?|\n/).entries()) {
        if (at > 0) selection.insertParagraph()
        const here = $getSelection()
        if (line !== '' && $isRangeSelection(here)) here.insertText(line)
      }
      return true
    }, COMMAND_PRIORITY_HIGH)
  ]
  return () => { for (const stop of stops) stop() }
}
