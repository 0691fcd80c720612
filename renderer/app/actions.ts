// Everything one can do now, in one registry: screens put their actions in while they stand, and the palette, the cheat sheet,
// the menus and the keys all take them from here.
import { useEffect, useId, useLayoutEffect, useSyncExternalStore } from 'react'
import { isPressed } from './keys.ts'

export interface Action {
  /** Unique, `noun.verb`. */
  id: string
  /** As the coder reads it; already in the language of the window. */
  name: string
  /** A heading in palette and cheat sheet. */
  part?: string
  /** e.g. ['Mod+K'] or ['c', 'Enter']; the first is shown. */
  keys?: string[]
  run: () => void
  /** Asked when it matters; absent: always. */
  when?: () => boolean
  /** Its keys also work while one writes in a field. */
  inFields?: boolean
  /** Other words by which the palette finds it. */
  also?: string
  /** Only by key or menu; not in the palette. */
  unlisted?: boolean
  /** In the cheat sheet also while it cannot run yet: who looks for its key must find it. */
  taught?: boolean
  /** Also stands in this menu of the frame. */
  menu?: 'project' | 'coder'
}

const registered = new Map<string, Action[]>()
let all: Action[] = []
/** The same, but only replaced when a list of them would look different: most puts merely renew the closures. */
let listed: Action[] = []
let looks = ''
const listeners = new Set<() => void>()

function put(owner: string, actions: Action[] | null): void {
  if (actions) registered.set(owner, actions)
  else registered.delete(owner)
  all = [...registered.values()].flat()
  const now = all.map(({ id, name, part, keys, menu }) => [id, name, part, keys, menu].join('\t')).join('\n')
  if (now === looks) return
  looks = now
  listed = all
  for (const listener of listeners) listener()
}

/** Offers these actions as long as the component stands. Whoever came last wins a key. */
export function useActions(actions: Action[]): void {
  const owner = useId()
  // Every time, for their closures see the newest state; and in the moment of drawing, for what one sees one may press.
  useLayoutEffect(() => { put(owner, actions) })
  useLayoutEffect(() => () => put(owner, null), [owner])
}

const listen = (listener: () => void) => { listeners.add(listener); return () => { listeners.delete(listener) } }
/** For a list of them: run one by its id, since its closure may have been renewed. */
export const useAllActions = (): Action[] => useSyncExternalStore(listen, () => listed)

export const canRun = (action: Action): boolean => action.when?.() ?? true

/** Runs an action by its id; false when it is not offered now. */
export function runAction(id: string): boolean {
  const action = all.findLast(action => action.id === id && canRun(action))
  action?.run()
  return action !== undefined
}

/** The action these keys mean here and now. */
function actionFor(event: KeyboardEvent, actions: Action[] = all): Action | undefined {
  const writing = isField(event.target)
  return actions.findLast(action => (!writing || action.inFields) && action.keys?.some(keys => isPressed(keys, event)) && canRun(action))
}

export function isField(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false
  if (target instanceof HTMLInputElement) return !['checkbox', 'radio', 'button', 'range', 'color', 'file'].includes(target.type)
  return target instanceof HTMLTextAreaElement || target.isContentEditable
}

/** A question that must be answered first, or an open menu: keys belong to it. One that is fading away takes none any more. */
const isTaken = () => [...document.querySelectorAll('.ui-veil, [role=menu], .ui-popover [role=listbox]')].some(each => !each.closest('[data-exiting]'))

/** The keys of the whole window; stands once. */
export function useActionKeys(): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing || isTaken()) return
      const action = actionFor(event)
      if (!action) return
      event.preventDefault()
      action.run()
    }
    window.addEventListener('keydown', onKeyDown)
    return () => window.removeEventListener('keydown', onKeyDown)
  }, [])
}
