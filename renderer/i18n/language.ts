// The language of the window: Dutch unless the coder chose English; switching needs no restart.
import i18next from 'i18next'
import { useSyncExternalStore } from 'react'
import { en, nl } from './catalogue.ts'

export type Language = 'nl' | 'en'

/** Our own instance, so that nothing else in the page can change it. Keys are flat: dots belong to the key. */
export const i18n = i18next.createInstance()

void i18n.init({
  lng: 'nl', fallbackLng: 'nl', resources: { nl, en }, ns: Object.keys(nl), defaultNS: 'frame',
  keySeparator: false, nsSeparator: false, initAsync: false,
  interpolation: { escapeValue: false }, // React escapes
  returnNull: false
})

export const language = (): Language => (i18n.language === 'en' ? 'en' : 'nl')

export function speak(wanted: Language): void {
  document.documentElement.lang = wanted
  if (wanted !== language()) void i18n.changeLanguage(wanted)
}

function listen(changed: () => void): () => void {
  i18n.on('languageChanged', changed)
  return () => i18n.off('languageChanged', changed)
}

/** The language now; the component is drawn again when it changes. */
export const useLanguage = (): Language => useSyncExternalStore(listen, language)

/** For dates, numbers and the design system. */
export const LOCALES = { nl: 'nl-NL', en: 'en-GB' } as const
