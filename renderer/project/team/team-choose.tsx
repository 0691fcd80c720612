// Before a project is shared through a team folder: what changes for everybody, and a deliberate yes.
import { useDesk } from '../../api/desk.ts'
import { failureWords } from '../../i18n/failure-words.ts'
import { useSay } from '../../i18n/say.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Notice } from '../../ui/notice.tsx'

export function TeamChoose({ path, onClose }: { path: string, onClose: () => void }) {
  const say = useSay('team')
  const frame = useSay('frame')
  const { write: choose, pending, failure } = useDesk('team.choose', { quiet: true })
  const yes = async (): Promise<void> => { if (!pending && (await choose({})).ok) onClose() }
  return (
    <Dialog
      title={say('choose.title')} isOpen isFirm onClose={onClose}
      foot={<><Button onPress={onClose}>{frame('cancel')}</Button><Button look="primary" onPress={() => void yes()}>{say(pending ? 'choose.doing' : 'choose.do')}</Button></>}
    >
      <p className="project-path">{say('choose.what', { folder: `${path}-team` })}</p>
      <p>{say('choose.when')}</p>
      <p>{say('choose.others')}</p>
      {failure && <Notice kind="error">{failureWords(failure)}</Notice>}
    </Dialog>
  )
}
