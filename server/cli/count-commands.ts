// Commands that count: frequencies and the cross-table, through the same calls as the window.
import type { Output } from '../../shared/contract/index.ts'
import type { Bins, ColumnsBy, ColumnFace } from '../../shared/contract/crosstab.ts'
import type { Id } from '../../shared/domain/ids.ts'
import type { Layer } from '../../shared/domain/layer.ts'
import { sameName } from '../../shared/domain/names.ts'
import { Refusal } from '../../shared/errors.ts'
import { list, oneOf, text, UsageError, type Command, type Given } from './arguments.ts'
import { json, show } from './print.ts'
import { coderNamed, codesNamed, withProject, type Opened } from './project.ts'

export const countCommands: Record<string, Command> = {
  frequencies: {
    usage: 'FILE [--by coder|group] [--layer all|consensus|NAME] [--as NAME]', about: 'how often each code was used', least: 1, most: 1,
    options: { by: 'string', layer: 'string', as: 'string' },
    run: (given) => withProject(given, async (project) => {
      const by = oneOf(given, 'by', ['coder', 'group']) ?? null
      const { parts, rows } = await project.call('frequency.table', { by, layer: await layerOf(given, project) })
      const named = rows.map((row) => ({
        code: row.name, codings: row.all.codings, fragments: row.all.fragments, stories: row.all.stories, coders: row.coders,
        ...(by ? { by: Object.fromEntries(parts.map((part, at) => [part.name, row.parts[at]!])) } : {})
      }))
      show(given, named, [
        ['code', (row) => row.code], ['fragments', (row) => row.fragments], ['stories', (row) => row.stories], ['codings', (row) => row.codings], ['coders', (row) => row.coders],
        ...parts.map(({ name }): [string, (row: (typeof named)[number]) => number | null] => [name, (row) => row.by?.[name]?.codings ?? null])
      ])
    })
  },
  crosstab: {
    usage: 'FILE --signifier KEY|group|wave|coder|month|quarter|year [--codes A,B] [--themes A,B] [--unit story|fragment|coding] [--layer …] [--bins tens|N|width:W] [--stone KEY] [--as NAME]',
    about: 'codes and themes against what tellers answered', least: 1, most: 1,
    options: { signifier: 'string', codes: 'string', themes: 'string', unit: 'string', layer: 'string', bins: 'string', stone: 'string', as: 'string' },
    run: (given) => withProject(given, async (project) => {
      const [names, themes] = [list(given, 'codes'), list(given, 'themes')]
      const rows = names ?? themes ? [...(names ? await codesNamed(project, names) : []).map(({ id }) => ({ code: id })), ...(await themesNamed(project, themes ?? [])).map((theme) => ({ theme }))] : undefined
      const table = await project.call('crosstab.table', {
        columns: await columnsOf(given, project), unit: oneOf(given, 'unit', ['story', 'fragment', 'coding'] as const) ?? 'story', layer: await layerOf(given, project), ...(rows ? { rows } : {})
      })
      print(given, table)
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

async function columnsOf(given: Given, { call }: Opened): Promise<ColumnsBy> {
  const key = text(given, 'signifier')
  if (key === undefined) throw new UsageError('Say which question with --signifier.')
  const signifiers = await call('signifier.list', {})
  const found = signifiers.find((signifier) => signifier.key === key) ?? signifiers.find((signifier) => signifier.title === key)
  if (found) {
    const stone = text(given, 'stone')
    const placed = stone === undefined ? undefined : found.stones.find(({ name }) => name === stone)?.id
    if (stone !== undefined && !placed) throw new Refusal('not_found', 'signifier.no_such_stone', { stone, stones: found.stones.map(({ name }) => name).join(', ') })
    return { is: 'signifier', signifier: found.id, ...binsOf(given), ...(placed ? { stone: placed } : {}) }
  }
  if (key === 'group' || key === 'wave' || key === 'coder') return { is: key }
  if (key === 'month' || key === 'quarter' || key === 'year') return { is: 'period', by: key }
  throw new Refusal('not_found', 'signifier.no_such_key', { key, keys: signifiers.map((signifier) => signifier.key).join(', ') })
}

function binsOf(given: Given): { bins?: Bins } {
  const words = text(given, 'bins')
  if (words === undefined) return {}
  if (words === 'tens') return { bins: { is: 'tens' } }
  const width = /^width:([\d.]+)$/.exec(words)?.[1]
  if (width) return { bins: { is: 'width', width: Number(width) } }
  if (/^\d+$/.test(words)) return { bins: { is: 'classes', count: Number(words) } }
  throw new UsageError(`--bins ${words}: choose tens, a number of classes, or width:W.`)
}

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

function print(given: Given, table: Output<'crosstab.table'>): void {
  const columns = table.columns.map(({ face }) => columnName(face))
  const by = (values: (number | null)[]): Record<string, number | null> => Object.fromEntries(columns.map((name, at) => [name, values[at] ?? null]))
  const rows = table.rows.map((row) => ({
    code: row.name, counts: by(row.counts), with: by(row.with), without: by(row.without), unread: by(row.unread), total: row.total, residuals: by(row.residuals), expected: by(row.expected),
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
