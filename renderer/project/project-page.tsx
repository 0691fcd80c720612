// About the project: what it asks, how one codes in it, its groups and its people. What one changes is saved on leaving the field.
import { useRead } from '../api/hooks.ts'
import { useGuest } from '../api/lan.ts'
import { failureOf } from '../api/failed.ts'
import { codingsIn, useWork } from '../api/use-me.ts'
import { remembered } from '../api/session.ts'
import { failureWords } from '../i18n/failure-words.ts'
import { useSay } from '../i18n/say.ts'
import { Notice } from '../ui/notice.tsx'
import { Skeleton } from '../ui/skeleton.tsx'
import { BlindCoding } from './blind-coding.tsx'
import { Coders } from './coders.tsx'
import { Details } from './details.tsx'
import { Groups } from './groups.tsx'
import { LanPart } from './lan/lan-part.tsx'
import { Merging } from './merging.tsx'
import { Snapshots } from './snapshots.tsx'
import { TeamPart } from './team/team-part.tsx'
import { Yourself } from './yourself.tsx'
import './project.css'

/** Who may change the project as a whole. */
const STEERING = new Set(['lead', 'researcher'])

export default function ProjectPage() {
  const say = useSay('project')
  const frame = useSay('frame')
  const { data: project, error } = useRead('project.read', {})
  const coders = useRead('coder.list', {}).data
  const work = useWork()
  const me = coders?.find(({ id }) => id === remembered()?.coder)
  const isGuest = useGuest() !== null
  const mayChange = Boolean(me && STEERING.has(me.role)) && !project?.readonly
  return (
    <div className="frame-page project">
      <h1>{say('title')}</h1>
      {error && <Notice kind="error">{failureWords(failureOf(error))}</Notice>}
      {!(project && coders) ? !error && <Skeleton label={frame('loading')} lines={6} /> : (
        <>
          {project.readonly ? <Notice>{frame('readonly')}</Notice> : me && !mayChange && <Notice>{say('forbidden')}</Notice>}
          <p className="project-counts">
            {say('stories', { count: project.stories })} · {say('codes', { count: project.codes })}{work && ` · ${say('codings', { count: codingsIn(work, coders) })}`}
          </p>
          <Details project={project} mayChange={mayChange} />
          <BlindCoding project={project} mayChange={mayChange} />
          <Groups groups={project.groups} waves={project.waves} mayChange={mayChange} />
          {me && <Yourself me={me} isReadOnly={project.readonly} />}
          <Coders coders={coders} work={work} me={me} mayChange={mayChange} />
          {!isGuest && <LanPart project={project} coders={coders} mayChange={mayChange} />}
          {!isGuest && <TeamPart coders={coders} mayChange={mayChange} />}
          <Merging isReadOnly={project.readonly} isGuest={isGuest} />
          {!isGuest && <Snapshots mayChange={mayChange} />}
        </>
      )}
    </div>
  )
}
