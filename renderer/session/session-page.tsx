// Sessie: packs of stories for people who make sense of them together, what they brought home from it, and what was learned.
import { Plus } from 'lucide-react'
import { useState } from 'react'
import { useRead } from '../api/hooks.ts'
import { useMay } from '../api/use-me.ts'
import { useActions } from '../app/actions.ts'
import { formatRoute, go, useRoute } from '../app/route.ts'
import { filterFromQuery, namesFilter } from '../filter/filter-route.ts'
import { useSay } from '../i18n/say.ts'
import { Button } from '../ui/button.tsx'
import { Skeleton } from '../ui/skeleton.tsx'
import { Tabs } from '../ui/tabs.tsx'
import { LessonList } from './lesson-list.tsx'
import { PackList } from './pack-list.tsx'
import { PackMaker } from './pack-maker.tsx'
import { PackPage } from './pack-page.tsx'
import { Presenting } from './presenting.tsx'
import { PrintPage } from './print/print-page.tsx'
import { SessionList } from './session-list.tsx'
import { SessionHarvest } from './session-harvest.tsx'
import type { Wish } from './use-maker.ts'
import './session.css'

type Part = 'packs' | 'sessions' | 'lessons'

export default function SessionPage() {
  const { rest } = useRoute()
  const [kind, id, more] = rest
  if (kind === 'pakket' && id && more === 'papier') return <PrintPage key={id} id={id} />
  if (kind === 'pakket' && id && more === 'tonen') return <Presenting key={id} id={id} />
  if (kind === 'pakket' && id) return <PackPage key={id} id={id} />
  if (kind === 'sessie' && id) return <SessionHarvest key={id} id={id} />
  return <Overview />
}

function Overview() {
  const say = useSay('session')
  const route = useRoute()
  const packs = useRead('pack.list', {}).data
  const sessions = useRead('session.list', {}).data
  const lessons = useRead('lesson.list', {}).data
  const asked = wishOf(route.query)
  const [making, setMaking] = useState(false)
  const part = (['sessions', 'lessons'] as const).find(each => each === route.query.deel) ?? 'packs'
  const mayPrepare = useMay('prepare')
  useActions([{ id: 'pack.make', part: say('part'), name: say('make'), keys: ['n'], when: () => mayPrepare, run: () => setMaking(true) }])
  if (!packs || !sessions || !lessons) return <div className="frame-page"><Skeleton label={say('title')} /></div>
  const close = () => { setMaking(false); if (asked) go(formatRoute({ place: 'sessie' }), { replace: true }) }
  return (
    <div className="frame-page session">
      <header className="session-head"><h1>{say('title')}</h1>{mayPrepare && <Button look="primary" icon={<Plus aria-hidden />} onPress={() => setMaking(true)}>{say('make')}</Button>}</header>
      <p className="session-lead">{say('lead')}</p>
      <Tabs<Part>
        label={say('title')} value={part} onChange={deel => go(formatRoute({ place: 'sessie', query: deel === 'packs' ? {} : { deel } }), { replace: true })}
        tabs={[
          { id: 'packs', name: say('packs'), count: packs.length, content: <PackList packs={packs} /> },
          { id: 'sessions', name: say('sessions'), count: sessions.length, content: <SessionList sessions={sessions} packs={packs} /> },
          { id: 'lessons', name: say('lessons'), count: lessons.length, content: <LessonList lessons={lessons} /> }
        ]}
      />
      {(making || asked) && <PackMaker wish={asked ?? {}} onClose={close} />}
    </div>
  )
}

/** Came here with stories in mind: a rule, a theme or a code. */
function wishOf(query: Record<string, string>): Wish | null {
  if (query.thema) return { theme: query.thema }
  if (query.fragmenten) return { code: query.fragmenten }
  return namesFilter(query) ? { filter: filterFromQuery(query) } : null
}
