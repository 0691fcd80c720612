// Taking part in a colleague's project from one's own Duiding: the invitation's link holds all that is needed.
import { useState, type FormEvent } from 'react'
import { useDesk } from '../api/desk.ts'
import { failureWords } from '../i18n/failure-words.ts'
import { useSay } from '../i18n/say.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { Notice } from '../ui/notice.tsx'
import { TextField } from '../ui/text-field.tsx'

export function JoinByLink({ onClose }: { onClose: () => void }) {
  const say = useSay('lan')
  const [link, setLink] = useState('')
  const [name, setName] = useState('')
  const [asksName, setAsksName] = useState(false)
  const { write: join, pending, failure } = useDesk('desk.join', { quiet: true })
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    if (pending || link.trim() === '' || (asksName && name.trim() === '')) return
    const joined = await join({ link, ...(asksName ? { name: name.trim() } : {}) })
    // A colleague's project is another computer's: the window begins anew with what is kept for it.
    if (joined.ok) location.reload()
    else if (joined.failure.message === 'lan.name_needed') setAsksName(true)
  }
  return (
    <Dialog
      title={say('link.title')} isOpen isFirm onClose={onClose}
      foot={<><Button onPress={onClose}>{say('cancel')}</Button><Button look="primary" type="submit" form="join-by-link">{say(pending ? 'join.going' : 'join.go')}</Button></>}
    >
      <form id="join-by-link" className="start-form" onSubmit={event => void submit(event)}>
        <TextField label={say('link.label')} hint={say('link.hint')} value={link} onChange={value => { setLink(value); setAsksName(false) }} autoFocus maxLength={1000} autoComplete="off" />
        {asksName && <TextField label={say('join.name')} value={name} onChange={setName} autoFocus maxLength={80} autoComplete="name" />}
        {failure && failure.message !== 'lan.name_needed' && <Notice kind="error">{failureWords(failure)}</Notice>}
      </form>
    </Dialog>
  )
}
