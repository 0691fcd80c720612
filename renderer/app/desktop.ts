// The desktop shell, where there is one: native file dialogs, its menu, and projects opened by a double click.
import { useEffect } from 'react'
import type { DesktopBridge, MenuAction } from '../../shared/desktop.ts'
import { desk } from '../api/desk.ts'
import { failureOf } from '../api/failed.ts'
import { failureWords } from '../i18n/failure-words.ts'
import { useLanguage } from '../i18n/language.ts'
import { sayInPassing } from '../ui/toast.tsx'
import { isField, runAction } from './actions.ts'

/** Absent in a browser. */
export const desktop = (window as { desktop?: DesktopBridge }).desktop

/** While one writes in a field, undo in the menu means the writing, as its key does (on macOS the key comes in by the menu). */
function actFromMenu(action: MenuAction): void {
  const writing = isField(document.activeElement)
  if (writing && action === 'edit.undo') document.execCommand('undo')
  else if (writing && action === 'edit.redo') document.execCommand('redo')
  else runAction(action)
}

/** Listens to the shell; stands once. */
export function useDesktop(): void {
  const language = useLanguage()
  useEffect(() => { void desktop?.setLanguage(language) }, [language])
  useEffect(() => desktop?.onMenuAction(actFromMenu), [])
  useEffect(() => desktop?.onProjectFile(path => {
    desk('desk.open', { path }).catch((error: unknown) => sayInPassing({ says: failureWords(failureOf(error)) }))
  }), [])
}
