// What came of one session: an observation, the cards it rests on, the readings people gave, and what they will try. Theirs, not ours:
// it stands apart from codes and is counted nowhere.
import { useState } from 'react'
import { ArrowLeft, Pencil, Plus, Trash2 } from 'lucide-react'
import type { Harvest } from '../../shared/contract/session.ts'
import type { Id } from '../../shared/domain/ids.ts'
import { useRead, useWrite } from '../api/hooks.ts'
import { formatRoute, go } from '../app/route.ts'
import { useFormats } from '../i18n/format.ts'
import { useSay } from '../i18n/say.ts'
import { Button } from '../ui/button.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { IconButton } from '../ui/icon-button.tsx'
import { Skeleton } from '../ui/skeleton.tsx'
import { HarvestDialog } from './harvest-dialog.tsx'
import { SessionDialog } from './session-dialog.tsx'
import { useAboutNames } from './use-about-names.ts'

export function SessionHarvest({ id }: { id: Id }) {
  const say = useSay('session')
  const format = useFormats()
  const session = useRead('session.list', {}).data?.find(each => each.id === id)
  const harvests = useRead('harvest.list', { session: id }).data
  const cards = useRead('pack.read', { pack: session?.pack ?? '' }, { when: Boolean(session?.pack) }).data?.cards ?? []
  const removeSession = useWrite('session.remove')
  const [editing, setEditing] = useState<Harvest | 'new' | null>(null)
  const [naming, setNaming] = useState(false)
  const packs = useRead('pack.list', {}).data
  if (!session || !harvests) return <div className="frame-page"><Skeleton label={say('title')} /></div>
  const takeAway = async () => { if ((await removeSession.write({ session: id })).ok) go(formatRoute({ place: 'sessie', query: { deel: 'sessions' } })) }
  const numberOf = (card: Id) => String(cards.find(each => each.id === card)?.number ?? '?')
  return (
    <div className="frame-page session">
      <a className="session-back" href={formatRoute({ place: 'sessie', query: { deel: 'sessions' } })}><ArrowLeft aria-hidden />{say('sessions')}</a>
      <header className="session-head">
        <h1>{session.name}</h1>
        <div className="session-acts"><Button look="quiet" onPress={() => setNaming(true)}>{say('session.edit')}</Button><Button look="quiet" onPress={() => void takeAway()}>{say('session.remove')}</Button><Button look="primary" icon={<Plus aria-hidden />} onPress={() => setEditing('new')}>{say('harvest.add')}</Button></div>
      </header>
      <p className="ui-hint">{format.date(session.heldOn ? Date.parse(session.heldOn) : session.at)} · {say('harvest.theirs')}</p>
      {harvests.length === 0 ? <EmptyState says={say('harvest.none')} /> : <ul className="session-harvests">{harvests.map(harvest => <HarvestFace key={harvest.id} harvest={harvest} numberOf={numberOf} onEdit={() => setEditing(harvest)} />)}</ul>}
      {naming && packs && <SessionDialog packs={packs} session={session} onClose={() => setNaming(false)} />}
      {editing && <HarvestDialog session={id} cards={cards} harvest={editing === 'new' ? null : editing} onClose={() => setEditing(null)} />}
    </div>
  )
}

/** `where`: the session it came from, where that is not plain. */
export function HarvestFace({ harvest, numberOf, where, onEdit }: { harvest: Harvest, numberOf?: (card: Id) => string, where?: string, onEdit?: () => void }) {
  const say = useSay('session')
  const format = useFormats()
  const remove = useWrite('harvest.remove')
  const nameOf = useAboutNames()
  const { table, observation, cards, readings, action, owner, due, signal, about } = harvest
  return (
    <li className="session-card">
      <header>
        <strong>{observation}</strong>
        <span className="ui-hint">{[where, table && say('table', { table }), about && nameOf(about)].filter(Boolean).join(' · ')}</span>
        {onEdit && <span className="session-card-acts"><IconButton small name={say('harvest.edit')} icon={<Pencil aria-hidden />} onPress={onEdit} /><IconButton small name={say('harvest.remove')} icon={<Trash2 aria-hidden />} onPress={() => void remove.write({ harvest: harvest.id })} /></span>}
      </header>
      <ul className="session-readings">{readings.toSorted((a, b) => b.votes - a.votes).map((reading, at) => <li key={at}><span>{reading.words}</span><span className="session-votes">{say('votes', { count: reading.votes })}</span></li>)}</ul>
      {action && <p>{say('harvest.try', { action })} {[owner, due && format.date(Date.parse(due))].filter(Boolean).join(', ')}</p>}
      {signal && <p className="ui-hint">{say('harvest.sign', { signal })}</p>}
      {numberOf && cards.length > 0 && <p className="ui-hint">{say('harvest.on', { numbers: cards.map(numberOf).join(', ') })}</p>}
    </li>
  )
}
