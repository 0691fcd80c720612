// A passing word about something done, with the way back ("Ongedaan maken"). Errors never stand here: see Notice.
import { X } from 'lucide-react'
import {
  Button as AriaButton, Text, UNSTABLE_Toast as AriaToast, UNSTABLE_ToastContent as ToastContent,
  UNSTABLE_ToastQueue as ToastQueue, UNSTABLE_ToastRegion as ToastRegion
} from 'react-aria-components'
import { Button } from './button.tsx'
import { uiWords, useWords } from './words.ts'

export interface ToastWords {
  says: string
  act?: { name: string, onAct: () => void }
  /** What it is about: a later toast about the same takes its place, so that an act that no longer fits is not offered. */
  about?: string
  /** Until it is closed. */
  stays?: true
}

const SHOWN_MS = 6000
/** Keys of the toasts that stand now, by what they are about. */
const shown = new Map<string, string>()
const queue = new ToastQueue<ToastWords>({ maxVisibleToasts: 3 })

/** Shows a sentence for six seconds, longer while the pointer or the focus is on it, or until it is closed. */
export function sayInPassing(words: ToastWords): void {
  // The same words twice are no two notices: a key pressed again says it anew.
  const { about = words.says } = words
  saidEnough(about)
  const key = queue.add(words, { ...(words.stays ? {} : { timeout: SHOWN_MS }), onClose: () => { if (shown.get(about) === key) shown.delete(about) } })
  shown.set(about, key)
}

/** Takes away what stands there about this. */
export function saidEnough(about: string): void {
  const former = shown.get(about)
  if (former !== undefined) queue.close(former)
}

/** Stands once in the app's frame. */
export function Toasts() {
  const words = useWords(uiWords)
  return (
    <ToastRegion queue={queue} className="ui-toasts" aria-label={words.notices}>
      {({ toast }) => (
        <AriaToast toast={toast} className="ui-toast">
          <ToastContent className="ui-toast-words"><Text slot="title">{toast.content.says}</Text></ToastContent>
          {toast.content.act && (
            <Button look="quiet" small onPress={() => { toast.content.act?.onAct(); queue.close(toast.key) }}>{toast.content.act.name}</Button>
          )}
          <AriaButton slot="close" aria-label={words.close} className="ui-icon-button is-small"><X aria-hidden /></AriaButton>
        </AriaToast>
      )}
    </ToastRegion>
  )
}
