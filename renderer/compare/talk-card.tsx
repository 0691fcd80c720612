// A talk: what it is about, the question, and what came of it.
import { useState } from 'react'
import { Ellipsis, MessagesSquare } from 'lucide-react'
import type { Talk } from '../../shared/contract/talk.ts'
import { useWrite } from '../api/hooks.ts'
import { formatRoute } from '../app/route.ts'
import { useFormats } from '../i18n/format.ts'
import { useSay } from '../i18n/say.ts'
import { Button } from '../ui/button.tsx'
import { Chip } from '../ui/chip.tsx'
import { CoderRing } from '../ui/coder-ring.tsx'
import { IconButton } from '../ui/icon-button.tsx'
import { Menu } from '../ui/menu.tsx'
import { TextField } from '../ui/text-field.tsx'
import { mayCode, type Around } from './around.ts'
import { SettleForm } from './settle-form.tsx'

export interface TalkCardProps { around: Around, talk: Talk, /** Beside its story: where it is stands there already. */ isHere?: boolean }

export function TalkCard({ around, talk, isHere = false }: TalkCardProps) {
  const say = useSay('compare')
  const format = useFormats()
  const [doing, setDoing] = useState<'settle' | 'change' | null>(null)
  const { write: reopen } = useWrite('talk.reopen')
  const { write: remove } = useWrite('talk.remove')
  const { coders, codes, me } = around
  const may = mayCode(around)
  const nameOf = (id: string | null) => coders.find(coder => coder.id === id)?.name ?? '…'
  const acts = [
    ...(talk.settled ? [{ id: 'reopen', name: say('talk.reopen'), onAct: () => void reopen({ talk: talk.id }) }] : []),
    ...(talk.coder === me ? [{ id: 'change', name: say('talk.change'), onAct: () => setDoing('change') }, { id: 'remove', name: say('talk.remove'), danger: true, onAct: () => void remove({ talk: talk.id }) }] : [])
  ]
  return (
    <article className="compare-talk" data-settled={talk.settled ? true : undefined}>
      <header>
        <MessagesSquare aria-hidden />
        {!isHere && <a href={formatRoute({ place: 'samen', rest: [talk.story], query: talk.start < talk.end ? { van: `${talk.text}:${talk.start}-${talk.end}` } : {} })}>{say('talk.toStory', { number: talk.number })}</a>}
        <span className="compare-rings">{talk.coders.map(id => { const coder = coders.find(each => each.id === id); return coder && <CoderRing key={id} small initials={coder.initials} name={coder.name} mine={id === me} /> })}</span>
        {may && acts.length > 0 && <Menu label={say('talk.more')} placement="bottom end" parts={[{ acts }]} trigger={<IconButton small name={say('talk.more')} icon={<Ellipsis aria-hidden />} />} />}
      </header>
      {doing === 'change' ? <ChangeQuestion talk={talk} onDone={() => setDoing(null)} /> : <h3>{talk.question || say('talk.noQuestion')}</h3>}
      {!isHere && <q className="compare-quote">{talk.quote.replace(/\s+/g, ' ')}</q>}
      {talk.start === talk.end && <p className="ui-hint">{say('talk.gone')}</p>}
      {!isHere && <p className="compare-talk-codes">{talk.codes.flatMap(id => codes.find(code => code.id === id) ?? []).map(code => <Chip key={code.id} colour={code.colour}>{code.name}</Chip>)}</p>}
      <p className="compare-by">{say('talk.by', { name: nameOf(talk.coder), when: format.ago(talk.at) })}</p>
      {talk.settled && (
        <div className="compare-outcome">
          <strong>{say(`talk.outcome.${talk.settled.outcome}`)}</strong>
          {talk.settled.words && <p>{talk.settled.words}</p>}
          <p className="compare-by">{say('talk.settledBy', { name: nameOf(talk.settled.by), when: format.ago(talk.settled.at) })}</p>
          {talk.settled.outcome === 'changed' && talk.codes[0] && <a href={formatRoute({ place: 'codes', rest: [talk.codes[0]] })}>{say('talks.codebook')}</a>}
        </div>
      )}
      {doing === 'settle' ? <SettleForm talk={talk} onDone={() => setDoing(null)} />
        : may && !talk.settled && <Button small aria-label={say('talk.settle.this', { question: talk.question || say('talk.noQuestion') })} onPress={() => setDoing('settle')}>{say('talk.settle')}</Button>}
    </article>
  )
}

function ChangeQuestion({ talk, onDone }: { talk: Talk, onDone: () => void }) {
  const say = useSay('compare')
  const [question, setQuestion] = useState(talk.question)
  const { write, pending } = useWrite('talk.change')
  const save = async () => { if ((await write({ talk: talk.id, question })).ok) onDone() }
  return (
    <form className="compare-form" onSubmit={event => { event.preventDefault(); void save() }}>
      <TextField label={say('talk.question')} lines={3} value={question} onChange={setQuestion} maxLength={2000} autoFocus />
      <div className="compare-form-foot">
        <Button small look="quiet" onPress={onDone}>{say('talk.cancel')}</Button>
        <Button small look="primary" type="submit" isDisabled={pending}>{say('talk.change')}</Button>
      </div>
    </form>
  )
}
