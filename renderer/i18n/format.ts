// Numbers, dates, sizes and lists as the language of the window writes them.
import { withMinus } from '../../shared/text/minus.ts'
import { sayIn } from './say.ts'
import { LOCALES, useLanguage, type Language } from './language.ts'

const UNITS: [Intl.RelativeTimeFormatUnit, number][] = [['day', 86_400_000], ['hour', 3_600_000], ['minute', 60_000]]
const WEEK = 7 * 86_400_000
const SIZES = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const

const made: Partial<Record<Language, Formats>> = {}

/** Made once for each language: a table asks in every cell. */
export const formatsOf = (language: Language): Formats => made[language] ??= makeFormats(language)

function makeFormats(language: Language) {
  const locale = LOCALES[language]
  const date = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'long', year: 'numeric' })
  const shortDate = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', year: 'numeric' })
  const moment = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', year: 'numeric', hour: '2-digit', minute: '2-digit' })
  const time = new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit' })
  const second = new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit', second: '2-digit' })
  const relative = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' })
  const list = new Intl.ListFormat(locale, { type: 'conjunction' })
  // A table prints thousands of numbers, and making a format costs a hundred times what using it does.
  const plain = keptBy((decimals) => new Intl.NumberFormat(locale, { minimumFractionDigits: decimals, maximumFractionDigits: decimals, signDisplay: 'negative' }))
  const given = keptBy((decimals) => new Intl.NumberFormat(locale, { maximumFractionDigits: decimals, signDisplay: 'negative' }))
  const percent = keptBy((decimals) => new Intl.NumberFormat(locale, { style: 'percent', minimumFractionDigits: decimals, maximumFractionDigits: decimals, signDisplay: 'negative' }))
  return {
    /** Fixed decimals; none by default. */
    number: (value: number, decimals = 0) => withMinus(plain(decimals).format(value)),
    /** One answer, as it was given: at most so many decimals, none that is nought. */
    given: (value: number, decimals = 1) => withMinus(given(decimals).format(value)),
    /** Of a share between 0 and 1. */
    percent: (share: number, decimals = 0) => withMinus(percent(decimals).format(share)),
    /** Milliseconds since 1970. */
    date: (at: number) => date.format(at),
    shortDate: (at: number) => shortDate.format(at),
    moment: (at: number) => moment.format(at),
    time: (at: number) => time.format(at),
    /** The time to the second. */
    second: (at: number) => second.format(at),
    /** "3 uur geleden" within a week, else the date. */
    ago: (at: number, now = Date.now()) => {
      const past = now - at
      if (past >= WEEK) return date.format(at)
      const fits = UNITS.find(([, size]) => past >= size)
      if (!fits) return sayIn('frame', language)('justNow')
      const [unit, size] = fits
      return relative.format(-Math.floor(past / size), unit)
    },
    size: (bytes: number) => {
      const step = bytes < 1 ? 0 : Math.min(SIZES.length - 1, Math.floor(Math.log10(bytes) / 3))
      return (bytes / 1000 ** step).toLocaleString(locale, { style: 'unit', unit: SIZES[step], unitDisplay: 'short', maximumFractionDigits: step > 1 ? 1 : 0 })
    },
    list: (words: string[]) => list.format(words)
  }
}

function keptBy(make: (decimals: number) => Intl.NumberFormat): (decimals: number) => Intl.NumberFormat {
  const kept = new Map<number, Intl.NumberFormat>()
  return decimals => kept.get(decimals) ?? kept.set(decimals, make(decimals)).get(decimals)!
}

export type Formats = ReturnType<typeof makeFormats>

export const useFormats = (): Formats => formatsOf(useLanguage())
