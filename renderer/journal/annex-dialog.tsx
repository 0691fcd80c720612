// What of journal and decisions goes into the annex; then it is made and saved.
import { useState } from 'react'
import { failureOf } from '../api/failed.ts'
import { exportBlob } from '../api/exporting.ts'
import { useRead } from '../api/hooks.ts'
import { failureWords } from '../i18n/failure-words.ts'
import { useSay } from '../i18n/say.ts'
import { Button } from '../ui/button.tsx'
import { Checkbox } from '../ui/checkbox.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { Notice } from '../ui/notice.tsx'
import { sayInPassing } from '../ui/toast.tsx'
import { annexHtml } from './annex.ts'
import { gatherAnnex, type AnnexWish } from './make-annex.ts'

const PARTS = ['people', 'themes', 'entries', 'memos', 'trail'] as const

export function AnnexDialog({ onClose }: { onClose: () => void }) {
  const say = useSay('journal')
  const project = useRead('project.read', {}).data
  const [wish, setWish] = useState<AnnexWish>({ people: true, themes: true, entries: true, memos: true, onStories: false, mine: false, trail: true })
  const [busy, setBusy] = useState(false)
  const [failed, setFailed] = useState('')
  const put = (key: keyof AnnexWish) => (on: boolean) => setWish({ ...wish, [key]: on })
  const save = async () => {
    if (!project) return
    setBusy(true)
    setFailed('')
    try {
      const html = annexHtml(await gatherAnnex(wish, project))
      await exportBlob('journal', `${say('annex.file')}.html`, new Blob([html], { type: 'text/html;charset=utf-8' }))
      sayInPassing({ says: say('annex.saved') })
      onClose()
    } catch (error) {
      setFailed(failureWords(failureOf(error)))
    } finally {
      setBusy(false)
    }
  }
  return (
    <Dialog
      title={say('annex')} isOpen onClose={onClose}
      foot={<><Button onPress={onClose}>{say('annex.cancel')}</Button><Button look="primary" isDisabled={busy || !project} onPress={() => void save()}>{say('annex.save')}</Button></>}
    >
      <div className="journal-annex">
        <p>{say('annex.lead')}</p>
        <fieldset>
          <legend className="ui-label">{say('annex.which')}</legend>
          {PARTS.map(key => <Checkbox key={key} isSelected={wish[key]} onChange={put(key)}>{say(`annex.part.${key}`)}</Checkbox>)}
          <Checkbox isSelected={wish.memos && wish.onStories} isDisabled={!wish.memos} onChange={put('onStories')}>{say('annex.part.onStories')}</Checkbox>
          <Checkbox isSelected={wish.mine} onChange={put('mine')}>{say('annex.part.mine')}</Checkbox>
        </fieldset>
        {(wish.onStories || wish.mine) && <Notice kind="warning">{say('annex.warning')}</Notice>}
        {failed && <Notice kind="error">{failed}</Notice>}
      </div>
    </Dialog>
  )
}
