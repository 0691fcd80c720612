// Opening a talk about a place: with a question, or without.
import { useEffect, useRef, useState, type KeyboardEvent } from 'react'
import { newId } from '../../shared/domain/ids.ts'
import { useWrite } from '../api/hooks.ts'
import { printedKeys } from '../app/keys.ts'
import { failureWords } from '../i18n/failure-words.ts'
import { useSay } from '../i18n/say.ts'
import { Button } from '../ui/button.tsx'
import { Kbd } from '../ui/kbd.tsx'
import { Notice } from '../ui/notice.tsx'
import { TextField } from '../ui/text-field.tsx'
import type { Comparison, Place } from './use-comparison.ts'

export function TalkForm({ comparison: { story, readers }, place, onDone }: { comparison: Comparison, place: Place, onDone: () => void }) {
  const say = useSay('compare')
  const [question, setQuestion] = useState('')
  const { write, pending, failure } = useWrite('talk.open', { quiet: true })
  const form = useRef<HTMLFormElement>(null)
  const id = useRef(newId()) // a retry is the same talk
  useEffect(() => {
    form.current?.querySelector('textarea')?.focus()
    // With its buttons, also at the foot of the list.
    form.current?.scrollIntoView({ block: 'nearest' })
  }, [])
  const open = async () => {
    const text = story.texts.find(each => each.id === place.text)!
    const { start, end } = place
    const done = await write({
      id: id.current, question, codes: place.codes.map(({ code }) => code), coders: [...readers],
      fragment: { text: text.id, revision: text.revision, start, end, quote: text.body.slice(start, end) }
    })
    if (done.ok) onDone()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void open()
    else if (event.key === 'Escape') onDone()
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- Ctrl+Enter and Escape for the whole form
    <form ref={form} className="compare-form" onSubmit={event => { event.preventDefault(); void open() }} onKeyDown={onKeyDown}>
      <TextField label={say('talk.question')} lines={3} value={question} onChange={setQuestion} placeholder={say('talk.question.hint')} maxLength={2000} />
      {failure && <Notice kind="error">{failureWords(failure)}</Notice>}
      <div className="compare-form-foot">
        <Button small look="quiet" onPress={onDone}>{say('talk.cancel')}</Button>
        <Button small look="primary" type="submit" isDisabled={pending}>{say('talk.save')}<Kbd keys={printedKeys('Mod+Enter')} /></Button>
      </div>
    </form>
  )
}
