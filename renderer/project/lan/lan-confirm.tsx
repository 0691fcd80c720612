// Before the project is opened to the network: what that means, in plain words, and a deliberate yes.
import { useLanAct } from '../../api/lan.ts'
import { failureWords } from '../../i18n/failure-words.ts'
import { useSay } from '../../i18n/say.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Notice } from '../../ui/notice.tsx'

export function LanConfirm({ onClose }: { onClose: () => void }) {
  const say = useSay('lan')
  const { write: open, pending, failure } = useLanAct('lan.open', { quiet: true })
  const yes = async (): Promise<void> => { if (!pending && (await open({})).ok) onClose() }
  return (
    <Dialog
      title={say('open.title')} isOpen isFirm onClose={onClose}
      foot={<><Button onPress={onClose}>{say('cancel')}</Button><Button look="primary" onPress={() => void yes()}>{say(pending ? 'opening' : 'open.yes')}</Button></>}
    >
      <div className="lan-warning">
        <Notice kind="warning">{say('open.reach')}</Notice>
        <p>{say('open.where')}</p>
        <p>{say('open.stay')}</p>
        <p>{say('open.firewall')}</p>
        {failure && <Notice kind="error">{failureWords(failure)}</Notice>}
      </div>
    </Dialog>
  )
}
