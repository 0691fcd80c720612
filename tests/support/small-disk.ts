// A disk of its own for a test: so small that it fills up, and one that can be made read-only. Where mounting is not allowed, null.
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

export type SmallDisk = { folder: string; /** e.g. 'size=4m' or 'ro'. */ remount(options: string): void; /** Unmounts and removes it. */ gone(): void }

export function smallDisk(size: string): SmallDisk | null {
  const folder = mkdtempSync(join(tmpdir(), 'duiding-disk-'))
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${size}`, 'tmpfs', folder], { stdio: 'ignore' })
  } catch {
    rmdirSync(folder)
    return null
  }
  return {
    folder,
    remount: (options) => void execFileSync('mount', ['-o', `remount,${options}`, folder]),
    gone() {
      execFileSync('umount', ['-l', folder])
      rmdirSync(folder)
    }
  }
}
