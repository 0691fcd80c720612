// Whether the answers go together with what they were split by: how strongly, how sure, and which cells stray from what chance would give.
import { Button } from 'react-aria-components'
import type { Pattern } from '../../shared/contract/pattern.ts'
import type { Association } from '../../shared/crosstab/answer-association.ts'
import type { StoryFilter } from '../../shared/domain/layer.ts'
import { useRead } from '../api/hooks.ts'
import { residualMark } from '../charts/residual-mark.ts'
import { chanceIs } from '../i18n/chance-words.ts'
import type { Mark } from './picture.tsx'
import { columnName, isNotAsked, partWords, valueColumns, type Words } from './pattern-words.ts'
import { useAssociation } from './use-association.ts'

/** Answers and parts are choices: a table of counts is all there is to compare. */
export const isAssociated = (pattern: Pattern, { signifier }: Words): boolean =>
  pattern.parts.length > 1 && (signifier.kind === 'likert' || signifier.kind === 'choice' || signifier.kind === 'multi') && pattern.parts.every(({ face }) => face.is !== 'code' && face.is !== 'all')

export function AssociationPart({ pattern, words, filter, onMark }: { pattern: Pattern, words: Words, filter: StoryFilter, onMark: (mark: Mark) => void }) {
  const { say, table: tell, format } = words
  // Whether tellers told more than one story is known where tables are made.
  const told = useRead('crosstab.table', { rows: [], tests: false, filter, columns: { is: 'group' } }).data?.severalTold
  const columns = valueColumns(pattern)
  const parts = pattern.parts.filter(part => part.valid > 0 && !isNotAsked(part) && part.face.is !== 'notAsked' && part.face.is !== 'na' && part.face.is !== 'none' && part.face.is !== 'unknown')
  const isOverlapping = pattern.several || pattern.overlapping
  const found = useAssociation(isOverlapping || told !== false || parts.length < 2 ? null : parts.map(part => columns.map(at => part.counts[at]!)))
  if (parts.length < 2 || told === undefined) return null
  return (
    <section className="patterns-association" aria-labelledby="association-title" aria-busy={!isOverlapping && !told && found === null}>
      <h3 id="association-title">{say('association.title')}</h3>
      {isOverlapping ? <p className="patterns-sentence">{say('association.overlapping')}</p> : told ? <p className="patterns-sentence">{say('association.told')}</p> : found && sentences(found)}
      {found?.is === 'tested' && cells(found)}
    </section>
  )

  function sentences(of: Association) {
    if (of.is === 'refused') return <p className="patterns-sentence">{tell(`refused.${of.reason}`, { n: of.n })}</p>
    const times = of.p < 0.01 ? tell('explain.under1') : format.number(of.p * 100)
    const verdict = of.p >= 0.3 ? tell('explain.none') : tell(of.p < 0.01 ? 'explain.strong' : of.p < 0.1 ? 'explain.middling' : 'explain.weak', { times })
    return (
      <>
        <p className="patterns-sentence">{verdict} {of.shuffled && say('association.shuffled', { replicates: format.number(of.shuffled.replicates) })} {of.left.length > 0 && say('association.left', { names: format.list(of.left.map(at => partWords(parts[at]!, words))) })} {say('association.one')} {tell('cause')}</p>
        <p className="patterns-sentence patterns-n">{say('association.figures', { v: format.number(of.cramersV, 2), n: format.number(of.n), statistic: format.number(of.statistic, 2), df: of.df, p: chanceIs(of.p, format), least: format.number(of.minExpected, 1), small: format.percent(of.shareSmall) })}</p>
      </>
    )
  }

  function cells({ residuals, expected }: Extract<Association, { is: 'tested' }>) {
    return (
      <div className="patterns-scroll">
        <table className="patterns-table">
          <caption className="only-read-aloud">{say('association.title')}</caption>
          <thead><tr><th scope="col">{say('association.part')}</th>{columns.map(at => <th key={at} scope="col">{columnName(pattern, at, words)}</th>)}</tr></thead>
          <tbody>
            {parts.map((part, row) => (
              <tr key={part.key}>
                <th scope="row">{partWords(part, words)}</th>
                {columns.map((at, place) => {
                  const [count, residual, wanted] = [part.counts[at]!, residuals[row]![place]!, expected[row]![place]!]
                  const { sign } = residualMark(residual)
                  const says = `${partWords(part, words)}, ${columnName(pattern, at, words)}: ${say('stories', { count })}${wanted === null ? '' : `, ${say('association.expected', { expected: format.number(wanted, 1) })}`}`
                  return (
                    <td key={at} data-few={wanted !== null && wanted < 5 ? '' : undefined} data-stray={sign ? residual > 0 ? 'more' : 'less' : undefined}>
                      {count === 0 ? <span title={says}>0 {sign}</span> : <Button className="patterns-number" aria-label={says} onPress={() => onMark({ part: part.key, columns: [at] })}>{format.number(count)} {sign}</Button>}
                    </td>
                  )
                })}
              </tr>
            ))}
          </tbody>
        </table>
        <p className="ui-hint">{say('association.legend')} {tell('legend.rule')}</p>
      </div>
    )
  }
}
