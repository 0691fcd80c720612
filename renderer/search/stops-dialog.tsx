// The words that say little and are left out of the list: the program's own, with what the project added and took off.
import { useState, type FormEvent } from 'react'
import { DUTCH_STOP_WORDS } from '../../shared/text/stop-words.ts'
import { foldWord } from '../../shared/text/words.ts'
import { useWrite } from '../api/hooks.ts'
import { useFormats } from '../i18n/format.ts'
import { useSay } from '../i18n/say.ts'
import { Button } from '../ui/button.tsx'
import { Chip } from '../ui/chip.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { TextField } from '../ui/text-field.tsx'
import type { Stops } from './word-list.tsx'

export function StopsDialog({ stops: { added, dropped }, onClose }: { stops: Stops, onClose: () => void }) {
  const say = useSay('search')
  const formats = useFormats()
  const { write: change } = useWrite('search.change')
  const [word, setWord] = useState('')
  const add = (event: FormEvent) => {
    event.preventDefault()
    const folded = foldWord(word.trim())
    if (folded === '') return
    void change({ added: DUTCH_STOP_WORDS.includes(folded) ? added : [...added, folded], dropped: dropped.filter(each => each !== folded) })
    setWord('')
  }
  const own = DUTCH_STOP_WORDS.filter(each => !dropped.includes(each))
  return (
    <Dialog title={say('stops.title')} isOpen onClose={onClose} foot={<Button look="primary" onPress={onClose}>{say('stops.done')}</Button>}>
      <p>{say('stops.says')}</p>
      <form className="search-stop-form" onSubmit={add}>
        <TextField label={say('stops.add')} value={word} onChange={setWord} maxLength={60} />
        <Button type="submit">{say('stops.add.do')}</Button>
      </form>
      <Part title={say('stops.added')} words={added} nothing={say('stops.added.none')} onRemove={gone => void change({ added: added.filter(each => each !== gone) })} />
      {dropped.length > 0 && <Part title={say('stops.dropped')} words={dropped} nothing="" onRemove={back => void change({ dropped: dropped.filter(each => each !== back) })} />}
      <details>
        <summary>{say('stops.own', { n: formats.number(own.length) })}</summary>
        <Part title={say('stops.own.hint')} words={own} nothing="" onRemove={gone => void change({ dropped: [...dropped, gone] })} />
      </details>
    </Dialog>
  )
}

function Part({ title, words, nothing, onRemove }: { title: string, words: readonly string[], nothing: string, onRemove: (word: string) => void }) {
  return (
    <section className="search-stop-part">
      <h3>{title}</h3>
      {words.length === 0 ? <p className="ui-hint">{nothing}</p> : <p className="search-stop-words">{words.map(word => <Chip key={word} onRemove={() => onRemove(word)}>{word}</Chip>)}</p>}
    </section>
  )
}
