// Under which addresses this machine can be reached by others on its networks.
import { hostname, networkInterfaces } from 'node:os'
import { isIPv4 } from 'node:net'

export type Reach = { address: string; /** The system's name for that connection, e.g. eth0 or Wi-Fi. */ name: string }

/** Addresses of every connection that leaves the machine, IPv4 first; those good for one cable only (link-local) are left out. */
export function reachable(interfaces = networkInterfaces()): Reach[] {
  return Object.entries(interfaces).flatMap(([name, list]) => (list ?? []).filter(({ internal }) => !internal).map(({ address }) => ({ address, name })))
    .filter(({ address }) => !/^(?:fe80:|169\.254\.)/i.test(address))
    .toSorted((a, b) => Number(isIPv4(b.address)) - Number(isIPv4(a.address)))
}

/** The machine's own names on a network: bare and as multicast DNS knows it. */
export function ownNames(name = hostname()): string[] {
  const plain = name.toLowerCase().replace(/\.(?:local|lan|home)$/, '')
  return /^[a-z0-9-]+$/.test(plain) && plain !== 'localhost' ? [plain, `${plain}.local`] : []
}

/** As it stands in an address: an IPv6 one between brackets. */
export const inUrl = (address: string): string => (address.includes(':') ? `[${address}]` : address)
