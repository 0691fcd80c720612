// What a memo's editor knows beside words: a line of a list, and a link to something of the project that stays whole.
import {
  $applyNodeReplacement, $createParagraphNode, $isParagraphNode, ParagraphNode, TextNode,
  type EditorConfig, type LexicalNode, type NodeKey, type SerializedParagraphNode, type SerializedTextNode
} from 'lexical'
import type { Mention } from '../../shared/text/memo-text.ts'

/** A line that begins with a bullet. Enter makes the next one; Enter or Backspace in an empty one ends the list. */
export class ItemNode extends ParagraphNode {
  static override getType(): string { return 'memo-item' }
  static override clone(node: ItemNode): ItemNode { return new ItemNode(node.__key) }
  static override importJSON(): ItemNode { return $createItemNode() }
  override exportJSON(): SerializedParagraphNode { return { ...super.exportJSON(), type: 'memo-item' } }

  override createDOM(config: EditorConfig): HTMLElement {
    const line = super.createDOM(config)
    line.className = 'memo-item'
    return line
  }

  override insertNewAfter(): ParagraphNode {
    if (this.getTextContentSize() === 0) return this.end()
    const next = $createItemNode()
    this.insertAfter(next)
    return next
  }

  override collapseAtStart(): boolean {
    this.end()
    return true
  }

  /** A plain line in its place. */
  end(): ParagraphNode {
    const line = $createParagraphNode()
    line.append(...this.getChildren())
    this.replace(line)
    line.selectStart()
    return line
  }
}

export const $createItemNode = (): ItemNode => $applyNodeReplacement(new ItemNode())
export const $isItemNode = (node: LexicalNode | null | undefined): node is ItemNode => node instanceof ItemNode
/** A line that is no item. */
export const $isPlainLine = (node: LexicalNode | null | undefined): node is ParagraphNode => $isParagraphNode(node) && !$isItemNode(node)

type SerializedMention = SerializedTextNode & { mention: Mention }

/** One word as far as the caret is concerned: it is there or it is not. */
export class MentionNode extends TextNode {
  __mention: Mention

  static override getType(): string { return 'memo-mention' }
  static override clone(node: MentionNode): MentionNode { return new MentionNode(node.__mention, node.__key) }
  static override importJSON({ mention }: SerializedMention): MentionNode { return $createMentionNode(mention) }

  constructor(mention: Mention, key?: NodeKey) {
    super(mention.name, key)
    this.__mention = mention
  }

  override exportJSON(): SerializedMention { return { ...super.exportJSON(), type: 'memo-mention', mention: this.__mention } }
  override createDOM(config: EditorConfig): HTMLElement {
    const word = super.createDOM(config)
    word.className = 'memo-mention'
    return word
  }

  override isTextEntity(): true { return true }
  override canInsertTextBefore(): boolean { return false }
  override canInsertTextAfter(): boolean { return false }
  mention(): Mention { return this.getLatest().__mention }
}

export function $createMentionNode(mention: Mention): MentionNode {
  const node = new MentionNode(mention)
  node.setMode('token')
  return $applyNodeReplacement(node)
}

export const $isMentionNode = (node: LexicalNode | null | undefined): node is MentionNode => node instanceof MentionNode
