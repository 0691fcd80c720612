// A colleague at the door: the code, a name if one is new, and how to know that this is the right computer.
import { useState, type FormEvent } from 'react'
import { invited, useJoin } from '../api/lan.ts'
import { failureWords } from '../i18n/failure-words.ts'
import { useSay } from '../i18n/say.ts'
import { Fingerprint } from '../ui/fingerprint.tsx'
import { Button } from '../ui/button.tsx'
import { Notice } from '../ui/notice.tsx'
import { TextField } from '../ui/text-field.tsx'
import './start.css'

export function JoinScreen() {
  const say = useSay('lan')
  const [invite] = useState(() => invited(location.hash))
  const [code, setCode] = useState(invite.code)
  const [name, setName] = useState('')
  const [background, setBackground] = useState('')
  const [tried, setTried] = useState(false)
  const { write: join, pending, failure } = useJoin()
  // The host says whether this code is for somebody new; only then a name is asked.
  const [asksName, setAsksName] = useState(false)
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    setTried(true)
    if (pending || code.trim() === '' || (asksName && name.trim() === '')) return
    const joined = await join({ code, ...(asksName ? { name: name.trim(), background: background.trim() } : {}) })
    if (joined.ok) enter()
    else if (joined.failure.message === 'lan.name_needed') { setAsksName(true); setTried(false) }
  }
  return (
    <div className="start">
      <main className="start-sheet is-narrow">
        <p className="start-name">Duiding</p>
        <h1>{say('join.title')}</h1>
        <p className="start-lead">{say('join.lead')}</p>
        <form className="start-form" onSubmit={event => void submit(event)}>
          <TextField
            label={say('join.code')} hint={say('join.code.hint')} value={code} onChange={value => { setCode(value); setAsksName(false) }} autoFocus={!asksName} autoComplete="off" maxLength={40}
            error={tried && code.trim() === '' ? say('join.code.needed') : null}
          />
          {asksName && (
            <>
              <TextField label={say('join.name')} value={name} onChange={setName} autoFocus autoComplete="name" maxLength={80} error={tried && name.trim() === '' ? say('join.name.needed') : null} />
              <TextField label={say('join.background')} value={background} onChange={setBackground} lines={2} maxLength={2000} />
            </>
          )}
          {failure && failure.message !== 'lan.name_needed' && <Notice kind="error">{failureWords(failure)}</Notice>}
          <div className="start-ways"><Button look="primary" type="submit">{say(pending ? 'join.going' : 'join.go')}</Button></div>
        </form>
        <section className="join-print">
          <h2>{say('join.print')}</h2>
          <p>{say('join.print.more')}</p>
          {/^[0-9A-F]{64}$/i.test(invite.print) && <><p>{say('join.print.expected')}</p><Fingerprint print={invite.print} /></>}
          <p className="ui-hint">{say('join.privacy')}</p>
        </section>
      </main>
    </div>
  )
}

/** Begins anew, now with the cookie; the code is gone from the address, as it is used up. */
function enter(): void {
  history.replaceState(null, '', '/')
  location.reload()
}
