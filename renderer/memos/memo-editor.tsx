// Writing a memo: paragraphs, bold and italic, a list, links to codes, themes, stories and fragments. What comes out is the stored form.
import { useEffect, useId, useMemo, useRef } from 'react'
import { AtSign, Bold, Italic, List } from 'lucide-react'
import { LexicalComposer } from '@lexical/react/LexicalComposer'
import { useLexicalComposerContext } from '@lexical/react/LexicalComposerContext'
import { ContentEditable } from '@lexical/react/LexicalContentEditable'
import { LexicalErrorBoundary } from '@lexical/react/LexicalErrorBoundary'
import { HistoryPlugin } from '@lexical/react/LexicalHistoryPlugin'
import { RichTextPlugin } from '@lexical/react/LexicalRichTextPlugin'
import { $getRoot, $getSelection, $isRangeSelection, FORMAT_TEXT_COMMAND, type TextFormatType } from 'lexical'
import { printedKeys } from '../app/keys.ts'
import { useSay } from '../i18n/say.ts'
import { takeOverKeys } from '../reader/editor-body.ts'
import { IconButton } from '../ui/icon-button.tsx'
import { MentionMenu } from './mention-menu.tsx'
import { ItemNode, MentionNode } from './memo-nodes.ts'
import { memoOf, toggleItems, watchDashes, $writeLines } from './memo-state.ts'

export interface MemoEditorProps {
  /** What it begins with, in the stored form. */
  body: string
  label: string
  labelHidden?: boolean
  placeholder?: string
  /** Lines of room to begin with. */
  lines: number
  takesFocus: boolean
  onChange: (body: string) => void
}

export function MemoEditor({ body, label, labelHidden = false, placeholder = '', lines, takesFocus, onChange }: MemoEditorProps) {
  const labelId = useId()
  const config = useMemo(() => ({
    namespace: 'memo', nodes: [ItemNode, MentionNode], theme: { text: { bold: 'memo-bold', italic: 'memo-italic' } },
    onError: (error: Error) => { throw error }, editorState: () => $writeLines(body)
  }), []) // oxlint-disable-line react/exhaustive-deps -- what it begins with
  return (
    <LexicalComposer initialConfig={config}>
      <div className="ui-field">
        <span id={labelId} className={labelHidden ? 'only-read-aloud' : 'ui-label'}>{label}</span>
        <div className="memo-editor">
          <RichTextPlugin
            contentEditable={<ContentEditable className="memo-editor-words" style={{ minHeight: `${lines * 1.5 + 1}em` }} aria-labelledby={labelId} aria-multiline spellCheck aria-placeholder={placeholder} placeholder={<span className="memo-editor-hint" aria-hidden>{placeholder}</span>} />}
            ErrorBoundary={LexicalErrorBoundary}
          />
          <Tools />
        </div>
      </div>
      <HistoryPlugin />
      <MentionMenu />
      <Watching takesFocus={takesFocus} onChange={onChange} />
    </LexicalComposer>
  )
}

function Tools() {
  const say = useSay('memos')
  const [editor] = useLexicalComposerContext()
  const format = (look: TextFormatType) => () => { editor.dispatchCommand(FORMAT_TEXT_COMMAND, look); editor.focus() }
  const link = () => {
    editor.focus()
    editor.update(() => {
      const selection = $getSelection() ?? $getRoot().selectEnd()
      if (!$isRangeSelection(selection)) return
      const before = selection.anchor.getNode().getTextContent().slice(0, selection.anchor.offset)
      selection.insertText(/(^|\s)$/.test(before) ? '@' : ' @')
    })
  }
  return (
    <div className="memo-tools" role="group" aria-label={say('tools')}>
      <IconButton small name={say('tool.bold')} shortcut={printedKeys('Mod+B')} icon={<Bold aria-hidden />} onPress={format('bold')} />
      <IconButton small name={say('tool.italic')} shortcut={printedKeys('Mod+I')} icon={<Italic aria-hidden />} onPress={format('italic')} />
      <IconButton small name={say('tool.list')} shortcut="-" icon={<List aria-hidden />} onPress={() => { toggleItems(editor); editor.focus() }} />
      <IconButton small name={say('tool.link')} shortcut="@" icon={<AtSign aria-hidden />} onPress={link} />
    </div>
  )
}

function Watching({ takesFocus, onChange }: Pick<MemoEditorProps, 'takesFocus' | 'onChange'>) {
  const [editor] = useLexicalComposerContext()
  const told = useRef(onChange)
  useEffect(() => { told.current = onChange })
  useEffect(() => takeOverKeys(editor), [editor])
  useEffect(() => watchDashes(editor), [editor])
  useEffect(() => editor.registerUpdateListener(({ dirtyElements, dirtyLeaves }) => {
    if (dirtyElements.size + dirtyLeaves.size > 0) told.current(memoOf(editor))
  }), [editor])
  useEffect(() => {
    if (!takesFocus) return
    // At once: what is typed next already belongs here.
    editor.getRootElement()?.focus()
    editor.update(() => { $getRoot().selectEnd() }, { discrete: true })
  }, [editor, takesFocus])
  return null
}
