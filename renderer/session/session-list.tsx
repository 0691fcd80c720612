// Sessions that were held, latest first, and a place to write down a new one; with all that came of them as a file.
import { useState } from 'react'
import { Download, Plus } from 'lucide-react'
import type { Pack } from '../../shared/contract/pack.ts'
import type { Session } from '../../shared/contract/session.ts'
import { useMay } from '../api/use-me.ts'
import { formatRoute } from '../app/route.ts'
import { useFormats } from '../i18n/format.ts'
import { useSay } from '../i18n/say.ts'
import { Button } from '../ui/button.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { useHarvestFile } from './harvest-file.ts'
import { HarvestByTheme } from './harvest-by-theme.tsx'
import { SessionDialog } from './session-dialog.tsx'

export function SessionList({ sessions, packs }: { sessions: readonly Session[], packs: readonly Pack[] }) {
  const say = useSay('session')
  const format = useFormats()
  const mayPrepare = useMay('prepare')
  const [adding, setAdding] = useState(false)
  const saveFile = useHarvestFile()
  return (
    <div className="session-stack">
      <div className="session-acts">
        {mayPrepare && <Button icon={<Plus aria-hidden />} onPress={() => setAdding(true)}>{say('session.add')}</Button>}
        {sessions.length > 0 && <Button look="quiet" icon={<Download aria-hidden />} onPress={() => void saveFile()}>{say('harvest.file')}</Button>}
      </div>
      {sessions.length === 0 ? <EmptyState says={say('sessions.none')} /> : (
        <ul className="session-list">
          {sessions.map(({ id, name, heldOn, pack, harvests, at }) => (
            <li key={id}>
              <a href={formatRoute({ place: 'sessie', rest: ['sessie', id] })}><strong>{name}</strong></a>
              <p>{format.date(heldOn ? Date.parse(heldOn) : at)} · {say('harvests', { count: harvests })}{pack && ` · ${packs.find(each => each.id === pack)?.name ?? '…'}`}</p>
            </li>
          ))}
        </ul>
      )}
      <HarvestByTheme sessions={sessions} />
      {adding && <SessionDialog packs={packs} onClose={() => setAdding(false)} />}
    </div>
  )
}
