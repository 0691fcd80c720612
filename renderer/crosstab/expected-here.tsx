// Of a row in the table: what was expected of it beforehand, ahead of what was found by looking.
import { useFormats } from '../i18n/format.ts'
import { useSay } from '../i18n/say.ts'
import type { Around } from './around.ts'
import { expectedWords, outcomeWords, whenWords } from './expectation-words.ts'
import type { ExpectedRows } from './use-expected.ts'

export function ExpectedHere({ rows, tests, around }: { rows: (ExpectedRows['byRow'] extends ReadonlyMap<string, infer R> ? R : never) | undefined, tests: number, around: Around }) {
  const say = useSay('crosstab')
  const words = { say, format: useFormats(), around }
  if (!rows) return null
  return (
    <div className="crosstab-explained">
      {rows.map(({ expectation, weighed }) => (
        <section key={expectation.id}>
          <h3>◆ {say('expect.before')}</h3>
          <p className="crosstab-effect">{expectedWords(expectation, words)}</p>
          {outcomeWords(expectation, weighed, tests, words).map(line => <p key={line}>{line}</p>)}
          <p className="ui-hint">{whenWords(expectation, around.coders.find(({ id }) => id === expectation.coder)?.name ?? '…', words)}</p>
        </section>
      ))}
      <h3>{say('expect.found')}</h3>
    </div>
  )
}
