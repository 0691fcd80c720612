// Between a memo's editor and its stored form.
import { $createParagraphNode, $createTextNode, $getRoot, $getSelection, $isElementNode, $isRangeSelection, $isTextNode, TextNode, type LexicalEditor, type LexicalNode } from 'lexical'
import { readMemo, writeMemo, type Line, type Piece } from '../../shared/text/memo-text.ts'
import { $createItemNode, $createMentionNode, $isItemNode, $isMentionNode, $isPlainLine, type ItemNode } from './memo-nodes.ts'

/** Fills an empty editor; only inside an update. */
export function $writeLines(body: string): void {
  const root = $getRoot()
  root.clear()
  for (const { is, pieces } of readMemo(body)) {
    const line = is === 'item' ? $createItemNode() : $createParagraphNode()
    line.append(...pieces.map($pieceNode))
    root.append(line)
  }
}

function $pieceNode(piece: Piece): LexicalNode {
  if (piece.is === 'mention') return $createMentionNode(piece)
  const words = $createTextNode(piece.words)
  if (piece.bold) words.toggleFormat('bold')
  if (piece.italic) words.toggleFormat('italic')
  return words
}

/** The stored form of what stands in the editor now. */
export const memoOf = (editor: LexicalEditor): string => editor.read(() => writeMemo($getRoot().getChildren().flatMap($linesOf)))

/** A line break inside a paragraph, which a paste may bring, is a line of its own. */
function $linesOf(node: LexicalNode): Line[] {
  if (!$isElementNode(node)) return []
  const is = $isItemNode(node) ? 'item' as const : 'paragraph' as const
  const lines: Line[] = [{ is, pieces: [] }]
  for (const child of node.getChildren()) {
    if ($isMentionNode(child)) lines.at(-1)!.pieces.push(child.mention())
    else if ($isTextNode(child)) lines.at(-1)!.pieces.push({ is: 'words', words: child.getTextContent(), bold: child.hasFormat('bold'), italic: child.hasFormat('italic') })
    else lines.push({ is: 'paragraph', pieces: [] })
  }
  return lines
}

/** "- " at the beginning of a line makes it an item, as one types it. */
export const watchDashes = (editor: LexicalEditor): (() => void) => editor.registerNodeTransform(TextNode, node => {
  const line = node.getParent()
  if (!$isPlainLine(line) || line.getFirstChild() !== node || !node.getTextContent().startsWith('- ')) return
  const selection = $getSelection()
  const at = $isRangeSelection(selection) && selection.isCollapsed() && selection.anchor.getNode().is(node) ? Math.max(0, selection.anchor.offset - 2) : null
  node.setTextContent(node.getTextContent().slice(2))
  const item = $asItem(line)
  if (at === null) return
  if (node.isAttached() && node.getTextContentSize() > 0) node.select(at, at)
  else item.selectStart()
})

function $asItem(line: LexicalNode): ItemNode {
  const item = $createItemNode()
  if ($isElementNode(line)) item.append(...line.getChildren())
  line.replace(item)
  return item
}

/** The lines that the selection touches become items, or plain again where all of them were. */
export function toggleItems(editor: LexicalEditor): void {
  editor.update(() => {
    const selection = $getSelection()
    if (!$isRangeSelection(selection)) return
    const lines = [...new Set([selection.anchor.getNode(), ...selection.getNodes(), selection.focus.getNode()].flatMap(node => node.getTopLevelElement() ?? []))]
    const [anchor, focus] = [selection.anchor.getNode(), selection.anchor.offset]
    const areItems = lines.every($isItemNode)
    const made = lines.map(line => (areItems && $isItemNode(line) ? line.end() : $isPlainLine(line) ? $asItem(line) : line))
    if ($isTextNode(anchor) && anchor.isAttached()) anchor.select(focus, focus)
    else if ($isElementNode(made[0])) made[0].selectStart()
  })
}
