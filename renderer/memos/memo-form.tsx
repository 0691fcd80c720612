// Writing a memo, or changing one: words, shared or private. Ctrl+Enter saves, Escape leaves; what was typed is kept as a draft.
import { useRef, useState, type KeyboardEvent } from 'react'
import type { Memo, MemoAbout } from '../../shared/contract/memo.ts'
import { newId, type Id } from '../../shared/domain/ids.ts'
import { useWrite } from '../api/hooks.ts'
import { useMe } from '../api/use-me.ts'
import { printedKeys } from '../app/keys.ts'
import { failureWords } from '../i18n/failure-words.ts'
import { useSay } from '../i18n/say.ts'
import { Button } from '../ui/button.tsx'
import { Checkbox } from '../ui/checkbox.tsx'
import { Kbd } from '../ui/kbd.tsx'
import { Notice } from '../ui/notice.tsx'
import { TextField } from '../ui/text-field.tsx'
import { MemoEditor } from './memo-editor.tsx'
import { dropDraft, keepDraft, readDraft, type Draft } from './draft.ts'
import './memos.css'

export interface MemoFormProps {
  about: MemoAbout
  aboutId: Id
  /** Changed instead of written anew. */
  memo?: Memo
  /** The memo it answers. */
  thread?: Id
  /** Private from the start, as what it answers. */
  isPrivate?: boolean
  /** Words to begin with, such as a quote; behind a draft, where they are not in it yet. */
  begin?: string
  beginTitle?: string
  withTitle?: boolean
  lines?: number
  label: string
  placeholder?: string
  onDone: () => void
  onCancel?: () => void
  /** Takes the focus when it appears. */
  takesFocus?: boolean
}

export function MemoForm({ about, aboutId, memo, thread, isPrivate = false, begin = '', beginTitle = '', withTitle = false, lines = 4, label, placeholder, onDone, onCancel, takesFocus = false }: MemoFormProps) {
  const say = useSay('memos')
  const me = useMe()
  const place = `${me ?? ''}.${memo?.id ?? `${about}.${thread ?? aboutId}`}`
  const [draft, setDraft] = useState<Draft>(() => goOn(readDraft(place), begin, beginTitle) ?? { title: memo?.title ?? beginTitle, body: memo?.body ?? begin, private: memo?.private ?? isPrivate })
  // Another number is another editor, begun anew.
  const [times, setTimes] = useState(0)
  const { write, pending: writing, failure: notWritten } = useWrite('memo.write', { quiet: true })
  const { write: change, pending: changing, failure: notChanged } = useWrite('memo.change', { quiet: true })
  const failure = notWritten ?? notChanged
  // A retry of the same words is the same memo.
  const id = useRef(newId())
  const isEmpty = draft.body.trim() === '' && draft.title.trim() === ''

  const put = (next: Partial<Draft>) => {
    const now = { ...draft, ...next }
    setDraft(now)
    keepDraft(place, now)
  }
  const save = async () => {
    if (isEmpty) return
    const words = { title: draft.title.trim(), body: draft.body.trim(), private: draft.private }
    const done = memo ? await change({ memo: memo.id, ...words }) : await write({ id: id.current, about, aboutId, thread: thread ?? null, ...words })
    if (!done.ok) return
    dropDraft(place)
    id.current = newId()
    setDraft({ title: '', body: '', private: draft.private })
    setTimes(times + 1)
    onDone()
  }
  const cancel = () => {
    dropDraft(place)
    onCancel?.()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.defaultPrevented) return // a list of links was open
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void save()
    else if (event.key === 'Escape' && onCancel) cancel()
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- Ctrl+Enter and Escape for all its fields at once
    <form className="memo-form" onSubmit={event => { event.preventDefault(); void save() }} onKeyDown={onKeyDown}>
      {withTitle && <TextField label={say('title')} value={draft.title} onChange={title => put({ title })} maxLength={200} />}
      <MemoEditor key={times} body={draft.body} label={label} labelHidden={!withTitle} lines={lines} placeholder={placeholder} takesFocus={takesFocus && times === 0} onChange={body => put({ body })} />
      {failure && <Notice kind="error">{failureWords(failure)}</Notice>}
      <div className="memo-form-foot">
        <Checkbox isSelected={draft.private} onChange={isPrivate => put({ private: isPrivate })}>{say('private')}</Checkbox>
        <span className="memo-form-acts">
          {onCancel && <Button small look="quiet" onPress={cancel}>{say('cancel')}</Button>}
          <Button small look="primary" type="submit" isDisabled={isEmpty || writing || changing}>{say('save')}<Kbd keys={printedKeys('Mod+Enter')} /></Button>
        </span>
      </div>
    </form>
  )
}

/** A draft that one left, with what one now begins with behind it. */
function goOn(draft: Draft | null, begin: string, beginTitle: string): Draft | null {
  if (!draft || begin.trim() === '' || draft.body.includes(begin.trim())) return draft
  return { ...draft, title: draft.title || beginTitle, body: [draft.body.trimEnd(), begin].filter(Boolean).join('\n\n') }
}
