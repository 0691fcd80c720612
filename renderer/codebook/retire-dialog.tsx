// Before a code is used no more: what stays as it is, and what changes.
import type { Code, CodeCount } from '../../shared/contract/code.ts'
import { useSay } from '../i18n/say.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'

export function RetireDialog({ code, count, onRetire, onClose }: { code: Code, count: CodeCount, onRetire: () => void, onClose: () => void }) {
  const say = useSay('codebook')
  return (
    <Dialog
      title={say('retire.title', { code: code.name })} isOpen size="small" onClose={onClose}
      foot={<><Button onPress={onClose}>{say('cancel')}</Button><Button look="primary" onPress={() => { onClose(); onRetire() }}>{say('retire')}</Button></>}
    >
      <p>{say('retire.effect', { codings: say('retire.codings', { count: count.codings }), coders: say('merge.coders', { count: count.coders }) })}</p>
      <p>{say('retire.says')}</p>
    </Dialog>
  )
}
