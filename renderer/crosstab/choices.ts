// What the coder chose for the table, found again next time; and the question to the core that follows from it.
import { z } from 'zod'
import { ColumnsBy, RowBy, Testing, Unit, type CodeRow, type CrosstabQuestion } from '../../shared/contract/crosstab.ts'
import { Layer, StoryFilter } from '../../shared/domain/layer.ts'
import type { Output } from '../../shared/contract/index.ts'

type Code = Output<'code.list'>[number]
type Theme = Pick<Output<'theme.names'>[number], 'id'>
type Signifier = Output<'signifier.list'>[number]

/** all: every code that is not retired. top: codes without one above them, as branches. themes: every theme. own: as ticked. */
export const Rows = z.discriminatedUnion('is', [
  z.object({ is: z.literal('all') }), z.object({ is: z.literal('top') }), z.object({ is: z.literal('themes') }), z.object({ is: z.literal('own'), rows: z.array(RowBy) })
])
export type Rows = z.infer<typeof Rows>

/** By a column's key; the others by what they say. */
export const Sort = z.discriminatedUnion('is', [
  z.object({ is: z.enum(['codebook', 'name', 'total', 'chance']) }), z.object({ is: z.literal('column'), column: z.string() })
])
export type Sort = z.infer<typeof Sort>

/** residual: counts, coloured by how far they stray. per100: in a hundred stories of the column; per1000: in a thousand of their words. */
export const Show = z.enum(['count', 'row', 'column', 'per100', 'per1000', 'residual'])
export type Show = z.infer<typeof Show>

export const Choices = z.object({
  /** Null: not chosen yet; the first question is taken. */
  columns: ColumnsBy.nullable(), rows: Rows, unit: Unit, layer: Layer, filter: StoryFilter,
  show: Show, sort: Sort, pinned: z.array(RowBy), face: z.enum(['spread', 'means', 'study']), measure: z.string(),
  /** Questions as rows, codes as columns. */
  turned: z.boolean().default(false),
  adjust: Testing.shape.adjust,
  /** From which adjusted residual on a cell gets its border: over 4, or 2 and more. Both are always marked. */
  rule: z.enum(['literal', 'squared']).default('literal')
})
export type Choices = z.infer<typeof Choices>

const FIRST: Choices = {
  columns: null, rows: { is: 'all' }, unit: 'story', layer: { is: 'all' }, filter: {}, show: 'count', sort: { is: 'codebook' }, pinned: [], face: 'spread', measure: '',
  turned: false, adjust: 'holm', rule: 'literal'
}
const FIRST_AGREED: Choices = { ...FIRST, layer: { is: 'consensus' } }

/** What shows before anything was chosen: what the team agreed on where there is such a layer, else every coder. */
export const firstChoices = ({ hasConsensus }: { hasConsensus: boolean }): Choices => (hasConsensus ? FIRST_AGREED : FIRST)

/** The columns to show when nothing was chosen, or when the question chosen is gone: the first scale, else the first question, else groups. */
export function columnsOf(chosen: ColumnsBy | null, signifiers: readonly Signifier[]): ColumnsBy {
  const usable = signifiers.filter(({ kind }) => kind !== 'text')
  if (chosen && (chosen.is !== 'signifier' || usable.some(({ id }) => id === chosen.signifier))) return chosen
  const first = usable.find(({ kind }) => kind === 'slider') ?? usable[0]
  return first ? { is: 'signifier', signifier: first.id } : { is: 'group' }
}

/** The rows to ask for; codes and themes that are gone drop out. */
export function rowsOf(rows: Rows, codes: readonly Code[], themes: readonly Theme[]): RowBy[] {
  const there = codes.filter(({ retired }) => !retired)
  if (rows.is === 'all') return there.map(({ id }) => ({ code: id, branch: false }))
  if (rows.is === 'top') return there.filter(({ parent }) => parent === null).map(({ id }) => ({ code: id, branch: there.some((other) => other.parent === id) }))
  if (rows.is === 'themes') return themes.map(({ id }) => ({ theme: id }))
  const known = new Set([...codes, ...themes].map(({ id }) => id))
  return rows.rows.filter(row => known.has('theme' in row ? row.theme : row.code))
}

/** Codes only: what has no place for themes takes their codes' own rows. */
export const codeRowsOf = (rows: Rows, codes: readonly Code[]): CodeRow[] =>
  rowsOf(rows.is === 'themes' ? { is: 'all' } : rows, codes, []).flatMap(row => ('theme' in row ? [] : [row]))

/** Ids of codes and themes are never the same. */
export const rowKey = (by: RowBy): string => ('theme' in by ? by.theme : by.branch ? `${by.code}+` : by.code)

export type Asked = Pick<CrosstabQuestion, 'columns' | 'unit' | 'layer' | 'filter'>
