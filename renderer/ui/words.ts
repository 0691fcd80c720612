// The few words the design system itself says (close, clear, fold), in the language of the surrounding I18nProvider.
import { useLocale } from 'react-aria-components'

/** Words by language; every table has the same keys in both. */
export type WordTable<Keys extends string> = Record<'nl' | 'en', Record<Keys, string>>

/** The column of a word table that fits the interface language; Dutch unless English was chosen. */
export function useWords<Keys extends string>(table: WordTable<Keys>): Record<Keys, string> {
  const { locale } = useLocale()
  return locale.startsWith('en') ? table.en : table.nl
}

export const uiWords = {
  nl: {
    close: 'Sluiten',
    clear: 'Wissen',
    fold: 'Inklappen',
    unfold: 'Uitklappen',
    open: 'Openen',
    drag: 'Verslepen',
    resize: 'Breedte aanpassen',
    notices: 'Meldingen',
    nothingFound: 'Niets gevonden',
    choose: 'Kies…',
    busy: 'Bezig',
    chosen: 'gekozen'
  },
  en: {
    close: 'Close',
    clear: 'Clear',
    fold: 'Fold',
    unfold: 'Unfold',
    open: 'Open',
    drag: 'Drag',
    resize: 'Change the width',
    notices: 'Notices',
    nothingFound: 'Nothing found',
    choose: 'Choose…',
    busy: 'Busy',
    chosen: 'chosen'
  }
} satisfies WordTable<string>
