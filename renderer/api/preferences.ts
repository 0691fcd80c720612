// What the coder chose here once (theme, text size, filters) and finds again next time: kept by the installation through the host.
import { useCallback, useMemo, useSyncExternalStore } from 'react'
import { z } from 'zod'
import { desk } from './desk.ts'

let kept: Record<string, unknown> = {}
let unsent: Record<string, unknown> = {}
let timer: ReturnType<typeof setTimeout> | undefined
const listeners = new Set<() => void>()
const listen = (listener: () => void) => { listeners.add(listener); return () => { listeners.delete(listener) } }

/** On somebody else's computer nothing of ours is kept: the browser keeps it. */
const KEY = 'duiding.preferences'
let inBrowser = false

/** At the start of a colleague's window. */
export function preferencesOfBrowser(): void {
  inBrowser = true
  try {
    preferencesHeard(z.record(z.string(), z.unknown()).parse(JSON.parse(localStorage.getItem(KEY) ?? '{}')))
  } catch { /* kept by another version: forgetting is harmless */ }
}

/** What the host has, at the start of the window. */
export function preferencesHeard(preferences: Record<string, unknown>): void {
  kept = { ...preferences, ...unsent }
  for (const listener of listeners) listener()
}

export const preference = (key: string): unknown => kept[key]

export function prefer(key: string, value: unknown): void {
  kept = { ...kept, [key]: value }
  unsent[key] = value
  for (const listener of listeners) listener()
  clearTimeout(timer)
  timer = setTimeout(sendThem, 400) // dragging a divider is one choice, not fifty
}

function sendThem(): void {
  const preferences = unsent
  unsent = {}
  if (inBrowser) { localStorage.setItem(KEY, JSON.stringify(kept)); return }
  // Not worth a word when it fails: the choice holds in this window, and goes along with the next one.
  desk('desk.remember', { preferences }).catch(() => { unsent = { ...preferences, ...unsent } })
}

/** Like useState, but found again next time. What does not fit `shape` (an older version's) gives `otherwise`. */
export function usePreference<T>(key: string, shape: z.ZodType<T>, otherwise: T): [T, (value: T) => void] {
  const raw = useSyncExternalStore(listen, () => kept[key])
  // oxlint-disable-next-line react/exhaustive-deps -- shape and otherwise are constants of the caller; only the kept value changes
  const value = useMemo(() => { const parsed = shape.safeParse(raw); return parsed.success ? parsed.data : otherwise }, [raw])
  return [value, useCallback((next: T) => prefer(key, next), [key])]
}
