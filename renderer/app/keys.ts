// Shortcuts as words: 'Mod+K' is Ctrl+K, or ⌘K on a Mac. A letter stands for what is typed, so layouts other than qwerty work too.

export const isMac = /Mac|iPhone|iPad/.test(navigator.userAgent)

const NAMES: Record<string, string> = {
  ArrowUp: '↑', ArrowDown: '↓', ArrowLeft: '←', ArrowRight: '→', Escape: 'Esc', ' ': 'Space', Delete: 'Del', PageUp: 'PgUp', PageDown: 'PgDn'
}

/** As printed on the keyboard, for <Kbd>. */
export function printedKeys(keys: string, mac = isMac): string {
  return split(keys).map(part => {
    if (part === 'Mod') return mac ? '⌘' : 'Ctrl'
    if (part === 'Alt') return mac ? '⌥' : 'Alt'
    return NAMES[part] ?? (part.length === 1 ? part.toUpperCase() : part)
  }).join('+')
}

export type Pressed = Pick<KeyboardEvent, 'key' | 'code' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>

/** Does this key press mean these keys? Shift counts for letters and named keys, not for signs such as '?'. */
export function isPressed(keys: string, event: Pressed, mac = isMac): boolean {
  const parts = split(keys)
  const wanted = parts.at(-1)!
  const has = (name: string) => parts.slice(0, -1).includes(name)
  const mod = mac ? event.metaKey : event.ctrlKey
  const other = mac ? event.ctrlKey : event.metaKey
  if (mod !== has('Mod') || other || event.altKey !== has('Alt')) return false
  // With Alt held a Mac types other signs: a digit is then known by its key.
  const isKey = wanted.toLowerCase() === event.key.toLowerCase() || (has('Alt') && /^\d$/.test(wanted) && event.code === `Digit${wanted}`)
  if (!isKey) return false
  const isSign = wanted.length === 1 && wanted.toLowerCase() === wanted.toUpperCase() && !/\d/.test(wanted)
  return isSign || event.shiftKey === has('Shift')
}

/** 'Mod++' is Mod and the plus key. */
function split(keys: string): string[] {
  if (keys === '+') return ['+']
  return keys.endsWith('++') ? [...keys.slice(0, -2).split('+'), '+'] : keys.split('+')
}
