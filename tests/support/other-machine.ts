// Another machine, as far as the network goes: a namespace of its own at the end of a cable. Only where the system allows it.
import { execFileSync } from 'node:child_process'

export type OtherMachine = { /** Ours, as seen from there. */ address: string; /** The words with which a command begins that is to run there. */ within: readonly string[]; gone(): void }

/** Null: not allowed here. */
export function otherMachine(): OtherMachine | null {
  const [name, here, there] = [`duiding${process.pid}`, `dh${process.pid}`, `dt${process.pid}`]
  /** Of its own: one that a killed run left behind must not answer in its place. */
  const address = (end: number): string => `10.213.${(process.pid >> 6) % 256}.${(process.pid % 64) * 4 + end}`
  const ip = (...args: string[]): unknown => execFileSync('ip', args, { stdio: 'pipe' })
  const gone = (): void => void ip('netns', 'del', name)
  try {
    ip('netns', 'add', name)
  } catch {
    return null
  }
  try {
    ip('link', 'add', here, 'type', 'veth', 'peer', 'name', there)
    for (const device of [here, there]) ip('link', 'set', device, 'addrgenmode', 'none') // no second address a while after
    ip('link', 'set', there, 'netns', name)
    ip('addr', 'add', `${address(1)}/30`, 'dev', here)
    ip('link', 'set', here, 'up')
    ip('-n', name, 'addr', 'add', `${address(2)}/30`, 'dev', there)
    for (const device of ['lo', there]) ip('-n', name, 'link', 'set', device, 'up')
  } catch {
    gone()
    return null
  }
  return { address: address(1), within: ['ip', 'netns', 'exec', name], gone }
}
