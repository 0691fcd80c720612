// Why a difference may be luck: how large it is first, then how sure, in plain words; every figure explained for who wants it.
import type { Crosstab, CrosstabRow, RowTest } from '../../shared/contract/crosstab.ts'
import { smallestShare } from '../../shared/crosstab/smallest-difference.ts'
import { useFormats } from '../i18n/format.ts'
import { useSay } from '../i18n/say.ts'
import { chanceWords, columnWords, LEAST_BASE, type Signifier } from './column-words.ts'
import { Figures, type Figure } from './figures.tsx'

type Tested = Extract<RowTest, { is: 'tested' }>
export interface ExplanationProps { table: Crosstab, row: CrosstabRow, signifier: Signifier | null, adjust: 'holm' | 'bh' }

export function Explanation({ table, row, signifier, adjust }: ExplanationProps) {
  const say = useSay('crosstab')
  const tested = row.tests.filter((test): test is Tested => test.is === 'tested')
  const refused = row.tests.find((test): test is Extract<RowTest, { is: 'refused' }> => test.is === 'refused')
  return (
    <div className="crosstab-explained">
      {tested.length === 0 && refused && <p>{say(`refused.${refused.reason}`, { n: refused.n })}</p>}
      {tested.map(test => <OneTest key={test.column ?? ''} table={table} row={row} test={test} signifier={signifier} adjust={adjust} />)}
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

function OneTest({ table, row, test, signifier, adjust }: { test: Tested } & ExplanationProps) {
  const say = useSay('crosstab')
  const format = useFormats()
  const column = table.columns.find(({ key }) => key === test.column)
  const notes = test.warnings.flatMap(warning => {
    switch (warning) {
      case 'smallExpected': return test.method === 'fisher' ? [say('explain.smallExact')] : test.method === 'permutation' ? [say('explain.small')] : [say('explain.someSmall')]
      case 'severalStories': return [say('explain.severalStories', { tellers: format.number(test.tellers ?? 0) })]
      case 'unfinished': return [say('explain.unfinished', { count: row.total.unfinished })]
      default: return [say(`explain.${warning}`)]
    }
  })
  return (
    <section>
      {column && <h3>{columnWords(column, { say, format, signifier })}</h3>}
      <Effect table={table} test={test} signifier={signifier} />
      <p className="crosstab-verdict">{verdict()}</p>
      {test.method === 'permutation' && <p>{say('explain.shuffled', { replicates: format.number(test.replicates ?? 0) })}</p>}
      {notes.map(note => <p key={note}>{note}</p>)}
      <Figures title={say('explain.figures')} figures={figures()} />
    </section>
  )

  function verdict(): string {
    if (test.adjusted >= 0.3) return say('explain.none')
    return say(strength(test.adjusted), { times: test.adjusted < 0.01 ? say('explain.under1') : format.number(test.adjusted * 100) })
  }

  function figures(): Figure[] {
    const simulated = test.standardError === null ? '' : ` (± ${format.number(test.standardError, 3)})`
    return [
      figure('method', say(`explain.method.${test.method}`)),
      figure('n', format.number(test.n)),
      figure('missing', format.number(test.missing)),
      ...(test.cramersV === null ? [] : [figure('v', format.number(test.cramersV, 2))]),
      test.df2 === null
        ? figure('statistic', `${format.number(test.statistic, 2)} (${test.df})`)
        : figure('fstatistic', `${format.number(test.statistic, 2)} (${format.number(test.df, 1)}; ${format.number(test.df2, 1)})`),
      figure('p', `${test.standardError === null ? '' : '≈ '}${chanceWords(test.p, format)}${simulated}`),
      ...(test.classic === null ? [] : [figure('classic', chanceWords(test.classic, format))]),
      figure('adjusted', `${chanceWords(test.adjusted, format)} (${say(`adjust.${adjust}`)})`),
      figure('tests', format.number(table.tests)),
      figure('minExpected', format.number(test.minExpected, 1)),
      ...(test.seed === null ? [] : [figure('seed', String(test.seed))])
    ]
  }

  function figure(key: 'method' | 'n' | 'missing' | 'v' | 'statistic' | 'fstatistic' | 'p' | 'classic' | 'adjusted' | 'tests' | 'minExpected' | 'seed', value: string): Figure {
    return { name: say(`explain.${key}`), value, says: say(`explain.what.${key}`) }
  }
}

/** How large the difference is, in stories; and where none was found, how large it would have had to be. */
function Effect({ table, test, signifier }: { table: Crosstab, test: Tested, signifier: Signifier | null }) {
  const say = useSay('crosstab')
  const format = useFormats()
  if (!test.effect) return null
  const { column, here, elsewhere, difference, low, high } = test.effect
  const share = (part: { with: number, of: number }): string => (part.of < LEAST_BASE ? '' : ` (${format.percent(part.with / part.of)})`)
  const name = columnWords(table.columns.find(({ key }) => key === column)!, { say, format, signifier })
  const points = (value: number): string => format.number(value * 100)
  const enough = here.of >= LEAST_BASE && elsewhere.of >= LEAST_BASE
  const common = elsewhere.with / elsewhere.of
  const least = test.adjusted < 0.3 || !enough ? null : smallestShare({ n1: elsewhere.of, n2: here.of, share: common })
  return (
    <>
      <p className="crosstab-effect">{say('explain.effect', { column: name, with: here.with, of: here.of, share: share(here), with2: elsewhere.with, of2: elsewhere.of, share2: share(elsewhere) })}</p>
      {enough && <p>{say('explain.points', { points: points(difference), low: points(low), high: points(high) })}</p>}
      {least !== null && <p>{say('explain.least', { of: here.of, of2: elsewhere.of, percent: format.percent(common), percent2: format.percent(least) })}</p>}
    </>
  )
}

/** In wide bands, so that .049 and .051 are told in the same words. */
const strength = (p: number): 'explain.strong' | 'explain.middling' | 'explain.weak' => (p < 0.01 ? 'explain.strong' : p < 0.1 ? 'explain.middling' : 'explain.weak')
