// The file browser of the window that has no native dialogs: folders and project files, hidden ones left out.
import { readdir, stat } from 'node:fs/promises'
import { existsSync } from 'node:fs'
import { homedir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import type { DeskOutput, Entry } from '../shared/contract/desk.ts'
import { Refusal } from '../shared/errors.ts'

const collator = new Intl.Collator('nl', { numeric: true })

export async function browse(folder: string | null, show: 'projects' | 'folders'): Promise<DeskOutput<'desk.browse'>> {
  const here = resolve(folder ?? homedir())
  const names = await namesIn(here)
  const entries: Entry[] = []
  for (const name of names) {
    const path = join(here, name)
    const facts = await stat(path).catch(() => null) // a link to nothing, or one we may not look at
    if (!facts) continue
    if (facts.isDirectory()) entries.push({ name, path, is: 'folder', size: 0, changedAt: facts.mtimeMs })
    else if (show === 'projects' && name.toLowerCase().endsWith('.duiding')) entries.push({ name, path, is: 'project', size: facts.size, changedAt: facts.mtimeMs })
  }
  entries.sort((a, b) => Number(a.is !== 'folder') - Number(b.is !== 'folder') || collator.compare(a.name, b.name))
  const parent = dirname(here)
  return { folder: here, parent: parent === here ? null : parent, shortcuts: shortcuts(), entries }
}

async function namesIn(folder: string): Promise<string[]> {
  try {
    return (await readdir(folder)).filter((name) => !name.startsWith('.'))
  } catch {
    throw new Refusal('not_found', 'folder.cannot_read', { folder })
  }
}

function shortcuts(): { name: string; path: string }[] {
  const home = homedir()
  return [{ name: '~', path: home }, ...['Documents', 'Documenten', 'Desktop', 'Bureaublad'].map((name) => ({ name, path: join(home, name) }))].filter(({ path }) => existsSync(path))
}
