// The words of a run sheet, a talk picture or a feedback page, as one wants them on paper.
import { useRef } from 'react'
import { useSay } from '../../i18n/say.ts'
import { TextEditor, type TextEditorHandle } from '../../reader/text-editor.tsx'
import { Button } from '../../ui/button.tsx'
import type { Worded } from './material-kinds.ts'

const NOTHING: never[] = []
/** Minutes a session takes. */
const LENGTHS = ['60', '120', '180'] as const

export function WordsEditor({ material, words, onKeep }: { material: Worded, words: string | undefined, onKeep: (words: string) => void }) {
  const say = useSay('session')
  const print = useSay('print')
  const editor = useRef<TextEditorHandle>(null)
  const first = print(`first.${material}`)
  return (
    <section className="session-words" aria-label={say('paper.words')}>
      <h3>{say('paper.words')}</h3>
      <p className="ui-hint">{say('paper.words.hint')}</p>
      {material === 'runSheet' && <div className="session-edit-acts">{LENGTHS.map(length => <Button small key={length} onPress={() => editor.current?.replace(print(`run.${length}`))}>{say('paper.run', { minutes: length })}</Button>)}</div>}
      <div className="session-editor"><TextEditor ref={editor} body={words ?? first} language={null} label={say('paper.words')} onChange={() => undefined} coded={NOTHING} looks={NOTHING} /></div>
      <div className="session-edit-acts"><Button small look="primary" onPress={() => onKeep(editor.current?.body() ?? first)}>{say('paper.words.keep')}</Button><Button small look="quiet" onPress={() => editor.current?.replace(first)}>{say('paper.words.first')}</Button></div>
    </section>
  )
}
