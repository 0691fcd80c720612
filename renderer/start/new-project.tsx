// A new project: its name, what one wants to know, and where the file goes. The file's name follows from the project's.
import { useState, type FormEvent } from 'react'
import { useDesk } from '../api/desk.ts'
import { go } from '../app/route.ts'
import { failureWords } from '../i18n/failure-words.ts'
import { useLanguage } from '../i18n/language.ts'
import { useSay } from '../i18n/say.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { Notice } from '../ui/notice.tsx'
import { TextField } from '../ui/text-field.tsx'
import { fileName } from '../files/file-name.ts'
import { FolderField, useProposedFolder } from '../files/folder-field.tsx'

export interface NewProjectProps { onClose: () => void, /** The address to land on once the coder is known, e.g. the wizard that brings stories in. */ landing?: string }

export function NewProject({ onClose, landing }: NewProjectProps) {
  const say = useSay('start')
  const frame = useSay('frame')
  const language = useLanguage()
  const proposed = useProposedFolder()
  const [title, setTitle] = useState('')
  const [question, setQuestion] = useState('')
  const [chosen, setChosen] = useState<string | null>(null)
  const [tried, setTried] = useState(false)
  const { write: create, pending, failure } = useDesk('desk.create', { quiet: true })
  const folder = chosen ?? proposed
  const name = fileName(title)
  const make = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    setTried(true)
    if (name === '' || folder === null || pending) return
    if (!(await create({ folder, name, title: title.trim(), question: question.trim(), language })).ok) return
    if (landing) go(landing)
    onClose()
  }
  return (
    <Dialog
      title={say('new.title')} isOpen isFirm onClose={onClose}
      foot={<><Button onPress={onClose}>{frame('cancel')}</Button><Button look="primary" type="submit" form="new-project" isDisabled={folder === null}>{say(pending ? 'new.making' : 'new.make')}</Button></>}
    >
      <form id="new-project" className="start-form" onSubmit={event => void make(event)}>
        <TextField
          label={say('new.name')} hint={say('new.name.hint')} value={title} onChange={setTitle} autoFocus maxLength={120}
          error={tried && name === '' ? say('new.name.needed') : null}
        />
        <TextField label={say('new.question')} value={question} onChange={setQuestion} lines={2} maxLength={2000} />
        <FolderField label={say('new.where')} folder={folder} onFolder={setChosen} />
        {name !== '' && <p className="ui-hint">{say('new.file', { name: `${name}.duiding` })}</p>}
        {failure && <Notice kind="error">{failureWords(failure)}</Notice>}
      </form>
    </Dialog>
  )
}
