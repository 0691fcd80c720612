// Commands that count: frequencies and the cross-table, through the same calls as the window.
import type { Output } from '../../shared/contract/index.ts'
import { Bins, type ColumnFace, type ColumnsBy } from '../../shared/contract/crosstab.ts'
import { callNames } from '../../shared/domain/code-named.ts'
import type { Id } from '../../shared/domain/ids.ts'
import type { Layer } from '../../shared/domain/layer.ts'
import { sameName } from '../../shared/domain/names.ts'
import { Refusal } from '../../shared/errors.ts'
import { list, needed, oneOf, text, UsageError, type Command, type Given } from './arguments.ts'
import { json, show } from './print.ts'
import { coderNamed, codesNamed, lookingAt, type Opened } from './project.ts'

export const countCommands: Record<string, Command> = {
  frequencies: {
    usage: 'FILE [--by coder|group] [--layer all|consensus|NAME] [--as NAME]', about: 'how often each code was used', least: 1, most: 1,
    options: { by: 'string', layer: 'string', as: 'string' },
    run: (given) => lookingAt(given, async (project) => {
      const by = oneOf(given, 'by', ['coder', 'group']) ?? null
      const { parts, rows } = await project.call('frequency.table', { by, layer: await layerOf(given, project) })
      const names = callNames(await project.call('code.list', {}))
      const named = rows.map((row) => ({
        code: row.code === null ? row.name : names.get(row.code)!, codings: row.all.codings, fragments: row.all.fragments, stories: row.all.stories, coders: row.coders,
        ...(by ? { by: Object.fromEntries(parts.map((part, at) => [partName(part), row.parts[at]!])) } : {})
      }))
      show(given, named, [
        ['code', (row) => row.code], ['fragments', (row) => row.fragments], ['stories', (row) => row.stories], ['codings', (row) => row.codings], ['coders', (row) => row.coders],
        ...parts.map(partName).map((name): [string, (row: (typeof named)[number]) => number | null] => [name, (row) => row.by?.[name]?.codings ?? null])
      ])
    })
  },
  crosstab: {
    usage: 'FILE --signifier KEY|group|wave|coder|month|quarter|year [--codes A,B] [--themes A,B] [--unit story|fragment|coding] [--layer …] [--bins tens|N|width:W] [--stone KEY] [--as NAME]',
    about: 'codes and themes against what tellers answered', least: 1, most: 1,
    options: { signifier: 'string', codes: 'string', themes: 'string', unit: 'string', layer: 'string', bins: 'string', stone: 'string', as: 'string' },
    run: (given) => lookingAt(given, async (project) => {
      const [names, themes] = [list(given, 'codes'), list(given, 'themes')]
      const rows = names ?? themes ? [...(names ? await codesNamed(project, names) : []).map(({ id }) => ({ code: id })), ...(await themesNamed(project, themes ?? [])).map((theme) => ({ theme }))] : undefined
      const table = await project.call('crosstab.table', {
        columns: await columnsOf(given, project), unit: oneOf(given, 'unit', ['story', 'fragment', 'coding'] as const) ?? 'story', layer: await layerOf(given, project), ...(rows ? { rows } : {})
      })
      print(given, table, callNames(await project.call('code.list', {})))
    })
  }
}

/** The layer asked for; by default what the team agreed on, where there is such a layer, else every coder. */
export async function layerOf(given: Given, { store, call }: Opened): Promise<Layer> {
  const name = text(given, 'layer') ?? ((await call('project.read', {})).hasConsensus ? 'consensus' : 'all')
  return name === 'all' || name === 'consensus' ? { is: name } : { is: 'coder', coder: coderNamed(store, name).id }
}

async function themesNamed({ call }: Opened, names: readonly string[]): Promise<Id[]> {
  const themes = await call('theme.names', {})
  return names.map((name) => {
    const found = themes.find((theme) => sameName(theme.name, name))
    if (!found) throw new Refusal('not_found', 'theme.no_such_name', { name, names: themes.map((theme) => theme.name).join(', ') })
    return found.id
  })
}

type Question = Output<'signifier.list'>[number]

/** By its key or its title, also in the words of one group; letter case counts only where another bears the same words. */
function questionCalled(signifiers: readonly Question[], key: string): Question | undefined {
  const [same, folded] = [(words: string) => words === key, (words: string) => words.toLowerCase() === key.toLowerCase()]
  const titles = ({ title, wordings }: Question): string[] => [title, ...wordings.map((wording) => wording.title)]
  return signifiers.find((one) => same(one.key)) ?? signifiers.find((one) => titles(one).some(same)) ??
    signifiers.find((one) => folded(one.key)) ?? signifiers.find((one) => titles(one).some(folded))
}

async function columnsOf(given: Given, { call }: Opened): Promise<ColumnsBy> {
  const key = needed(given, 'signifier', 'Say which question with --signifier.')
  const signifiers = await call('signifier.list', {})
  const found = questionCalled(signifiers, key)
  const [stone, bins] = [text(given, 'stone'), binsOf(given)]
  const other = found ? null : otherColumns(key)
  if (!found && !other) throw new Refusal('not_found', 'signifier.no_such_key', { key, keys: signifiers.map((signifier) => signifier.key).join(', ') })
  if (bins && found?.kind !== 'slider' && found?.kind !== 'number') throw new UsageError(`--bins cuts a scale, and ${key} is none.`)
  if (stone !== undefined && found?.kind !== 'stones') throw new UsageError(`--stone goes with a question of stones, and ${key} is none.`)
  if (!found) return other!
  const placed = stone === undefined ? undefined : found.stones.find(({ name }) => name.toLowerCase() === stone.toLowerCase())?.id
  if (stone !== undefined && !placed) throw new Refusal('not_found', 'signifier.no_such_stone', { stone, stones: found.stones.map(({ name }) => name).join(', ') })
  return { is: 'signifier', signifier: found.id, ...(bins ? { bins } : {}), ...(placed ? { stone: placed } : {}) }
}

/** Where a story comes from, when, or who coded it. */
function otherColumns(key: string): ColumnsBy | null {
  if (key === 'group' || key === 'wave' || key === 'coder') return { is: key }
  return key === 'month' || key === 'quarter' || key === 'year' ? { is: 'period', by: key } : null
}

function binsOf(given: Given): Bins | null {
  const words = text(given, 'bins')
  if (words === undefined) return null
  const width = /^width:(\d+(?:\.\d+)?)$/.exec(words)?.[1]
  const bins = Bins.safeParse(words === 'tens' ? { is: 'tens' } : width ? { is: 'width', width: Number(width) } : { is: 'classes', count: /^\d+$/.test(words) ? Number(words) : null })
  if (!bins.success) throw new UsageError(`--bins ${words}: choose tens, 2 to 20 classes, or width:W with W over 0.`)
  return bins.data
}

/** Stories without a group stand apart, under the name such a column has in a cross-table. */
const partName = ({ id, name }: { id: Id | null; name: string }): string => (id === null ? 'unknown' : name)

/** A column in words, as headings and keys of the printed table. */
export function columnName(face: ColumnFace): string {
  switch (face.is) {
    case 'bar': return String(face.at)
    case 'range': return `${face.from}–${face.to}`
    case 'zone': return face.zone
    case 'quadrant': return face.quadrant
    case 'period': return face.period
    case 'option': case 'group': case 'wave': case 'coder': return face.name
    case 'na': return 'n.v.t.'
    default: return face.is
  }
}

/** Two options may bear one name; the values under it must not fall together. */
function namesApart(names: readonly string[]): string[] {
  const seen = new Map<string, number>()
  return names.map((name) => {
    const times = (seen.get(name) ?? 0) + 1
    seen.set(name, times)
    return times === 1 ? name : `${name} (${times})`
  })
}

function print(given: Given, table: Output<'crosstab.table'>, codes: ReadonlyMap<Id, string>): void {
  const columns = namesApart(table.columns.map(({ face }) => columnName(face)))
  const by = (values: (number | null)[]): Record<string, number | null> => Object.fromEntries(columns.map((name, at) => [name, values[at] ?? null]))
  const rows = table.rows.map((row) => ({
    code: 'code' in row.by ? codes.get(row.by.code)! : row.name, counts: by(row.counts), with: by(row.with), without: by(row.without), unread: by(row.unread), total: row.total, residuals: by(row.residuals), expected: by(row.expected),
    tests: row.tests, scores: Object.fromEntries(table.measures.map((measure, at) => [measure.name, row.scores[at]!]))
  }))
  if (given.json) {
    return json({
      columns: table.columns.map(({ value, stories, done }, at) => ({ name: columns[at]!, value, stories, done })), rows, valid: table.valid, na: table.na, blank: table.blank, notAsked: table.notAsked,
      measures: table.measures, tests: table.tests
    })
  }
  show(given, rows, [['code', (row) => row.code], ...columns.map((name): [string, (row: (typeof rows)[number]) => number | null] => [name, (row) => row.counts[name]!]), ['total', (row) => row.total.count]])
  console.log(`n valid ${table.valid} · n.v.t. ${table.na} · blank ${table.blank} · not asked ${table.notAsked}`)
}
