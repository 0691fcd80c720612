// One pack: its cards in the middle, its balance beside them, and the ways out: on paper, on the wall, counted back.
import { useState } from 'react'
import { ArrowLeft, MonitorPlay, PencilLine, Printer } from 'lucide-react'
import type { Card } from '../../shared/contract/pack.ts'
import type { Id } from '../../shared/domain/ids.ts'
import { failureOf } from '../api/failed.ts'
import { useRead, useWrite } from '../api/hooks.ts'
import { formatRoute, go } from '../app/route.ts'
import { failureWords } from '../i18n/failure-words.ts'
import { useSay } from '../i18n/say.ts'
import { Button } from '../ui/button.tsx'
import { Menu } from '../ui/menu.tsx'
import { Notice } from '../ui/notice.tsx'
import { Skeleton } from '../ui/skeleton.tsx'
import { SplitPane } from '../ui/split-pane.tsx'
import { BalancePanel } from './balance-panel.tsx'
import { CardDialog } from './card-dialog.tsx'
import { CardFace } from './card-face.tsx'
import { CountedTable } from './counted-table.tsx'
import { useMethodWords } from './method-words.ts'
import { PackNames } from './pack-names.tsx'
import { SessionDialog } from './session-dialog.tsx'

export function PackPage({ id }: { id: Id }) {
  const say = useSay('session')
  const method = useMethodWords()
  const { data, error } = useRead('pack.read', { pack: id })
  const remove = useWrite('pack.remove')
  const drop = useWrite('card.remove')
  const change = useWrite('card.change')
  const [editing, setEditing] = useState<Id | null>(null)
  const [naming, setNaming] = useState(false)
  const [holding, setHolding] = useState(false)
  const held = useRead('session.list', {}).data?.find(session => session.pack === id)
  if (error) return <div className="frame-page"><Notice kind="error">{failureWords(failureOf(error))}</Notice></div>
  if (!data) return <div className="frame-page"><Skeleton label={say('title')} lines={8} /></div>
  const { pack, cards, gone } = data
  const edited = cards.find(card => card.id === editing)
  const to = (more: string) => go(formatRoute({ place: 'sessie', rest: ['pakket', id, more] }))
  const takeAway = async () => { if ((await remove.write({ pack: id })).ok) go(formatRoute({ place: 'sessie' })) }
  const right = { name: say('balance'), width: 380, min: 300, content: <div className="session-side"><BalancePanel pack={pack} cards={cards} /><CountedTable pack={pack} cards={cards} /></div> }
  return (
    <SplitPane remember="pakket" right={right}>
      <div className="session session-pack">
        <a className="session-back" href={formatRoute({ place: 'sessie' })}><ArrowLeft aria-hidden />{say('packs')}</a>
        <header className="session-head">
          <h1>{pack.name}</h1>
          <div className="session-acts">
            <Menu label={say('more')} trigger={<Button>{say('more')}</Button>} parts={[{ acts: [{ id: 'name', name: say('rename'), onAct: () => setNaming(true) }, { id: 'remove', name: say('remove'), onAct: () => void takeAway() }] }]} />
            <Button icon={<PencilLine aria-hidden />} onPress={() => (held ? go(formatRoute({ place: 'sessie', rest: ['sessie', held.id] })) : setHolding(true))}>{say('harvest.enter')}</Button>
            <Button icon={<MonitorPlay aria-hidden />} onPress={() => to('tonen')}>{say('show')}</Button>
            <Button look="primary" icon={<Printer aria-hidden />} onPress={() => to('papier')}>{say('paper')}</Button>
          </div>
        </header>
        {pack.question && <p className="session-question">{pack.question}</p>}
        <p className="ui-hint">{say('pack.number', { number: pack.number })} · {method(pack)}</p>
        {gone > 0 && <Notice kind="warning">{say('gone', { count: gone })}</Notice>}
        <p>{tablesWords(cards, pack.tables, say)}</p>
        <ul className="session-cards" aria-label={say('cards')}>
          {cards.map(card => (
            <CardFace
              key={card.id} card={card} tables={pack.tables} onEdit={() => setEditing(card.id)} onDrop={() => void drop.write({ cards: [card.id] })}
              onSide={() => void change.write({ card: card.id, side: card.side === '' ? 'contrary' : '' })}
            />
          ))}
        </ul>
      </div>
      {edited && <CardDialog key={edited.id} card={edited} tables={pack.tables} onClose={() => setEditing(null)} />}
      {holding && <SessionDialog packs={[pack]} pack={id} onClose={() => setHolding(false)} />}
      {naming && <PackNames pack={pack} onClose={() => setNaming(false)} />}
    </SplitPane>
  )
}

function tablesWords(cards: readonly Card[], tables: number, say: ReturnType<typeof useSay<'session'>>): string {
  const shared = tables > 1 ? cards.filter(card => card.tables.length === tables).length : 0
  const own = Array.from({ length: tables }, (_, at) => cards.filter(card => card.tables.includes(at + 1)).length)
  return `${say('cards.sum', { count: cards.length })} ${own.map((count, at) => say('cards.table', { table: at + 1, count })).join(', ')}.${shared > 0 ? ` ${say('cards.shared', { count: shared })}` : ''}`
}
