// A moment as one says it: of today only the time, else the day as well.
import { useCallback } from 'react'
import { LOCALES, useLanguage } from '../i18n/language.ts'

/** Takes milliseconds since 1970. */
export function useMomentWords(): (at: number) => string {
  const locale = LOCALES[useLanguage()]
  return useCallback((at: number) => {
    const [day, today] = [new Date(at), new Date()]
    const time = { hour: '2-digit', minute: '2-digit' } as const
    if (day.toDateString() === today.toDateString()) return day.toLocaleTimeString(locale, time)
    return day.toLocaleString(locale, { day: 'numeric', month: 'short', ...(day.getFullYear() === today.getFullYear() ? {} : { year: 'numeric' }), ...time })
  }, [locale])
}
