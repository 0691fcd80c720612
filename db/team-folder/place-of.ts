// Where a project lies: on this computer's own disk, on a network drive, or in a folder that is kept equal by a program. On the last
// two no store is ever opened: it is worked on in a mirror, and shared by files in the team folder (model.md §1).
import { readdirSync, readFileSync, readlinkSync, realpathSync, statfsSync } from 'node:fs'
import { posix, win32 } from 'node:path'
import { namedFolders, serviceByMark, serviceByName } from './sync-folders.ts'

/** network: `system` is the name of the file system (cifs, nfs4, …) or 'unc'. synced: `service` is the name of the program. */
export type Place = { kind: 'local' } | { kind: 'network'; system: string } | { kind: 'synced'; service: string }

/** What is asked of the computer; each answers with nothing where it cannot know. */
export type Probe = {
  platform: NodeJS.Platform
  env: Partial<Record<string, string>>
  /** The path without links; on Windows a mapped drive becomes the share it stands for. */
  real(path: string): string
  /** The number by which Linux knows the file system under the path. */
  system(path: string): number | null
  /** The mounts of this computer: where, and the name of the file system. */
  mounts(): { at: string; system: string }[]
  names(folder: string): string[]
  /** What a symbolic link says; throws for what is none. */
  link(path: string): string
}

/** File systems by number (statfs(2), linux/magic.h). FUSE stands for many: the mount tells which. */
const NETWORK_NUMBERS: Partial<Record<number, string>> = {
  0xff534d42: 'cifs', 0xfe534d42: 'smb2', 0x517b: 'smb', 0x6969: 'nfs', 0x01021997: '9p', 0x00c36400: 'ceph', 0x5346414f: 'afs', 0x6b414653: 'afs', 0x73757245: 'coda',
  0x786f4256: 'vboxsf', 0x01161970: 'gfs2', 0x7461636f: 'ocfs2', 0x0bd00bd0: 'lustre'
}
const FUSE = 0x65735546
/** FUSE that is a disk of this computer after all. */
const LOCAL_FUSE = /^(fuseblk|fuse\.(ntfs|ntfs-3g|exfat|lxcfs|fuse-overlayfs|mergerfs|bindfs|portal|encfs|gocryptfs|cryfs))$/
const NETWORK_MOUNT = /^(cifs|smb\d*|smbfs|nfs\d*|9p|afpfs|webdav|davfs2?|ceph|glusterfs|lustre|gpfs|beegfs|vboxsf|sshfs|fuse(\..+)?)$/

/** Does a file system of this name lie elsewhere? */
export const networkMount = (system: string): boolean => NETWORK_MOUNT.test(system) && !LOCAL_FUSE.test(system)

/** `path`: absolute; what lies there need not exist, as long as its folder does. Never throws. */
export function placeOf(path: string, probe: Probe = thisComputer): Place {
  const lib = probe.platform === 'win32' ? win32 : posix
  const real = safely(() => probe.real(path)) ?? joinReal(path, probe, lib)
  if (probe.platform === 'win32' && (isShare(path) || isShare(real))) return { kind: 'network', system: 'unc' }
  const service = serviceOf(real, probe, lib) ?? serviceOf(path, probe, lib)
  if (service) return { kind: 'synced', service }
  const system = networkSystem(real, probe)
  return system ? { kind: 'network', system } : { kind: 'local' }
}

const joinReal = (path: string, probe: Probe, lib: typeof posix): string =>
  lib.join(safely(() => probe.real(lib.dirname(path))) ?? lib.dirname(path), lib.basename(path))

/** \\server\share, //server/share, \\?\UNC\server\share; not \\?\C:\ or \\.\. */
export const isShare = (path: string): boolean => /^[\\/]{2}(\?[\\/]UNC[\\/])?[^\\/?.][^\\/]*[\\/][^\\/]/i.test(path)

function serviceOf(path: string, probe: Probe, lib: typeof posix): string | null {
  const isUnder = (folder: string): boolean => {
    const way = lib.relative(folder, path)
    return way !== '' && !way.startsWith('..') && !lib.isAbsolute(way)
  }
  const named = namedFolders(probe.env).find(([folder]) => isUnder(folder))
  if (named) return named[1]
  for (let folder = lib.dirname(path); ; folder = lib.dirname(folder)) {
    const service = serviceByName(lib.basename(folder)) ?? serviceByMark(safely(() => probe.names(folder)) ?? [])
    if (service) return service
    if (folder === lib.dirname(folder)) return null
  }
}

function networkSystem(path: string, probe: Probe): string | null {
  const folder = path.slice(0, Math.max(1, path.search(/[\\/][^\\/]*$/)))
  const number = safely(() => probe.system(path)) ?? safely(() => probe.system(folder))
  const known = number === null ? null : NETWORK_NUMBERS[number]
  if (known) return known
  if (number !== null && number !== FUSE && probe.platform === 'linux') return null
  const under = (safely(() => probe.mounts()) ?? []).filter(({ at }) => at === '/' || path === at || path.startsWith(`${at}/`)).toSorted((a, b) => b.at.length - a.at.length)[0]
  if (under && LOCAL_FUSE.test(under.system)) return null
  if (under && networkMount(under.system)) return under.system
  return number === FUSE ? 'fuse' : null // a program stands between: to be careful is right
}

export function safely<T>(ask: () => T): T | null {
  try {
    return ask()
  } catch {
    return null // not there, or not ours to look into
  }
}

export const thisComputer: Probe = {
  platform: process.platform, env: process.env,
  real: (path) => realpathSync.native(path),
  system: (path) => (process.platform === 'linux' ? statfsSync(path).type : null),
  mounts: () => (process.platform === 'linux' ? readMounts(readFileSync('/proc/self/mounts', 'utf8')) : []),
  names: (folder) => readdirSync(folder),
  link: (path) => readlinkSync(path)
}

/** fstab's form: what, where, which system; a space in a path stands as \040. */
export const readMounts = (text: string): { at: string; system: string }[] =>
  text.split('\n').map((line) => line.split(' ')).filter((parts) => parts.length > 2)
    .map(([, at, system]) => ({ at: at!.replace(/\\([0-7]{3})/g, (_, octal: string) => String.fromCharCode(Number.parseInt(octal, 8))), system: system! }))
