// A project that did not open: why, and where a snapshot of it was kept, the way on.
import type { Failure } from '../../shared/errors.ts'
import { useDesk } from '../api/desk.ts'
import { useSnapshotsOfFile } from '../api/keeping.ts'
import { failureWords } from '../i18n/failure-words.ts'
import { useFormats } from '../i18n/format.ts'
import { useSay } from '../i18n/say.ts'
import { Button } from '../ui/button.tsx'
import { Notice } from '../ui/notice.tsx'

/** A copy helps when the file itself is at fault. */
const BROKEN = new Set(['file.damaged', 'file.empty', 'file.not_a_project', 'file.absent', 'file.cut_short', 'file.odd_schema', 'file.foreign_log'])

export function OpenFailure({ failure }: { failure: Failure }) {
  const say = useSay('keeping')
  const format = useFormats()
  const path = BROKEN.has(failure.message) && typeof failure.values.file === 'string' ? failure.values.file : null
  const newest = useSnapshotsOfFile(path).data?.snapshots[0]
  const { write: recover, pending, failure: failedToo } = useDesk('snapshot.recover', { quiet: true })
  const { write: openAlone, pending: copying, failure: failedAlone } = useDesk('desk.openAlone', { quiet: true })
  if (failure.message === 'file.foreign_log' && !failedAlone) {
    const { file, log } = failure.values
    return (
      <Notice kind="error" act={<Button onPress={() => { if (!copying) void openAlone({ path: String(file) }) }}>{say('alone.do', { log: String(log) })}</Button>}>
        <p>{failureWords(failure)}</p>
        <p>{say('alone')}</p>
      </Notice>
    )
  }
  const when = newest ? format.moment(newest.at) : ''
  const goOn = (): void => { if (newest && path && !pending) void recover({ path, snapshot: newest.id }) }
  return (
    <Notice kind="error" act={newest && <Button onPress={goOn}>{say(pending ? 'opening' : 'recover.do', { when })}</Button>}>
      <p>{failureWords(failedToo ?? failedAlone ?? failure)}</p>
      {newest && <p>{say('recover', { when })}</p>}
    </Notice>
  )
}
