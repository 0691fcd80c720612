// Changes a card before it is printed: its words in an editor, its title, its tables, what on it may hurt. The story keeps its words.
import { useRef, useState } from 'react'
import type { Card } from '../../shared/contract/pack.ts'
import { cardPieces, editsOf, ELLIPSIS, REDACTED, Redaction, wordsOfPieces } from '../../shared/session/edits.ts'
import { Trigger } from '../../shared/session/triggers.ts'
import { useWrite } from '../api/hooks.ts'
import { failureWords } from '../i18n/failure-words.ts'
import { useLanguage } from '../i18n/language.ts'
import { useSay } from '../i18n/say.ts'
import { TextEditor, type TextEditorHandle } from '../reader/text-editor.tsx'
import { Button } from '../ui/button.tsx'
import { CheckboxGroup } from '../ui/checkbox.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { Notice } from '../ui/notice.tsx'
import { TextField } from '../ui/text-field.tsx'

const NOTHING: never[] = []

export function CardDialog({ card, tables, onClose }: { card: Card, tables: number, onClose: () => void }) {
  const say = useSay('session')
  const print = useSay('print')
  const language = useLanguage()
  const editor = useRef<TextEditorHandle>(null)
  const [title, setTitle] = useState(card.title)
  const [own, setOwn] = useState(card.tables.map(String))
  const [triggers, setTriggers] = useState<Trigger[]>(card.triggers)
  const change = useWrite('card.change', { quiet: true })
  const edit = useWrite('card.edit', { quiet: true })
  const began = wordsOfPieces(cardPieces(' '.repeat(card.start) + card.told, card, card.edits, REDACTED[language]))
  const save = async () => {
    const written = editor.current?.body() ?? began
    const edits = written === began && card.fit !== 'look' ? card.edits : editsOf(card.told, { start: 0, end: card.told.length }, written).map(each => ({ ...each, start: each.start + card.start, end: each.end + card.start }))
    const { ok } = written === began && card.fit !== 'look' ? { ok: true } : await edit.write({ card: card.id, revision: card.revision, start: card.start, end: card.end, edits })
    if (ok && (await change.write({ card: card.id, title, tables: own.map(Number), triggers })).ok) onClose()
  }
  const failure = edit.failure ?? change.failure
  return (
    <Dialog title={say('card.title', { number: card.number })} isOpen onClose={onClose} size="large" isFirm foot={<><Button onPress={onClose}>{say('cancel')}</Button><Button look="primary" onPress={() => void save()}>{say('save')}</Button></>}>
      <div className="session-maker">
        {card.fit === 'look' && <Notice kind="warning">{say('card.look.edit')}</Notice>}
        <p className="ui-hint">{say('words.hint')}</p>
        <div className="session-edit-acts">
          <Button small onPress={() => editor.current?.insert(ELLIPSIS)}>{say('words.ellipsis')}</Button>
          {Redaction.options.map(what => <Button small key={what} onPress={() => editor.current?.insert(REDACTED[language][what])}>{say('words.redact', { as: REDACTED[language][what] })}</Button>)}
          <Button small look="quiet" onPress={() => editor.current?.replace(card.told)}>{say('words.back')}</Button>
        </div>
        <div className="session-editor"><TextEditor ref={editor} body={began} language={card.language} label={say('words')} onChange={() => undefined} coded={NOTHING} looks={NOTHING} /></div>
        <div className="session-pair">
          <TextField label={say('card.name')} hint={say('card.name.hint')} value={title} onChange={setTitle} maxLength={120} />
          {tables > 1 && <CheckboxGroup label={say('card.which')} choices={Array.from({ length: tables }, (_, at) => ({ id: String(at + 1), name: say('table', { table: at + 1 }) }))} value={own} onChange={setOwn} />}
        </div>
        <CheckboxGroup<Trigger> label={say('triggers')} hint={say('triggers.hint')} choices={Trigger.options.map(id => ({ id, name: print(`trigger.${id}`) }))} value={triggers} onChange={setTriggers} />
        {failure && <Notice kind="error">{failureWords(failure)}</Notice>}
      </div>
    </Dialog>
  )
}
