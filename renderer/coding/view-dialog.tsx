// Chooses how one reads: whose codings show, the letters, the lines.
import { useSay } from '../i18n/say.ts'
import { Button } from '../ui/button.tsx'
import { CheckboxGroup } from '../ui/checkbox.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { RadioGroup } from '../ui/radio-group.tsx'
import type { CodingFace } from './coding-faces.ts'
import { LETTERS, LINES, SHOWN, SIZES, type ReadingView } from './reading-view.ts'

export interface ViewDialogProps {
  view: ReadingView
  faces: readonly CodingFace[]
  hasConsensus: boolean
  onChange: (view: ReadingView) => void
  onClose: () => void
}

export function ViewDialog({ view, faces, hasConsensus, onChange, onClose }: ViewDialogProps) {
  const say = useSay('coding')
  const codes = [...new Map(faces.map(face => [face.codeId, face.codeName]))].map(([id, name]) => ({ id, name })).toSorted((one, other) => one.name.localeCompare(other.name, 'nl'))
  return (
    <Dialog title={say('view')} isOpen onClose={onClose} size="small" foot={<Button look="primary" onPress={onClose}>{say('view.close')}</Button>}>
      <RadioGroup
        label={say('view.shown')} choices={SHOWN.filter(id => id !== 'consensus' || hasConsensus).map(id => ({ id, name: say(`view.shown.${id}`) }))}
        value={view.shown} onChange={shown => onChange({ ...view, shown })}
      />
      {view.shown === 'codes' && <div className="view-codes"><CheckboxGroup label={say('view.codes')} choices={codes} value={view.codes} onChange={chosen => onChange({ ...view, codes: chosen })} /></div>}
      <RadioGroup asBar label={say('view.letters')} choices={LETTERS.map(id => ({ id, name: say(`view.letters.${id}`) }))} value={view.letters} onChange={letters => onChange({ ...view, letters })} />
      <RadioGroup
        asBar label={say('view.size')} choices={SIZES.map(size => ({ id: String(size), name: `${size} %` }))}
        value={String(view.size)} onChange={chosen => onChange({ ...view, size: SIZES.find(size => String(size) === chosen)! })}
      />
      <RadioGroup asBar label={say('view.lines')} choices={LINES.map(id => ({ id, name: say(`view.lines.${id}`) }))} value={view.lines} onChange={lines => onChange({ ...view, lines })} />
    </Dialog>
  )
}
