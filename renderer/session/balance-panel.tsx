// The balance report beside the cards: what is askew, each with what would mend it, and the make-up of the pack beside that of all stories.
import { useState } from 'react'
import { Check, TriangleAlert } from 'lucide-react'
import type { Advice, Balance, Card, CardFrom, Pack } from '../../shared/contract/pack.ts'
import { newId } from '../../shared/domain/ids.ts'
import { failureOf } from '../api/failed.ts'
import { useRead, useWrite } from '../api/hooks.ts'
import { failureWords } from '../i18n/failure-words.ts'
import { useSay } from '../i18n/say.ts'
import { Button } from '../ui/button.tsx'
import { Notice } from '../ui/notice.tsx'
import { Select } from '../ui/select.tsx'
import { Skeleton } from '../ui/skeleton.tsx'
import { categoryWords, dimensionWords, warningWords } from './balance-words.ts'

export function BalancePanel({ pack, cards }: { pack: Pack, cards: readonly Card[] }) {
  const say = useSay('session')
  const { data, error } = useRead('pack.balance', { pack: pack.id }, { keepFormer: true })
  const signifiers = useRead('signifier.list', {}).data ?? []
  const change = useWrite('pack.change')
  const [isAll, setAll] = useState(false)
  if (error) return <Notice kind="error">{failureWords(failureOf(error))}</Notice>
  if (!data) return <Skeleton label={say('balance')} lines={6} />
  const scored = signifiers.filter(({ kind }) => kind === 'slider' || kind === 'likert')
  const shown = isAll ? data.dimensions : data.dimensions.filter(({ watched }) => watched).slice(0, 5)
  return (
    <div className="session-balance">
      <h2>{say('balance')}</h2>
      <p className="ui-hint">{say('balance.lead', { stories: data.stories, all: data.about.n })}</p>
      {data.advice.length === 0 ? <p className="session-sound"><Check aria-hidden />{say('balance.sound')}</p> : <ul className="session-advice">{data.advice.map((advice, at) => <AdviceLine key={at} advice={advice} balance={data} pack={pack} cards={cards} />)}</ul>}
      {scored.length > 0 && <Select small label={say('tone')} hint={say('tone.hint')} value={pack.tone} onChange={tone => void change.write({ pack: pack.id, tone })} choices={scored.map(({ id, title }) => ({ id, name: title }))} />}
      {shown.map((dimension, at) => <Makeup key={`${dimension.kind} ${dimension.signifier ?? at}`} dimension={dimension} />)}
      {shown.length < data.dimensions.length && <Button small look="quiet" onPress={() => setAll(true)}>{say('balance.all', { count: data.dimensions.length })}</Button>}
    </div>
  )
}

function AdviceLine({ advice, balance, pack, cards }: { advice: Advice, balance: Balance, pack: Pack, cards: readonly Card[] }) {
  const say = useSay('session')
  const add = useWrite('card.add')
  const drop = useWrite('card.remove')
  const change = useWrite('pack.change')
  const { warning, outside } = advice
  const put = (from: CardFrom) => void add.write({ pack: pack.id, cards: [{ card: newId(), from, tables: [emptiest(cards, pack.tables)] }] })
  const gone = cards.find(({ id }) => id === advice.drop[0])
  return (
    <li>
      <TriangleAlert aria-hidden />
      <div>
        <p>{warningWords(warning, balance, say)}</p>
        <span className="session-edit-acts">
          {advice.add[0] && <Button small isDisabled={add.pending} onPress={() => put(advice.add[0]!)}>{say(outside ? 'mend.outside' : 'mend.add')}</Button>}
          {gone && <Button small isDisabled={drop.pending} onPress={() => void drop.write({ cards: [gone.id] })}>{say('mend.drop', { number: gone.number })}</Button>}
          {warning.is === 'mixedVoices' && <Button small onPress={() => void change.write({ pack: pack.id, look: { ...pack.look, group: true } })}>{say('mend.group')}</Button>}
        </span>
      </div>
    </li>
  )
}

function emptiest(cards: readonly Card[], tables: number): number {
  const counts = Array.from({ length: tables }, (_, at) => cards.filter(card => card.tables.includes(at + 1)).length)
  return counts.indexOf(Math.min(...counts)) + 1
}

function Makeup({ dimension }: { dimension: Balance['dimensions'][number] }) {
  const say = useSay('session')
  return (
    <table className="session-makeup">
      <caption>{dimensionWords(dimension, say)}</caption>
      <thead><tr><th scope="col"><span className="only-read-aloud">{say('makeup.what')}</span></th><th scope="col">{say('makeup.pack')}</th><th scope="col">{say('makeup.whole')}</th></tr></thead>
      <tbody>
        {dimension.categories.map(category => (
          <tr key={category.key}><th scope="row">{categoryWords(dimension, category, say)}</th><td>{share(category.pack, dimension.pack)}</td><td>{share(category.whole, dimension.whole)}</td></tr>
        ))}
      </tbody>
    </table>
  )
}

/** Under twenty stories a percentage says more than it knows. */
const share = (count: number, of: number): string => (of >= 20 ? `${count} (${Math.round(count / of * 100)}%)` : `${count}/${of}`)
