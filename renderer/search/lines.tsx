// Words in their context: every occurrence on one line, the hits below each other, sorted by what stands left or right of them.
import { useState } from 'react'
import { useRead } from '../api/hooks.ts'
import { storyRoute } from '../app/route.ts'
import { useFormats } from '../i18n/format.ts'
import { useSay } from '../i18n/say.ts'
import { Button } from '../ui/button.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { RadioGroup } from '../ui/radio-group.tsx'
import { Skeleton } from '../ui/skeleton.tsx'
import type { Ask, Asked } from './asked.ts'
import { Meant } from './meant.tsx'

type Sort = 'story' | 'left' | 'right'
const [PAGE, MOST] = [100, 500]

export function Lines({ asked: { words, filter }, ask }: { asked: Asked, ask: Ask }) {
  const say = useSay('search')
  const formats = useFormats()
  const [sort, setSort] = useState<Sort>('story')
  const [limit, setLimit] = useState(PAGE)
  const isAsked = words.trim() !== ''
  const found = useRead('search.lines', { words, filter, sort, limit }, { when: isAsked, keepFormer: true }).data
  const isWhole = useRead('search.state', {}).data?.state === 'ready'
  if (!isAsked) return <EmptyState says={say('lines.empty')} />
  if (!found) return <Skeleton label={say('looking')} lines={8} />
  return (
    <div className="search-lines">
      <div className="search-bar">
        <p className="search-count" role="status">{(isWhole || found.all > 0) && say('lines.count', { count: found.all })}{found.all > found.looked && ` ${say('lines.looked', { n: formats.number(found.looked) })}`}</p>
        <RadioGroup<Sort>
          label={say('lines.sort')} labelHidden asBar value={sort} onChange={setSort}
          choices={[{ id: 'story', name: say('lines.sort.story') }, { id: 'left', name: say('lines.sort.left') }, { id: 'right', name: say('lines.sort.right') }]}
        />
      </div>
      {isWhole && found.all === 0 && <Meant words={words} filter={filter} ask={ask} />}
      <ol className={`search-grid is-${sort}`}>
        {found.lines.map(line => (
          <li key={`${line.text} ${line.start}`}>
            <a className="search-line" href={storyRoute(line.story, line)}>
              <span className="search-line-story">{line.number}</span>
              <span className="search-line-left"><bdi>{line.left}</bdi></span>
              <mark>{line.words}</mark>
              <span className="search-line-right">{line.right}</span>
            </a>
          </li>
        ))}
      </ol>
      {found.looked > found.lines.length && limit < MOST && <Button look="quiet" onPress={() => setLimit(now => Math.min(MOST, now + PAGE))}>{say('more')}</Button>}
    </div>
  )
}
