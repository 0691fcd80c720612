// The coder's selection as a hook: made with the mouse or by keys, dropped only by the coder.
import { useLayoutEffect, useState } from 'react'
import { makeSelectionControl, type SelectionControl, type SelectionOptions } from './selection-control.ts'

export function useSelection(options: SelectionOptions): SelectionControl {
  const { map } = options
  const [control] = useState(() => makeSelectionControl(options))
  useLayoutEffect(() => control.update(options))

  // In the moment of drawing: what stands on the page also hears.
  useLayoutEffect(() => {
    if (!map) return
    const { selectionChanged, pressed, released, keyed, focused, left } = control.listeners
    document.addEventListener('selectionchange', selectionChanged)
    map.root.addEventListener('pointerdown', pressed)
    addEventListener('pointerup', released)
    addEventListener('keydown', keyed, { capture: true })
    map.root.addEventListener('focus', focused)
    map.root.addEventListener('blur', left)
    control.begin()
    return () => {
      document.removeEventListener('selectionchange', selectionChanged)
      map.root.removeEventListener('pointerdown', pressed)
      removeEventListener('pointerup', released)
      removeEventListener('keydown', keyed, { capture: true })
      map.root.removeEventListener('focus', focused)
      map.root.removeEventListener('blur', left)
      // Another text, or another revision of it: offsets no longer mean the same words.
      control.forget()
    }
  }, [map, control])
  return control
}
