// Searching the words of all stories: hits by story, words in their context, how often words occur, what stands near them, and
// passages that are alike. A reading aid: nothing is coded here.
import type { ReactNode } from 'react'
import { useRead } from '../api/hooks.ts'
import { useStep } from '../api/jobs.ts'
import { useActions } from '../app/actions.ts'
import { FilterChips } from '../filter/filter-chips.tsx'
import { useSay } from '../i18n/say.ts'
import { ProgressBar } from '../ui/progress-bar.tsx'
import { SearchField } from '../ui/search-field.tsx'
import { useTypedAhead } from '../ui/use-typed-ahead.ts'
import { Skeleton } from '../ui/skeleton.tsx'
import { Tabs } from '../ui/tabs.tsx'
import { Alike } from './alike.tsx'
import { FACES, useAsked, type Face } from './asked.ts'
import { Hits } from './hits.tsx'
import { Lines } from './lines.tsx'
import { Near } from './near.tsx'
import { WordList } from './word-list.tsx'
import './search.css'

const FIELD = 'zoekveld'
const focusField = () => document.querySelector<HTMLInputElement>(`.${FIELD} input`)?.select()

export default function SearchPage() {
  const say = useSay('search')
  const project = useRead('project.read', {}).data
  const state = useRead('search.state', {}).data
  const job = useStep('search')
  const [asked, ask] = useAsked()
  useActions([{ id: 'search.field', part: say('part'), name: say('field'), keys: ['/'], run: focusField }])
  if (!project || !state) return <div className="frame-page"><Skeleton label={say('title')} /></div>
  const faces: Record<Face, ReactNode> = {
    verhalen: <Hits asked={asked} ask={ask} />, regels: <Lines asked={asked} ask={ask} />, woorden: <WordList asked={asked} ask={ask} stops={state.stops} />,
    ernaast: <Near asked={asked} ask={ask} />, lijkt: <Alike asked={asked} ask={ask} isOn={state.suggestions} />
  }
  return (
    <div className="search">
      <header className="search-head">
        <h1>{say('title')}</h1>
        <Words value={asked.words} onChange={words => ask({ words }, { replace: true })} />
        <div className="search-scope"><FilterChips project={project} filter={asked.filter} onChange={filter => ask({ filter })} /></div>
      </header>
      {state.state === 'building' && <div className="search-building"><ProgressBar label={say('building')} value={job?.progress == null ? null : job.progress * 100} /></div>}
      <Tabs<Face>
        label={say('title')} className="search-faces" value={asked.face} onChange={face => { if (face !== asked.face) ask({ face }) }}
        tabs={FACES.map(id => ({ id, name: say(`face.${id}`), content: id === asked.face ? faces[id] : null }))}
      />
    </div>
  )
}

/** Types ahead of the address, which follows when the typing pauses. */
function Words({ value, onChange }: { value: string, onChange: (words: string) => void }) {
  const say = useSay('search')
  const [words, setWords] = useTypedAhead(value, onChange, 120)
  return (
    <div className="search-field">
      <SearchField label={say('field')} value={words} onChange={setWords} maxLength={200} autoFocus className={FIELD} />
      <p className="ui-hint">{say('field.hint')}</p>
    </div>
  )
}
