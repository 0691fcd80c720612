// A few words on why something lies with a theme.
import { useState } from 'react'
import { useSay } from '../i18n/say.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { TextField } from '../ui/text-field.tsx'

export function NoteDialog({ note, what, onKeep, onClose }: { note: string, what: string, onKeep: (note: string) => Promise<boolean>, onClose: () => void }) {
  const say = useSay('themes')
  const [words, setWords] = useState(note)
  const keep = async () => { if (words.trim() === note || await onKeep(words.trim())) onClose() }
  return (
    <Dialog
      title={say('note.title')} isOpen size="small" onClose={onClose}
      foot={<><Button onPress={onClose}>{say('cancel')}</Button><Button look="primary" onPress={() => void keep()}>{say('save')}</Button></>}
    >
      <p className="ui-hint">{what}</p>
      <TextField label={say('note')} lines={4} value={words} onChange={setWords} maxLength={20_000} autoFocus />
    </Dialog>
  )
}
