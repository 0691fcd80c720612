// Remembers how wide a pane was and whether it was folded, on this machine; a browser that keeps nothing is no failure.

export interface PaneState {
  /** Pixels. */
  width: number
  folded: boolean
}

const KEY = 'duiding.pane.'

/** What was kept under a key, or the given state when nothing usable was. */
export function readPane(memory: string, otherwise: PaneState): PaneState {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(KEY + memory) ?? 'null')
    return isPaneState(kept) ? kept : otherwise
  } catch {
    return otherwise // storage refused by the browser, or written by an older version
  }
}

export function writePane(memory: string, state: PaneState): void {
  try {
    localStorage.setItem(KEY + memory, JSON.stringify(state))
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
