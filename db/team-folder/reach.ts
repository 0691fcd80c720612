// May a path be asked for anything by a thread that has to go on answering? A share that is away keeps whoever touches it waiting, for
// minutes or for ever. So first is looked at what can be known without touching the path: its name, and on Linux the mounts on its way.
import { posix } from 'node:path'
import { isShare, networkMount, safely, thisComputer, type Place, type Probe } from './place-of.ts'

/** here: on this computer's own disk, as far as its name tells. unsure: only asking would tell, and that may take for ever. */
export type Reach = { is: 'here' } | { is: 'unsure' } | { is: 'network'; place: Extract<Place, { kind: 'network' }> }

const HERE: Reach = { is: 'here' }
const UNSURE: Reach = { is: 'unsure' }
const MOST_LINKS = 40

/** `path`: absolute. Touches nothing that lies on a network. */
export function reachOf(path: string, probe: Probe = thisComputer): Reach {
  if (probe.platform === 'win32') {
    if (isShare(path)) return { is: 'network', place: { kind: 'network', system: 'unc' } }
    const drive = /^(?:\\\\\?\\)?([A-Za-z]:)/.exec(path)?.[1]
    return drive?.toUpperCase() === (probe.env.SystemDrive ?? 'C:').toUpperCase() ? HERE : UNSURE // any other may be a share's letter
  }
  if (probe.platform !== 'linux') return /^\/(?:Volumes|net|Network)\//.test(path) ? UNSURE : HERE
  return alongMounts(path, probe)
}

/** Step by step, through every link, each step only after its mount was found to be this computer's. */
function alongMounts(path: string, probe: Probe): Reach {
  const mounts = (safely(() => probe.mounts()) ?? []).toSorted((a, b) => b.at.length - a.at.length)
  let [at, rest, links] = ['/', path.split('/').filter(Boolean), 0]
  while (rest.length > 0) {
    const next = posix.join(at, rest[0]!)
    const system = mounts.find(({ at: mount }) => mount === '/' || next === mount || next.startsWith(`${mount}/`))?.system ?? ''
    if (networkMount(system)) return { is: 'network', place: { kind: 'network', system } }
    if (system === 'autofs') return UNSURE // a look at it mounts who knows what
    const link = safely(() => probe.link(next))
    if (link !== null && ++links > MOST_LINKS) return UNSURE
    const target = link === null ? [] : posix.resolve(at, link).split('/').filter(Boolean)
    at = link === null ? next : '/'
    rest = [...target, ...rest.slice(1)]
  }
  return HERE
}
