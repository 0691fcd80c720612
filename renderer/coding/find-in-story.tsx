// Finds words in this story, in all its texts; case and accents do not count.
import { useEffect, useMemo, useRef, useState, type KeyboardEvent } from 'react'
import { ChevronDown, ChevronUp, X } from 'lucide-react'
import type { Text } from '../../shared/contract/story.ts'
import type { Id } from '../../shared/domain/ids.ts'
import type { Span } from '../../shared/anchoring/span.ts'
import { useSay } from '../i18n/say.ts'
import { IconButton } from '../ui/icon-button.tsx'
import { findWords } from './find-words.ts'

export interface Found extends Span { text: Id }

export interface FindInStoryProps {
  texts: readonly Text[]
  onFound: (found: readonly Found[]) => void
  onReach: (found: Found) => void
  onClose: () => void
}

export function FindInStory({ texts, onFound, onReach, onClose }: FindInStoryProps) {
  const say = useSay('coding')
  const field = useRef<HTMLInputElement>(null)
  const [words, setWords] = useState('')
  const [at, setAt] = useState(0)
  const found = useMemo(() => texts.flatMap(text => findWords(text.body, words).map(span => ({ ...span, text: text.id }))), [texts, words])
  useEffect(() => { field.current?.focus() }, [])
  useEffect(() => { onFound(found) }, [found, onFound])
  useEffect(() => () => onFound([]), [onFound])
  useEffect(() => { const here = found[at]; if (here) onReach(here) }, [found, at, onReach])
  const go = (way: 1 | -1) => { if (found.length > 0) setAt((at + way + found.length) % found.length) }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter') go(event.shiftKey ? -1 : 1)
    else if (event.key === 'Escape') onClose()
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    <search className="coding-find">
      <input ref={field} className="ui-input" aria-label={say('find')} placeholder={say('find')} value={words} onChange={event => { setWords(event.target.value); setAt(0) }} onKeyDown={onKeyDown} />
      <span className="coding-find-count" role="status">{words.trim() === '' ? '' : found.length === 0 ? say('find.none') : say('find.count', { at: at + 1, n: found.length })}</span>
      <IconButton small name={say('find.previous')} shortcut="Shift+Enter" icon={<ChevronUp aria-hidden />} isDisabled={found.length === 0} onPress={() => go(-1)} />
      <IconButton small name={say('find.next')} shortcut="Enter" icon={<ChevronDown aria-hidden />} isDisabled={found.length === 0} onPress={() => go(1)} />
      <IconButton small name={say('find.close')} shortcut="Esc" icon={<X aria-hidden />} onPress={onClose} />
    </search>
  )
}
