// What things are called in and beside a team folder, and what synchronisers make of those names when two versions meet.
import { basename, dirname, join } from 'node:path'
import type { Id } from '../../shared/domain/ids.ts'

/** `name.duiding` -> `name.duiding-team` beside it. */
export const teamFolderOf = (shared: string): string => join(dirname(shared), `${basename(shared)}-team`)

/** The file of a writer's ops with this number (1, 2, 3 …). */
export const opFileName = (number: number): string => `${String(number).padStart(8, '0')}.ops`

/** Words of an import or a correction, by its id and the SHA-256 of the bytes in hex. */
export const contentName = (id: Id, sha256: string, kind: 'import' | 'words'): string => `${id}.${sha256}.${kind}`
export const CONTENT = 'content'

const WRITER = /^([A-Za-z0-9_-]{21}[AQgw])(.*)$/s

/** Whose directory this is; also of one that a synchroniser gave another ending ("… (1)", "… - Copy"). */
const writerOf = (name: string): Id | null => WRITER.exec(name)?.[1] ?? null

/** A writer's own directory, and those that a synchroniser made beside it: in every folder that counts as the team's. By writer, in the order of their names. */
export async function writerFolders({ disk, seen }: { disk: { list(folder: string): Promise<string[]> }; seen: { folders: readonly string[] } }): Promise<Map<Id, string[]>> {
  const folders = new Map<Id, string[]>()
  for (const folder of seen.folders) {
    for (const name of (await disk.list(folder)).toSorted()) {
      const writer = writerOf(name)
      if (writer) folders.set(writer, [...(folders.get(writer) ?? []), join(folder, name)])
    }
  }
  return folders
}

/** plain: the name we gave it. Else a synchroniser's ("00000003 (conflicted copy of Noor).ops", "Kopie van 00000003.ops"): what is in it tells its number. */
export function readOpName(name: string): { number: number; plain: boolean } | null {
  if (name.endsWith('.tmp') || name.startsWith('.')) return null
  const number = Number(/(?<!\d)(\d{8})(?!\d)/.exec(name)?.[1] ?? 0)
  return number === 0 || !name.includes('.ops') ? null : { number, plain: name === opFileName(number) }
}

/** Null for what is no content file. A copy with another ending or beginning counts as well: the bytes are held against the name. */
export function readContentName(name: string): { id: Id; sha256: string; kind: 'import' | 'words' } | null {
  const found = name.endsWith('.tmp') ? null : /([A-Za-z0-9_-]{21}[AQgw])\.([0-9a-f]{64})/.exec(name)
  const kind = /\.(import|words)/.exec(name)?.[1]
  return found && kind ? { id: found[1]!, sha256: found[2]!, kind: kind as 'import' | 'words' } : null
}
