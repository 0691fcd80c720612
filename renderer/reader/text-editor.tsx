// Corrects the words of a story: plain text, one paragraph element per paragraph, as on the reading surface. Its paints tell which
// codings a person will have to look at.
import { useEffect, useImperativeHandle, useMemo, useRef, useState, type Ref } from 'react'
import { LexicalComposer } from '@lexical/react/LexicalComposer'
import { useLexicalComposerContext } from '@lexical/react/LexicalComposerContext'
import { ContentEditable } from '@lexical/react/LexicalContentEditable'
import { LexicalErrorBoundary } from '@lexical/react/LexicalErrorBoundary'
import { HistoryPlugin } from '@lexical/react/LexicalHistoryPlugin'
import { PlainTextPlugin } from '@lexical/react/LexicalPlainTextPlugin'
import { $getSelection, $isRangeSelection } from 'lexical'
import type { Span } from '../../shared/anchoring/span.ts'
import { bodyOf, replaceBody, takeOverKeys, writeBody } from './editor-body.ts'
import { TextMap } from './text-map.ts'
import { usePaintedSpans } from './use-painting.ts'
import './reader.css'

export interface TextEditorHandle {
  /** The words as they stand now. */
  body(): string
  /** Puts other words in; undoing inside the editor brings the former back. */
  replace(body: string): void
  focus(): void
  /** Puts words in the place of what is selected. */
  insert(words: string): void
}

export interface TextEditorProps {
  ref?: Ref<TextEditorHandle>
  /** What it begins with; line ends LF. */
  body: string
  language: string | null
  label: string
  /** After writing rested for a moment. */
  onChange: (body: string) => void
  /** Where codings stand in the words last reported, and which of them a person must look at. */
  coded: readonly Span[]
  looks: readonly Span[]
}

/** How long writing rests before it is told: the differences with the old words take some milliseconds in a long transcript. */
const REST = 150

export function TextEditor({ body, language, label, ...rest }: TextEditorProps) {
  const config = useMemo(() => ({ namespace: 'correction', onError: (error: Error) => { throw error }, editorState: () => writeBody(body) }), []) // oxlint-disable-line react/exhaustive-deps -- what it begins with
  return (
    <LexicalComposer initialConfig={config}>
      <PlainTextPlugin contentEditable={<ContentEditable className="reader-text reader-editor" aria-label={label} aria-multiline lang={language ?? undefined} spellCheck />} ErrorBoundary={LexicalErrorBoundary} />
      <HistoryPlugin />
      <Watching {...rest} />
    </LexicalComposer>
  )
}

function Watching({ ref, onChange, coded, looks }: Pick<TextEditorProps, 'ref' | 'onChange' | 'coded' | 'looks'>) {
  const [editor] = useLexicalComposerContext()
  const [map, setMap] = useState<TextMap | null>(null)
  const told = useRef(onChange)
  useEffect(() => { told.current = onChange })
  useImperativeHandle(ref, () => ({
    body: () => bodyOf(editor), replace: words => replaceBody(editor, words), focus: () => editor.focus(),
    insert: words => { editor.update(() => { const selection = $getSelection(); if ($isRangeSelection(selection)) selection.insertText(words) }); editor.focus() }
  }), [editor])
  useEffect(() => takeOverKeys(editor), [editor])
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    const tell = () => {
      const body = bodyOf(editor)
      const root = editor.getRootElement()
      told.current(body)
      setMap(root ? new TextMap(root, body) : null)
    }
    const stop = editor.registerUpdateListener(({ dirtyElements, dirtyLeaves }) => {
      if (dirtyElements.size + dirtyLeaves.size === 0) return
      clearTimeout(timer)
      timer = setTimeout(() => { timer = undefined; tell() }, REST)
    })
    tell()
    return () => {
      stop()
      // Leaving in the middle of a word keeps it.
      if (timer !== undefined) told.current(bodyOf(editor))
      clearTimeout(timer)
    }
  }, [editor])
  usePaintedSpans(map, coded, 'duiding-coded')
  usePaintedSpans(map, looks, 'duiding-look')
  return null
}
