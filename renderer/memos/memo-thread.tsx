// Memos as people read them together: each with its answers, and room to answer.
import { useRef, useState, type ReactNode } from 'react'
import { Reply } from 'lucide-react'
import type { Memo } from '../../shared/contract/memo.ts'
import { useMay } from '../api/use-me.ts'
import { useSay } from '../i18n/say.ts'
import { Button } from '../ui/button.tsx'
import { goneBackTo } from '../ui/focus-back.ts'
import { MemoEntry } from './memo-entry.tsx'
import { MemoForm } from './memo-form.tsx'
import { threadsOf, type Thread } from './threads.ts'

export interface MemoThreadsProps {
  memos: readonly Memo[]
  /** What a memo is about, e.g. a chip that leads there. */
  renderAbout?: (memo: Memo) => ReactNode
  withTitle?: boolean
}

export function MemoThreads({ memos, renderAbout, withTitle = false }: MemoThreadsProps) {
  return threadsOf(memos).map(thread => <MemoThread key={thread.first.id} thread={thread} about={renderAbout?.(thread.first)} withTitle={withTitle} />)
}

function MemoThread({ thread: { first, answers }, about, withTitle }: { thread: Thread, about?: ReactNode, withTitle: boolean }) {
  const say = useSay('memos')
  const mayWrite = useMay('code')
  const [answering, setAnswering] = useState(false)
  const place = useRef<HTMLDivElement>(null)
  const stop = () => goneBackTo(() => setAnswering(false), () => place.current?.querySelector<HTMLElement>('.memo-answer'))
  return (
    <div className="memo-thread" ref={place}>
      <MemoEntry memo={first} about={about} withTitle={withTitle} />
      {(answers.length > 0 || answering) && (
        <div className="memo-answers">
          {answers.map(answer => <MemoEntry key={answer.id} memo={answer} />)}
          {answering && <MemoForm about={first.about} aboutId={first.aboutId} thread={first.id} isPrivate={first.private} lines={2} label={say('answer.words')} onDone={stop} onCancel={stop} takesFocus />}
        </div>
      )}
      {mayWrite && !answering && <Button small look="quiet" className="memo-answer" icon={<Reply aria-hidden />} onPress={() => setAnswering(true)}>{say('answer')}</Button>}
    </div>
  )
}
