// Picks stories by a code or a theme: those with it, or those read to the end without it.
import { useState } from 'react'
import type { Id } from '../../shared/domain/ids.ts'
import { useSay } from '../i18n/say.ts'
import { Button } from '../ui/button.tsx'
import { ComboBox } from '../ui/combo-box.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { RadioGroup } from '../ui/radio-group.tsx'

export interface CodeFilterProps {
  codes: readonly { id: Id, name: string }[]
  themes: readonly { id: Id, name: string }[]
  onAdd: (condition: 'codes' | 'withoutCodes' | 'themes' | 'withoutThemes', id: Id) => void
  onClose: () => void
}

export function CodeFilter({ codes, themes, onAdd, onClose }: CodeFilterProps) {
  const say = useSay('filter')
  const [chosen, setChosen] = useState<Id | null>(null)
  const [side, setSide] = useState<'with' | 'without'>('with')
  const isTheme = themes.some(({ id }) => id === chosen)
  const add = () => {
    onAdd(isTheme ? (side === 'with' ? 'themes' : 'withoutThemes') : side === 'with' ? 'codes' : 'withoutCodes', chosen!)
    onClose()
  }
  return (
    <Dialog
      title={say('code.title')} isOpen onClose={onClose} size="small"
      foot={<><Button onPress={onClose}>{say('answer.cancel')}</Button><Button look="primary" isDisabled={!chosen} onPress={add}>{say('answer.add')}</Button></>}
    >
      <ComboBox
        label={say(themes.length > 0 ? 'codeOrTheme' : 'code')} value={chosen} onChange={setChosen}
        choices={[...codes.map(({ id, name }) => ({ id, name })), ...themes.map(({ id, name }) => ({ id, name: say('theme.choice', { theme: name }) }))]}
      />
      <RadioGroup
        label={say('code.side')} value={side} onChange={setSide}
        choices={[{ id: 'with' as const, name: say(isTheme ? 'theme.with' : 'code.with') }, { id: 'without' as const, name: say(isTheme ? 'theme.without' : 'code.without'), more: say('code.without.more') }]}
      />
    </Dialog>
  )
}
