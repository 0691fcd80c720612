// What copies that came together disagree about, for people to settle. Each part is there only while it has something to say.
import { useRead } from '../api/hooks.ts'
import { failureOf } from '../api/failed.ts'
import { useMyRole } from '../api/use-me.ts'
import { failureWords } from '../i18n/failure-words.ts'
import { useSay } from '../i18n/say.ts'
import { EmptyState } from '../ui/empty-state.tsx'
import { Notice } from '../ui/notice.tsx'
import { Skeleton } from '../ui/skeleton.tsx'
import { CodesToLook } from './codes-to-look.tsx'
import { ConflictCard } from './conflict-card.tsx'
import { SameCoders } from './same-coders.tsx'
import { Twice } from './twice.tsx'
import './settling.css'

export default function SettlingPage() {
  const say = useSay('merging')
  const { data: list, error } = useRead('conflict.list', {})
  const role = useMyRole()
  const mayCode = !(useRead('project.read', {}).data?.readonly ?? true) && role !== undefined && role !== 'facilitator' && role !== 'reader'
  if (error) return <div className="frame-page"><Notice kind="error">{failureWords(failureOf(error))}</Notice></div>
  const isEmpty = list && Object.values(list).every(part => part.length === 0)
  return (
    <div className="frame-page settling">
      <h1>{say('page.title')}</h1>
      {!list ? <Skeleton label={say('page.title')} lines={6} /> : isEmpty ? <EmptyState says={say('page.nothing')} /> : (
        <>
          <p className="settling-lead">{say('page.lead')}</p>
          {list.conflicts.length > 0 && (
            <section className="settling-part" aria-labelledby="settling-conflicts">
              <h2 id="settling-conflicts">{say('conflicts')}</h2>
              <p className="settling-lead">{say('conflicts.lead')}</p>
              {list.conflicts.map(conflict => <ConflictCard key={`${conflict.id} ${conflict.choices[0]!.stamp} ${conflict.choices[0]!.values[0]?.field}`} conflict={conflict} mayCode={mayCode} />)}
            </section>
          )}
          <CodesToLook list={list} mayCode={mayCode} />
          <SameCoders groups={list.sameCoder} />
          {list.twice.length > 0 && <Twice twice={list.twice} mayCode={mayCode} />}
        </>
      )}
    </div>
  )
}
