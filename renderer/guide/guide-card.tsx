// The guided first story: a card beside the work that says the next thing to do and sees when it was done. It is offered on the sample
// to who codes there for the first time, and found again in the menu of the coder; one may skip a step, or put it away, at any time.
import type { ReactNode } from 'react'
import { X } from 'lucide-react'
import type { Id } from '../../shared/domain/ids.ts'
import { hasRight } from '../../shared/domain/rights.ts'
import { useCoders, useWork } from '../api/use-me.ts'
import { useActions } from '../app/actions.ts'
import { formatRoute, go, useRoute } from '../app/route.ts'
import { useSay } from '../i18n/say.ts'
import { Button } from '../ui/button.tsx'
import { IconButton } from '../ui/icon-button.tsx'
import { STEPS } from './steps.ts'
import { useGuide } from './use-guide.ts'
import './guide.css'

export interface GuideCardProps { coder: Id, /** The sample, where a first story is offered. */ isSample: boolean }

export function GuideCard({ coder, isSample }: GuideCardProps) {
  const say = useSay('guide')
  const me = useCoders().get(coder)
  const mayCode = me !== undefined && hasRight(me.role, 'code')
  const isHere = useRoute().place === 'lezen'
  const { at, begin, goOn, putAway } = useGuide(coder)
  const isNew = useWork(isSample && at === '')?.get(coder)?.codings === 0
  const start = () => { begin(); if (!isHere) go(formatRoute({ place: 'lezen' })) }
  useActions([{ id: 'help.guide', name: say('title'), menu: 'coder', when: () => mayCode, run: start }])
  if (!mayCode) return null
  if (at === '' && isSample && isHere && isNew) {
    return (
      <Card title={say('title')} onClose={putAway}>
        <p>{say('offer')}</p>
        <p className="guide-acts"><Button small look="primary" onPress={start}>{say('begin')}</Button><Button small look="quiet" onPress={putAway}>{say('notNow')}</Button></p>
      </Card>
    )
  }
  const step = typeof at === 'number' ? STEPS[at] : undefined
  if (typeof at !== 'number' || !step) return null
  const isLast = at === STEPS.length - 1
  return (
    <Card title={say('title')} count={isLast ? undefined : say('step', { n: at + 1, of: STEPS.length - 1 })} onClose={putAway}>
      <div role="status">
        <h3>{say(`${step.id}.name`)}</h3>
        <p>{say(`${step.id}.how`)}</p>
      </div>
      <p className="guide-acts">
        {!isHere && !isLast && <Button small look="primary" onPress={() => go(formatRoute({ place: 'lezen' }))}>{say('back')}</Button>}
        {step.id === 'read' || isLast
          ? <Button small look={isHere || isLast ? 'primary' : 'plain'} onPress={goOn}>{say(isLast ? 'close' : 'read.done')}</Button>
          : <Button small look="quiet" onPress={goOn}>{say('skip')}</Button>}
      </p>
    </Card>
  )
}

function Card({ title, count, onClose, children }: { title: string, count?: string, onClose: () => void, children: ReactNode }) {
  const say = useSay('guide')
  return (
    <aside className="guide" aria-labelledby="guide-title">
      <header>
        <h2 id="guide-title">{title}</h2>
        {count && <span className="ui-hint">{count}</span>}
        <IconButton small name={say('close')} icon={<X aria-hidden />} onPress={onClose} />
      </header>
      {children}
    </aside>
  )
}
