// Shown when the host does not let this window in: why, and the way on.
import { Unplug } from 'lucide-react'
import type { Failure } from '../../shared/errors.ts'
import { failureWords } from '../i18n/failure-words.ts'
import { useSay } from '../i18n/say.ts'
import { EmptyState } from '../ui/empty-state.tsx'

export function Unreachable({ failure }: { failure: Failure | null }) {
  const say = useSay('frame')
  return (
    <main className="frame-alone">
      <EmptyState isPage title={say('unreachable.title')} says={failure ? failureWords(failure) : say('unreachable.says')} icon={<Unplug />} />
    </main>
  )
}
