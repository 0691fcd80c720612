// Paper, lamp or as the system has it, and the size of the letters: set on the root element, remembered by the installation.
import { z } from 'zod'
import { useLayoutEffect } from 'react'
import { preference, usePreference } from '../api/preferences.ts'
import { speak, useLanguage, type Language } from '../i18n/language.ts'

export const THEMES = ['system', 'paper', 'lamp'] as const
export const TEXT_SIZES = [90, 100, 115, 130] as const
const Theme = z.enum(THEMES)
const TextSize = z.literal(TEXT_SIZES)
const LanguageShape = z.enum(['nl', 'en'])
export type Theme = z.infer<typeof Theme>
export type TextSize = z.infer<typeof TextSize>

export const useTheme = () => usePreference<Theme>('theme', Theme, 'system')
export const useTextSize = () => usePreference<TextSize>('textSize', TextSize, 100)

/** The language of the window and how to change it. */
export function useLanguageChoice(): [Language, (language: Language) => void] {
  const [, keep] = usePreference<Language>('language', LanguageShape, 'nl')
  const language = useLanguage()
  return [language, wanted => { keep(wanted); speak(wanted) }]
}

/** Before the first picture: the language that was chosen here last. */
export function speakAsChosen(): void {
  speak(LanguageShape.catch('nl').parse(preference('language')))
}

/** Dresses the root element; stands once. */
export function useDress(): void {
  const [theme] = useTheme()
  const [size] = useTextSize()
  useLayoutEffect(() => {
    const root = document.documentElement
    if (theme === 'system') delete root.dataset.theme
    else root.dataset.theme = theme === 'lamp' ? 'dark' : 'light'
    root.style.fontSize = `${size}%`
  }, [theme, size])
}
