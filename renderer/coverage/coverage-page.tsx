// How far the reading is: what I did today, what still waits in the stories, and who reads what. Nobody is ranked.
import { useState } from 'react'
import { Split } from 'lucide-react'
import { useRead } from '../api/hooks.ts'
import { useCoders, useMe } from '../api/use-me.ts'
import { useActions } from '../app/actions.ts'
import { formatRoute } from '../app/route.ts'
import { filterToQuery } from '../filter/filter-route.ts'
import { useFormats } from '../i18n/format.ts'
import { useSay } from '../i18n/say.ts'
import { Button } from '../ui/button.tsx'
import { CoderRing } from '../ui/coder-ring.tsx'
import { Skeleton } from '../ui/skeleton.tsx'
import { DivideDialog } from './divide-dialog.tsx'
import { Gaps } from './gaps.tsx'
import './coverage.css'

const MINE = formatRoute({ place: 'lezen', query: filterToQuery({ assignedToMe: true }) })
const MINE_OPEN = formatRoute({ place: 'lezen', query: filterToQuery({ assignedToMe: true, doneByMe: false }) })

export default function CoveragePage() {
  const say = useSay('coverage')
  const me = useMe()
  const coders = useCoders()
  const project = useRead('project.read', {}).data
  // The day begins at midnight by the clock of this window; looked at once, lest every drawing asks anew.
  const [since] = useState(() => new Date().setHours(0, 0, 0, 0))
  const progress = useRead('coverage.progress', { since }).data
  const [isDividing, setDividing] = useState(false)
  const role = me === null ? undefined : coders.get(me)?.role
  const maySteer = (role === 'lead' || role === 'researcher') && project?.readonly === false
  useActions([{ id: 'stories.divide', part: say('part'), name: say('divide'), when: () => maySteer, run: () => setDividing(true) }])
  if (!project || !progress) return <div className="frame-page"><Skeleton label={say('title')} /></div>
  const mine = progress.coders.find(({ coder }) => coder === me)
  return (
    <div className="frame-page coverage">
      <h1>{say('title')}</h1>
      <section className="coverage-mine" aria-labelledby="coverage-mine">
        <h2 id="coverage-mine">{say('mine')}</h2>
        <p>{say('today', { stories: say('stories', { count: progress.today.stories }), codings: say('codings', { count: progress.today.codings }) })}</p>
        {mine && mine.assigned > 0
          ? <p>{say('assigned', { done: mine.doneOfThose, count: mine.assigned })} <a href={MINE}>{say('assigned.open')}</a>{mine.doneOfThose < mine.assigned && <> <a href={MINE_OPEN}>{say('assigned.left', { count: mine.assigned - mine.doneOfThose })}</a></>}</p>
          : <p className="ui-hint">{say(progress.coders.some(({ assigned }) => assigned > 0) ? 'assigned.notYou' : 'assigned.none')}</p>}
      </section>
      <Gaps />
      <section aria-labelledby="coverage-who">
        <header className="coverage-head">
          <h2 id="coverage-who">{say('who')}</h2>
          {maySteer && <Button small icon={<Split aria-hidden />} onPress={() => setDividing(true)}>{say('divide')}</Button>}
        </header>
        <Who rows={progress.coders} />
      </section>
      {isDividing && <DivideDialog project={project} onClose={() => setDividing(false)} />}
    </div>
  )
}

function Who({ rows }: { rows: readonly { coder: string, assigned: number, doneOfThose: number, done: number }[] }) {
  const say = useSay('coverage')
  const formats = useFormats()
  const coders = useCoders()
  const me = useMe()
  return (
    <table className="coverage-who">
      <thead><tr><th scope="col">{say('who.name')}</th><th scope="col" className="is-number">{say('who.assigned')}</th><th scope="col" className="is-number">{say('who.doneOfThose')}</th><th scope="col" className="is-number">{say('who.done')}</th></tr></thead>
      <tbody>
        {rows.map(({ coder, assigned, doneOfThose, done }) => (
          <tr key={coder}>
            <th scope="row"><CoderRing small initials={coders.get(coder)?.initials ?? ''} mine={coder === me} /> {coders.get(coder)?.name ?? '…'}</th>
            <td className="is-number">{formats.number(assigned)}</td><td className="is-number">{formats.number(doneOfThose)}</td><td className="is-number">{formats.number(done)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
