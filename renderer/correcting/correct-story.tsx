// Corrects the words of a story where it is read: the words at the left, at the right what will happen to the codings.
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { createPortal } from 'react-dom'
import type { Code } from '../../shared/contract/code.ts'
import type { Coder } from '../../shared/contract/coder.ts'
import type { Story, Text } from '../../shared/contract/story.ts'
import { RevisionReason } from '../../shared/contract/text.ts'
import type { Id } from '../../shared/domain/ids.ts'
import { useActions } from '../app/actions.ts'
import { printedKeys } from '../app/keys.ts'
import { useSay } from '../i18n/say.ts'
import { TextEditor, type TextEditorHandle } from '../reader/text-editor.tsx'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { Kbd } from '../ui/kbd.tsx'
import { RadioGroup } from '../ui/radio-group.tsx'
import { Select } from '../ui/select.tsx'
import { sayInPassing } from '../ui/toast.tsx'
import { Foretold } from './foretold.tsx'
import { Overtaken } from './overtaken.tsx'
import { ReplaceName } from './replace-name.tsx'
import { useCorrection } from './use-correction.ts'
import './correcting.css'

export interface CorrectStoryProps {
  story: Story
  codes: ReadonlyMap<Id, Code>
  coders: ReadonlyMap<Id, Coder>
  /** What a text is called: the question of an answer, null for the story itself. */
  nameOf: (text: Text) => string | null
  /** Where what is foretold goes; null while the panel is folded: then it stands beside the words. */
  side: HTMLElement | null
  onDone: () => void
}

export function CorrectStory({ story, codes, coders, nameOf, side, onDone }: CorrectStoryProps) {
  const say = useSay('correcting')
  const work = useCorrection(story)
  const editor = useRef<TextEditorHandle>(null)
  const [at, setAt] = useState<Id>(story.texts[0]!.id)
  const [isLeaving, setLeaving] = useState(false)
  const text = story.texts.find(each => each.id === at) ?? story.texts[0]!
  const draft = work.correction.texts.find(each => each.text === text.id)!
  const { foresight } = work
  const spans = useMemo(() => {
    const places = (foresight.places.get(text.id) ?? []).filter(({ start, end }) => start < end)
    return { coded: places.filter(({ fit }) => fit !== 'look'), looks: places.filter(({ fit }) => fit === 'look') }
  }, [foresight, text.id])
  const onChange = useCallback((body: string) => work.write(text.id, body), [work, text.id])

  useEffect(() => editor.current?.focus(), [text.id])

  const save = async () => {
    const latest = { text: text.id, body: editor.current?.body() ?? draft.body }
    if (!(await work.save(latest))) return
    sayInPassing({ says: say('saved', { count: foresight.look.length }) })
    onDone()
  }
  const leave = () => {
    if (!work.isChanged && editor.current?.body() === draft.base) { work.letGo(); onDone() } else setLeaving(true)
  }
  const replace = (of: (body: string) => string) => {
    for (const each of work.correction.texts) {
      if (each.text === text.id) editor.current?.replace(of(editor.current.body()))
      else work.write(each.text, of(each.body))
    }
  }
  const foretold = <Foretold foresight={foresight} codes={codes} coders={coders} isChanged={work.isChanged} />
  useActions([
    { id: 'text.save', part: say('part'), name: say('save'), keys: ['Mod+Enter'], inFields: true, run: () => void save() },
    { id: 'text.leave', part: say('part'), name: say('cancel'), keys: ['Escape'], inFields: true, run: leave }
  ])
  return (
    <section className="correcting" aria-label={say('title')}>
      <header className="correcting-head">
        <h1>{say('title')}</h1>
        {story.texts.length > 1 && <Select small label={say('which')} labelHidden choices={story.texts.map(each => ({ id: each.id, name: nameOf(each) ?? say('main') }))} value={text.id} onChange={setAt} />}
        <RadioGroup label={say('reason')} labelHidden asBar value={work.correction.reason} onChange={work.setReason} choices={RevisionReason.options.map(id => ({ id, name: say(`reason.${id}`) }))} />
        <span className="correcting-acts">
          <Button small onPress={leave}>{say('cancel')}<Kbd keys="Esc" /></Button>
          <Button small look="primary" isDisabled={!work.isChanged || work.pending || work.overtaken !== undefined} onPress={() => void save()}>{say('save')}<Kbd keys={printedKeys('Mod+Enter')} /></Button>
        </span>
      </header>
      {work.overtaken && <Overtaken story={story} draft={work.overtaken} coders={coders} onBoth={() => {
        const { texts, both } = work.bringTogether()
        editor.current?.replace(texts.find(each => each.text === text.id)!.body)
        return both
      }} />}
      {work.correction.reason === 'anonymising' && <ReplaceName bodies={work.correction.texts.map(each => each.body)} onReplace={replace} />}
      <div className="correcting-page">
        <div className="correcting-words">
          <TextEditor key={text.id} ref={editor} body={draft.body} language={story.language ?? 'nl'} label={nameOf(text) ?? say('words', { number: story.number })} onChange={onChange} {...spans} />
        </div>
        {side ? createPortal(foretold, side) : foretold}
      </div>
      <Dialog
        title={say('leave.title')} isOpen={isLeaving} onClose={() => setLeaving(false)} size="small" isAlert
        foot={<><Button onPress={() => { work.letGo(); onDone() }} look="danger">{say('leave.drop')}</Button><Button look="primary" onPress={() => setLeaving(false)}>{say('leave.stay')}</Button></>}
      >
        <p>{say('leave')}</p>
      </Dialog>
    </section>
  )
}
