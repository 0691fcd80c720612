// Patronen: questions at the left, how they were answered in the middle, the stories behind every mark in a sheet beside it.
import { useEffect } from 'react'
import { useRead } from '../api/hooks.ts'
import { usePreference } from '../api/preferences.ts'
import { formatRoute, go, useRoute } from '../app/route.ts'
import { FilterChips } from '../filter/filter-chips.tsx'
import { filterFromQuery, namesFilter } from '../filter/filter-route.ts'
import { useSay } from '../i18n/say.ts'
import { EmptyState } from '../ui/empty-state.tsx'
import { Skeleton } from '../ui/skeleton.tsx'
import { SplitPane } from '../ui/split-pane.tsx'
import { Choices, firstChoices, shownOf, type Around } from './choices.ts'
import { CodesPanel } from './codes-panel.tsx'
import { QuestionList } from './question-list.tsx'
import { QuestionPanel } from './question-panel.tsx'
import { RegistersPanel } from './registers-panel.tsx'
import { ResponsePanel } from './response-panel.tsx'
import './patterns.css'

export default function PatternsPage() {
  const say = useSay('patterns')
  const project = useRead('project.read', {}).data
  const signifiers = useRead('signifier.list', {}).data
  const codes = useRead('code.list', {}).data
  if (!project || !signifiers || !codes) return <div className="frame-page"><Skeleton label={say('loading')} lines={8} /></div>
  return <Workspace project={project} signifiers={signifiers} codes={codes} />
}

function Workspace(around: Around) {
  const { project, signifiers, codes } = around
  const say = useSay('patterns')
  const route = useRoute()
  const [choices, keep] = usePreference(`patterns:${project.id}`, Choices, firstChoices(project))
  const set = (part: Partial<Choices>) => keep({ ...choices, ...part })
  // Came here with a rule, from a list of stories: it becomes the filter of the pictures.
  useEffect(() => {
    if (route.place !== 'patronen' || !namesFilter(route.query)) return
    keep({ ...choices, filter: filterFromQuery(route.query) })
    go(formatRoute({ place: 'patronen', rest: route.rest }), { replace: true })
  }, [route, choices, keep])
  const { at, signifier } = shownOf(route.rest[0], signifiers)
  return (
    <SplitPane remember="patronen" left={{ name: say('list'), width: 300, min: 220, content: <QuestionList project={project} signifiers={signifiers} at={at} /> }}>
      <div className="patterns">
        <header className="patterns-head">
          <h1>{say('title')}</h1>
          {at !== 'registratie' && <FilterChips project={project} filter={choices.filter} onChange={filter => set({ filter })} />}
        </header>
        {at === 'codes' ? <CodesPanel project={project} codes={codes} choices={choices} onChange={set} />
          : at === 'registratie' ? <RegistersPanel isReadonly={project.readonly} />
          : at === 'respons' ? <ResponsePanel signifiers={signifiers} choices={choices} />
            : signifier ? <QuestionPanel {...around} signifier={signifier} choices={choices} onChange={set} /> : <EmptyState says={say('empty')} />}
      </div>
    </SplitPane>
  )
}
