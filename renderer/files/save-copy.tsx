// A whole, checked copy of the project beside the original: to take home, to keep, to send.
import { useState, type FormEvent } from 'react'
import { useDesk } from '../api/desk.ts'
import { failureWords } from '../i18n/failure-words.ts'
import { useFormats } from '../i18n/format.ts'
import { useSay } from '../i18n/say.ts'
import { fileName } from './file-name.ts'
import { FolderField } from './folder-field.tsx'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { Notice } from '../ui/notice.tsx'
import { TextField } from '../ui/text-field.tsx'
import { sayInPassing } from '../ui/toast.tsx'
import { folderOf } from './folder-of.ts'
import './files.css'

export function SaveCopy({ title, path, onClose }: { title: string, path: string, onClose: () => void }) {
  const say = useSay('project')
  const frame = useSay('frame')
  const format = useFormats()
  const [name, setName] = useState(() => fileName(say('copy.date', { title, date: format.date(Date.now()) })))
  const [folder, setFolder] = useState<string | null>(() => folderOf(path))
  const { write: save, pending, failure } = useDesk('desk.saveCopy', { quiet: true })
  const plain = fileName(name)
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    if (plain === '' || folder === null || pending) return
    const saved = await save({ folder, name: plain })
    if (!saved.ok) return
    onClose()
    sayInPassing({ says: say('copy.done', { path: saved.value.path }) })
  }
  return (
    <Dialog
      title={say('copy.title')} isOpen isFirm onClose={onClose}
      foot={<><Button onPress={onClose}>{frame('cancel')}</Button><Button look="primary" type="submit" form="save-copy">{say(pending ? 'copy.making' : 'copy.make')}</Button></>}
    >
      <form id="save-copy" className="files-form" onSubmit={event => void submit(event)}>
        <p>{say('copy.lead')}</p>
        <TextField label={say('copy.name')} value={name} onChange={setName} autoFocus maxLength={120} error={plain === '' ? say('copy.name.needed') : null} />
        <FolderField label={say('copy.where')} folder={folder} onFolder={setFolder} />
        {failure && <Notice kind="error">{failureWords(failure)}</Notice>}
      </form>
    </Dialog>
  )
}
