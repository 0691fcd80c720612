// Who sits here? A list with the last one first, or yourself added. Nothing can be coded before this is known.
import { useState } from 'react'
import { UserPlus } from 'lucide-react'
import { Button as AriaButton } from 'react-aria-components'
import type { Output } from '../../shared/contract/index.ts'
import type { DeskOutput } from '../../shared/contract/desk.ts'
import type { Id } from '../../shared/domain/ids.ts'
import { useDesk } from '../api/desk.ts'
import { failureOf } from '../api/failed.ts'
import { useRead } from '../api/hooks.ts'
import { useWork } from '../api/use-me.ts'
import { failureWords } from '../i18n/failure-words.ts'
import { useSay } from '../i18n/say.ts'
import { SaveCopy } from '../files/save-copy.tsx'
import { Button } from '../ui/button.tsx'
import { CoderRing } from '../ui/coder-ring.tsx'
import { Notice } from '../ui/notice.tsx'
import { Skeleton } from '../ui/skeleton.tsx'
import { JoinForm } from './join-form.tsx'
import './start.css'

type Coder = Output<'coder.list'>[number]

export function ChooseCoder({ opened }: { opened: NonNullable<DeskOutput<'desk.read'>['opened']> }) {
  const say = useSay('start')
  const frame = useSay('frame')
  const { data, error } = useRead('coder.list', {})
  // A newcomer reads here first what the group wants to know.
  const question = useRead('project.read', {}).data?.question.trim()
  const work = useWork()
  const { write: enter, pending } = useDesk('desk.enter')
  const { write: leave } = useDesk('desk.leave')
  const [isJoining, setJoining] = useState(false)
  // Also here: a project that can only be read lets nobody join, and says to work in a copy.
  const [isCopying, setCopying] = useState(false)
  const coders = data && lastFirst(data.filter(coder => coder.role !== 'consensus'), opened.lastCoder)
  return (
    <div className="start">
      <main className="start-sheet is-narrow">
        <p className="start-name">{opened.title}</p>
        {question && <p className="start-question">{say('who.question', { question })}</p>}
        <h1>{say('who.title')}</h1>
        <p className="start-lead">{say('who.lead')}</p>
        {error && <Notice kind="error">{failureWords(failureOf(error))}</Notice>}
        {!coders && !error && <Skeleton label={say('who.list')} />}
        {coders && coders.length > 0 && !isJoining && (
          <>
            <ul className="who-list" aria-label={say('who.list')}>
              {coders.map(coder => <CoderLine key={coder.id} coder={coder} codings={work?.get(coder.id)?.codings} isLast={coder.id === opened.lastCoder} isBusy={pending} onChoose={() => void enter({ coder: coder.id })} />)}
            </ul>
            <Button look="quiet" icon={<UserPlus aria-hidden />} onPress={() => setJoining(true)}>{say('who.add')}</Button>
          </>
        )}
        {coders && (coders.length === 0 || isJoining) && <JoinForm isFirst={coders.length === 0} onBack={() => setJoining(false)} />}
      </main>
      <footer className="start-foot">
        <Button look="quiet" small onPress={() => void leave({})}>{say('who.leave')}</Button>
        <Button look="quiet" small onPress={() => setCopying(true)}>{frame('project.copy')}</Button>
      </footer>
      {isCopying && <SaveCopy title={opened.title} path={opened.path} onClose={() => setCopying(false)} />}
    </div>
  )
}

function CoderLine({ coder, codings, isLast, isBusy, onChoose }: { coder: Coder, /** Undefined until they are counted. */ codings: number | undefined, isLast: boolean, isBusy: boolean, onChoose: () => void }) {
  const say = useSay('start')
  return (
    <li>
      <AriaButton className="who-coder" autoFocus={isLast} isDisabled={isBusy} onPress={onChoose}>
        <CoderRing initials={coder.initials} mine={isLast} />
        <span className="who-name">{coder.name}</span>
        <span className="ui-hint">{[...(isLast ? [say('who.last')] : []), ...(codings === undefined ? [] : [say('who.codings', { count: codings })])].join(' · ')}</span>
      </AriaButton>
    </li>
  )
}

const lastFirst = (coders: Coder[], last: Id | null): Coder[] => coders.toSorted((a, b) => Number(b.id === last) - Number(a.id === last))
