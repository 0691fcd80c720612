// Asking for a text: typed by area and key, with values for its gaps; `count` chooses the plural.
import { useMemo } from 'react'
import type { Area, TextKey } from './catalogue.ts'
import { i18n, useLanguage, type Language } from './language.ts'

export type Values = Record<string, string | number>
export type Say<A extends Area> = (key: TextKey<A>, values?: Values) => string

/** `const say = useSay('start')`, then `say('open')`; drawn again when the language changes. */
export function useSay<A extends Area>(area: A): Say<A> {
  const language = useLanguage()
  return useMemo(() => sayIn(area, language), [area, language])
}

/** Outside components; without a language, the one of this moment. */
export function sayIn<A extends Area>(area: A, language?: Language): Say<A> {
  const text = i18n.getFixedT(language ?? null, area) as unknown as (key: string, values?: Values) => string
  return (key, values) => text(key, values)
}

/** Is there a text under this key? For keys that come from elsewhere, such as kinds of op. */
export const hasText = (area: Area, key: string): boolean => i18n.exists(key, { ns: area })
