// Question by source on the page that accounts for the project: ticked by hand, beside it how many kinds of source it rests on. [X11]
import { Plus, Trash2 } from 'lucide-react'
import type { Output } from '../../shared/contract/index.ts'
import { newId } from '../../shared/domain/ids.ts'
import { useRead, useWrite } from '../api/hooks.ts'
import { useFormats, type Formats } from '../i18n/format.ts'
import { useSay, type Say } from '../i18n/say.ts'
import { Button } from '../ui/button.tsx'
import { Checkbox } from '../ui/checkbox.tsx'
import { IconButton } from '../ui/icon-button.tsx'
import { KeptWords } from './kept-words.tsx'
import type { MethodPage } from './method-page.ts'
import { kindsFor, NO_QUESTION, questionsOf, sourcesOf, turned, type Kept, type Source, type StudyQuestion } from './source-matrix.ts'

export interface Matrix { sources: Source[], questions: StudyQuestion[] }
type Words = { say: Say<'analysis'>, table: Say<'register'>, format: Formats }

/** Null until all of it is there. */
export function useMatrix(project: Output<'project.read'>): Matrix | null {
  const registers = useRead('register.list', {}).data?.registers
  const views = useRead('view.list', { kind: 'sources' }).data
  return registers && views ? { sources: sourcesOf(project, registers), questions: questionsOf(views) } : null
}

export function SourceMatrix({ matrix: { sources, questions }, isReadonly }: { matrix: Matrix, isReadonly: boolean }) {
  const words: Words = { say: useSay('analysis'), table: useSay('register'), format: useFormats() }
  const { say } = words
  const keep = useWrite('view.keep')
  const change = useWrite('view.change')
  const remove = useWrite('view.remove')
  const write = ({ id, ...kept }: StudyQuestion, part: Partial<Kept>) => change.write({ view: id, body: JSON.stringify({ ...kept, ...part }) })
  return (
    <section>
      <h3>{say('method.sources')}</h3>
      <p className="ui-hint">{say('method.sources.hint')}</p>
      {questions.length > 0 && (
        <div className="crosstab-scroll">
          <table className="crosstab-grid crosstab-plain crosstab-left">
            <caption className="only-read-aloud">{say('method.sources')}</caption>
            <thead><tr>{headings(sources, words).map((heading, at) => <th key={at} scope="col">{heading}</th>)}<th scope="col"><span className="only-read-aloud">{say('method.sources.acts')}</span></th></tr></thead>
            <tbody>
              {questions.map((one, at) => {
                const name = one.question || say('method.sources.nameless', { number: at + 1 })
                return (
                  <tr key={one.id}>
                    <td><KeptWords label={say('method.sources.question')} labelHidden lines={2} value={one.question} isDisabled={isReadonly} onKeep={question => write(one, { question })} /></td>
                    {sources.map(source => (
                      <td key={source.key}>
                        <Checkbox aria-label={say('method.sources.answers', { source: sourceName(source, words), question: name })} isSelected={one.by.includes(source.key)} isDisabled={isReadonly} onChange={isOn => void write(one, { by: turned(one.by, source.key, isOn) })}>{null}</Checkbox>
                      </td>
                    ))}
                    <td>{restsOn(one, sources, words)}</td>
                    <td><KeptWords label={say('method.sources.together')} labelHidden lines={2} value={one.together} isDisabled={isReadonly} onKeep={together => write(one, { together })} /></td>
                    <td><IconButton small name={say('method.sources.remove', { question: name })} icon={<Trash2 aria-hidden />} isDisabled={isReadonly || remove.pending} onPress={() => void remove.write({ view: one.id })} /></td>
                  </tr>
                )
              })}
            </tbody>
          </table>
        </div>
      )}
      <div className="crosstab-acts">
        <Button small icon={<Plus aria-hidden />} isDisabled={isReadonly || keep.pending} onPress={() => void keep.write({ id: newId(), kind: 'sources', name: 'question', body: JSON.stringify(NO_QUESTION) })}>{say('method.sources.add')}</Button>
      </div>
    </section>
  )
}

/** The same for the page as a file. */
export function matrixTable({ sources, questions }: Matrix, words: Words): MethodPage['tables'][number] {
  return {
    title: words.say('method.sources'), headings: headings(sources, words),
    rows: questions.map(one => [one.question, ...sources.map(({ key }) => (one.by.includes(key) ? '×' : '')), restsOn(one, sources, words), one.together])
  }
}

const sourceName = ({ kind, name }: Source, { say, table }: Words): string => (kind === 'stories' ? (name ? say('method.sources.storiesOf', { group: name }) : say('method.sources.stories')) : `${name} (${table(`source.${kind}`)})`)

const headings = (sources: readonly Source[], words: Words): string[] =>
  [words.say('method.sources.question'), ...sources.map(source => sourceName(source, words) + (source.n === null ? '' : `, n = ${words.format.number(source.n)}`)), words.say('method.sources.kinds'), words.say('method.sources.together')]

function restsOn(question: Kept, sources: readonly Source[], { say, table, format }: Words): string {
  const [only, ...others] = kindsFor(question, sources).map(kind => (kind === 'stories' ? say('method.sources.stories') : table(`source.${kind}`)))
  if (only === undefined) return say('method.sources.none')
  return others.length === 0 ? say('method.sources.one', { kind: only }) : say('method.sources.several', { count: others.length + 1, kinds: format.list([only, ...others]) })
}
