// Remembers how wide a pane was and whether it was folded, on this machine; a browser that keeps nothing is no failure.

export interface PaneState {
  /** Pixels. */
  width: number
  folded: boolean
}

const KEY = 'duiding.pane.'

/** Where widths are kept; the app's frame gives a place that outlives this address, since a desktop app has a new one each time. */
export interface PaneStore { read: (key: string) => unknown, write: (key: string, state: PaneState) => void }

let store: PaneStore = {
  read: key => JSON.parse(localStorage.getItem(key) ?? 'null') as unknown,
  write: (key, state) => localStorage.setItem(key, JSON.stringify(state))
}

export function keepPanesIn(other: PaneStore): void {
  store = other
}

/** What was kept under a key, or the given state when nothing usable was. */
export function readPane(memory: string, otherwise: PaneState): PaneState {
  try {
    const kept = store.read(KEY + memory)
    return isPaneState(kept) ? kept : otherwise
  } catch {
    return otherwise // storage refused by the browser, or written by an older version
  }
}

export function writePane(memory: string, state: PaneState): void {
  try {
    store.write(KEY + memory, state)
  } catch {
    // A private window may refuse; the width then lasts as long as the window.
  }
}

export function clampWidth(width: number, bounds: { min: number, max: number }): number {
  return Math.round(Math.min(bounds.max, Math.max(bounds.min, width)))
}

function isPaneState(kept: unknown): kept is PaneState {
  return typeof kept === 'object' && kept !== null
    && typeof (kept as PaneState).width === 'number' && typeof (kept as PaneState).folded === 'boolean'
}
