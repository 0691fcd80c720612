// Every key passes here first. What came in is drawn before a key is understood, so that it means what one sees; and keys wait while
// a screen is on its way: a person who knows the next three keys presses them without looking, and each must mean what it means once
// the screen stands. They are let through in their order, as soon as nothing is awaited any more.
import { useLayoutEffect, useReducer } from 'react'
import { flushSync } from 'react-dom'
import { isField } from './actions.ts'

/** Milliseconds. What takes longer is looked at; keys pressed until then are let go, for they were meant for what did not come. */
const PATIENCE = 4000

let awaited = 0
let isRepeating = false
let held: KeyboardEvent[] = []

/** Keys wait from now on, until what this gives back is called. */
export function holdKeys(): () => void {
  let isOver = false
  const release = () => {
    if (isOver) return
    isOver = true
    clearTimeout(patience)
    awaited--
    void repeatAll()
  }
  const patience = setTimeout(() => { held = []; release() }, PATIENCE)
  awaited++
  return release
}

/** The same for as long as a screen shows that something is coming. */
export function useHeldKeys(isComing: boolean): void {
  useLayoutEffect(() => (isComing ? holdKeys() : undefined), [isComing])
}

/** Stands in the place of what is still being fetched. */
export function KeysWait(): null {
  useHeldKeys(true)
  return null
}

/** Stands once, for the whole window; before whatever else hears keys. */
export function KeyGate(): null {
  const [, draw] = useReducer((times: number) => times + 1, 0)
  useLayoutEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      // React puts off what came from the host or a timer, by milliseconds or more on a busy machine; a drawing at once takes it along.
      if (!mustWait(event)) return flushSync(draw)
      event.preventDefault()
      event.stopImmediatePropagation()
      // A key that is held down goes on as long as one sees that it must; there is nothing to see yet.
      if (!event.repeat) held.push(event)
    }
    // Whoever takes the mouse does something else now.
    const letGo = () => { held = [] }
    window.addEventListener('keydown', onKeyDown, { capture: true })
    window.addEventListener('pointerdown', letGo, { capture: true })
    return () => {
      window.removeEventListener('keydown', onKeyDown, { capture: true })
      window.removeEventListener('pointerdown', letGo, { capture: true })
    }
  }, [])
  return null
}

function mustWait(event: KeyboardEvent): boolean {
  // What is repeated goes through; what the browser itself does with a key cannot be repeated.
  if (!event.isTrusted || event.isComposing || isOfTheBrowser(event)) return false
  return held.length > 0 || (awaited > 0 && isInTheStory(event.target))
}

const isOfTheBrowser = ({ key, ctrlKey, metaKey }: KeyboardEvent): boolean =>
  /^(Tab|F\d+|Control|Shift|Alt|AltGraph|Meta)$/.test(key) || ((ctrlKey || metaKey) && !key.startsWith('Arrow') && key !== 'Enter')

/** A story, or nothing at all: a field or a button that has the focus stays what it is while something else is fetched. */
const isInTheStory = (target: EventTarget | null): boolean => target === document.body || (target instanceof Element && target.classList.contains('reader-text'))

async function repeatAll(): Promise<void> {
  if (isRepeating) return
  isRepeating = true
  // A turn of the page between two keys, as there is between presses: what one of them changes is drawn before the next.
  for (let event = await nextHeld(); event; event = await nextHeld()) repeat(event)
  isRepeating = false
}

async function nextHeld(): Promise<KeyboardEvent | undefined> {
  await turn()
  return awaited === 0 ? held.shift() : undefined
}

const turn = (): Promise<void> => new Promise(resolve => { setTimeout(resolve) })

function repeat({ key, code, ctrlKey, metaKey, altKey, shiftKey }: KeyboardEvent): void {
  const target = document.activeElement ?? document.body
  const isNews = target.dispatchEvent(new KeyboardEvent('keydown', { key, code, ctrlKey, metaKey, altKey, shiftKey, bubbles: true, cancelable: true, composed: true }))
  // A key before this one opened a field. Only this old command writes as a person does, with its way back.
  if (isNews && key.length === 1 && isField(target)) document.execCommand('insertText', false, key)
}
