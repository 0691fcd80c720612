// Adding yourself: a name, and what you bring along. A name that looks like somebody who is there is asked about first.
import { useState, type FormEvent } from 'react'
import { newId } from '../../shared/domain/ids.ts'
import { call } from '../api/call.ts'
import { useDesk } from '../api/desk.ts'
import { useWrite } from '../api/hooks.ts'
import { failureWords } from '../i18n/failure-words.ts'
import { useSay } from '../i18n/say.ts'
import { Button } from '../ui/button.tsx'
import { Notice } from '../ui/notice.tsx'
import { TextField } from '../ui/text-field.tsx'

interface Person { id: string, name: string }

export function JoinForm({ isFirst, onBack }: { isFirst: boolean, onBack: () => void }) {
  const say = useSay('start')
  const [name, setName] = useState('')
  const [background, setBackground] = useState('')
  const [tried, setTried] = useState(false)
  const [similar, setSimilar] = useState<Person[]>([])
  const [me] = useState(() => newId())
  const { write: join, pending, failure } = useWrite('coder.join', { quiet: true })
  const { write: enter } = useDesk('desk.enter')
  const joinNow = async (): Promise<void> => {
    const joined = await join({ id: me, name: name.trim(), background: background.trim() })
    if (joined.ok) await enter({ coder: joined.value.id })
  }
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    setTried(true)
    if (name.trim() === '' || pending) return
    // Only a help: when the question cannot be asked, joining itself still refuses the very same name.
    const alike = isFirst ? [] : await call('coder.similar', { name: name.trim() }).catch(() => [])
    setSimilar(alike)
    if (alike.length === 0) await joinNow()
  }
  return (
    <form className="start-form" onSubmit={event => void submit(event)}>
      {isFirst && <p>{say('who.first')}</p>}
      <TextField
        label={say('who.name')} value={name} onChange={value => { setName(value); setSimilar([]) }} autoFocus maxLength={80} autoComplete="name"
        error={tried && name.trim() === '' ? say('who.name.needed') : null}
      />
      <TextField label={say('who.background')} hint={say('who.background.hint')} value={background} onChange={setBackground} lines={2} maxLength={2000} />
      {similar.length > 0 && (
        <Notice kind="warning">
          <p>{say('who.similar', { count: similar.length })}</p>
          <div className="who-similar">
            {similar.map(person => <Button key={person.id} onPress={() => void enter({ coder: person.id })}>{say('who.itsMe', { name: person.name })}</Button>)}
            <Button look="quiet" onPress={() => void joinNow()}>{say('who.another')}</Button>
          </div>
        </Notice>
      )}
      {failure && <Notice kind="error">{failureWords(failure)}</Notice>}
      <div className="start-ways">
        {similar.length === 0 && <Button look="primary" type="submit">{say('who.join')}</Button>}
        {!isFirst && <Button look="quiet" onPress={onBack}>{say('who.back')}</Button>}
      </div>
    </form>
  )
}
