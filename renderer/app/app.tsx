// The whole window: start screen, choosing who you are, or the frame round the work; dressed in theme and language.
import type { ReactNode } from 'react'
import { QueryClientProvider } from '@tanstack/react-query'
import { I18nProvider } from 'react-aria-components'
import { useDeskRead } from '../api/desk.ts'
import { useOut } from '../api/out.ts'
import { queries } from '../api/queries.ts'
import { LOCALES, useLanguage } from '../i18n/language.ts'
import { ChooseCoder } from '../start/choose-coder.tsx'
import { OutScreen } from '../start/out-screen.tsx'
import { StartScreen } from '../start/start-screen.tsx'
import { Toasts } from '../ui/toast.tsx'
import { useActionKeys } from './actions.ts'
import { useDress } from './dress.ts'
import { ErrorBoundary } from './error-boundary.tsx'
import { Frame } from './frame.tsx'
import { KeyGate } from './key-gate.ts'
import { useDesktop } from './desktop.ts'

export function App() {
  return <Door><KeyGate /><ErrorBoundary><Screen /></ErrorBoundary><Toasts /></Door>
}

/** What every screen stands in: the answers, and the language. */
export function Door({ children }: { children: ReactNode }) {
  const language = useLanguage()
  return (
    <QueryClientProvider client={queries}>
      <I18nProvider locale={LOCALES[language]}>{children}</I18nProvider>
    </QueryClientProvider>
  )
}

function Screen() {
  useDress()
  useActionKeys()
  useDesktop()
  const desk = useDeskRead().data
  const out = useOut()
  if (out) return <OutScreen why={out} />
  if (!desk) return null // begin() fetched it; it is only absent for a moment after a failure that the frame tells
  if (!desk.opened) return <StartScreen desk={desk} />
  if (!desk.opened.coder) return <ChooseCoder key={desk.opened.path} opened={desk.opened} />
  return <Frame key={`${desk.opened.path} ${desk.opened.coder}`} opened={desk.opened} coder={desk.opened.coder} />
}
