// Lezen: the stories at the left, the one being read and coded in the middle, what belongs to it at the right.
import { useCallback, useEffect, useMemo, useState } from 'react'
import { z } from 'zod'
import type { ProjectDetails } from '../../shared/contract/project.ts'
import { Id } from '../../shared/domain/ids.ts'
import { useRead } from '../api/hooks.ts'
import { usePreference } from '../api/preferences.ts'
import { ReadingDesk } from '../coding/reading-desk.tsx'
import { useSay } from '../i18n/say.ts'
import { StoryPane } from '../stories/story-pane.tsx'
import { storyInList, useStoryFilter } from '../stories/use-story-filter.ts'
import { EmptyState } from '../ui/empty-state.tsx'
import { Skeleton } from '../ui/skeleton.tsx'
import { SplitPane } from '../ui/split-pane.tsx'
import { ActionButton } from './action-button.tsx'
import { KeysWait, useHeldKeys } from './key-gate.ts'
import { go, passageOf, useRoute } from './route.ts'
import { useStorySteps } from './story-steps.ts'

export default function ReadingPlace() {
  const say = useSay('stories')
  const project = useRead('project.read', {}).data
  if (!project) return <div className="frame-page"><KeysWait /><Skeleton label={say('title')} /></div>
  if (project.stories === 0) return <EmptyState isPage title={say('empty.title')} says={say('empty')} act={<ActionButton action="stories.import" look="primary" />} />
  return <Stories project={project} />
}

const LastStory = z.union([Id, z.null()])

function Stories({ project }: { project: ProjectDetails }) {
  const say = useSay('stories')
  const route = useRoute()
  const [filter, setFilter] = useStoryFilter(project.id)
  const [last, keepLast] = usePreference(`stories.last.${project.id}`, LastStory, null)
  const [side, setSide] = useState<HTMLElement | null>(null)
  const [unfold, setUnfold] = useState(0)
  // On the way to another place this one still stands for a moment: the address is no longer about it.
  const isHere = route.place === 'lezen'
  const current = isHere ? route.rest[0] ?? null : null
  const neighbours = useRead('story.neighbours', { story: current ?? '', filter }, { when: current !== null, keepFormer: true }).data
  const list = useRead('story.list', { filter, offset: 0, limit: 200 }, { when: current === null }).data
  const first = list?.rows[0]?.id
  useHeldKeys(isHere && current === null && list?.total !== 0)

  useEffect(() => { if (current !== null && current !== last) keepLast(current) }, [current, last, keepLast])
  useEffect(() => {
    const landing = last ?? first
    if (isHere && current === null && landing) go(storyInList(landing, filter), { replace: true })
  }, [isHere, current, last, first, filter])
  const goTo = useCallback((story: Id | null | undefined) => { if (story) go(storyInList(story, filter)) }, [filter])
  const step = useStorySteps(filter)
  const passage = useMemo(() => passageOf(route), [route])
  const unfoldSide = useCallback(() => setUnfold(times => times + 1), [])

  return (
    <SplitPane
      remember="lezen"
      left={{
        name: say('title'), width: 280, min: 220,
        content: <StoryPane project={project} filter={filter} onFilter={setFilter} current={current} currentPlace={neighbours?.place ?? null} onOpen={goTo} />
      }}
      right={{ name: say('side'), width: 296, min: 240, unfold, content: <div ref={setSide} className="coding-side-frame" /> }}
    >
      {current && <ReadingDesk project={project} story={current} neighbours={neighbours} passage={passage} landing={route.query.bij ?? null} onStep={step} side={side} unfoldSide={unfoldSide} />}
    </SplitPane>
  )
}
