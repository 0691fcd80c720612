// The memos on one thing: reading them, and writing another.
import { useRef, useState } from 'react'
import type { MemoAbout } from '../../shared/contract/memo.ts'
import type { Id } from '../../shared/domain/ids.ts'
import { useRead } from '../api/hooks.ts'
import { useMay } from '../api/use-me.ts'
import { useActions } from '../app/actions.ts'
import { useSay } from '../i18n/say.ts'
import { Button } from '../ui/button.tsx'
import { goneBackTo } from '../ui/focus-back.ts'
import { MemoForm } from './memo-form.tsx'
import { MemoThreads } from './memo-thread.tsx'

export interface MemoPanelProps { about: MemoAbout, aboutId: Id, title: string, hint?: string }

export function MemoPanel({ about, aboutId, title, hint }: MemoPanelProps) {
  const say = useSay('memos')
  const memos = useRead('memo.list', { about, aboutId }).data ?? []
  const mayWrite = useMay('code')
  const [writing, setWriting] = useState(false)
  const place = useRef<HTMLElement>(null)
  const stop = () => goneBackTo(() => setWriting(false), () => place.current?.querySelector('button'))
  useActions([{ id: 'memo.new', part: title, name: say('write'), keys: ['s'], when: () => mayWrite && !writing, run: () => setWriting(true) }])
  return (
    <section className="memo-panel" aria-label={title} ref={place}>
      {writing
        ? <MemoForm about={about} aboutId={aboutId} label={say('words')} placeholder={hint} onDone={stop} onCancel={stop} takesFocus />
        : mayWrite && <Button small onPress={() => setWriting(true)}>{say('write')}</Button>}
      {memos.length === 0 && !writing && <p className="ui-hint">{hint}</p>}
      <MemoThreads memos={memos} />
    </section>
  )
}
