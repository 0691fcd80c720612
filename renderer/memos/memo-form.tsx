// Writing a memo, or changing one: words, shared or private. Ctrl+Enter saves, Escape leaves; what was typed is kept as a draft.
import { useEffect, useRef, useState, type KeyboardEvent } from 'react'
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
import { dropDraft, keepDraft, readDraft, type Draft } from './draft.ts'
import './memos.css'

export interface MemoFormProps {
  about: MemoAbout
  aboutId: Id
  /** Changed instead of written anew. */
  memo?: Memo
  /** Words to begin with, such as a quote; a draft goes before them. */
  begin?: string
  withTitle?: boolean
  lines?: number
  label: string
  placeholder?: string
  onDone: () => void
  onCancel?: () => void
  /** Takes the focus when it appears. */
  takesFocus?: boolean
}

export function MemoForm({ about, aboutId, memo, begin = '', withTitle = false, lines = 4, label, placeholder, onDone, onCancel, takesFocus = false }: MemoFormProps) {
  const say = useSay('memos')
  const me = useMe()
  const place = `${me ?? ''}.${memo?.id ?? `${about}.${aboutId}`}`
  const [draft, setDraft] = useState<Draft>(() => readDraft(place) ?? { title: memo?.title ?? '', body: memo?.body ?? begin, private: memo?.private ?? false })
  const { write, pending: writing, failure: notWritten } = useWrite('memo.write', { quiet: true })
  const { write: change, pending: changing, failure: notChanged } = useWrite('memo.change', { quiet: true })
  const failure = notWritten ?? notChanged
  const form = useRef<HTMLFormElement>(null)
  // A retry of the same words is the same memo.
  const id = useRef(newId())
  const isEmpty = draft.body.trim() === '' && draft.title.trim() === ''
  useEffect(() => { if (takesFocus) toEnd(form.current?.querySelector('textarea')) }, [takesFocus])

  const put = (next: Partial<Draft>) => {
    const now = { ...draft, ...next }
    setDraft(now)
    keepDraft(place, now)
  }
  const save = async () => {
    if (isEmpty) return
    const words = { title: draft.title.trim(), body: draft.body.trim(), private: draft.private }
    const done = memo ? await change({ memo: memo.id, ...words }) : await write({ id: id.current, about, aboutId, ...words })
    if (!done.ok) return
    dropDraft(place)
    id.current = newId()
    setDraft({ title: '', body: '', private: draft.private })
    onDone()
  }
  const cancel = () => {
    dropDraft(place)
    onCancel?.()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void save()
    else if (event.key === 'Escape' && onCancel) cancel()
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- Ctrl+Enter and Escape for all its fields at once
    <form ref={form} className="memo-form" onSubmit={event => { event.preventDefault(); void save() }} onKeyDown={onKeyDown}>
      {withTitle && <TextField label={say('title')} value={draft.title} onChange={title => put({ title })} maxLength={200} />}
      <TextField label={label} labelHidden={!withTitle} lines={lines} value={draft.body} onChange={body => put({ body })} placeholder={placeholder} maxLength={100_000} />
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

function toEnd(field: HTMLTextAreaElement | null | undefined): void {
  field?.focus()
  field?.setSelectionRange(field.value.length, field.value.length)
}
