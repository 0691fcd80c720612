// "Delen via een teammap" on the project page: where the project is shared, whether all is there, what is wrong, and how far everybody is.
import { useState } from 'react'
import type { Output } from '../../../shared/contract/index.ts'
import { useDesk } from '../../api/desk.ts'
import { useTeamRead } from '../../api/team.ts'
import { useTeam } from '../../api/team-news.ts'
import { placeWords } from '../../app/save-team.tsx'
import { useTeamFaults, type TeamFault } from '../../app/team-faults.ts'
import { useSay } from '../../i18n/say.ts'
import { Button } from '../../ui/button.tsx'
import { Notice } from '../../ui/notice.tsx'
import { sayInPassing } from '../../ui/toast.tsx'
import { BringIn } from '../bring-in.tsx'
import { useMomentWords } from '../moment-words.ts'
import { TeamChoose } from './team-choose.tsx'
import { TeamCoders } from './team-coders.tsx'

export function TeamPart({ coders, mayChange }: { coders: Output<'coder.list'>, mayChange: boolean }) {
  const say = useSay('team')
  const { data } = useTeamRead()
  const [isAsking, setAsking] = useState(false)
  if (!data || (!data.place && !data.canChoose)) return null
  return (
    <section className="project-part" aria-labelledby="project-team">
      <h2 id="project-team">{say('title')}</h2>
      {data.place ? (
        <>
          <p className="project-more">{placeWords(say, data.place)}</p>
          <State />
          <Faults path={data.path} mayChange={mayChange} />
          <TeamCoders rows={data.coders} coders={coders} />
          <div className="ui-hint project-path"><p>{say('file', { path: data.path })}</p><p>{say('folder', { path: data.folder ?? '' })}</p><p>{say('stop')}</p></div>
        </>
      ) : (
        <>
          <p className="project-more">{say('lead.local')}</p>
          {mayChange ? <div className="project-acts"><Button onPress={() => setAsking(true)}>{say('choose')}</Button></div> : <p className="ui-hint">{say('notYours')}</p>}
        </>
      )}
      {isAsking && <TeamChoose path={data.path} onClose={() => setAsking(false)} />}
    </section>
  )
}

function State() {
  const say = useSay('team')
  const when = useMomentWords()
  const team = useTeam()
  const { write: look } = useDesk('team.look')
  if (!team) return null
  return (
    <>
      <p>{team.unshared > 0 ? say('waits', { count: team.unshared }) : say('all')} {team.readAt === null ? !team.byOther && say('read.never') : say('read', { time: when(team.readAt) })} {team.byOther && say('byOther')}</p>
      {!team.byOther && <div className="project-acts"><Button onPress={() => void look({})}>{say('look')}</Button></div>}
    </>
  )
}

function Faults({ path, mayChange }: { path: string, mayChange: boolean }) {
  const faults = useTeamFaults()
  const [copy, setCopy] = useState<string | null>(null)
  return (
    <>
      {faults.map(fault => <Fault key={fault.key} fault={fault} mayChange={mayChange} onMerge={() => setCopy(beside(path, fault.name!))} />)}
      {copy !== null && <BringIn path={copy} onClose={() => setCopy(null)} />}
    </>
  )
}

/** A file of that name in the folder of the shared one, whichever way this system writes paths. */
const beside = (path: string, name: string): string => path.slice(0, Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1) + name

function Fault({ fault: { says, is }, mayChange, onMerge }: { fault: TeamFault, mayChange: boolean, onMerge: () => void }) {
  const say = useSay('team')
  const { write: replace, pending } = useDesk('team.replaceBroken')
  const putGood = async (): Promise<void> => {
    if (pending) return
    const put = await replace({})
    if (put.ok) sayInPassing({ says: say('fault.unreadable.done', { path: put.value.aside }) })
  }
  const act = is === 'copy' ? <Button small onPress={onMerge}>{say('fault.copy.do')}</Button>
    : is === 'unreadable' && mayChange ? <Button small onPress={() => void putGood()}>{say('fault.unreadable.do')}</Button> : undefined
  return <Notice kind="warning" {...(act ? { act } : {})}>{says}</Notice>
}
