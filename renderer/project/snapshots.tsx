// The safety copies of this project: a quiet list, each to be opened beside the project or gone back to.
import { useState } from 'react'
import type { SnapshotInList } from '../../shared/contract/snapshot.ts'
import { useDesk } from '../api/desk.ts'
import { snapshotsChanged, useSnapshots } from '../api/keeping.ts'
import { formatRoute } from '../app/route.ts'
import { useFormats } from '../i18n/format.ts'
import { useSay } from '../i18n/say.ts'
import { Button } from '../ui/button.tsx'
import { sayInPassing } from '../ui/toast.tsx'
import { GoBack } from './go-back.tsx'
import { useMomentWords } from './moment-words.ts'

/** So many are in sight at first: the last few are what one looks for. */
const FIRST = 5

export function Snapshots({ mayChange }: { mayChange: boolean }) {
  const say = useSay('keeping')
  const { data } = useSnapshots()
  const [showsAll, setShowsAll] = useState(false)
  const [backTo, setBackTo] = useState<SnapshotInList | null>(null)
  const { write: take, pending } = useDesk('snapshot.take')
  const makeOne = async (): Promise<void> => {
    if (pending) return
    const taken = await take({})
    snapshotsChanged()
    if (taken.ok) sayInPassing({ says: say(taken.value.made ? 'taken' : 'taken.same'), about: 'snapshot' })
  }
  if (!data) return null
  const { snapshots, folder } = data
  return (
    <section className="project-part" aria-labelledby="project-snapshots">
      <h2 id="project-snapshots">{say('title')}</h2>
      <p className="project-more">{say('lead')} <a href={formatRoute({ place: 'geschiedenis' })}>{say('history')}</a></p>
      {snapshots.length === 0 ? <p className="project-more">{say('none')}</p> : (
        <div className="project-scroll">
          <table className="project-table">
            <thead>
              <tr>
                <th scope="col">{say('when')}</th>
                <th scope="col">{say('why')}</th>
                <th scope="col" className="is-number">{say('codings')}</th>
                <th scope="col" className="is-number">{say('codes')}</th>
                <th scope="col" className="is-number">{say('size')}</th>
                <th scope="col"><span className="only-read-aloud">{say('acts')}</span></th>
              </tr>
            </thead>
            <tbody>
              {(showsAll ? snapshots : snapshots.slice(0, FIRST)).map(snapshot => <Row key={snapshot.id} snapshot={snapshot} mayChange={mayChange} onBack={setBackTo} />)}
            </tbody>
          </table>
        </div>
      )}
      {snapshots.some(({ codings }) => codings === null) && <p className="ui-hint">{say('codings.hidden')}</p>}
      <div className="project-acts">
        <Button onPress={() => void makeOne()}>{say(pending ? 'taking' : 'take')}</Button>
        {!showsAll && snapshots.length > FIRST && <Button look="quiet" onPress={() => setShowsAll(true)}>{say('all', { count: snapshots.length })}</Button>}
      </div>
      {snapshots.length > 0 && <p className="ui-hint project-path">{say('where', { folder })}</p>}
      {backTo && <GoBack snapshot={backTo} onClose={() => setBackTo(null)} />}
    </section>
  )
}

function Row({ snapshot, mayChange, onBack }: { snapshot: SnapshotInList, mayChange: boolean, onBack: (snapshot: SnapshotInList) => void }) {
  const say = useSay('keeping')
  const format = useFormats()
  const when = useMomentWords()(snapshot.at)
  const { write: open, pending } = useDesk('snapshot.open')
  const { id, why, codings, codes, size, canRestore } = snapshot
  return (
    <tr>
      <th scope="row">{when}</th>
      <td>{say(`why.${why}`)}</td>
      <td className="is-number">{codings === null ? '–' : format.number(codings)}</td>
      <td className="is-number">{format.number(codes)}</td>
      <td className="is-number">{format.size(size)}</td>
      <td className="project-row-acts">
        <Button small look="quiet" aria-label={say('open.one', { when })} onPress={() => { if (!pending) void open({ snapshot: id }) }}>{say(pending ? 'opening' : 'open')}</Button>
        {mayChange && canRestore && <Button small look="quiet" onPress={() => onBack(snapshot)}>{say('back', { when })}</Button>}
      </td>
    </tr>
  )
}
