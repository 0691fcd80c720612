// How far the shuffling is, with a way to stop it; nothing while it is quick.
import { useEffect, useState } from 'react'
import { useSay } from '../i18n/say.ts'
import { Button } from '../ui/button.tsx'
import { ProgressBar } from '../ui/progress-bar.tsx'
import { useShare, type Tests } from './use-tests.ts'

/** What is over sooner would only flash. */
const PATIENCE = 400

export function TestsRunning({ tests: { isRunning, progress, isStopped, stop, again } }: { tests: Tests }) {
  const say = useSay('crosstab')
  const [isLong, setLong] = useState(false)
  useEffect(() => {
    setLong(false)
    if (!isRunning) return undefined
    const timer = setTimeout(() => setLong(true), PATIENCE)
    return () => clearTimeout(timer)
  }, [isRunning])
  if (isStopped) return <p className="crosstab-running">{say('tests.stopped')} <Button small onPress={again}>{say('tests.again')}</Button></p>
  if (!isRunning || !isLong) return null
  return <div className="crosstab-running"><Share progress={progress} /><Button small onPress={stop}>{say('tests.stop')}</Button></div>
}

function Share({ progress }: { progress: Tests['progress'] }) {
  const say = useSay('crosstab')
  return <ProgressBar label={say('tests.running')} value={useShare(progress) * 100} />
}
