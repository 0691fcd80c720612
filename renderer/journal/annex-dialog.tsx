// What of journal and decisions goes into the annex; then it is made and saved.
import { useState } from 'react'
import { call } from '../api/call.ts'
import { failureOf } from '../api/failed.ts'
import { exportBlob, exportBytes } from '../api/exporting.ts'
import { useRead } from '../api/hooks.ts'
import { failureWords } from '../i18n/failure-words.ts'
import { language } from '../i18n/language.ts'
import { useSay } from '../i18n/say.ts'
import { Button } from '../ui/button.tsx'
import { Checkbox } from '../ui/checkbox.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { Notice } from '../ui/notice.tsx'
import { RadioGroup } from '../ui/radio-group.tsx'
import { sayInPassing } from '../ui/toast.tsx'
import { annexHtml } from './annex.ts'
import { annexBlocks } from './annex-blocks.ts'
import { gatherAnnex, type AnnexWish } from './make-annex.ts'

const FORMS = ['html', 'docx'] as const
const PARTS = ['people', 'themes', 'entries', 'memos', 'trail'] as const

export function AnnexDialog({ onClose }: { onClose: () => void }) {
  const say = useSay('journal')
  const project = useRead('project.read', {}).data
  const [wish, setWish] = useState<AnnexWish>({ people: true, themes: true, entries: true, memos: true, onStories: false, mine: false, trail: true })
  const [form, setForm] = useState<(typeof FORMS)[number]>('html')
  const [busy, setBusy] = useState(false)
  const [failed, setFailed] = useState('')
  const put = (key: keyof AnnexWish) => (on: boolean) => setWish({ ...wish, [key]: on })
  const save = async () => {
    if (!project) return
    setBusy(true)
    setFailed('')
    try {
      const annex = await gatherAnnex(wish, project)
      if (form === 'html') await exportBlob('journal', `${say('annex.file')}.html`, new Blob([annexHtml(annex)], { type: 'text/html;charset=utf-8' }))
      else {
        const { bytes } = await call('paper.write', { title: annex.title, language: language(), points: 11, foot: annex.title, blocks: annexBlocks(annex) })
        await exportBytes('journal', bytes, 'docx', say('annex.file'))
      }
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
        <RadioGroup asBar label={say('annex.form')} value={form} onChange={setForm} choices={FORMS.map(id => ({ id, name: say(`annex.form.${id}`) }))} />
        {(wish.onStories || wish.mine) && <Notice kind="warning">{say('annex.warning')}</Notice>}
        {failed && <Notice kind="error">{failed}</Notice>}
      </div>
    </Dialog>
  )
}
