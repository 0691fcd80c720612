// Why a difference may be luck: how large it is first, then how sure, in plain words; every figure explained for who wants it.
import type { Crosstab, CrosstabRow, RowTest } from '../../shared/contract/crosstab.ts'
import { chanceWords } from '../i18n/chance-words.ts'
import { useFormats } from '../i18n/format.ts'
import { useSay } from '../i18n/say.ts'
import { CellExplanation } from './cell-explanation.tsx'
import { columnWords, type Signifier } from './column-words.ts'
import { EffectWords, VerdictWords } from './effect.tsx'
import { Figures, type Figure } from './figures.tsx'

type Tested = Extract<RowTest, { is: 'tested' }>
export interface ExplanationProps { table: Crosstab, row: CrosstabRow, signifier: Signifier | null, adjust: 'holm' | 'bh' }

/** `column`: the one that was pressed, which is told first; null: the whole row. */
export function Explanation({ table, row, signifier, adjust, column }: ExplanationProps & { column: string | null }) {
  const say = useSay('crosstab')
  const at = table.columns.findIndex(({ key }) => key === column)
  const isEach = table.columnsAre === 'several'
  // Of two columns the cell says all there is to say.
  const isCellOnly = at >= 0 && !isEach && table.columns.filter(({ value }) => value).length === 2
  // Where each column has a test of its own, only that of the one that was pressed.
  const own = isCellOnly ? [] : isEach && at >= 0 ? row.tests.filter(test => test.column === column || test.column === null) : row.tests
  const tested = own.filter((test): test is Tested => test.is === 'tested')
  const refused = own.find((test): test is Extract<RowTest, { is: 'refused' }> => test.is === 'refused')
  return (
    <div className="crosstab-explained">
      {at >= 0 && !isEach && <CellExplanation table={table} row={row} at={at} signifier={signifier} adjust={adjust} />}
      {at >= 0 && !isEach && tested.length > 0 && <h3>{say('explain.whole')}</h3>}
      {tested.length === 0 && refused && (at < 0 || isEach) && <p>{say(`refused.${refused.reason}`, { n: refused.n })}</p>}
      {tested.map(test => <OneTest key={test.column ?? ''} table={table} row={row} test={test} signifier={signifier} adjust={adjust} />)}
      {(tested.length > 0 || isCellOnly) && (
        <>
          {tested.length > 0 && <p>{say('explain.many', { count: table.tests })}</p>}
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
      {test.effect && <EffectWords table={table} effect={test.effect} adjusted={test.adjusted} signifier={signifier} />}
      <VerdictWords adjusted={test.adjusted} />
      {test.method === 'permutation' && <p>{say('explain.shuffled', { replicates: format.number(test.replicates ?? 0) })}</p>}
      {notes.map(note => <p key={note}>{note}</p>)}
      <Figures title={say('explain.figures')} figures={figures()} />
    </section>
  )

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
