// The stories a rule picks, in a sheet beside the chart that they came from: read them, keep the rule, or go on with it elsewhere.
import { useState } from 'react'
import { BookOpenText, Bookmark, Presentation, Table2 } from 'lucide-react'
import type { StoryFilter } from '../../shared/domain/layer.ts'
import { failureOf } from '../api/failed.ts'
import { useRead } from '../api/hooks.ts'
import { formatRoute, go } from '../app/route.ts'
import { failureWords } from '../i18n/failure-words.ts'
import { Button } from '../ui/button.tsx'
import { Drawer } from '../ui/drawer.tsx'
import { Notice } from '../ui/notice.tsx'
import { Skeleton } from '../ui/skeleton.tsx'
import { filterToQuery } from './filter-route.ts'
import { KeepDialog } from './keep-dialog.tsx'
import { filterSentence, useKnown } from './rule-words.ts'
import { StoryLines } from './story-lines.tsx'

const PAGE = 25

export interface StoriesDrawerProps {
  title: string
  rule: StoryFilter
  /** What the number says, as the chart said it. */
  lead?: string
  onClose: () => void
}

export function StoriesDrawer({ title, rule, lead, onClose }: StoriesDrawerProps) {
  const known = useKnown()
  const { say } = known
  const [keeping, setKeeping] = useState(false)
  const [pages, setPages] = useState(1)
  const groups = new Map(known.project?.groups.map(({ id, name }) => [id, name]))
  const { data, error } = useRead('story.list', { filter: rule, limit: Math.min(500, PAGE * pages) }, { keepFormer: pages > 1 })
  const follow = (place: string) => go(formatRoute({ place, query: filterToQuery(rule) }))
  return (
    <Drawer title={title} lead={lead} isOpen onClose={onClose}>
      <div className="filter-behind">
        <p className="filter-sentence">{filterSentence(rule, known)}</p>
        <div className="filter-behind-acts">
          <Button small icon={<Bookmark aria-hidden />} onPress={() => setKeeping(true)}>{say('behind.keep')}</Button>
          <Button small look="quiet" icon={<BookOpenText aria-hidden />} onPress={() => follow('lezen')}>{say('behind.read')}</Button>
          <Button small look="quiet" icon={<Table2 aria-hidden />} onPress={() => follow('kruistabel')}>{say('behind.table')}</Button>
          <Button small look="quiet" icon={<Presentation aria-hidden />} onPress={() => follow('sessie')}>{say('behind.pack')}</Button>
        </div>
        {error ? <Notice kind="error">{failureWords(failureOf(error))}</Notice> : !data ? <Skeleton label={say('behind.loading')} lines={5} /> : (
          <>
            <p className="filter-behind-sum">{data.total === 0 ? say('behind.empty') : say('behind.sum', { count: data.total })}</p>
            <StoryLines stories={data.rows.map(({ id, number, opening, group }) => ({ story: id, number, opening, ...(groups.size > 1 && group ? { groupName: groups.get(group) ?? '' } : {}) }))} />
            {data.rows.length < data.total && data.rows.length < 500 && <Button onPress={() => setPages(pages + 1)}>{say('behind.more')}</Button>}
          </>
        )}
      </div>
      {keeping && <KeepDialog rule={rule} onClose={() => setKeeping(false)} />}
    </Drawer>
  )
}
