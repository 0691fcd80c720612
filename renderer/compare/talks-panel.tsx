// Every talk of the project: the open ones first, then what came of the others.
import { failureOf } from '../api/failed.ts'
import { useRead } from '../api/hooks.ts'
import { formatRoute, go } from '../app/route.ts'
import { failureWords } from '../i18n/failure-words.ts'
import { useSay } from '../i18n/say.ts'
import { Button } from '../ui/button.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { Notice } from '../ui/notice.tsx'
import { Skeleton } from '../ui/skeleton.tsx'
import type { Around } from './around.ts'
import { TalkCard } from './talk-card.tsx'

export function TalksPanel({ around }: { around: Around }) {
  const say = useSay('compare')
  const { data, error } = useRead('talk.list', {})
  if (error) return <Notice kind="error">{failureWords(failureOf(error))}</Notice>
  if (!data) return <Skeleton label={say('loading')} lines={6} />
  if (data.length === 0) {
    return <EmptyState says={say('talks.none')} act={<Button look="primary" onPress={() => go(formatRoute({ place: 'samen', rest: around.choices.story ? [around.choices.story] : [] }))}>{say('talks.none.act')}</Button>} />
  }
  const [open, settled] = [data.filter(talk => !talk.settled), data.filter(talk => talk.settled).toSorted((a, b) => b.settled!.at - a.settled!.at)]
  return (
    <>
      <section className="compare-part">
        <h2>{say('talks.open')} <span className="ui-count">{open.length}</span></h2>
        {open.length === 0 && <p className="ui-hint">{say('talks.noneOpen')}</p>}
        <div className="compare-cards">{open.map(talk => <TalkCard key={talk.id} around={around} talk={talk} />)}</div>
      </section>
      {settled.length > 0 && (
        <section className="compare-part">
          <h2>{say('talks.settled')} <span className="ui-count">{settled.length}</span></h2>
          <div className="compare-cards">{settled.map(talk => <TalkCard key={talk.id} around={around} talk={talk} />)}</div>
        </section>
      )}
    </>
  )
}
