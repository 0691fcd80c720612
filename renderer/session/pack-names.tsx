// The name of a pack and the question it is about.
import { useState } from 'react'
import type { Pack } from '../../shared/contract/pack.ts'
import { useWrite } from '../api/hooks.ts'
import { useSay } from '../i18n/say.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { TextField } from '../ui/text-field.tsx'

export function PackNames({ pack, onClose }: { pack: Pack, onClose: () => void }) {
  const say = useSay('session')
  const change = useWrite('pack.change')
  const [name, setName] = useState(pack.name)
  const [question, setQuestion] = useState(pack.question)
  const save = async () => { if ((await change.write({ pack: pack.id, name, question })).ok) onClose() }
  return (
    <Dialog title={say('rename')} isOpen onClose={onClose} foot={<><Button onPress={onClose}>{say('cancel')}</Button><Button look="primary" isDisabled={name.trim() === ''} onPress={() => void save()}>{say('save')}</Button></>}>
      <TextField label={say('name')} value={name} onChange={setName} maxLength={120} autoFocus />
      <TextField label={say('question')} hint={say('question.hint')} value={question} onChange={setQuestion} maxLength={120} />
    </Dialog>
  )
}
