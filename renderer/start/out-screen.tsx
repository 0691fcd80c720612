// A colleague who is out: why, what became of their work, and the way back.
import { useState } from 'react'
import { DoorClosed } from 'lucide-react'
import { useConnection } from '../api/connection.ts'
import { useGuest } from '../api/lan.ts'
import type { Out } from '../api/out.ts'
import { remember } from '../api/session.ts'
import { send } from '../api/wire.ts'
import { useSay } from '../i18n/say.ts'
import { Button } from '../ui/button.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { Notice } from '../ui/notice.tsx'
import { JoinScreen } from './join-screen.tsx'
import './start.css'

export function OutScreen({ why }: { why: Out }) {
  const say = useSay('lan')
  const { waiting } = useConnection()
  const [hasCode, setHasCode] = useState(false)
  const frame = useSay('frame')
  const guest = useGuest()
  // Not by way of desk(): that waits until every change was answered, and what waits is kept.
  const goHome = async (): Promise<void> => {
    await send('desk.leave', {})
    remember({ path: null, coder: null })
    location.reload()
  }
  if (hasCode) return <JoinScreen />
  return (
    <main className="frame-alone">
      <div>
        <EmptyState
          isPage title={say(`out.${why}`)} says={say(`out.${why}.says`)} icon={<DoorClosed />}
          act={why === 'removed' ? <Button look="primary" onPress={() => setHasCode(true)}>{say('out.code')}</Button> : <Button look="primary" onPress={() => location.reload()}>{say('out.again')}</Button>}
        />
        {guest?.leaves && <div className="out-leave"><Button look="quiet" onPress={() => void goHome()}>{frame('project.leave')}</Button></div>}
        {waiting > 0 && <Notice>{say('out.waiting', { count: waiting })}</Notice>}
      </div>
    </main>
  )
}
