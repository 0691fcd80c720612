// Codes as they are called in a command or a table: by name, or by their path where several bear one name.
import type { Id } from './ids.ts'

type Placed = { id: Id; name: string; parent: Id | null }

/** Letter case aside, and how an accent is put together. */
const spelled = (words: string): string => words.trim().normalize('NFC').toLowerCase()
/** Accents aside too, as one types in a hurry. Signs stay: `tevreden +` and `tevreden -` are two codes. */
export const unaccented = (words: string): string => words.trim().normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()

/**
 * The codes that these words name: a name (`Opvoeding`), or a path (`Hulpvraag/Opvoeding`; `/Opvoeding` for one with none above it).
 * More than one: the words do not tell them apart.
 */
export function codesCalled<C extends Placed>(codes: readonly C[], words: string, as: (words: string) => string = spelled): C[] {
  const [paths, wanted] = [pathsOf(codes), as(words)]
  return codes.filter(({ id, name, parent }) => [name, paths.get(id)!, ...(parent === null ? [`/${name}`] : [])].some((called) => as(called) === wanted))
}

/** What to call each code so that it is found again by it: its name, or its path where another bears that name too. */
export function callNames(codes: readonly Placed[]): Map<Id, string> {
  const paths = pathsOf(codes)
  const bearers = Map.groupBy(codes, ({ name }) => spelled(name))
  return new Map(codes.map(({ id, name, parent }) => [id, bearers.get(spelled(name))!.length === 1 ? name : parent === null ? `/${name}` : paths.get(id)!]))
}

function pathsOf(codes: readonly Placed[]): Map<Id, string> {
  const byId = new Map(codes.map((code) => [code.id, code]))
  const path = ({ name, parent }: Placed): string => {
    const above = parent === null ? undefined : byId.get(parent)
    return above ? `${path(above)}/${name}` : name
  }
  return new Map(codes.map((code) => [code.id, path(code)]))
}
