// A registration with a row for each conversation: who, which case, how long; and its totals, each with what it is out of.
import { z } from 'zod'
import { numberIn } from './counts.ts'

/** Worker and case as numbers of their own: names and case numbers of the source are not kept. `time`: a place in `bands`, or minutes. */
export const LogBody = z.strictObject({
  /** The words for a duration as they stood in the source. */
  bands: z.array(z.string().max(80)).max(40),
  rows: z.array(z.strictObject({
    worker: z.number().int().min(0).nullable(), case: z.number().int().min(0).nullable(),
    /** It is a conversation of its own; false for a case whose conversations nobody counted. */
    counted: z.boolean(), band: z.number().int().min(0).nullable(), minutes: z.number().min(0).nullable()
  })).min(1).max(5000)
})
export type LogBody = z.infer<typeof LogBody>

export const LogSettings = z.strictObject({
  /** By band: how many minutes it counts for; null: nobody said, and its rows have no time. */
  minutes: z.array(z.number().min(0).nullable()),
  /** How many of the cases with the most conversations are left out. */
  without: z.number().int().min(0).max(50)
})
export type LogSettings = z.infer<typeof LogSettings>

/**
 * The minutes a time band counts for: its middle; above an open end as the pilot reckoned (over 60 as 75, over 90 as 100).
 * Null for words that hold no bounds, and for other open ends: a person says it then.
 */
export function bandMinutes(words: string): number | null {
  const bounds = [...words.matchAll(/\d+(?:[.,]\d+)?/g)].map(([digits]) => Number(digits.replace(',', '.')))
  const scale = /\buur|\buren|\bhour/i.test(words) && !/min/i.test(words) ? 60 : 1
  const [low, high] = bounds
  if (low === undefined) return null
  if (high !== undefined) return (low + high) / 2 * scale
  if (/>|meer|over|langer|more|≥/i.test(words)) return low * scale === 60 ? 75 : low * scale === 90 ? 100 : null
  return /<|minder|korter|less|tot/i.test(words) ? low / 2 * scale : low * scale
}

/** Which columns of the file hold what; a workbook with a sheet for each worker names the worker by its sheet. */
export type LogColumns = { worker: number | 'sheet' | null; case: number; conversation: number | null; duration: number | null }
export type LogSheet = { name: string; rows: readonly (readonly string[])[] }

/** Headings are the first row of every sheet. Rows without a case and a duration are passed over. Null when nothing is left. */
export function readLog(sheets: readonly LogSheet[], columns: LogColumns): LogBody | null {
  const [workers, cases, bands] = [numbering(), numbering(), numbering()]
  const rows = sheets.flatMap(({ name, rows: [, ...lines] }) => lines.flatMap((cells): LogBody['rows'] => {
    const cell = (at: number | null): string => (at === null ? '' : (cells[at] ?? '').trim())
    const [of, took] = [cell(columns.case), cell(columns.duration)]
    if (of === '' && took === '') return []
    const who = columns.worker === 'sheet' ? name : cell(columns.worker)
    const minutes = numberIn(took)
    return [{
      worker: who === '' ? null : workers.of(who), case: of === '' ? null : cases.of(of), counted: columns.conversation === null || cell(columns.conversation) !== '',
      band: minutes === undefined ? bands.of(took) : null, minutes: minutes === undefined ? null : minutes
    }]
  }))
  return rows.length === 0 || rows.length > 5000 || bands.names.length > 40 ? null : { bands: bands.names, rows }
}

export const firstSettings = ({ bands }: LogBody): LogSettings => ({ minutes: bands.map(bandMinutes), without: 0 })

export type LogTotals = {
  workers: number; cases: number; conversations: number
  /** Minutes, over the rows that have a time; the others are told. */
  minutes: number; timed: number; untimed: number
  /** Over all cases with a time. */
  minutesPerCase: number | null; timedCases: number
  /** Over the cases whose conversations were counted; the others are told. */
  perCase: number | null; countedCases: number; uncountedCases: number
  most: number
  /** Rows without a case count in the totals and in no average. */
  caseless: number
  byBand: { words: string; minutes: number | null; rows: number }[]
  /** Cases by how many conversations: 1, 2, 3, … */
  byCount: { conversations: number; cases: number }[]
}

export function totalsOf(body: LogBody, settings: LogSettings): LogTotals {
  const all = Map.groupBy(body.rows.filter((row) => row.case !== null), (row) => row.case!)
  const counts = new Map([...all].map(([of, own]) => [of, own.filter(({ counted }) => counted).length]))
  const longest = [...counts].toSorted(([one, a], [other, b]) => b - a || one - other).slice(0, settings.without).map(([of]) => of)
  const rows = body.rows.filter((row) => row.case === null || !longest.includes(row.case))
  const kept = [...counts].filter(([of]) => !longest.includes(of))
  const counted = kept.filter(([, count]) => count > 0)
  const minutesOf = (row: LogBody['rows'][number]): number | null => row.minutes ?? (row.band === null ? null : settings.minutes[row.band] ?? null)
  const times = rows.map(minutesOf)
  const timedCases = new Set(rows.flatMap((row, at) => (row.case !== null && times[at] !== null ? [row.case] : [])))
  const inCases = rows.reduce((sum, row, at) => sum + (row.case === null ? 0 : times[at] ?? 0), 0)
  const conversations = rows.filter((row) => row.counted).length
  const ofCases = counted.reduce((sum, [, count]) => sum + count, 0)
  const spread = Map.groupBy(counted, ([, count]) => count)
  return {
    workers: new Set(rows.flatMap(({ worker }) => worker ?? [])).size, cases: kept.length, conversations,
    minutes: times.reduce<number>((sum, time) => sum + (time ?? 0), 0), timed: times.filter((time) => time !== null).length, untimed: times.filter((time) => time === null).length,
    minutesPerCase: timedCases.size === 0 ? null : inCases / timedCases.size, timedCases: timedCases.size,
    perCase: counted.length === 0 ? null : ofCases / counted.length, countedCases: counted.length, uncountedCases: kept.length - counted.length,
    most: Math.max(0, ...counted.map(([, count]) => count)), caseless: rows.filter((row) => row.case === null).length,
    byBand: body.bands.map((words, band) => ({ words, minutes: settings.minutes[band] ?? null, rows: rows.filter((row) => row.band === band).length })),
    byCount: [...spread].map(([count, own]) => ({ conversations: count, cases: own.length })).toSorted((a, b) => a.conversations - b.conversations)
  }
}

function numbering(): { names: string[]; of(name: string): number } {
  const names: string[] = []
  const known = new Map<string, number>()
  return {
    names,
    of(name) {
      const key = name.toLocaleLowerCase('nl')
      const found = known.get(key)
      if (found !== undefined) return found
      known.set(key, names.length)
      return names.push(name) - 1
    }
  }
}
