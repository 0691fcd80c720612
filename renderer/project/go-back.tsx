// Going back to a snapshot: what comes back, what stays, and that one can return.
import type { SnapshotInList } from '../../shared/contract/snapshot.ts'
import { useDesk } from '../api/desk.ts'
import { snapshotsChanged } from '../api/keeping.ts'
import { failureWords } from '../i18n/failure-words.ts'
import { useSay } from '../i18n/say.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { Notice } from '../ui/notice.tsx'
import { sayInPassing } from '../ui/toast.tsx'
import { useMomentWords } from './moment-words.ts'

export function GoBack({ snapshot, onClose }: { snapshot: SnapshotInList, onClose: () => void }) {
  const say = useSay('keeping')
  const frame = useSay('frame')
  const when = useMomentWords()(snapshot.at)
  const { write: restore, pending, failure } = useDesk('snapshot.restore', { quiet: true })
  const goBack = async (): Promise<void> => {
    if (pending) return
    const restored = await restore({ snapshot: snapshot.id })
    snapshotsChanged()
    if (!restored.ok) return
    onClose()
    const { changes } = restored.value
    sayInPassing({ says: changes === 0 ? say('back.nothing') : say('back.done', { when, count: changes }) })
  }
  return (
    <Dialog
      title={say('back.title', { when })} isOpen isFirm onClose={onClose}
      foot={<><Button onPress={onClose}>{frame('cancel')}</Button><Button look="primary" onPress={() => void goBack()}>{say(pending ? 'back.doing' : 'back.do')}</Button></>}
    >
      <p>{say('back.puts')}</p>
      <p>{say('back.keeps')}</p>
      <p>{say('back.safe')}</p>
      {failure && <Notice kind="error">{failureWords(failure)}</Notice>}
    </Dialog>
  )
}
