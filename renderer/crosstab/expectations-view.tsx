// What was expected beforehand, with what came of it; what was found by looking is told apart from it everywhere.
import { useState } from 'react'
import type { Expectation, Weighed } from '../../shared/contract/expectation.ts'
import { failureOf } from '../api/failed.ts'
import { useRead, useWrite } from '../api/hooks.ts'
import { useMay, useMe } from '../api/use-me.ts'
import { failureWords } from '../i18n/failure-words.ts'
import { useFormats } from '../i18n/format.ts'
import { useSay } from '../i18n/say.ts'
import { Button } from '../ui/button.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { Notice } from '../ui/notice.tsx'
import { Skeleton } from '../ui/skeleton.tsx'
import { TextField } from '../ui/text-field.tsx'
import { go } from '../app/route.ts'
import type { Around } from './around.ts'
import { ExpectationForm } from './expectation-form.tsx'
import { expectedWords, outcomeWords, titleOf, whenWords, type ExpectationWords } from './expectation-words.ts'
import { LayerChoice, StoriesChoice } from './scope-controls.tsx'
import { useChoices } from './use-choices.ts'

export function ExpectationsView(around: Around) {
  const { project, coders } = around
  const say = useSay('crosstab')
  const me = useMe()
  const [choices, setChoices] = useChoices(project)
  const expectations = useRead('expectation.list', {})
  const weighed = useRead('expectation.weigh', { layer: choices.layer, filter: choices.filter }, { keepFormer: true })
  const error = expectations.error ?? weighed.error
  const mayWrite = useMay('code')
  return (
    <>
      <div className="crosstab-controls">
        <LayerChoice choices={choices} project={project} coders={coders} onChange={setChoices} />
        <StoriesChoice choices={choices} project={project} onChange={setChoices} />
      </div>
      <section className="crosstab-answer crosstab-method" aria-labelledby="expectations-title">
        <h2 id="expectations-title">{say('expect.title')}</h2>
        <p className="ui-hint">{say('expect.lead')}</p>
        {mayWrite && <ExpectationForm {...around} />}
        {error ? <Notice kind="error">{failureWords(failureOf(error))}</Notice> : !expectations.data ? <Skeleton label={say('loading')} lines={4} />
          : expectations.data.length === 0 ? <EmptyState says={say('expect.none')} /> : (
            <ul className="crosstab-expected">
              {expectations.data.map(one => (
                <Expected
                  key={one.id} expectation={one} weighed={weighed.data?.rows.find(({ expectation }) => expectation === one.id) ?? null} tests={weighed.data?.tests ?? 0} around={around} mayWithdraw={mayWrite && one.coder === me}
                  onShow={() => { setChoices({ columns: one.columns, rows: { is: 'own', rows: [one.by] } }); go('#/kruistabel') }}
                />
              ))}
            </ul>
          )}
      </section>
    </>
  )
}

interface ExpectedProps { expectation: Expectation, weighed: Weighed | null, tests: number, around: Around, mayWithdraw: boolean, onShow: () => void }

function Expected({ expectation, weighed, tests, around, mayWithdraw, onShow }: ExpectedProps) {
  const say = useSay('crosstab')
  const format = useFormats()
  const words: ExpectationWords = { say, format, around }
  const [isLeaving, setLeaving] = useState(false)
  const stands = !expectation.withdrawn && !expectation.undone
  return (
    <li data-gone={stands ? undefined : ''}>
      <h3>{expectedWords(expectation, words)}</h3>
      <p className="crosstab-n">{titleOf(expectation, words)}</p>
      {expectation.words && <p>{expectation.words}</p>}
      {stands && weighed && outcomeWords(expectation, weighed, tests, words).map(line => <p key={line} className="crosstab-verdict">{line}</p>)}
      <p className="ui-hint">{whenWords(expectation, around.coders.find(({ id }) => id === expectation.coder)?.name ?? '…', words)}</p>
      {expectation.withdrawn && <p className="ui-hint">{say('expect.withdrawn', { when: format.moment(expectation.withdrawn.at), words: expectation.withdrawn.words })}</p>}
      {expectation.undone && <p className="ui-hint">{say('expect.undone')}</p>}
      {stands && !isLeaving && (
        <div className="crosstab-behind-acts">
          <Button small onPress={onShow}>{say('expect.show')}</Button>
          {mayWithdraw && <Button small look="quiet" onPress={() => setLeaving(true)}>{say('expect.withdraw')}</Button>}
        </div>
      )}
      {stands && isLeaving && <Withdraw expectation={expectation} onDone={() => setLeaving(false)} />}
    </li>
  )
}

function Withdraw({ expectation, onDone }: { expectation: Expectation, onDone: () => void }) {
  const say = useSay('crosstab')
  const [words, setWords] = useState('')
  const { write, pending } = useWrite('expectation.withdraw')
  const leave = async () => { if ((await write({ expectation: expectation.id, words })).ok) onDone() }
  return (
    <form className="crosstab-expect" onSubmit={event => { event.preventDefault(); void leave() }}>
      <TextField label={say('expect.withdraw.why')} value={words} onChange={setWords} maxLength={2000} />
      <div className="crosstab-behind-acts">
        <Button small onPress={onDone}>{say('expect.cancel')}</Button>
        <Button small look="primary" type="submit" isDisabled={pending || words.trim() === ''}>{say('expect.withdraw')}</Button>
      </div>
    </form>
  )
}
