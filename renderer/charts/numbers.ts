// Numbers as the interface language writes them.
import { useMemo } from 'react'
import { useLocale } from 'react-aria-components'
import { withMinus } from '../../shared/text/minus.ts'

/** Of fewer than this no per cents: "2 of 3" says more. */
export const LEAST_FOR_PERCENT = 10

export interface NumberWriter {
  /** At most this many decimals, none that are zero. */
  number: (value: number, decimals?: number) => string
  /** Exactly this many decimals, so that a column of figures stands straight; a difference always says which way. */
  exact: (value: number, decimals: number, isDifference?: boolean) => string
  /** A share of 0–100 with its sign, rounded to whole percents, or to at most this many decimals. */
  percent: (value: number, decimals?: number) => string
}

export function useNumbers(): NumberWriter {
  const { locale } = useLocale()
  return useMemo(() => {
    const made = new Map<string, Intl.NumberFormat>()
    // Making one takes sixty times as long as using it, and a chart writes hundreds of figures.
    const format = (least: number, most: number, signDisplay: 'negative' | 'exceptZero'): Intl.NumberFormat => {
      const key = `${least} ${most} ${signDisplay}`
      return made.get(key) ?? made.set(key, new Intl.NumberFormat(locale, { minimumFractionDigits: least, maximumFractionDigits: most, signDisplay })).get(key)!
    }
    const write = (value: number, decimals = 0) => withMinus(format(0, decimals, 'negative').format(value))
    const exact = (value: number, decimals: number, isDifference = false) =>
      withMinus(format(decimals, decimals, isDifference ? 'exceptZero' : 'negative').format(value))
    return { number: write, exact, percent: (value, decimals) => `${write(value, decimals)}%` }
  }, [locale])
}
