// Numbers as the interface language writes them.
import { useMemo } from 'react'
import { useLocale } from 'react-aria-components'

export interface NumberWriter {
  /** At most this many decimals, none that are zero. */
  number: (value: number, decimals?: number) => string
  /** A share of 0–100 with its sign, rounded to whole percents. */
  percent: (value: number) => string
}

export function useNumbers(): NumberWriter {
  const { locale } = useLocale()
  return useMemo(() => {
    const write = (value: number, decimals = 0) => new Intl.NumberFormat(locale, { maximumFractionDigits: decimals }).format(value)
    return { number: write, percent: value => `${write(value)}%` }
  }, [locale])
}
