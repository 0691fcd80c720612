// The left side of Lezen: which stories there are, how many of them one sees, and how one narrows them down.
import type { ProjectDetails } from '../../shared/contract/project.ts'
import type { Id } from '../../shared/domain/ids.ts'
import type { StoryFilter } from '../../shared/domain/layer.ts'
import { useRead } from '../api/hooks.ts'
import { useFormats } from '../i18n/format.ts'
import { useSay } from '../i18n/say.ts'
import { Button } from '../ui/button.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { SearchField } from '../ui/search-field.tsx'
import { useTypedAhead } from '../ui/use-typed-ahead.ts'
import { formatRoute } from '../app/route.ts'
import { FilterChips } from '../filter/filter-chips.tsx'
import { StoryList } from './story-list.tsx'
import './stories.css'

export interface StoryPaneProps {
  project: ProjectDetails
  filter: StoryFilter
  onFilter: (filter: StoryFilter) => void
  current: Id | null
  currentPlace: number | null
  onOpen: (story: Id) => void
}

export function StoryPane({ project, filter, onFilter, current, currentPlace, onOpen }: StoryPaneProps) {
  const say = useSay('stories')
  const formats = useFormats()
  const total = useRead('story.list', { filter, offset: 0, limit: 200 }, { keepFormer: true }).data?.total
  const isWhole = total === undefined || total === project.stories
  return (
    <div className="story-pane">
      <header className="story-pane-head">
        <h2>{say('title')}</h2>
        <p className="story-pane-count" aria-live="polite">
          {isWhole ? formats.number(project.stories) : say('count', { n: formats.number(total), total: formats.number(project.stories) })}
        </p>
        <a className="story-pane-far" href={formatRoute({ place: 'dekking' })}>{say('far')}</a>
      </header>
      <StorySearch value={filter.search ?? ''} onChange={search => onFilter(withSearch(filter, search))} />
      <FilterChips project={project} filter={filter} onChange={onFilter} />
      <StoryList
        project={project} filter={filter} current={current} currentPlace={currentPlace} onOpen={onOpen}
        nothing={<EmptyState says={say('nothing')} act={<Button onPress={() => onFilter({})}>{say('clear')}</Button>} />}
      />
    </div>
  )
}

/** Types ahead of the list: the address and the list follow when the typing pauses. */
function StorySearch({ value, onChange }: { value: string, onChange: (search: string) => void }) {
  const say = useSay('stories')
  const [words, setWords] = useTypedAhead(value, onChange, 200)
  return <SearchField label={say('search')} value={words} onChange={setWords} maxLength={200} className="story-search" />
}

function withSearch(filter: StoryFilter, search: string): StoryFilter {
  const { search: _, ...rest } = filter
  return search.trim() ? { ...rest, search } : rest
}
