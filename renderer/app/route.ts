// Where the coder is, kept in the address so that going back works and a place can be linked to:
// #/lezen/<story>?van=<text>:<start>-<end>
import { useMemo, useSyncExternalStore } from 'react'
import type { Id } from '../../shared/domain/ids.ts'

export interface Route {
  /** '' on the way in, else the address word of a place, e.g. 'lezen'. */
  place: string
  /** What follows it, decoded. */
  rest: string[]
  query: Record<string, string>
}

export function parseRoute(hash: string): Route {
  const [path = '', search = ''] = hash.replace(/^#\/?/, '').split('?', 2)
  const [place = '', ...rest] = path.split('/').map(decode)
  return { place, rest: rest.filter(Boolean), query: Object.fromEntries(new URLSearchParams(search)) }
}

export function formatRoute({ place, rest = [], query = {} }: { place: string, rest?: string[], query?: Record<string, string> }): string {
  const path = [place, ...rest].map(encodeURIComponent).join('/')
  // A colon and a comma are fine in a fragment; addresses stay readable.
  const search = new URLSearchParams(query).toString().replaceAll('%3A', ':').replaceAll('%2C', ',')
  return `#/${path}${search ? `?${search}` : ''}`
}

function decode(part: string): string {
  try { return decodeURIComponent(part) } catch { return part } // a broken escape typed by hand
}

/** A place in a story's text: UTF-16 units, end exclusive. */
export interface Passage { text: Id, start: number, end: number }

/** The address of a story, with a fragment to land on. */
export function storyRoute(story: Id, at?: Passage): string {
  return formatRoute({ place: 'lezen', rest: [story], query: at ? { van: `${at.text}:${at.start}-${at.end}` } : {} })
}

/** Where what a memo is about stands; null for what has no place of its own. */
export function memoRoute({ about, aboutId, story }: { about: string, aboutId: Id, story: Id | null }): string | null {
  if (about === 'story') return storyRoute(aboutId)
  if (about === 'coding') return story && formatRoute({ place: 'lezen', rest: [story], query: { bij: aboutId } })
  if (about === 'code') return formatRoute({ place: 'codes', rest: [aboutId] })
  if (about === 'theme') return formatRoute({ place: 'themas', rest: [aboutId] })
  return about === 'project' ? formatRoute({ place: 'logboek' }) : null
}

/** The passage an address points at; null when it names none. */
export function passageOf(route: Route): Passage | null {
  const found = /^([\w-]{22}):(\d+)-(\d+)$/.exec(route.query.van ?? '')
  return found ? { text: found[1]!, start: Number(found[2]), end: Number(found[3]) } : null
}

/** At once: were it told a moment later, as a browser does, the next key would still mean the place one has left. */
export function go(address: string, { replace = false } = {}): void {
  if (address === location.hash) return
  if (replace) history.replaceState(history.state, '', address)
  else history.pushState(null, '', address)
  window.dispatchEvent(new HashChangeEvent('hashchange')) // the two above tell nobody
}

const listen = (changed: () => void) => {
  window.addEventListener('hashchange', changed)
  return () => window.removeEventListener('hashchange', changed)
}

export function useRoute(): Route {
  const hash = useSyncExternalStore(listen, () => location.hash)
  return useMemo(() => parseRoute(hash), [hash])
}
