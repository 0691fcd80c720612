// Replaces a name in the whole story by a placeholder such as <naam>, and points at words that look like it.
import { useState, type KeyboardEvent } from 'react'
import { likeName, placeholder, replaceName } from '../../shared/text/names.ts'
import { useSay } from '../i18n/say.ts'
import { Button } from '../ui/button.tsx'
import { TextField } from '../ui/text-field.tsx'

export interface ReplaceNameProps {
  /** Every text of the story as it is now. */
  bodies: readonly string[]
  onReplace: (of: (body: string) => string) => void
}

const LIKE = 6

export function ReplaceName({ bodies, onReplace }: ReplaceNameProps) {
  const say = useSay('correcting')
  const [name, setName] = useState('')
  const [by, setBy] = useState('naam')
  const [done, setDone] = useState<number | null>(null)
  const n = bodies.reduce((sum, body) => sum + replaceName(body, name, '').n, 0)
  const like = [...new Set(bodies.flatMap(body => likeName(body, name)))].slice(0, LIKE)
  const replace = () => {
    if (n === 0) return
    onReplace(body => replaceName(body, name, placeholder(by)).text)
    setDone(n)
    setName('')
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || event.ctrlKey || event.metaKey) return
    event.preventDefault()
    replace()
  }
  return (
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- Enter in one of its fields presses its button
    <div className="correcting-name" onKeyDown={onKeyDown}>
      <TextField label={say('name')} value={name} onChange={words => { setName(words); setDone(null) }} autoComplete="off" spellCheck="false" />
      <TextField label={say('name.by')} value={by} onChange={setBy} autoComplete="off" />
      <Button small isDisabled={n === 0} onPress={replace}>{name.trim() === '' ? say('name.act') : say('name.replace', { count: n, by: placeholder(by) })}</Button>
      <p className="ui-hint" role="status">
        {done !== null ? say('name.done', { count: done }) : name.trim() === '' ? say('name.hint') : like.length > 0 ? say('name.like', { words: like.join(', ') }) : ''}
      </p>
    </div>
  )
}
