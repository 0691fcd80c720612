// Whether the open project's file is still the one at its path, as the feed tells it.
import { useSyncExternalStore } from 'react'

/** `kept`: where what was done until then can be found. */
type FileNews = { moved: boolean, kept?: string | undefined }
let news: FileNews = { moved: false }
const listeners = new Set<() => void>()

export function fileHeard(heard: FileNews): void {
  if (news.moved === heard.moved && news.kept === heard.kept) return
  news = heard
  for (const listener of listeners) listener()
}

const listen = (listener: () => void) => { listeners.add(listener); return () => { listeners.delete(listener) } }

/** Moved: another file lies there by now. Nothing done here would be found again, and the host refuses it. */
export const useFileNews = (): FileNews => useSyncExternalStore(listen, () => news)
