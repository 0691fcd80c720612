// A new theme: a name, and at once the sentence it is about, for a theme is a pattern and not a topic.
import { useState } from 'react'
import type { Code } from '../../shared/contract/code.ts'
import { useSay } from '../i18n/say.ts'
import { Button } from '../ui/button.tsx'
import { Chip } from '../ui/chip.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { TextField } from '../ui/text-field.tsx'

export interface ThemeDialogProps {
  /** Laid on it from the start. */
  codes: readonly Code[]
  /** False keeps the dialog open: it was refused, and the reason was told. */
  onMake: (words: { name: string, concept: string }) => Promise<boolean>
  onClose: () => void
}

export function ThemeDialog({ codes, onMake, onClose }: ThemeDialogProps) {
  const say = useSay('themes')
  const [name, setName] = useState('')
  const [concept, setConcept] = useState('')
  const make = async () => { if (name.trim() !== '' && await onMake({ name: name.trim(), concept: concept.trim() })) onClose() }
  return (
    <Dialog
      title={say('new')} isOpen onClose={onClose}
      foot={<><Button onPress={onClose}>{say('cancel')}</Button><Button look="primary" isDisabled={name.trim() === ''} onPress={() => void make()}>{say('make')}</Button></>}
    >
      <form className="theme-form" onSubmit={event => { event.preventDefault(); void make() }}>
        <TextField label={say('name')} hint={say('name.hint')} value={name} onChange={setName} maxLength={200} autoFocus />
        <TextField label={say('concept')} hint={say('concept.help')} placeholder={say('concept.hint')} lines={3} value={concept} onChange={setConcept} maxLength={20_000} />
        {codes.length > 0 && (
          <div>
            <p className="ui-label">{say('new.codes', { count: codes.length })}</p>
            <ul className="theme-chips">{codes.map(code => <li key={code.id}><Chip colour={code.colour}>{code.name}</Chip></li>)}</ul>
          </div>
        )}
        <button type="submit" hidden tabIndex={-1} aria-hidden />
      </form>
    </Dialog>
  )
}
