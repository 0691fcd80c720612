// The name of a new code, or another name for one that is there.
import { useState } from 'react'
import { useSay } from '../i18n/say.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { TextField } from '../ui/text-field.tsx'

export interface NameDialogProps {
  title: string
  name?: string
  /** False keeps the dialog open: it was refused, and the reason was told. */
  onName: (name: string) => Promise<boolean>
  onClose: () => void
}

export function NameDialog({ title, name: begin = '', onName, onClose }: NameDialogProps) {
  const say = useSay('codebook')
  const [name, setName] = useState(begin)
  const words = name.trim()
  const save = async () => { if (words !== '' && (words === begin || await onName(words))) onClose() }
  return (
    <Dialog
      title={title} isOpen size="small" onClose={onClose}
      foot={<><Button onPress={onClose}>{say('cancel')}</Button><Button look="primary" isDisabled={words === ''} onPress={() => void save()}>{say('save')}</Button></>}
    >
      <form onSubmit={event => { event.preventDefault(); void save() }}>
        <TextField label={say('name')} value={name} onChange={setName} maxLength={200} autoFocus />
      </form>
    </Dialog>
  )
}
