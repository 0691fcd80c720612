// Columns that belong together by their names: a question and its option, a stone and its axis.
import type { ColumnLook } from './column-look.ts'

/** Columns whose headings begin alike: `base` is what they share, `rest` what each has of its own. */
export type Member = { look: ColumnLook; rest: string }
export type Group = { base: string; title: string; members: Member[] }

/** How tools part a question from its option, the most telling first. */
export const SPLITS: RegExp[] = [
  /^(.+?)\s*\[([^[\]]+)\]$/,
  /^(.+?) › (.+)$/,
  /^(.+?\?)\s*[-–:/|_]?\s*(\S.*)$/,
  /^(.+?)\s*:\s+(.+)$/,
  /^(.+) [-–] (.+)$/,
  /^(.+)\/([^/]+)$/,
  /^(.+)[_.]([^_.]+)$/,
  /^(.+?)\s*\(([^()]+)\)$/,
  /^(.+) (\S+)$/
]

/** Groups of at least `least` free columns under one way of splitting their names, in the order of the file. */
export function groupsOf(looks: ColumnLook[], split: RegExp, least: number): Group[] {
  const groups = new Map<string, Group>()
  for (const look of looks) {
    const words = inWords(look, split)
    if (!words) continue
    const base = words[1]!.trim()
    const group = groups.get(base) ?? { base, title: base, members: [] }
    group.members.push({ look, rest: words[2]!.trim() })
    groups.set(base, group)
  }
  return [...groups.values()].filter((group) => group.members.length >= least)
}

/** The question's words tell more than its code does; without them the name must do. */
function inWords(look: ColumnLook, pattern: RegExp): RegExpExecArray | null {
  return pattern.exec(look.title) ?? pattern.exec(look.name)
}

/** "Klik x", "Klik_percentX", "Klik [x]", and the Workbench's "KlikXRight". */
const AXIS = /^(.+?)(?:[\s_.:›([-]*(?<![a-z])(?:percent)?(x|y|horizontaal|verticaal)[)\]]?|(XRight|YTop))$/i

/** Which stone (or triangle) and which of its two places a column holds, by its name; null when its name says no such thing. */
export function axisOf(look: ColumnLook): { stone: string; is: 'x' | 'y' } | null {
  const words = inWords(look, AXIS)
  if (!words) return null
  return { stone: words[1]!.replace(/[\s_.:›([-]+$/, ''), is: /^(x|horizontaal|xright)$/i.test(words[2] ?? words[3]!) ? 'x' : 'y' }
}

/** What these columns share in their names, and what each has of its own. Without anything shared: their names in a row. */
export function groupOf(looks: ColumnLook[]): { base: string; title: string; rests: string[] } {
  if (looks.length === 1) return { base: looks[0]!.name, title: looks[0]!.title, rests: [looks[0]!.name] }
  for (const split of SPLITS) {
    const group = groupsOf(looks, split, looks.length)[0]
    if (group) return { base: group.base, title: group.title, rests: distinct(group.members.map(({ rest }) => rest)) }
  }
  const names = looks.map((look) => look.name)
  return { base: names.join(', '), title: names.join(', '), rests: names }
}

/** Options of one question have different keys. */
function distinct(rests: string[]): string[] {
  return rests.map((rest, i) => (rests.indexOf(rest) < i ? `${rest} (${rests.slice(0, i + 1).filter((other) => other === rest).length})` : rest))
}

export function commonStart(names: string[]): string {
  let start = names[0]!
  for (const name of names) while (!name.startsWith(start)) start = start.slice(0, -1)
  const trimmed = start.replace(/[\s_:›/([-]+$/, '')
  return trimmed.length >= 3 ? trimmed : names.join(', ')
}
