// A synchroniser at its worst between folders: everything that changes in one arrives in the others late, in any order, sometimes twice,
// sometimes first in part, sometimes under the name of a conflicted copy. In the end everything has arrived.
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'

/** A number from 0 up to 1, the same row for the same seed (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed | 0
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

type Delivery = { to: number; path: string; bytes: Buffer | null; due: number }
export type Happened = { late: number; twice: number; partly: number; conflicted: number; deleted: number }

export function hostileSync(folders: readonly string[], random: () => number): { step(): void; settle(): void; happened: Happened } {
  const known = folders.map((folder) => filesIn(folder))
  const happened: Happened = { late: 0, twice: 0, partly: 0, conflicted: 0, deleted: 0 }
  let [now, under]: [number, Delivery[]] = [0, []]

  const send = (from: number, path: string, bytes: Buffer | null): void => {
    for (const to of folders.keys()) {
      if (to === from) continue
      const due = now + Math.floor(random() * 8)
      if (due > now + 3) happened.late++
      if (bytes === null) happened.deleted++
      under.push({ to, path, bytes, due })
      if (bytes && path.endsWith('.ops') && random() < 0.15) { happened.twice++; under.push({ to, path, bytes, due: due + 2 + Math.floor(random() * 5) }) }
      if (bytes && random() < 0.15) { happened.partly++; under.push({ to, path, bytes: bytes.subarray(0, Math.floor(random() * bytes.length)), due: due - 1 }) }
      if (bytes && path.endsWith('.ops') && random() < 0.15) {
        happened.conflicted++
        const name = path.replace('.ops', [' (conflicted copy of Noor).ops', ' - Copy.ops', ' (1).ops', '-LAPTOP7.ops'][Math.floor(random() * 4)]!)
        const last = under.length - 1
        under.push({ to, path: name, bytes: random() < 0.3 ? bytes.subarray(0, bytes.length >> 1) : bytes, due: Math.max(now, due - 3) })
        if (random() < 0.5) under[last] = { ...under[last]!, due: due + 12 } // the right name comes much later
      }
    }
  }

  const look = (): void => {
    for (const [from, folder] of folders.entries()) {
      const there = filesIn(folder)
      for (const [path, mark] of there) if (known[from]!.get(path) !== mark) send(from, path, readFileSync(join(folder, path)))
      for (const path of known[from]!.keys()) if (!there.has(path)) send(from, path, null)
      known[from] = there
    }
  }

  const deliver = (all: boolean): void => {
    const [ready, later] = [under.filter(({ due }) => all || due <= now), under.filter(({ due }) => !all && due > now)]
    under = later
    for (const { to, path, bytes } of all ? ready.toSorted((a, b) => a.due - b.due) : ready.toSorted(() => random() - 0.5)) put(to, path, bytes)
  }

  const put = (to: number, path: string, bytes: Buffer | null): void => {
    const target = join(folders[to]!, path)
    if (bytes === null) rmSync(target, { force: true })
    else {
      const isShorter = existsSync(target) && statSync(target).size > bytes.length
      if (isShorter) return // what is whole does not become less: a partial file comes before the whole one or not at all
      mkdirSync(dirname(target), { recursive: true })
      writeFileSync(target, bytes)
    }
    if (bytes === null) known[to]!.delete(path)
    else known[to]!.set(path, markOf(target))
  }

  return {
    happened,
    step() {
      look()
      deliver(false)
      now++
    },
    settle() {
      look()
      deliver(true)
    }
  }
}

const markOf = (path: string): string => {
  const { size, mtimeMs } = statSync(path)
  return `${size}.${mtimeMs}`
}

/** Files that a synchroniser would carry, with a mark of their state. */
function filesIn(folder: string): Map<string, string> {
  if (!existsSync(folder)) return new Map()
  return new Map(readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile() && !entry.name.endsWith('.tmp'))
    .map((entry) => join(entry.parentPath, entry.name)).map((path) => [relative(folder, path), markOf(path)]))
}
