// Picks stories by a code: those with it, or those read to the end without it.
import { useState } from 'react'
import type { Id } from '../../shared/domain/ids.ts'
import { useSay } from '../i18n/say.ts'
import { Button } from '../ui/button.tsx'
import { ComboBox } from '../ui/combo-box.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { RadioGroup } from '../ui/radio-group.tsx'

export interface CodeFilterProps {
  codes: readonly { id: Id, name: string }[]
  onAdd: (side: 'codes' | 'withoutCodes', code: Id) => void
  onClose: () => void
}

export function CodeFilter({ codes, onAdd, onClose }: CodeFilterProps) {
  const say = useSay('filter')
  const [code, setCode] = useState<Id | null>(null)
  const [side, setSide] = useState<'codes' | 'withoutCodes'>('codes')
  return (
    <Dialog
      title={say('code.title')} isOpen onClose={onClose} size="small"
      foot={<><Button onPress={onClose}>{say('answer.cancel')}</Button><Button look="primary" isDisabled={!code} onPress={() => { onAdd(side, code!); onClose() }}>{say('answer.add')}</Button></>}
    >
      <ComboBox label={say('code')} choices={codes.map(({ id, name }) => ({ id, name }))} value={code} onChange={setCode} />
      <RadioGroup
        label={say('code.side')} value={side} onChange={setSide}
        choices={[{ id: 'codes' as const, name: say('code.with') }, { id: 'withoutCodes' as const, name: say('code.without'), more: say('code.without.more') }]}
      />
    </Dialog>
  )
}
