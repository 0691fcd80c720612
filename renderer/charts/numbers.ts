// Numbers as the interface language writes them.
import { useMemo } from 'react'
import { useLocale } from 'react-aria-components'

/** Of fewer than this no per cents: "2 of 3" says more. */
export const LEAST_FOR_PERCENT = 10

export interface NumberWriter {
  /** At most this many decimals, none that are zero. */
  number: (value: number, decimals?: number) => string
  /** Exactly this many decimals, so that a column of figures stands straight; a difference always says which way. */
  exact: (value: number, decimals: number, isDifference?: boolean) => string
  /** A share of 0–100 with its sign, rounded to whole percents. */
  percent: (value: number) => string
}

export function useNumbers(): NumberWriter {
  const { locale } = useLocale()
  return useMemo(() => {
    const write = (value: number, decimals = 0) => new Intl.NumberFormat(locale, { maximumFractionDigits: decimals }).format(value)
    const exact = (value: number, decimals: number, isDifference = false) =>
      new Intl.NumberFormat(locale, { minimumFractionDigits: decimals, maximumFractionDigits: decimals, signDisplay: isDifference ? 'exceptZero' : 'auto' }).format(value).replace('-', '−')
    return { number: write, exact, percent: value => `${write(value)}%` }
  }, [locale])
}
