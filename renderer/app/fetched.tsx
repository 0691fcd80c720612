// A workspace whose code is fetched when one goes there, or a little before. Not by React's lazy: once a placeholder was drawn, that
// holds back the screen itself until it stood for 300 ms.
import { useEffect, useState, type ComponentType } from 'react'
import { changesSettled } from '../api/call.ts'
import { useSay } from '../i18n/say.ts'
import { Skeleton } from '../ui/skeleton.tsx'
import { KeysWait } from './key-gate.ts'

export interface Fetched {
  Workspace: ComponentType
  /** Ahead of going there. */
  fetch: () => void
}

export function fetched(load: () => Promise<{ default: ComponentType }>): Fetched {
  let here: ComponentType | null = null
  const fetch = async () => { here ??= (await load()).default }
  function Workspace() {
    const say = useSay('frame')
    const [Screen, setScreen] = useState(() => here)
    const [failed, setFailed] = useState<{ error: unknown } | null>(null)
    useEffect(() => { if (!Screen) fetch().then(() => setScreen(() => here), (error: unknown) => { if (!loadsAnew()) setFailed({ error }) }) }, [Screen])
    if (failed) throw failed.error // told by the boundary round it
    return Screen ? <Screen /> : <div className="frame-page"><KeysWait /><Skeleton label={say('loading')} /></div>
  }
  return { Workspace, fetch: () => { fetch().catch(() => undefined) /* told when one goes there */ } }
}

const KEY = 'duiding.anew'
/** Milliseconds: a file that is still not there so soon is not there. */
const SOON = 10_000

/**
 * A computer that changes from one network to another breaks off what it was fetching, from itself as well, and a browser never asks again
 * for code that did not come: only a window that is loaded anew does. One comes back to where one went. False: that was tried just now.
 */
function loadsAnew(): boolean {
  if (Date.now() - Number(sessionStorage.getItem(KEY)) < SOON) return false
  sessionStorage.setItem(KEY, String(Date.now()))
  void changesSettled().then(() => location.reload())
  return true
}
