// Codes as they are called in a command or a table: by name, or by their path where several bear one name.
import { folded } from '../text/folded.ts'
import type { Id } from './ids.ts'

/** `I`: how the place keeps codes apart, an id or a local number. */
type Placed<I = Id> = { id: I; name: string; parent: I | null }

/** Letter case aside, and how an accent is put together. */
const spelled = (words: string): string => words.trim().normalize('NFC').toLowerCase()
/** Accents aside too, as one types in a hurry. Signs stay: `tevreden +` and `tevreden -` are two codes. */
export const unaccented = (words: string): string => folded(words.trim())

/**
 * The codes that these words name: a name (`Opvoeding`), or a path (`Hulpvraag/Opvoeding`; `/Opvoeding` for one with none above it).
 * More than one: the words do not tell them apart.
 */
export function codesCalled<C extends Placed>(codes: readonly C[], words: string, as: (words: string) => string = spelled): C[] {
  const [paths, wanted] = [pathsOf(codes), as(words)]
  return codes.filter(({ id, name, parent }) => [name, paths.get(id)!, ...(parent === null ? [`/${name}`] : [])].some((called) => as(called) === wanted))
}

/** Each code by its name; where another bears that name too, with those above it in front, as people read it: `Hulpvraag › Opvoeding`. */
export function toldNames<I>(codes: readonly Placed<I>[]): Map<I, string> {
  const [paths, bearers] = [pathsOf(codes, ' › '), bearersOf(codes)]
  return new Map(codes.map(({ id, name }) => [id, bearers.get(spelled(name)) === 1 ? name : paths.get(id)!]))
}

/** What to call each code so that it is found again by it: its name, or its path where another bears that name too. */
export function callNames(codes: readonly Placed[]): Map<Id, string> {
  const [paths, bearers] = [pathsOf(codes), bearersOf(codes)]
  return new Map(codes.map(({ id, name, parent }) => [id, bearers.get(spelled(name)) === 1 ? name : parent === null ? `/${name}` : paths.get(id)!]))
}

function bearersOf(codes: readonly { name: string }[]): Map<string, number> {
  const bearers = new Map<string, number>()
  for (const { name } of codes) bearers.set(spelled(name), (bearers.get(spelled(name)) ?? 0) + 1)
  return bearers
}

function pathsOf<I>(codes: readonly Placed<I>[], between = '/'): Map<I, string> {
  const byId = new Map(codes.map((code) => [code.id, code]))
  const path = ({ name, parent }: Placed<I>): string => {
    const above = parent === null ? undefined : byId.get(parent)
    return above ? `${path(above)}${between}${name}` : name
  }
  return new Map(codes.map((code) => [code.id, path(code)]))
}
