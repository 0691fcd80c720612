// The page that accounts for the project: filled from the project, with room for the team's own words; to print, or to save.
import { Printer, Download } from 'lucide-react'
import type { Signifier } from '../../shared/contract/signifier.ts'
import { exportBlob } from '../api/exporting.ts'
import { failureOf } from '../api/failed.ts'
import { useRead } from '../api/hooks.ts'
import { failureWords } from '../i18n/failure-words.ts'
import { useFormats } from '../i18n/format.ts'
import { useSay } from '../i18n/say.ts'
import { Button } from '../ui/button.tsx'
import { Notice } from '../ui/notice.tsx'
import { Skeleton } from '../ui/skeleton.tsx'
import { sayInPassing } from '../ui/toast.tsx'
import type { Around } from './around.ts'
import { KeptWords } from './kept-words.tsx'
import { expectedFacts, factsOf, PARAGRAPHS, type MethodMaterial } from './method-facts.ts'
import { methodPage } from './method-page.ts'
import { LayerChoice } from './scope-controls.tsx'
import { matrixTable, SourceMatrix, useMatrix } from './source-matrix.tsx'
import { useChoices } from './use-choices.ts'
import { useParagraphs } from './use-paragraphs.ts'

export function MethodView({ project, coders, signifiers }: Around) {
  const say = useSay('analysis')
  const tell = useSay('crosstab')
  const table = useSay('register')
  const format = useFormats()
  const [choices, setChoices] = useChoices(project)
  const { data: facts, error } = useRead('method.facts', { layer: choices.layer }, { keepFormer: true })
  const paragraphs = useParagraphs('method')
  const matrix = useMatrix(project)
  const expectations = useRead('expectation.list', {}).data
  const weighed = useRead('expectation.weigh', { layer: choices.layer }, { keepFormer: true }).data
  if (error) return <Notice kind="error">{failureWords(failureOf(error))}</Notice>
  if (!facts || !paragraphs.isThere || !matrix || !expectations || !weighed) return <Skeleton label={say('method.loading')} lines={10} />
  const layer = choices.layer.is === 'coder' ? coders.find(({ id }) => choices.layer.is === 'coder' && id === choices.layer.coder)?.name ?? '' : tell(`layer.${choices.layer.is}`)
  const material: MethodMaterial = { facts, project, choices, layer, say, format, expected: expectedFacts({ expectations, weighed, coders, words: { say: tell, format, around: { project, signifiers } } }) }
  const save = () => {
    const page = methodPage({ title: say('method.title'), project: project.title, made: say('method.made', { day: format.date(Date.now()) }),
      parts: PARAGRAPHS.map(name => ({ title: say(`method.part.${name}`), facts: factsOf(name, material), words: paragraphs.read(name) })),
      tables: [
        { title: say('method.model'), headings: modelHeadings(), rows: signifiers.map(signifier => [paragraphs.read(indicatorOf(signifier)), signifier.title, tell(kindKey(signifier)), groupsOf(signifier), answersOf(signifier)]) },
        ...(matrix.questions.length > 0 ? [matrixTable(matrix, { say, table, format })] : [])
      ] })
    exportBlob('method', `${say('method.file')}.html`, new Blob([page], { type: 'text/html;charset=utf-8' })).catch((failed: unknown) => sayInPassing({ says: failureWords(failureOf(failed)) }))
  }
  return (
    <>
      <div className="crosstab-controls">
        <LayerChoice choices={choices} project={project} coders={coders} onChange={setChoices} />
        <div className="crosstab-acts">
          <Button icon={<Printer aria-hidden />} onPress={() => window.print()}>{say('method.print')}</Button>
          <Button icon={<Download aria-hidden />} onPress={save}>{say('method.save')}</Button>
        </div>
      </div>
      <section className="crosstab-answer crosstab-method" aria-labelledby="method-title">
        <h2 id="method-title">{say('method.title')}</h2>
        <p className="ui-hint">{say('method.lead')}</p>
        {PARAGRAPHS.map(name => (
          <section key={name}>
            <h3>{say(`method.part.${name}`)}</h3>
            {factsOf(name, material).map(fact => <p key={fact}>{fact}</p>)}
            <KeptWords label={say('method.own', { part: say(`method.part.${name}`) })} labelHidden hint={say(`method.hint.${name}`)} value={paragraphs.read(name)} isDisabled={project.readonly} onKeep={words => paragraphs.write(name, words)} />
          </section>
        ))}
        <section>
          <h3>{say('method.model')}</h3>
          <p className="ui-hint">{say('method.model.hint')}</p>
          <div className="crosstab-scroll">
            <table className="crosstab-grid crosstab-plain crosstab-left">
              <caption className="only-read-aloud">{say('method.model')}</caption>
              <thead><tr>{modelHeadings().map(heading => <th key={heading} scope="col">{heading}</th>)}</tr></thead>
              <tbody>
                {signifiers.map(signifier => (
                  <tr key={signifier.id}>
                    <td><KeptWords label={say('method.indicator.of', { question: signifier.title })} labelHidden lines={1} value={paragraphs.read(indicatorOf(signifier))} isDisabled={project.readonly} onKeep={words => paragraphs.write(indicatorOf(signifier), words)} /></td>
                    <td>{signifier.title}</td><td>{tell(kindKey(signifier))}</td><td>{groupsOf(signifier)}</td><td>{answersOf(signifier)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        </section>
        <SourceMatrix matrix={matrix} isReadonly={project.readonly} />
      </section>
    </>
  )

  function modelHeadings(): string[] { return (['indicator', 'question', 'kind', 'groups', 'answers'] as const).map(column => say(`method.model.${column}`)) }
  function groupsOf({ wordings }: Signifier): string {
    const asked = project.groups.filter(({ id }) => wordings.some(({ group }) => group === id))
    return asked.length === 0 ? say('method.everyone') : format.list(asked.map(({ name }) => name))
  }
  function answersOf({ options, anchors, stones }: Signifier): string { return [...options.map(({ name }) => name), ...anchors, ...stones.map(({ name }) => name)].join(' · ') }
}

const indicatorOf = ({ id }: Signifier): string => `indicator ${id}`
const kindKey = ({ kind }: Signifier) => (kind === 'text' ? 'kind.text' : `kind.${kind}`) as 'kind.text'
