// Why the difference in one cell may be luck: that column against all others, with the chance held against every cell one could have pressed.
import { useMemo } from 'react'
import { testCell } from '../../shared/crosstab/cell-test.ts'
import { chanceWords } from '../i18n/chance-words.ts'
import { useFormats } from '../i18n/format.ts'
import { useSay } from '../i18n/say.ts'
import { columnWords } from './column-words.ts'
import { EffectWords, VerdictWords } from './effect.tsx'
import type { ExplanationProps } from './explanation.tsx'
import { Figures } from './figures.tsx'

export function CellExplanation({ table, row, at, signifier, adjust }: ExplanationProps & { at: number }) {
  const say = useSay('crosstab')
  const format = useFormats()
  const test = useMemo(() => testCell(table, row, at, adjust), [table, row, at, adjust])
  return (
    <section>
      <h3>{columnWords(table.columns[at]!, { say, format, signifier })}</h3>
      {test.effect && <EffectWords table={table} effect={test.effect} adjusted={test.is === 'tested' ? test.adjusted : null} signifier={signifier} />}
      {test.is === 'refused' ? <p>{say(`refused.${test.reason}`, { n: test.n })}</p> : (
        <>
          <VerdictWords adjusted={test.adjusted} />
          <p>{say('explain.cells', { count: test.cells })}</p>
          {test.method === 'fisher' && <p>{say('explain.smallExact')}</p>}
          <Figures
            title={say('explain.figures')}
            figures={[
              { name: say('explain.method'), value: say(`explain.method.${test.method}`), says: say('explain.what.cell') },
              { name: say('explain.n'), value: format.number(test.n), says: say('explain.what.n') },
              { name: say('explain.p'), value: chanceWords(test.p, format), says: say('explain.what.p') },
              { name: say('explain.adjusted'), value: `${chanceWords(test.adjusted, format)} (${say(`adjust.${adjust}`)})`, says: say('explain.what.adjusted') },
              { name: say('explain.minExpected'), value: format.number(test.minExpected, 1), says: say('explain.what.minExpected') }
            ]}
          />
        </>
      )}
    </section>
  )
}
