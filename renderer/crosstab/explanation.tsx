// Why a difference may be luck, in plain words first and in figures for who wants them.
import type { Crosstab, CrosstabRow, RowTest } from '../../shared/contract/crosstab.ts'
import { useFormats } from '../i18n/format.ts'
import { useSay } from '../i18n/say.ts'
import { cellSentence, chanceWords, columnWords, type Signifier } from './column-words.ts'

type Tested = Extract<RowTest, { is: 'tested' }>

export function Explanation({ table, row, signifier }: { table: Crosstab, row: CrosstabRow, signifier: Signifier | null }) {
  const say = useSay('crosstab')
  const tested = row.tests.filter((test): test is Tested => test.is === 'tested')
  const refused = row.tests.find((test): test is Extract<RowTest, { is: 'refused' }> => test.is === 'refused')
  return (
    <div className="crosstab-explained">
      {tested.length === 0 && refused && <p>{say(`refused.${refused.reason}`, { n: refused.n })}</p>}
      {tested.map(test => <OneTest key={test.column ?? ''} table={table} row={row} test={test} signifier={signifier} />)}
      {tested.length > 0 && (
        <>
          <p>{say('explain.many', { count: table.tests })}</p>
          <p>{say('explain.unit')}</p>
          <p className="crosstab-cause">{say('cause')}</p>
        </>
      )}
    </div>
  )
}

function OneTest({ table, row, test, signifier }: { table: Crosstab, row: CrosstabRow, test: Tested, signifier: Signifier | null }) {
  const say = useSay('crosstab')
  const format = useFormats()
  const column = table.columns.find(({ key }) => key === test.column)
  const times = test.adjusted < 0.01 ? say('explain.under1') : format.number(test.adjusted * 100)
  const verdict = test.adjusted >= 0.3 ? say('explain.none') : say(strength(test.adjusted), { times })
  const notes = test.warnings.flatMap(warning => {
    switch (warning) {
      case 'smallExpected': return [test.method === 'permutation' ? say('explain.small', { replicates: format.number(test.replicates ?? 0) }) : say(test.method === 'fisher' ? 'explain.smallExact' : 'explain.someSmall')]
      case 'severalStories': return [say('explain.severalStories', { tellers: format.number(test.tellers ?? 0) })]
      case 'unfinished': return [say('explain.unfinished', { count: row.total.unfinished })]
      default: return [say(`explain.${warning}`)]
    }
  })
  const most = test.column === null ? mostMarked(row) : table.columns.findIndex(({ key }) => key === test.column)
  const simulated = test.standardError === null ? '' : ` (± ${format.number(test.standardError, 3)})`
  const figures: [string, string][] = [
    [say('explain.method'), say(`explain.method.${test.method}`)],
    [say('explain.n'), format.number(test.n)],
    [say('explain.missing'), format.number(test.missing)],
    test.df2 === null
      ? [say('explain.statistic'), `${format.number(test.statistic, 2)} (${test.df})`]
      : [say('explain.fstatistic'), `${format.number(test.statistic, 2)} (${format.number(test.df, 1)}; ${format.number(test.df2, 1)})`],
    [say('explain.p'), `${test.standardError === null ? '' : '≈ '}${chanceWords(test.p, format)}${simulated}`],
    [say('explain.adjusted'), chanceWords(test.adjusted, format)],
    [say('explain.tests'), format.number(table.tests)],
    ...(test.cramersV === null ? [] : [[say('explain.v'), format.number(test.cramersV, 2)] as [string, string]]),
    [say('explain.minExpected'), format.number(test.minExpected, 1)],
    ...(test.seed === null ? [] : [[say('explain.seed'), String(test.seed)] as [string, string]])
  ]
  return (
    <section>
      {column && <h3>{columnWords(column, { say, format, signifier })}</h3>}
      <p className="crosstab-verdict">{verdict}</p>
      {most !== null && <p>{say('explain.most')} {cellSentence(table, row, most, 'story', { say, format, signifier })}</p>}
      {notes.map(note => <p key={note}>{note}</p>)}
      <details>
        <summary>{say('explain.figures')}</summary>
        <dl className="crosstab-figures">{figures.map(([name, value]) => <div key={name}><dt>{name}</dt><dd>{value}</dd></div>)}</dl>
      </details>
    </section>
  )
}

/** In wide bands, so that .049 and .051 are told in the same words. */
const strength = (p: number): 'explain.strong' | 'explain.middling' | 'explain.weak' => (p < 0.01 ? 'explain.strong' : p < 0.1 ? 'explain.middling' : 'explain.weak')

/** The column that strays furthest from what one would expect; null when none is marked. */
function mostMarked({ residuals }: CrosstabRow): number | null {
  const most = residuals.reduce<number>((best, residual, at) => (Math.abs(residual ?? 0) > Math.abs(residuals[best] ?? 0) ? at : best), 0)
  return Math.abs(residuals[most] ?? 0) >= 2 ? most : null
}
