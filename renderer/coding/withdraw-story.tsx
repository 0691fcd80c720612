// Withdrawing a story: what goes for good, what stays, what people should look at, and then where words may still be.
import { useState } from 'react'
import type { Output } from '../../shared/contract/index.ts'
import type { Story } from '../../shared/contract/story.ts'
import type { Id } from '../../shared/domain/ids.ts'
import { useDesk } from '../api/desk.ts'
import { useRead, useWrite } from '../api/hooks.ts'
import { useGuest } from '../api/lan.ts'
import { formatRoute, go } from '../app/route.ts'
import { failureWords } from '../i18n/failure-words.ts'
import { useSay } from '../i18n/say.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { Notice } from '../ui/notice.tsx'
import { Skeleton } from '../ui/skeleton.tsx'

type Facts = Output<'story.withdrawal'>

export function WithdrawStory({ story, next, onClose }: { story: Pick<Story, 'id' | 'number'>, /** Where one goes on. */ next: Id | null, onClose: () => void }) {
  const say = useSay('withdrawing')
  const frame = useSay('frame')
  const guest = useGuest()
  const [done, setDone] = useState<{ facts: Facts, copies: string[], silent: string[], next: Id | null } | null>(null)
  const [isSure, setSure] = useState(false)
  const facts = useRead('story.withdrawal', { story: story.id }, { when: !isSure }).data
  const { write: withdraw, pending, failure } = useWrite('story.withdraw', { quiet: true })
  const { write: findCopies } = useDesk('privacy.copies', { quiet: true })
  const yes = async (): Promise<void> => {
    if (pending || !facts) return
    setSure(true) // what is asked of a story that is gone is an error
    if (!(await withdraw({ stories: [story.id] })).ok) return setSure(false)
    const found = guest ? null : await findCopies({})
    setDone({ facts, next, ...(found?.ok ? { copies: found.value.paths, silent: found.value.silent } : { copies: [], silent: [] }) })
  }
  const leave = (): void => {
    onClose()
    go(formatRoute({ place: 'lezen', ...(done?.next ? { rest: [done.next] } : {}) }))
  }
  if (done) {
    return (
      <Dialog title={say('done', { number: story.number })} isOpen isFirm onClose={leave} foot={<Button look="primary" onPress={leave}>{say('close')}</Button>}>
        <p>{say('done.gone')}</p>
        {done.copies.length > 0 ? <><p>{say('done.copies')}</p><ul className="withdraw-list">{done.copies.map(path => <li key={path}>{path}</li>)}</ul></> : !guest && <p>{say('done.noCopies')}</p>}
        {done.silent.length > 0 && <><p>{say('done.silent')}</p><ul className="withdraw-list">{done.silent.map(path => <li key={path}>{path}</li>)}</ul></>}
        <Quoting facts={done.facts} />
        <p>{say('elsewhere')}</p>
      </Dialog>
    )
  }
  return (
    <Dialog
      title={say('title', { number: story.number })} isOpen isFirm onClose={onClose}
      foot={<><Button onPress={onClose}>{frame('cancel')}</Button><Button look="danger" isDisabled={!facts} onPress={() => void yes()}>{say(pending ? 'doing' : 'do')}</Button></>}
    >
      <p>{say('goes')}</p>
      <Notice kind="warning">{say('forever')}</Notice>
      {facts ? <><p>{say('stays')} {say('codings', { count: facts.codings })}</p><Quoting facts={facts} /></> : <Skeleton label={frame('loading')} lines={2} />}
      <p>{say('elsewhere')}</p>
      {failure && <Notice kind="error">{failureWords(failure)}</Notice>}
    </Dialog>
  )
}

function Quoting({ facts: { quoting } }: { facts: Facts }) {
  const say = useSay('withdrawing')
  return (
    <>
      {quoting.length > 0 && <><p>{say('quoting')}</p><ul className="withdraw-list">{quoting.map(({ is, id, name }) => <li key={id}>{say(`quoting.${is}`, { name })}</li>)}</ul></>}
      <p className="ui-hint">{say('quoting.private')}</p>
    </>
  )
}
