// One memo as it is read: who wrote it, when, about what; the writer may change it or take it away.
import { useState, type ReactNode } from 'react'
import { Layers, Lock, Pencil, Trash2 } from 'lucide-react'
import type { Memo } from '../../shared/contract/memo.ts'
import { useWrite } from '../api/hooks.ts'
import { useCoders, useMay, useMe } from '../api/use-me.ts'
import { sayDone } from '../app/say-done.ts'
import { useFormats } from '../i18n/format.ts'
import { useSay } from '../i18n/say.ts'
import { CoderRing } from '../ui/coder-ring.tsx'
import { goneBackTo } from '../ui/focus-back.ts'
import { IconButton } from '../ui/icon-button.tsx'
import { MemoForm } from './memo-form.tsx'
import { MemoWords } from './memo-words.tsx'
import { ToTheme } from './to-theme.tsx'

export interface MemoEntryProps {
  memo: Memo
  /** What it is about, e.g. a chip that leads there. */
  about?: ReactNode
  /** Entries of the journal have titles, which stand right under the page's own heading. */
  withTitle?: boolean
}

export function MemoEntry({ memo, about, withTitle = false }: MemoEntryProps) {
  const say = useSay('memos')
  const formats = useFormats()
  const coder = useCoders().get(memo.coder)
  const mine = useMe() === memo.coder
  const mayWrite = useMay('code')
  const [changing, setChanging] = useState(false)
  const { write: remove } = useWrite('memo.remove')
  const takeAway = async () => {
    const gone = await remove({ memo: memo.id })
    if (gone.ok) sayDone(say('removed'))
  }
  if (changing) {
    const stop = () => goneBackTo(() => setChanging(false), () => document.querySelector<HTMLElement>(`#memo-${memo.id} .memo-change`))
    return <MemoForm about={memo.about} aboutId={memo.aboutId} memo={memo} withTitle={withTitle} lines={withTitle ? 10 : 4} label={say('change')} onDone={stop} onCancel={stop} takesFocus />
  }
  const Heading = withTitle ? 'h2' : 'h3'
  return (
    <article className="memo" id={`memo-${memo.id}`}>
      <header className="memo-head">
        <CoderRing small initials={coder?.initials ?? ''} name={coder?.name} mine={mine} />
        <time dateTime={new Date(memo.at).toISOString()} title={formats.moment(memo.at)}>{formats.ago(memo.at)}</time>
        {memo.private && <span className="memo-private"><Lock aria-hidden size={12} />{say('private.short')}</span>}
        {about}
        <span className="memo-acts">
          {mayWrite && !memo.private && <ToTheme target={{ memo: memo.id }} trigger={<IconButton small name={say('toTheme')} icon={<Layers aria-hidden />} />} />}
          {mayWrite && mine && <>
            <IconButton small className="memo-change" name={say('change')} icon={<Pencil aria-hidden />} onPress={() => setChanging(true)} />
            <IconButton small name={say('remove')} icon={<Trash2 aria-hidden />} onPress={() => void takeAway()} />
          </>}
        </span>
      </header>
      {memo.title && <Heading className="memo-title">{memo.title}</Heading>}
      {memo.body && <MemoWords body={memo.body} />}
    </article>
  )
}
