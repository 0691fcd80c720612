// A colleague who is out: why, what became of their work, and the way back.
import { useState } from 'react'
import { DoorClosed } from 'lucide-react'
import { useConnection } from '../api/connection.ts'
import type { Out } from '../api/out.ts'
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
  if (hasCode) return <JoinScreen />
  return (
    <main className="frame-alone">
      <div>
        <EmptyState
          isPage title={say(`out.${why}`)} says={say(`out.${why}.says`)} icon={<DoorClosed />}
          act={why === 'removed' ? <Button look="primary" onPress={() => setHasCode(true)}>{say('out.code')}</Button> : <Button look="primary" onPress={() => location.reload()}>{say('out.again')}</Button>}
        />
        {waiting > 0 && <Notice>{say('out.waiting', { count: waiting })}</Notice>}
      </div>
    </main>
  )
}
