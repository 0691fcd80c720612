// How the window looks and which language it speaks; takes hold at once, remembered on this computer.
import { useSay } from '../i18n/say.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { RadioGroup } from '../ui/radio-group.tsx'
import { TEXT_SIZES, THEMES, useLanguageChoice, useTextSize, useTheme } from './dress.ts'

export function Settings({ onClose }: { onClose: () => void }) {
  const say = useSay('frame')
  const [theme, setTheme] = useTheme()
  const [size, setSize] = useTextSize()
  const [language, setLanguage] = useLanguageChoice()
  return (
    <Dialog title={say('settings.title')} isOpen onClose={onClose} size="small" foot={<Button look="primary" onPress={onClose}>{say('settings.close')}</Button>}>
      <RadioGroup label={say('theme')} choices={THEMES.map(id => ({ id, name: say(`theme.${id}`) }))} value={theme} onChange={setTheme} />
      <RadioGroup
        label={say('textSize')} choices={TEXT_SIZES.map(step => ({ id: String(step), name: say(`textSize.${step}`) }))}
        value={String(size)} onChange={chosen => setSize(TEXT_SIZES.find(step => String(step) === chosen)!)}
      />
      <RadioGroup label={say('language')} choices={[{ id: 'nl', name: say('language.nl') }, { id: 'en', name: say('language.en') }]} value={language} onChange={setLanguage} />
    </Dialog>
  )
}
