// What a cell counts, as a rule that can be kept and opened elsewhere: what was asked for, and the cell's own condition. [X7]
import type { Output } from '../../shared/contract/index.ts'
import type { Column, Crosstab, RowBy } from '../../shared/contract/crosstab.ts'
import { branchOf } from '../../shared/domain/code-branch.ts'
import { columnRule } from '../../shared/domain/column-rule.ts'
import { bothFilters } from '../../shared/domain/filter-parts.ts'
import type { Layer, StoryFilter } from '../../shared/domain/layer.ts'
import type { Asked } from './choices.ts'
import type { Signifier } from './column-words.ts'

export type Side = 'with' | 'without' | 'unread'
/** `row` null: a column of the table; `column` null: a row over all columns. */
export interface CellAsked { asked: Pick<Asked, 'columns' | 'layer' | 'filter'>, row: RowBy | null, column: Column | null, side: Side, signifier: Signifier | null, codes: Output<'code.list'> }

/** Null where no rule picks exactly these stories: a theme in a coder's column (it rests on everybody's work), stories nobody finished, columns without a rule. */
export function cellRule({ asked, row, column, side, signifier, codes }: CellAsked): StoryFilter | null {
  const byCoder = column?.face.is === 'coder' ? column.face.id : null
  if (byCoder !== null && (row === null || 'theme' in row)) return null // every story, whoever coded
  const ofRow = row === null ? {} : rowRule(row, side, byCoder === null ? asked.layer : { is: 'coder', coder: byCoder }, codes)
  const ofColumn = column === null || byCoder !== null ? {} : columnRule(column.face, questionOf(asked, signifier))
  return ofRow && ofColumn && bothFilters(asked.filter, bothFilters(ofRow, ofColumn))
}

function rowRule(row: RowBy, side: Side, layer: Layer, codes: CellAsked['codes']): StoryFilter | null {
  if (side === 'unread') return null
  if ('theme' in row) return side === 'with' ? { themes: [row.theme], layer } : { withoutThemes: [row.theme], layer }
  const ids = row.branch ? [...branchOf(codes, row.code)] : [row.code]
  return side === 'with' ? { codes: ids, layer } : { withoutCodes: ids, layer }
}

/** The table shows the first stone where none was chosen. */
function questionOf({ columns }: CellAsked['asked'], signifier: Signifier | null) {
  if (columns.is !== 'signifier') return { signifier: '', kind: '' }
  return { signifier: columns.signifier, kind: signifier?.kind ?? '', stone: columns.stone ?? signifier?.stones[0]?.id, cuts: columns.zones }
}

/** The words at both ends of a scale, for the first and the last of its columns that hold a value; null elsewhere. */
export function poleWords({ columns }: Pick<Crosstab, 'columns'>, signifier: Signifier | null): (string | null)[] {
  const values = columns.flatMap(({ face }, at) => (face.is === 'bar' || face.is === 'range' ? [at] : []))
  if (signifier?.kind !== 'slider' || values.length < 2) return columns.map(() => null)
  return columns.map((_, at) => (at === values[0] ? signifier.anchors[0] : at === values.at(-1) ? signifier.anchors[1] : null) || null)
}
