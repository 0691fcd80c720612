// Puts a text on the page, once per text and revision: a read-only Lexical editor owns these elements and nobody else touches them.
import { useLayoutEffect, useState, type RefObject } from 'react'
import { createEditor } from 'lexical'
import { writeBody } from './editor-body.ts'
import { TextMap } from './text-map.ts'

/** The map of the text once it stands on the page; null before. It changes only with the text, the revision or the body. */
export function useStoryText(root: RefObject<HTMLElement | null>, textId: string, revision: number, body: string): TextMap | null {
  const [map, setMap] = useState<TextMap | null>(null)
  useLayoutEffect(() => {
    const element = root.current
    if (!element) return
    const editor = createEditor({ namespace: `story ${textId}/${revision}`, editable: false, onError: error => { throw error } })
    editor.setRootElement(element)
    editor.update(() => writeBody(body), { discrete: true })
    for (const paragraph of element.children) paragraph.setAttribute('dir', 'auto')
    setMap(new TextMap(element, body))
    // Two editors on one element would fight forever: the old one lets go first.
    return () => {
      editor.setRootElement(null)
      setMap(null)
    }
  }, [root, textId, revision, body])
  return map
}
