// One act: when, who, what and where, with what one can do about it.
import { useState } from 'react'
import type { Act } from '../../shared/contract/history.ts'
import { UNDO } from '../api/call.ts'
import { useDesk } from '../api/desk.ts'
import { useGuest } from '../api/lan.ts'
import { useWrite } from '../api/hooks.ts'
import { formatRoute, storyRoute } from '../app/route.ts'
import { failureWords } from '../i18n/failure-words.ts'
import { useFormats } from '../i18n/format.ts'
import { useSay } from '../i18n/say.ts'
import { Button } from '../ui/button.tsx'
import { Notice } from '../ui/notice.tsx'
import { sayInPassing } from '../ui/toast.tsx'
import { actWords } from '../app/act-words.ts'
import { isRewritten, Rewritten } from './rewritten.tsx'

export function ActLine({ act, who, isReadOnly }: { act: Act, who: string, isReadOnly: boolean }) {
  const say = useSay('history')
  const format = useFormats()
  const what = actWords(act, say, format)
  const when = format.moment(act.at)
  const { write: undo, pending: undoing, failure } = useWrite('history.undo', { quiet: true })
  const [busy, setBusy] = useState(false)
  const isGuest = useGuest() !== null
  const { write: openAt } = useDesk('snapshot.openAt')
  const takeBack = async (): Promise<void> => {
    if (!undoing && (await undo({ seq: act.seq })).ok) sayInPassing({ about: UNDO, says: say('undone', { what }) })
  }
  const openThen = async (): Promise<void> => {
    if (busy) return
    setBusy(true)
    const opened = await openAt({ seq: act.seq })
    setBusy(false)
    if (!opened.ok) return
    const { answersOfLater: count } = opened.value
    sayInPassing({ says: [say('then.done', { when }), ...(count > 0 ? [say('then.answers', { count })] : [])].join(' ') })
  }
  return (
    <li className="history-act">
      <time dateTime={new Date(act.at).toISOString()}>{format.time(act.at)}</time>
      <p>
        <b>{who}</b> {what}
        {act.story && <> · <a href={storyRoute(act.story.id)}>{say('in.story', { number: act.story.number })}</a></>}
        {act.entity === 'code' && act.count === 1 && act.kind !== 'code.removed' && <> · <a href={formatRoute({ place: 'codes', rest: [act.id] })}>{act.turned === 'undone' ? act.was ?? act.name : act.name}</a></>}
      </p>
      <span className="history-act-ways">
        {act.canUndo && !isReadOnly && <Button small look="quiet" aria-label={say('undo.one', { what })} onPress={() => void takeBack()}>{say('undo')}</Button>}
        {!isGuest && <Button small look="quiet" aria-label={say('then.one', { what, when })} onPress={() => void openThen()}>{say(busy ? 'then.making' : 'then.open')}</Button>}
      </span>
      {isRewritten(act) && <Rewritten act={act} />}
      {failure && <Notice kind="warning">{failureWords(failure)}</Notice>}
    </li>
  )
}
