// The history of the project, of a story, of a code or of a coder: who did what and when; taking back what was one's own, and the
// project as it was at that moment.
import { useInfiniteQuery } from '@tanstack/react-query'
import { Fragment } from 'react'
import type { Act } from '../../shared/contract/history.ts'
import { call } from '../api/call.ts'
import { useRead } from '../api/hooks.ts'
import { useAllCoders } from '../api/use-me.ts'
import { useFormats } from '../i18n/format.ts'
import { useSay } from '../i18n/say.ts'
import { Button } from '../ui/button.tsx'
import { Skeleton } from '../ui/skeleton.tsx'
import { ActLine } from './act-line.tsx'
import { HistoryFilter } from './history-filter.tsx'
import { SaveHistory } from './save-history.tsx'
import { ruleOf, useAsked } from './rule.ts'
import './history.css'

const PAGE = 60

export default function HistoryPage() {
  const say = useSay('history')
  const [asked, ask] = useAsked()
  const rule = ruleOf(asked)
  const coders = useAllCoders()
  const isReadOnly = useRead('project.read', {}).data?.readonly ?? true
  const { data, hasNextPage, isFetchingNextPage, fetchNextPage } = useInfiniteQuery({
    // Its name in front, so that the feed finds it old as it does every other answer.
    queryKey: ['history.timeline', rule, 'pages'], initialPageParam: undefined as number | undefined,
    queryFn: ({ pageParam, signal }) => call('history.timeline', { ...rule, limit: PAGE, ...(pageParam === undefined ? {} : { before: pageParam }) }, signal),
    getNextPageParam: last => last.next ?? undefined
  })
  const acts = data?.pages.flatMap(page => page.acts)
  return (
    <div className="frame-page history">
      <h1>{say('title')}</h1>
      <p className="history-lead">{say('lead')}</p>
      <HistoryFilter asked={asked} ask={ask} />
      {!acts ? <Skeleton label={say('title')} lines={8} /> : acts.length === 0 ? <p className="ui-hint">{say('nothing')}</p> : <Days acts={acts} nameOf={id => (id === null ? say('somebody') : coders.get(id)?.name ?? '…')} isReadOnly={isReadOnly} />}
      <div className="history-foot">
        {hasNextPage && <Button onPress={() => void fetchNextPage()}>{say(isFetchingNextPage ? 'more.loading' : 'more')}</Button>}
        {acts && acts.length > 0 && <SaveHistory rule={rule} />}
      </div>
    </div>
  )
}

function Days({ acts, nameOf, isReadOnly }: { acts: readonly Act[], nameOf: (coder: string | null) => string, isReadOnly: boolean }) {
  const format = useFormats()
  const days = Map.groupBy(acts, act => format.date(act.at))
  return [...days].map(([day, list]) => (
    <Fragment key={day}>
      <h2 className="history-day">{day}</h2>
      <ol className="history-acts">{list.map(act => <ActLine key={act.seq} act={act} who={nameOf(act.coder)} isReadOnly={isReadOnly} />)}</ol>
    </Fragment>
  ))
}
