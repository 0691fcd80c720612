// What came of a talk: one of three, in words if one likes.
import { useState } from 'react'
import { Outcome, type Talk } from '../../shared/contract/talk.ts'
import { useWrite } from '../api/hooks.ts'
import { failureWords } from '../i18n/failure-words.ts'
import { useSay } from '../i18n/say.ts'
import { Button } from '../ui/button.tsx'
import { Notice } from '../ui/notice.tsx'
import { RadioGroup } from '../ui/radio-group.tsx'
import { TextField } from '../ui/text-field.tsx'

export function SettleForm({ talk, onDone }: { talk: Talk, onDone: () => void }) {
  const say = useSay('compare')
  const [outcome, setOutcome] = useState<Outcome | null>(null)
  const [words, setWords] = useState('')
  const { write, pending, failure } = useWrite('talk.settle', { quiet: true })
  const settle = async () => { if (outcome !== null && (await write({ talk: talk.id, outcome, words })).ok) onDone() }
  return (
    <form className="compare-form" onSubmit={event => { event.preventDefault(); void settle() }}>
      <RadioGroup label={say('talk.outcome')} choices={Outcome.options.map(id => ({ id, name: say(`talk.outcome.${id}`) }))} value={outcome} onChange={setOutcome} />
      <TextField label={say('talk.words')} lines={3} value={words} onChange={setWords} placeholder={say('talk.words.hint')} maxLength={5000} />
      {failure && <Notice kind="error">{failureWords(failure)}</Notice>}
      <div className="compare-form-foot">
        <Button small look="quiet" onPress={onDone}>{say('talk.cancel')}</Button>
        <Button small look="primary" type="submit" isDisabled={outcome === null || pending}>{say('talk.settle')}</Button>
      </div>
    </form>
  )
}
