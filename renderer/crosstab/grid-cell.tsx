// What stands in a place of the table: a heading, a number with shade and mark, a total, what is unread, or a p.
import type { CSSProperties } from 'react'
import { Layers, Pin } from 'lucide-react'
import type { Crosstab, CrosstabRow, Unit } from '../../shared/contract/crosstab.ts'
import { isStriking, type StudyRule } from '../../shared/crosstab/study-test.ts'
import { residualMark } from '../charts/residual-mark.ts'
import { chanceWords } from '../i18n/chance-words.ts'
import type { Formats } from '../i18n/format.ts'
import type { Say } from '../i18n/say.ts'
import { CodeSwatch } from '../ui/code-swatch.tsx'
import { rowKey, type Show } from './choices.ts'
import { cellFigure, columnWords, LEAST_BASE, rowWords, type Signifier } from './column-words.ts'
import { chanceOf } from './ordered-rows.ts'
import { expectedChance, type ExpectedRows } from './use-expected.ts'

/** All that the cells are drawn from; a new one draws them all anew. */
export interface GridFacts {
  table: Crosstab
  /** In the order they stand in; line 1 is the first. */
  rows: readonly CrosstabRow[]
  signifier: Signifier | null
  unit: Unit
  show: Show
  /** Codes beside each other. */
  turned: boolean
  rule: StudyRule
  /** In study mode the p of the whole table, over fragments; else null, and each row has its own. */
  wholeP: number | null
  pinned: ReadonlySet<string>
  /** What was written down beforehand about rows of this table. */
  expected: ExpectedRows
  mostShare: number
  /** By row: of what its percentages are. */
  bases: ReadonlyMap<CrosstabRow, number>
  /** By column: the words at the ends of a scale. */
  poles: readonly (string | null)[]
  say: Say<'crosstab'>
  format: Formats
}

/** Line 0 is the head, column 0 the codes; behind the columns stand the total, what is unread, and the p. A table on its side has the same places. */
export function gridCell(facts: GridFacts, line: number, column: number, key: number, place: object) {
  const { table: { columns }, rows, turned, say, format, expected } = facts
  const behind = column - columns.length
  if (line === 0 || column === 0) {
    const isAbove = turned ? column === 0 : line === 0
    const isState = line === 0 && (column === 0 ? false : behind === 2 || (behind <= 0 && !columns[column - 1]!.value))
    const heads = { ...place, role: isAbove ? 'columnheader' : 'rowheader', scope: isAbove ? 'col' : 'row', className: (turned ? line : column) === 0 ? 'crosstab-row-head' : undefined, 'data-state': isState ? '' : undefined }
    return <th key={key} {...heads}>{headWords(facts, line, column)}</th>
  }
  const row = rows[line - 1]!
  if (behind <= 0) return figureCell(facts, row, column - 1, key, place)
  if (behind === 1) return <td key={key} {...place} className="crosstab-total">{format.number(row.total.count)}</td>
  if (behind === 2) return <td key={key} {...place} data-state="">{format.number(row.total.unread)}</td>
  return <td key={key} {...place} className="crosstab-chance">{chance(row, expected, say, format)}</td>
}

function headWords({ table: { columns }, rows, turned, pinned, poles, say, format, signifier }: GridFacts, line: number, column: number) {
  if (line > 0) return rowName(turned ? { ...rows[line - 1]!, depth: 0 } : rows[line - 1]!, pinned, say)
  if (column === 0) return say(turned ? 'columns' : 'col.code')
  const head = columns[column - 1]
  if (!head) return [say('col.total'), say('col.unread'), <abbr key="p" title={say('col.chance.more')}>{say('col.chance')}</abbr>][column - columns.length - 1]
  const [words, pole, n] = [columnWords(head, { say, format, signifier }), poles[column - 1], format.number(head.stories)]
  return turned
    ? <>{words} {pole && <span className="crosstab-beside-n">{pole} · </span>}<span className="crosstab-beside-n">{n}</span></>
    : <>{pole && <span className="crosstab-column-pole">{pole}</span>}<span className="crosstab-column-name">{words}</span><span className="crosstab-column-n">{n}</span></>
}

export function rowName(row: CrosstabRow, pinned: ReadonlySet<string>, say: Say<'crosstab'>) {
  return (
    <span className="crosstab-code" style={{ paddingInlineStart: `${Math.min(row.depth, 4) * 12}px` }}>
      <CodeSwatch colour={row.colour} asBar />{'theme' in row.by && <Layers aria-hidden className="crosstab-pin" />}<span className="crosstab-code-name">{rowWords(row, say)}</span>
      {pinned.has(rowKey(row.by)) && <Pin aria-label={say('pinned')} className="crosstab-pin" />}
    </span>
  )
}

/** A number with its shade and its mark. */
function figureCell({ table, unit, show, mostShare, bases, rule, wholeP, say, format }: GridFacts, row: CrosstabRow, at: number, key: number, place: object) {
  const { value } = table.columns[at]!
  const base = bases.get(row)!
  const residual = row.residuals[at] ?? null
  const expected = row.expected[at] ?? null
  const mark = residualMark(residual)
  // How dark: the part of the row, or how far the residual strays, up to 4.
  const share = show === 'residual' ? Math.min(4, Math.abs(residual ?? 0)) / 4 : value && base >= LEAST_BASE ? row.counts[at]! / base / mostShare : 0
  return (
    <td
      key={key} {...place} className={mark.sign === '' ? 'is-plain' : undefined} data-state={value ? undefined : ''} data-zero={row.counts[at] === 0 ? '' : undefined} data-small={expected !== null && expected < 5 ? '' : undefined}
      data-marked={isStriking(residual, wholeP ?? chanceOf(row)?.adjusted ?? 1, rule) ? '' : undefined} data-stray={show === 'residual' && residual !== null ? (residual > 0 ? 'more' : 'less') : undefined}
      style={{ '--share': share.toFixed(3) } as CSSProperties}
    >
      <span className="crosstab-figure">{cellFigure(table, row, at, unit, show, { say, format })}</span>
      {mark.sign !== '' && <span className="crosstab-mark" data-strong={mark.strong ? '' : undefined}>{mark.sign}</span>}
    </td>
  )
}

/** Of a place in the body, as wide as it is drawn. */
export function plainWords({ table, unit, show, expected, say, format }: GridFacts, row: CrosstabRow, column: number): string {
  const behind = column - table.columns.length
  if (behind <= 0) return cellFigure(table, row, column - 1, unit, show, { say, format })
  if (behind < 3) return format.number(behind === 1 ? row.total.count : row.total.unread)
  return `${expected.byRow.has(rowKey(row.by)) ? '◆ ' : ''}${chanceWords(chanceOf(row)?.adjusted ?? 0.01, format)}`
}

/** The p of a row; where something was expected of it beforehand that one's, with its sign. */
function chance(row: CrosstabRow, expected: ExpectedRows, say: Say<'crosstab'>, format: Formats) {
  const own = expected.byRow.get(rowKey(row.by))
  const best = chanceOf(row)
  if (!own) return best ? chanceWords(best.adjusted, format) : '–'
  const p = expectedChance(own)
  const words = p === null ? say('expect.mark.none') : say('expect.mark', { p: chanceWords(p, format) })
  return <span title={words}><span aria-hidden>◆ {p === null ? '–' : chanceWords(p, format)}</span><span className="only-read-aloud">{words}</span></span>
}
